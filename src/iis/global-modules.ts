import type { GlobalModule } from '../model/target-server.ts';

/**
 * Whether a worker process of `bits` loads the module called `name`: it is registered, without a bitness precondition that leaves this
 * worker out. `unknown` when the list is not given, or when it depends on a bitness that is not known.
 * Names are compared with regard to case: `IIS_schema.xml` declares them case-sensitive.
 */
export function loadedModule(
  modules: readonly GlobalModule[] | undefined,
  name: string,
  bits: 32 | 64 | undefined,
): 'yes' | 'no' | 'unknown' {
  if (modules === undefined) return 'unknown';
  const entries = modules.filter((module) => module.name === name);
  if (entries.length === 0) return 'no';
  if (entries.some(({ bitness }) => bitness === undefined || bitness === bits)) return 'yes';
  return bits === undefined ? 'unknown' : 'no';
}

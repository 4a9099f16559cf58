import { deployTimeToken } from '../iis/deploy-time-token.ts';
import type { AspNetCoreSection } from '../model/aspnetcore-section.ts';
import type { EnvironmentBlock, VariableLookup } from '../model/environment.ts';
import type { ModuleGeneration } from '../model/worked-out.ts';
import { expandEnvironmentVariables } from '../windows/environment.ts';
import { environmentVariable } from './aspnetcore-section.ts';
import { honoursLauncherVariables } from './launch-command.ts';

/** Product version of a request handler; `patch` absent: nobody said, a serviced one is taken. */
export type HandlerVersion = Pick<ModuleGeneration, 'major' | 'minor' | 'patch'>;

/** `3.1.32` in parts; `undefined` where it is not known. */
export function handlerVersion(version: string | undefined): HandlerVersion | undefined {
  const parts = /^(\d{1,5})\.(\d{1,5})(?:\.(\d{1,5}))?/.exec(version ?? '');
  if (parts === null) return undefined;
  return { major: Number(parts[1]), minor: Number(parts[2]), ...(parts[3] === undefined ? {} : { patch: Number(parts[3]) }) };
}

/**
 * ANCM_PREFER_ENVIRONMENT_VARIABLES on the worker process, which came with the servicing that brought the variables of the launcher. Where
 * nobody said, it is not set: it is for development tools.
 */
export function prefersWorker(workerEnvironment: EnvironmentBlock, handler: HandlerVersion | undefined): boolean {
  if (handler !== undefined && !honoursLauncherVariables({ module: 'AspNetCoreModuleV2', known: true, ...handler })) return false;
  const lookup = workerEnvironment('ANCM_PREFER_ENVIRONMENT_VARIABLES');
  return lookup.known && /^(?:1|true)$/i.test(lookup.value ?? '');
}

/**
 * The environment of the application itself: the worker process's, overlaid with the variables of web.config, whose values are expanded;
 * the other way round where the worker's are preferred. In-process it exists only once the handler runs; out-of-process it is the child's.
 * `handler`: product version of the request handler; absent counts as a current one.
 * Source: dotnet/aspnetcore:src/Servers/IIS/AspNetCoreModuleV2/RequestHandlerLib/environmentvariablehelpers.h.
 */
export function applicationEnvironment(
  section: AspNetCoreSection,
  workerEnvironment: EnvironmentBlock,
  handler?: HandlerVersion,
): EnvironmentBlock {
  const workerFirst = prefersWorker(workerEnvironment, handler);
  return (name): VariableLookup => {
    const own = workerEnvironment(name);
    if (workerFirst && (!own.known || own.value !== undefined)) return own;
    const written = environmentVariable(section, name);
    if (written === undefined) return own;
    const expanded = expandEnvironmentVariables(written.value, workerEnvironment);
    if (!expanded.known) return expanded;
    // What a deployment step will put in place of a placeholder is not known.
    if (deployTimeToken(expanded.text) !== undefined) return { known: false, missingFacts: [] };
    return { known: true, value: expanded.text === '' ? undefined : expanded.text };
  };
}

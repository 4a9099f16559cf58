import type { EnvironmentBlock } from '../model/environment.ts';
import type { StartFacts } from '../model/start-facts.ts';
import { isAbsolutePath } from '../windows/paths.ts';
import { fileExists, resolveApplicationPath } from './application-folder.ts';

/** One hook, and where it is written. */
interface StartupHook {
  readonly hook: string;
  readonly from: 'DOTNET_STARTUP_HOOKS' | 'STARTUP_HOOKS of runtimeconfig.json';
  /** All that is written there. */
  readonly value: string;
}

export type StartupHookProblem =
  /** A full path that is not there. */
  | ({ readonly kind: 'missing' } & StartupHook)
  /** Neither a full path nor the simple name of an assembly. */
  | ({ readonly kind: 'not-a-name' } & StartupHook)
  /** The simple name of an assembly that neither the artifact nor a framework has. */
  | ({ readonly kind: 'no-assembly' } & StartupHook)
  /** `hook` absent: the variable itself is not known. */
  | { readonly kind: 'unknown'; readonly hook?: string; readonly missingFacts: readonly string[] };

/** The runtime that reads the variable. */
export interface HookingRuntime {
  /** Major version of the framework in use. */
  readonly major: number;
  /** Bytes of the runtimeconfig.json of the application; absent where there is none or it cannot be read. */
  readonly runtimeConfig?: Uint8Array;
}

/** Trimmed applications switch startup hooks off in their runtimeconfig.json; a text is taken for a flag there. */
function areSwitchedOff({ runtimeConfig }: HookingRuntime): boolean {
  if (runtimeConfig === undefined) return false;
  return /"System\.StartupHookProvider\.IsSupported"\s*:\s*"?false\b/i.test(new TextDecoder().decode(runtimeConfig));
}

const isSimpleName = (hook: string): boolean => !/[\\/ ,]|\.dll$/i.test(hook);

/** The property of the same name, which the host hands over behind the variable; without JSON escapes it holds no quotes. */
function hooksOfConfig({ runtimeConfig }: HookingRuntime): string {
  if (runtimeConfig === undefined) return '';
  const written = /"STARTUP_HOOKS"\s*:\s*"((?:[^"\\]|\\["\\/])*)"/.exec(new TextDecoder().decode(runtimeConfig))?.[1] ?? '';
  return written.replace(/\\(.)/g, '$1');
}

const hooksIn = (value: string, from: StartupHook['from']): readonly StartupHook[] =>
  value
    .split(';')
    .filter((hook) => hook !== '')
    .map((hook) => ({ hook, from, value }));

/** Additional deps and stores of the server can bring assemblies that nobody described. */
function mayComeFromElsewhere({ server }: StartFacts, environment: EnvironmentBlock): boolean {
  const set = (name: string): boolean => {
    const lookup = environment(name);
    return !lookup.known || lookup.value !== undefined;
  };
  return (
    set('DOTNET_ADDITIONAL_DEPS') || set('DOTNET_SHARED_STORE') || (server?.dotnet ?? []).some(({ sharedStore }) => sharedStore === true)
  );
}

/** Assemblies of these names can be part of a framework. */
const ofFrameworks = /^(?:System|Microsoft|netstandard|mscorlib|WindowsBase)(?:\.|$)/i;

function isNowhere(facts: StartFacts, hook: string): boolean {
  const file = `${hook.toLowerCase()}.dll`;
  return !ofFrameworks.test(hook) && ![...facts.artifact.files.keys()].some((key) => key === file || key.endsWith(`\\${file}`));
}

function loadProblem(facts: StartFacts, environment: EnvironmentBlock, written: StartupHook): StartupHookProblem | undefined {
  const { hook } = written;
  if (!isAbsolutePath(hook))
    return isNowhere(facts, hook) && !mayComeFromElsewhere(facts, environment) ? { kind: 'no-assembly', ...written } : undefined;
  const found = fileExists(facts, resolveApplicationPath(facts, hook));
  if ('missingFacts' in found) return { kind: 'unknown', hook, missingFacts: found.missingFacts };
  return found.exists ? undefined : { kind: 'missing', ...written };
}

/**
 * DOTNET_STARTUP_HOOKS, and STARTUP_HOOKS of runtimeconfig.json behind it, is a list of full paths or simple assembly names. What does not
 * exist and a text that is neither end the start with an unhandled exception. Runtimes before 3.0 do not know it.
 * Source: dotnet/runtime:src/libraries/System.Private.CoreLib/src/System/StartupHookProvider.cs.
 */
export function startupHookProblem(
  facts: StartFacts,
  environment: EnvironmentBlock,
  runtime: HookingRuntime,
): StartupHookProblem | undefined {
  if (runtime.major < 3 || areSwitchedOff(runtime)) return undefined;
  const variable = environment('DOTNET_STARTUP_HOOKS');
  if (!variable.known) return { kind: 'unknown', missingFacts: variable.missingFacts };
  const hooks = [
    ...hooksIn(variable.value ?? '', 'DOTNET_STARTUP_HOOKS'),
    ...hooksIn(hooksOfConfig(runtime), 'STARTUP_HOOKS of runtimeconfig.json'),
  ];
  // All names are read before the first hook is called.
  const noName = hooks.find(({ hook }) => !isAbsolutePath(hook) && !isSimpleName(hook));
  if (noName !== undefined) return { kind: 'not-a-name', ...noName };
  for (const hook of hooks) {
    const problem = loadProblem(facts, environment, hook);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

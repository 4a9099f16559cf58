import type { EnvironmentBlock } from '../model/environment.ts';
import type { StartFacts } from '../model/start-facts.ts';
import { isAbsolutePath } from '../windows/paths.ts';
import { fileExists, resolveApplicationPath } from './application-folder.ts';

export type StartupHookProblem =
  /** A full path that is not there. */
  | { readonly kind: 'missing'; readonly hook: string; readonly value: string }
  /** Neither a full path nor the simple name of an assembly. */
  | { readonly kind: 'not-a-name'; readonly hook: string; readonly value: string }
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

/**
 * DOTNET_STARTUP_HOOKS is a list of full paths or simple assembly names. A path that does not exist and a text that is neither end the
 * start with an unhandled exception. Runtimes before 3.0 do not know it.
 * Source: dotnet/runtime:src/libraries/System.Private.CoreLib/src/System/StartupHookProvider.cs.
 */
export function startupHookProblem(
  facts: StartFacts,
  environment: EnvironmentBlock,
  runtime: HookingRuntime,
): StartupHookProblem | undefined {
  if (runtime.major < 3 || areSwitchedOff(runtime)) return undefined;
  const hooks = environment('DOTNET_STARTUP_HOOKS');
  if (!hooks.known) return { kind: 'unknown', missingFacts: hooks.missingFacts };
  const parts = (hooks.value ?? '').split(';').filter((part) => part !== '');
  // All names are read before the first hook is called.
  const noName = parts.find((part) => !isAbsolutePath(part) && !isSimpleName(part));
  if (noName !== undefined) return { kind: 'not-a-name', hook: noName, value: hooks.value ?? '' };
  for (const hook of parts.filter(isAbsolutePath)) {
    const found = fileExists(facts, resolveApplicationPath(facts, hook));
    if ('missingFacts' in found) return { kind: 'unknown', hook, missingFacts: found.missingFacts };
    if (!found.exists) return { kind: 'missing', hook, value: hooks.value ?? '' };
  }
  return undefined;
}

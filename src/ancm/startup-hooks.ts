import type { EnvironmentBlock } from '../model/environment.ts';
import type { StartFacts } from '../model/start-facts.ts';
import { isAbsolutePath } from '../windows/paths.ts';
import { fileExists, resolveApplicationPath } from './application-folder.ts';

export type StartupHookProblem =
  | { readonly kind: 'missing'; readonly hook: string; readonly value: string }
  | { readonly kind: 'unknown'; readonly hook: string; readonly missingFacts: readonly string[] };

/**
 * DOTNET_STARTUP_HOOKS is a list of full paths or assembly names; a path that does not exist ends the start with an unhandled exception.
 * Source: dotnet/runtime:src/libraries/System.Private.CoreLib/src/System/StartupHookProvider.cs.
 */
export function startupHookProblem(facts: StartFacts, environment: EnvironmentBlock): StartupHookProblem | undefined {
  const hooks = environment('DOTNET_STARTUP_HOOKS');
  if (!hooks.known || hooks.value === undefined) return undefined;
  for (const hook of hooks.value.split(';').filter((part) => part !== '' && isAbsolutePath(part))) {
    const found = fileExists(facts, resolveApplicationPath(facts, hook));
    if ('missingFacts' in found) return { kind: 'unknown', hook, missingFacts: found.missingFacts };
    if (!found.exists) return { kind: 'missing', hook, value: hooks.value };
  }
  return undefined;
}

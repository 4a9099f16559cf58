import type { StageOutcome } from '../model/stage.ts';
import { isAbsolutePath } from '../windows/paths.ts';
import { applicationEnvironment } from './application-environment.ts';
import { fileExists, resolveApplicationPath } from './application-folder.ts';
import type { ApplicationStart } from './application-start-stage.ts';
import { coreClrFailedEvent, managedExceptionEvent } from './event-log.ts';
import { handlerFailure, handlerMajor } from './handler-failure.ts';

/**
 * DOTNET_STARTUP_HOOKS is a list of full paths or assembly names; a path that does not exist ends the start with an unhandled exception.
 * Source: dotnet/runtime:src/libraries/System.Private.CoreLib/src/System/StartupHookProvider.cs.
 */
export function startupHooks(start: ApplicationStart): StageOutcome | undefined {
  const { facts, module, aspNetCore, requestHandler, workerEnvironment } = start;
  const hooks = applicationEnvironment(aspNetCore, workerEnvironment)('DOTNET_STARTUP_HOOKS');
  if (!hooks.known || hooks.value === undefined) return undefined;
  for (const hook of hooks.value.split(';').filter((part) => part !== '' && isAbsolutePath(part))) {
    const found = fileExists(facts, resolveApplicationPath(facts, hook));
    if ('missingFacts' in found) {
      return {
        outcome: 'unknown',
        because: `DOTNET_STARTUP_HOOKS names ${hook}; nobody said whether that file exists.`,
        missingFacts: found.missingFacts,
      };
    }
    if (found.exists) continue;
    const { version } = requestHandler;
    const failure = handlerFailure(aspNetCore, version, {
      rule: 'startup-hook-missing',
      status: '500.30',
      events: [
        managedExceptionEvent(module, facts, `System.ArgumentException: Startup hook assembly '${hook}' failed to load.`),
        coreClrFailedEvent(module, facts, handlerMajor(version), 'CLR worker thread exited prematurely'),
      ],
      message: `DOTNET_STARTUP_HOOKS names ${hook}, and that file is not there; the runtime stops before the application starts.`,
      evidence: [`DOTNET_STARTUP_HOOKS=${hooks.value}`],
      remedies: [
        {
          side: 'server',
          text: 'Install the agent the hook belongs to, or remove DOTNET_STARTUP_HOOKS from the machine, the pool and web.config.',
        },
      ],
    });
    return { outcome: 'failed', failure };
  }
  return undefined;
}

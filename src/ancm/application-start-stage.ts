import { defineStage, type StageOutcome } from '../model/stage.ts';
import { applicationEnvironment, handlerVersion } from './application-environment.ts';
import type { ApplicationStart } from './application-start.ts';
import { duplicateVariableCause } from './duplicate-variable.ts';
import { entryAssembly } from './entry-assembly.ts';
import { coreClrFailedEvent, managedExceptionEvent, workerThreadExitedEvent } from './event-log.ts';
import { handlerFailure, handlerMajor } from './handler-failure.ts';
import { besideDll } from './host-request.ts';
import { iisIntegration } from './iis-integration.ts';
import { managedStartProblem } from './managed-start.ts';
import { missingAssetsFinding } from './missing-assets.ts';
import { runtimeStart, serverStart } from './runtime-start.ts';
import { secondInitialization } from './second-initialization.ts';
import { startupTimeLimitZero } from './startup-time-limit-zero.ts';

/** The handler waits startupTimeLimit seconds; 0 is legal and means not at all. */
function timeLimitZero({ facts, module, aspNetCore, requestHandler }: ApplicationStart): StageOutcome | undefined {
  const noTime = startupTimeLimitZero(facts, aspNetCore);
  if (noTime === undefined) return undefined;
  const { version } = requestHandler;
  const event = coreClrFailedEvent(module, facts, handlerMajor(version), "Managed server didn't initialize after 0 ms.");
  return { outcome: 'failed', failure: handlerFailure(aspNetCore, version, { ...noTime, status: '500.37', events: [event] }) };
}

function duplicateVariableFor22({ facts, module, aspNetCore, requestHandler }: ApplicationStart): StageOutcome | undefined {
  const { version } = requestHandler;
  const cause = handlerMajor(version) >= 3 ? undefined : duplicateVariableCause(facts, aspNetCore, version ?? '2.2');
  if (cause === undefined) return undefined;
  const events = [coreClrFailedEvent(module, facts, 2, '')] as const;
  return { outcome: 'failed', failure: handlerFailure(aspNetCore, version, { ...cause, status: '500.30', events }) };
}

/** What ends the managed part of the start: an unhandled exception in the worker process. */
function managedStart({
  facts,
  module,
  aspNetCore,
  requestHandler,
  applicationDll,
  workerEnvironment,
}: ApplicationStart): StageOutcome | undefined {
  const { version } = requestHandler;
  const major = handlerMajor(version);
  const environment = applicationEnvironment(aspNetCore, workerEnvironment, handlerVersion(version));
  const runtimeConfig = besideDll(facts, applicationDll, '.runtimeconfig.json');
  const problem = managedStartProblem(facts, environment, { major, ...(runtimeConfig === undefined ? {} : { runtimeConfig }) });
  if (problem === undefined) return undefined;
  if (problem.kind === 'unknown') return { outcome: 'unknown', because: problem.because, missingFacts: problem.missingFacts };
  const events = [managedExceptionEvent(module, facts, major, problem.exception), workerThreadExitedEvent(module, facts, major)] as const;
  return { outcome: 'failed', failure: handlerFailure(aspNetCore, version, { ...problem, status: '500.30', events }) };
}

/** In the order in which they would show. */
const checks = [
  timeLimitZero,
  duplicateVariableFor22,
  secondInitialization,
  runtimeStart,
  entryAssembly,
  managedStart,
  serverStart,
  iisIntegration,
];

/**
 * The in-process handler brings the application up: 500.30 or 500.37. Only what the files can tell is checked; what the application's own
 * code does is not.
 * Source: dotnet/aspnetcore:src/Servers/IIS/AspNetCoreModuleV2/InProcessRequestHandler/inprocessapplication.cpp `LoadManagedApplication`.
 */
export const applicationStartStage = defineStage({
  name: 'application-start',
  checks: 'the entry assembly, the second host initialization, the runtime, the time limit and the settings files',
  needs: [
    'module',
    'aspNetCore',
    'entry',
    'host',
    'hostfxr',
    'dotnetRoot',
    'requestHandler',
    'applicationDll',
    'workerArchitecture',
    'workerEnvironment',
  ],
  perform: (facts, needs): StageOutcome => {
    const start: ApplicationStart = { facts, ...needs };
    const findings = missingAssetsFinding(facts, needs.applicationDll, needs.host);
    for (const check of checks) {
      const outcome = check(start);
      if (outcome !== undefined) return outcome.outcome === 'not-applicable' ? outcome : { ...outcome, findings };
    }
    return {
      outcome: 'passed',
      because: 'Nothing in the files keeps the application from starting; its own code is not checked.',
      findings,
    };
  },
});

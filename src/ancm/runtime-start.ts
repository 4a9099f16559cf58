import { hostErrorCodes } from '../model/host-start.ts';
import { publishAgainFor } from '../model/remedies.ts';
import type { StageOutcome } from '../model/stage.ts';
import type { ApplicationStart } from './application-start.ts';
import { type EventLogEntries, mainExitedEvent, managedExceptionEvent, workerThreadExitedEvent } from './event-log.ts';
import { handlerFailure, handlerMajor } from './handler-failure.ts';
import {
  assemblyRefusedText,
  placeOfFile,
  runtimeFailureText,
  type UnloadableFile,
  unloadableRuntime,
  unloadableServer,
} from './runtime-files.ts';

const running = ({ applicationDll: dll, host, workerArchitecture: architecture }: ApplicationStart) => ({ dll, host, architecture });

function notLoadable(start: ApplicationStart, problem: UnloadableFile, events: EventLogEntries, what: string): StageOutcome {
  const { file, why } = problem;
  const { aspNetCore, requestHandler, workerArchitecture } = start;
  const failure = handlerFailure(aspNetCore, requestHandler.version, {
    rule: 'runtime-not-loadable',
    status: '500.30',
    events,
    message: `The ${workerArchitecture} worker process cannot load ${file}, ${what}: ${why}.`,
    evidence: [`${file}: ${why}.`, `The worker process is ${workerArchitecture}.`],
    remedies: [publishAgainFor(workerArchitecture)],
    place: placeOfFile(problem),
  });
  return { outcome: 'failed', failure };
}

/** The runtime of a self-contained application comes up in the worker process, or the host returns in place of Main: 500.30. */
export function runtimeStart(start: ApplicationStart): StageOutcome | undefined {
  const { facts, module, requestHandler } = start;
  const application = running(start);
  const problem = unloadableRuntime(facts, application);
  if (problem === undefined) return undefined;
  const major = handlerMajor(requestHandler.version);
  const output = runtimeFailureText(facts, application, problem);
  const exited = mainExitedEvent(module, facts, major, hostErrorCodes.CoreClrInitFailure, output);
  return notLoadable(start, problem, [exited, workerThreadExitedEvent(module, facts, major)], 'a part of the .NET runtime');
}

/** Test: dotnet/aspnetcore:…/Common.LongTests/ShutdownTests.cs `AppOfflineDroppedWhileSiteFailedToStartInRequestHandler_SiteStops_InProcess`. */
export function serverStart(start: ApplicationStart): StageOutcome | undefined {
  const { facts, module, requestHandler } = start;
  const problem = unloadableServer(facts, running(start));
  if (problem === undefined) return undefined;
  const major = handlerMajor(requestHandler.version);
  const exception = managedExceptionEvent(module, facts, major, assemblyRefusedText(problem));
  const events = [exception, workerThreadExitedEvent(module, facts, major)] as const;
  return notLoadable(start, problem, events, 'the managed side of the request handler');
}

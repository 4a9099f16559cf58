import { hostEnvironmentVariables } from '../dotnet/host-environment.ts';
import { startHost } from '../dotnet/start-host.ts';
import { type HostStartRequest, hostErrorCodes } from '../model/host-start.ts';
import type { StageOutcome } from '../model/stage.ts';
import { applicationEnvironment, handlerVersion } from './application-environment.ts';
import type { ApplicationStart } from './application-start.ts';
import { coreClrFailedEvent, workerThreadExitedEvent } from './event-log.ts';
import { fileBeside } from './file-beside.ts';
import { handlerFailure, handlerMajor } from './handler-failure.ts';
import { refusalFinding } from './host-refusal.ts';
import { hostStartRequest } from './host-request.ts';
import { hostVariables } from './host-variables.ts';
import { attributePlace, webConfigPlace, writtenAt } from './section-place.ts';

/** Event 1007 with the host's return code, from 5.0 on with what the host wrote; then the one about the thread that ended over it. */
function initializationEvents({ module, facts, requestHandler }: ApplicationStart, code: number, text: string) {
  const major = handlerMajor(requestHandler.version);
  const logs = major >= 5 ? `, Error logs: ${text}` : '';
  const what = `Error occurred when initializing in-process application, Return code: 0x${code.toString(16)}${logs}`;
  return [coreClrFailedEvent(module, facts, major, what), workerThreadExitedEvent(module, facts, major)] as const;
}

/** The host of this application, asked anew. */
function hostAgain(start: ApplicationStart, mode: HostStartRequest['mode'], environment: ReadonlyMap<string, string>) {
  const { facts, applicationDll: dll, dotnetRoot, hostfxr, workerArchitecture: architecture } = start;
  return startHost(hostStartRequest({ facts, mode, dll, dotnetRoot, hostfxrVersion: hostfxr.version, architecture, environment }));
}

/** What the host writes when it looks for hostpolicy.dll in the dotnet root, as it does for an executable that it did not find beside. */
function searchedInDotnetRoot(start: ApplicationStart): string {
  const host = hostAgain(start, 'apphost', new Map());
  return host.outcome === 'refused' ? host.refusal.text : '';
}

/**
 * The directory query of the shim finds hostpolicy beside the application, but `hostfxr_initialize_for_dotnet_command_line` looks for it
 * in the dotnet root: a self-contained application started through dotnet stops here (dotnet/aspnetcore#25541, dotnet/runtime#56968).
 */
function selfContainedThroughDotnet(start: ApplicationStart): StageOutcome | undefined {
  const { facts, aspNetCore, entry, host, requestHandler, applicationDll } = start;
  if (entry.kind === 'self-contained' || !host.selfContained || handlerMajor(requestHandler.version) < 3) return undefined;
  const exe = fileBeside(applicationDll, '.exe');
  const failure = handlerFailure(aspNetCore, requestHandler.version, {
    rule: 'self-contained-started-by-dotnet',
    status: '500.30',
    // Two sources disagree on where this shows: as 500.30 here, or as 500.31 one step earlier.
    certainty: 'likely',
    events: initializationEvents(start, hostErrorCodes.CoreHostLibMissingFailure, searchedInDotnetRoot(start)),
    message: 'The application is self-contained, but web.config starts it through dotnet; in-process that fails.',
    evidence: [
      `web.config: processPath="${aspNetCore.processPath}" arguments="${aspNetCore.arguments}".`,
      `${fileBeside(applicationDll, '.runtimeconfig.json')} names no shared framework: the application brings its own.`,
    ],
    remedies: [
      {
        side: 'app',
        text: 'Start the exe of the application.',
        snippet: `<aspNetCore processPath=".\\${exe}" hostingModel="inprocess" />`,
      },
      { side: 'app', text: 'Publish framework-dependent.', snippet: 'dotnet publish -c Release --self-contained false' },
    ],
    place: attributePlace(facts, aspNetCore, 'processPath'),
  });
  return { outcome: 'failed', failure };
}

/** web.config variables are on the process by now, and the host reads them a second time; they can break what was settled before. */
function brokenByWebConfigVariables(start: ApplicationStart): StageOutcome | undefined {
  const { facts, aspNetCore, entry, requestHandler, applicationDll, dotnetRoot, workerArchitecture, workerEnvironment } = start;
  const relevant = aspNetCore.environmentVariables.filter(({ name }) =>
    hostEnvironmentVariables.some((known) => known.toLowerCase() === name.toLowerCase()),
  );
  const [first] = relevant;
  if (first === undefined || entry.kind === 'self-contained' || handlerMajor(requestHandler.version) < 3) return undefined;
  const environment = hostVariables(
    hostEnvironmentVariables,
    applicationEnvironment(aspNetCore, workerEnvironment, handlerVersion(requestHandler.version)),
  );
  if (!environment.complete) {
    const because = `web.config sets ${first.name}, which the host reads a second time, to a value that is not known.`;
    return { outcome: 'unknown', because, missingFacts: environment.missingFacts };
  }
  const host = hostAgain(start, 'muxer', environment.known);
  if (host.outcome === 'ready') return undefined;
  if (host.outcome === 'unknown') return { outcome: 'unknown', because: host.because, missingFacts: host.missingFacts };
  const finding = refusalFinding(host.refusal, {
    dll: applicationDll,
    architecture: workerArchitecture,
    dotnetRoot: dotnetRoot.root,
    artifact: facts.artifact,
  });
  const failure = handlerFailure(aspNetCore, requestHandler.version, {
    ...finding,
    status: '500.30',
    events: initializationEvents(start, hostErrorCodes[host.refusal.error], host.refusal.text),
    evidence: [
      ...finding.evidence,
      `${writtenAt(first)} sets ${relevant.map(({ name }) => name).join(', ')}; without it the host resolves the application.`,
    ],
    remedies: [{ side: 'app', text: `Take ${relevant.map(({ name }) => name).join(', ')} out of web.config.` }, ...finding.remedies],
    place: webConfigPlace(facts, first),
  });
  return { outcome: 'failed', failure };
}

/** The host is initialized a second time inside the handler; 500.30 when it refuses now. */
export function secondInitialization(start: ApplicationStart): StageOutcome | undefined {
  return selfContainedThroughDotnet(start) ?? brokenByWebConfigVariables(start);
}

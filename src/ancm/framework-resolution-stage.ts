import { hostEnvironmentVariables } from '../dotnet/host-environment.ts';
import { refusedWhatever } from '../dotnet/refused-whatever.ts';
import { startHost } from '../dotnet/start-host.ts';
import type { Certainty } from '../model/finding.ts';
import type { HostRefusal, HostStart } from '../model/host-start.ts';
import { defineStage, type StageOutcome } from '../model/stage.ts';
import type { StartFacts } from '../model/start-facts.ts';
import { hresults } from '../model/startup-failure.ts';
import type { WorkedOut } from '../model/worked-out.ts';
import { dependenciesNotFoundText, handlerNotFoundEvent, nativeDependenciesEvent, startFailedEvent } from './event-log.ts';
import { refusalCertainty, refusalFinding } from './host-refusal.ts';
import { hostApplication, hostStartRequest } from './host-request.ts';
import { refusedOverToken, waitsForHostToken } from './host-token.ts';
import { hostVariables } from './host-variables.ts';
import { writtenAt } from './section-place.ts';
import { shimFailure } from './shim-failure.ts';
import { waitsForUnreadFile } from './unread-host-file.ts';

type Needs = Pick<
  WorkedOut,
  'module' | 'aspNetCore' | 'entry' | 'dotnetRoot' | 'hostfxr' | 'applicationDll' | 'workerArchitecture' | 'workerEnvironment'
>;

function refused(facts: StartFacts, needs: Needs, refusal: HostRefusal, certainty: Certainty): StageOutcome {
  const { module, aspNetCore, applicationDll, workerArchitecture, dotnetRoot } = needs;
  const hresult = hresults.E_UNEXPECTED;
  const finding = refusalFinding(refusal, {
    dll: applicationDll,
    architecture: workerArchitecture,
    dotnetRoot: dotnetRoot.root,
    artifact: facts.artifact,
  });
  const failure = shimFailure(module, aspNetCore, 'inprocess', {
    ...finding,
    certainty,
    status: '500.31',
    hresult,
    evidence: [...finding.evidence, ...webConfigVariablesNote(needs)],
    events: [
      nativeDependenciesEvent(module, dependenciesNotFoundText(module)),
      handlerNotFoundEvent(module, refusal.text),
      startFailedEvent(module, facts, hresult),
    ],
  });
  return { outcome: 'failed', failure };
}

/** web.config variables reach the process only after this step; one that looks like a rescue deserves a word. */
function webConfigVariablesNote({ aspNetCore }: Needs): string[] {
  return aspNetCore.environmentVariables
    .filter(({ name }) => /^DOTNET_(?:ROLL_FORWARD|ROOT)/i.test(name))
    .map(
      (variable) =>
        `${writtenAt(variable)} sets ${variable.name}, but in-process that comes too late: only the pool's and the machine's variables count here.`,
    );
}

function ready(host: HostStart & { readonly outcome: 'ready' }): string {
  if (host.selfContained) return 'Self-contained; the application brings its frameworks.';
  return host.frameworks.length === 0
    ? 'No shared framework is asked for.'
    : `${host.frameworks.map(({ name, version }) => `${name} ${version}`).join(', ')}.`;
}

/**
 * hostfxr and hostpolicy, asked by the module for the native search directories: with the variables of the worker process, before those
 * of web.config are set. Any refusal is 500.31.
 * Source: dotnet/aspnetcore:src/Servers/IIS/AspNetCoreModuleV2/AspNetCore/HandlerResolver.cpp `FindNativeAssemblyFromHostfxr`.
 */
export const frameworkResolutionStage = defineStage({
  name: 'framework-resolution',
  checks: 'shared frameworks, roll-forward, runtimeconfig.json and deps.json, as the .NET host decides',
  needs: [
    'module',
    'aspNetCore',
    'entry',
    'dotnetRoot',
    'hostfxr',
    'hostfxrLoaded',
    'applicationDll',
    'workerArchitecture',
    'workerEnvironment',
  ],
  perform: (facts, needs): StageOutcome => {
    const { entry, dotnetRoot, hostfxr, applicationDll, workerArchitecture, workerEnvironment } = needs;
    const unread = waitsForUnreadFile(facts, applicationDll);
    if (unread !== undefined) return unread;
    const mode = entry.kind === 'self-contained' ? 'apphost' : 'muxer';
    const variables = hostVariables(hostEnvironmentVariables, workerEnvironment);
    const request = {
      facts,
      mode,
      dll: applicationDll,
      dotnetRoot,
      hostfxrVersion: hostfxr.version,
      architecture: workerArchitecture,
      environment: variables.known,
    } as const;
    const asked = hostStartRequest(request);
    const host = startHost(asked);
    if (host.outcome === 'unknown') return { outcome: 'unknown', because: host.because, missingFacts: host.missingFacts };
    const selfContained = entry.kind === 'self-contained' || (host.outcome === 'ready' && host.selfContained);
    if (!variables.complete && !selfContained && !refusedWhatever(asked, variables.unknown, host)) {
      const because = 'The .NET host reads environment variables (DOTNET_ROLL_FORWARD and others) whose values are not known.';
      return {
        outcome: 'unknown',
        because,
        missingFacts: variables.missingFacts,
        ...(host.outcome === 'ready' ? { workedOut: { host } } : {}),
      };
    }
    const token = host.outcome === 'refused' ? refusedOverToken(hostApplication(facts, applicationDll)) : undefined;
    if (token !== undefined) return waitsForHostToken(token);
    if (host.outcome === 'ready') return { outcome: 'passed', because: ready(host), workedOut: { host } };
    return refused(facts, needs, host.refusal, refusalCertainty(asked, facts, host));
  },
});

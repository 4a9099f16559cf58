import { hostEnvironmentVariables } from '../dotnet/host-environment.ts';
import { refusedWhatever } from '../dotnet/refused-whatever.ts';
import { startHost } from '../dotnet/start-host.ts';
import type { Architecture } from '../model/architecture.ts';
import type { SingleFileBundle } from '../model/binary-image.ts';
import type { HostStart, HostStartRequest } from '../model/host-start.ts';
import { publishAgain } from '../model/remedies.ts';
import type { StageOutcome } from '../model/stage.ts';
import { hresults } from '../model/startup-failure.ts';
import type { DotnetRoot } from '../model/target-server.ts';
import { pathKey } from '../windows/paths.ts';
import type { ChildStart } from './child-start.ts';
import { refusalCertainty, refusalFinding } from './host-refusal.ts';
import { hostApplication, hostStartRequest } from './host-request.ts';
import { refusedOverToken, waitsForHostToken } from './host-token.ts';
import { hostVariables } from './host-variables.ts';
import { bareBuilder } from './iis-integration.ts';
import { whyAssemblyRefused } from './image-architecture.ts';
import { managedStartProblem } from './managed-start.ts';
import { missingAssetsFinding } from './missing-assets.ts';
import { type ChildFailureCause, childFailure } from './outofprocess-failure.ts';
import {
  assemblyRefusedText,
  placeOfFile,
  runtimeFailureText,
  type UnloadableFile,
  unloadableRuntime,
  unloadableServer,
} from './runtime-files.ts';
import type { HookingRuntime } from './startup-hooks.ts';
import { waitsForUnreadFile } from './unread-host-file.ts';

/** The child as the .NET host starts it. */
export interface ChildHost {
  readonly mode: HostStartRequest['mode'];
  /** Entry assembly, relative to the application root. */
  readonly dll: string;
  readonly dotnetRoot: DotnetRoot;
  readonly hostfxrVersion: string | undefined;
  readonly architecture: Architecture;
  /** The single file that holds the application; absent where it lies in files of its own. */
  readonly bundle?: SingleFileBundle;
}

type Ready = HostStart & { readonly outcome: 'ready' };

function wrongArchitecture(start: ChildStart, child: ChildHost): StageOutcome | undefined {
  const image = start.facts.artifact.images.get(pathKey(child.dll));
  const why = image === undefined ? undefined : whyAssemblyRefused(image, child.architecture);
  if (image === undefined || why === undefined) return undefined;
  const damaged = image.format !== 'pe' || image.clr === undefined;
  const failure = childFailure(start, {
    rule: damaged ? 'entry-assembly-unloadable' : 'entry-assembly-architecture',
    hresult: hresults.PROCESS_EXITED,
    message: damaged
      ? `${child.dll} cannot be loaded as an assembly: ${why}.`
      : `${child.dll} cannot be loaded into an ${child.architecture} process: ${why}.`,
    evidence: [`${child.dll}: ${why}.`, `The process that is started is ${child.architecture}.`],
    remedies: [{ side: 'app', text: 'Compile for AnyCPU, or for the architecture of the dotnet that is used.' }],
    output: `Unhandled exception. System.BadImageFormatException: Could not load file or assembly '${child.dll}'.`,
    place: { in: 'artifact', file: child.dll },
  });
  return { outcome: 'failed', failure };
}

function notLoadable(
  start: ChildStart,
  problem: UnloadableFile,
  cause: Pick<ChildFailureCause, 'message' | 'output' | 'certainty'>,
): StageOutcome {
  const failure = childFailure(start, {
    ...cause,
    rule: 'runtime-not-loadable',
    hresult: hresults.PROCESS_EXITED,
    evidence: [`${problem.file}: ${problem.why}.`],
    remedies: [publishAgain],
    place: placeOfFile(problem),
  });
  return { outcome: 'failed', failure };
}

function runtimeProblem(start: ChildStart, { dll, architecture, bundle }: ChildHost, host: Ready): StageOutcome | undefined {
  const application = { dll, host, architecture };
  const problem = bundle === undefined ? unloadableRuntime(start.facts, application) : undefined;
  if (problem === undefined) return undefined;
  return notLoadable(start, problem, {
    message: `The ${architecture} process cannot load ${problem.file}, a part of the .NET runtime: ${problem.why}.`,
    output: runtimeFailureText(start.facts, application, problem),
  });
}

/** A builder without IIS integration does without that assembly, and the metadata is only a hint at which one is called. */
function serverProblem(start: ChildStart, { dll, architecture, bundle }: ChildHost, host: Ready): StageOutcome | undefined {
  const problem = bundle === undefined ? unloadableServer(start.facts, { dll, host, architecture }) : undefined;
  if (problem === undefined || bareBuilder(start.facts, dll, 'UseIIS') !== undefined) return undefined;
  return notLoadable(start, problem, {
    message: `The ${architecture} process cannot load ${problem.file}, which the default builders call out-of-process too: ${problem.why}.`,
    output: `Unhandled exception. ${assemblyRefusedText(problem)}`,
    certainty: 'likely',
  });
}

const majorOf = (host: Ready): number =>
  Number(host.frameworks.at(-1)?.version.split('.')[0] ?? host.hostpolicyVersion?.split('.')[0] ?? 10);

/** What ends the managed part of the child's start. */
export function childManagedStart(start: ChildStart, runtime: HookingRuntime): StageOutcome | undefined {
  const problem = managedStartProblem(start.facts, start.environment, runtime);
  if (problem === undefined) return undefined;
  if (problem.kind === 'unknown') return { outcome: 'unknown', because: problem.because, missingFacts: problem.missingFacts };
  const failure = childFailure(start, {
    ...problem,
    hresult: hresults.PROCESS_EXITED,
    output: `Unhandled exception. ${problem.exception}`,
  });
  return { outcome: 'failed', failure };
}

/** The .NET host inside the child: frameworks with the child's own environment, then the entry assembly and the managed start. */
export function startChildHost(start: ChildStart, child: ChildHost): StageOutcome {
  const { facts, environment } = start;
  const unread = child.bundle === undefined ? waitsForUnreadFile(facts, child.dll) : undefined;
  if (unread !== undefined) return unread;
  const variables = hostVariables(hostEnvironmentVariables, environment);
  const asked = hostStartRequest({ facts, ...child, environment: variables.known });
  const host = startHost(asked);
  if (host.outcome === 'unknown') return { outcome: 'unknown', because: host.because, missingFacts: host.missingFacts };
  const settled = host.outcome === 'ready' ? host.selfContained : refusedWhatever(asked, variables.unknown, host);
  if (!variables.complete && !settled) {
    return {
      outcome: 'unknown',
      because: 'The .NET host reads environment variables (DOTNET_ROLL_FORWARD and others) whose values are not known.',
      missingFacts: variables.missingFacts,
    };
  }
  const token = host.outcome === 'refused' ? refusedOverToken(hostApplication(facts, child.dll, child.bundle)) : undefined;
  if (token !== undefined) return waitsForHostToken(token);
  if (host.outcome === 'refused') {
    const finding = refusalFinding(host.refusal, {
      dll: child.dll,
      architecture: child.architecture,
      dotnetRoot: child.dotnetRoot.root,
      artifact: facts.artifact,
    });
    const certainty = refusalCertainty(asked, facts, host);
    const cause = { ...finding, certainty, hresult: hresults.PROCESS_EXITED, output: host.refusal.text };
    return { outcome: 'failed', failure: childFailure(start, cause) };
  }
  const findings = missingAssetsFinding(facts, child.dll, host);
  const { runtimeConfig } = hostApplication(facts, child.dll, child.bundle);
  const runtime = { major: majorOf(host), ...(runtimeConfig === undefined ? {} : { runtimeConfig }) };
  const problem =
    runtimeProblem(start, child, host) ??
    wrongArchitecture(start, child) ??
    childManagedStart(start, runtime) ??
    serverProblem(start, child, host);
  if (problem !== undefined) return problem.outcome === 'not-applicable' ? problem : { ...problem, findings };
  const frameworks = host.frameworks.map(({ name, version }) => `${name} ${version}`).join(', ');
  return {
    outcome: 'passed',
    because: host.selfContained ? 'Self-contained; it brings its frameworks.' : `${frameworks}.`,
    workedOut: { host, dotnetRoot: child.dotnetRoot, applicationDll: child.dll },
    findings,
  };
}

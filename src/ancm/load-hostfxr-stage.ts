import { poolBitnessRemedy } from '../iis/pool-bitness.ts';
import { poolInWords } from '../iis/pool-facts.ts';
import type { Architecture } from '../model/architecture.ts';
import type { Machine } from '../model/binary-image.ts';
import type { FailureCause, StartupFailure } from '../model/finding.ts';
import { restartIis } from '../model/remedies.ts';
import { defineStage, type StageOutcome } from '../model/stage.ts';
import type { StartFacts } from '../model/start-facts.ts';
import { type EventLogEntry, hresults } from '../model/startup-failure.ts';
import type { WorkedOut } from '../model/worked-out.ts';
import { fileName, parentPath, pathKey } from '../windows/paths.ts';
import { handlerNotFoundEvent, nativeDependenciesEvent, startFailedEvent } from './event-log.ts';
import { whyNotLoadable } from './image-architecture.ts';
import { shimFailure } from './shim-failure.ts';

const requiredExport = 'hostfxr_get_native_search_directories';

type Needs = Pick<WorkedOut, 'module' | 'aspNetCore' | 'hostfxr' | 'entry' | 'dotnetRoot' | 'workerArchitecture'>;

interface LoadProblem extends Pick<FailureCause, 'message' | 'evidence' | 'remedies'> {
  /** It was loaded, and lacks what the module calls. */
  readonly exportMissing?: true;
  /** The file inside the artifact, when it is one. */
  readonly file?: string;
}

/** Before 3.0 nothing was written about a dll that does not load, only about one that lacks the export (dotnet/aspnetcore#6670). */
function loadEvents({ module, hostfxr: { path } }: Needs, { exportMissing }: LoadProblem): EventLogEntry[] {
  const tooOld = `Hostfxr version used does not support '${requiredExport}', update the version of hostfxr to a higher version. Path to hostfxr: '${path}'.`;
  const unloadable = `Unable to load '${path}'. This might be caused by a bitness mismatch between IIS application pool and published application.`;
  return [...(exportMissing === true ? [tooOld] : []), ...(module.major < 3 ? [] : [unloadable])].map((text) =>
    nativeDependenciesEvent(module, text),
  );
}

function loadFailure(facts: StartFacts, needs: Needs, problem: LoadProblem): StartupFailure {
  const { module, aspNetCore } = needs;
  const hresult = problem.exportMissing === true ? hresults.ERROR_PROC_NOT_FOUND : hresults.ERROR_BAD_EXE_FORMAT;
  const last = [handlerNotFoundEvent(module, ''), startFailedEvent(module, facts, hresult)] as const;
  const [first, ...others] = loadEvents(needs, problem);
  return shimFailure(module, aspNetCore, 'inprocess', {
    rule: 'hostfxr-not-loadable',
    status: '500.32',
    hresult,
    events: first === undefined ? last : [first, ...others, ...last],
    message: problem.message,
    evidence: problem.evidence,
    remedies: problem.remedies,
    place: problem.file === undefined ? { in: 'server', fact: 'dotnet' } : { in: 'artifact', file: problem.file },
  });
}

/** hostfxr.dll of the artifact is not for this worker process, or no image at all. */
function artifactRefused(
  facts: StartFacts,
  needs: Needs,
  file: string,
  { machine, why }: { readonly machine: Machine | undefined; readonly why: string },
): StartupFailure {
  const { workerArchitecture } = needs;
  const otherBitness = (machine === 'x86' && workerArchitecture === 'x64') || (machine === 'x64' && workerArchitecture === 'x86');
  return loadFailure(facts, needs, {
    file,
    message:
      machine === undefined
        ? `The worker process cannot load ${file} of this self-contained application: ${why}.`
        : `The application is self-contained for ${machine}, but its worker process is ${workerArchitecture}.`,
    evidence: [`${file}: ${why}.`, `The worker process of ${poolInWords(facts.target)} is ${workerArchitecture}.`],
    remedies: [
      {
        side: 'app',
        text: `Publish for ${workerArchitecture}.`,
        snippet: `dotnet publish -c Release -r win-${workerArchitecture} --self-contained`,
      },
      ...(otherBitness ? [poolBitnessRemedy(facts.target, machine)] : []),
    ],
  });
}

function artifactHostfxr(facts: StartFacts, needs: Needs): StageOutcome {
  const { hostfxr, entry, workerArchitecture } = needs;
  const folder = entry.kind === 'self-contained' ? entry.folder : parentPath(hostfxr.path);
  const file = folder === '' ? 'hostfxr.dll' : `${folder}\\hostfxr.dll`;
  const image = facts.artifact.images.get(pathKey(file));
  if (image === undefined) return { outcome: 'unknown', because: `${file} could not be looked into.`, missingFacts: [] };
  const why = whyNotLoadable(image, workerArchitecture);
  if (why !== undefined) {
    const machine = image.format === 'pe' ? image.machine : undefined;
    return { outcome: 'failed', failure: artifactRefused(facts, needs, file, { machine, why }) };
  }
  if (image.format === 'pe' && image.exports !== undefined && !image.exports.includes(requiredExport)) {
    const failure = loadFailure(facts, needs, {
      file,
      exportMissing: true,
      message: `${file} is not a hostfxr the module can use: it does not export ${requiredExport}.`,
      evidence: [
        `${file} exports ${image.exports.length === 0 ? 'nothing' : `${image.exports.length} functions`}, ${requiredExport} is not among them.`,
      ],
      remedies: [{ side: 'app', text: 'Publish again; a hostfxr.dll of .NET Core 2.1 or later is needed.' }],
    });
    return { outcome: 'failed', failure };
  }
  return passed(file, workerArchitecture);
}

/** The dotnet on the server is of another architecture than the worker process. */
function serverRefused(facts: StartFacts, needs: Needs, architecture: Architecture): StartupFailure {
  const { aspNetCore, entry, dotnetRoot, workerArchitecture } = needs;
  const named = entry.kind === 'dotnet' && fileName(entry.request) !== entry.request;
  return loadFailure(facts, needs, {
    message: named
      ? `processPath leads to the ${architecture} dotnet, but the worker process is ${workerArchitecture}; when a folder is named the module does not compare them.`
      : `The dotnet that the module finds is ${architecture}, but the worker process is ${workerArchitecture}.`,
    evidence: [
      `${dotnetRoot.root} is ${architecture}.`,
      `The worker process of ${poolInWords(facts.target)} is ${workerArchitecture}.`,
      `web.config: processPath="${aspNetCore.processPath}".`,
    ],
    remedies: [
      named
        ? { side: 'app', text: 'Write processPath="dotnet" and let the module find the right one.', snippet: 'processPath="dotnet"' }
        : {
            side: 'server',
            text: `Install the ASP.NET Core Hosting Bundle with the ${workerArchitecture} runtime, then restart IIS.`,
            snippet: restartIis,
          },
      ...(architecture === 'arm64' ? [] : [poolBitnessRemedy(facts.target, architecture)]),
    ],
  });
}

function serverHostfxr(facts: StartFacts, needs: Needs): StageOutcome {
  const { hostfxr, dotnetRoot, workerArchitecture } = needs;
  const { root, architecture } = dotnetRoot;
  if (architecture === undefined)
    return { outcome: 'unknown', because: `The architecture of ${root} is not known.`, missingFacts: ['dotnet[].architecture'] };
  if (architecture !== workerArchitecture) return { outcome: 'failed', failure: serverRefused(facts, needs, architecture) };
  if (/^(?:1\.|2\.0\.)/.test(hostfxr.version ?? '')) {
    const failure = loadFailure(facts, needs, {
      exportMissing: true,
      message: `hostfxr ${hostfxr.version ?? ''} is too old for in-process hosting; the module needs 2.1 or later.`,
      evidence: [`The highest hostfxr of ${root} is ${hostfxr.version ?? 'unknown'}.`],
      remedies: [{ side: 'server', text: 'Install a supported .NET runtime (Hosting Bundle).' }],
    });
    return { outcome: 'failed', failure };
  }
  return passed(`${fileName(hostfxr.path)} ${hostfxr.version ?? ''}`, workerArchitecture);
}

function passed(what: string, architecture: Architecture): StageOutcome {
  const because = `${what} is for ${architecture}, like the worker process.`;
  return { outcome: 'passed', because, workedOut: { hostfxrLoaded: true } };
}

/**
 * LoadLibrary of hostfxr.dll in the worker process: 500.32 when it is of another machine, damaged or too old.
 * Source: dotnet/aspnetcore:src/Servers/IIS/AspNetCoreModuleV2/CommonLib/HostFxr.cpp; test `PublishWithWrongBitness`.
 */
export const loadHostfxrStage = defineStage({
  name: 'load-hostfxr',
  checks: 'hostfxr.dll against the architecture of the worker process',
  needs: ['module', 'aspNetCore', 'hostfxr', 'entry', 'dotnetRoot', 'workerArchitecture'],
  perform: (facts, workedOut) =>
    workedOut.hostfxr.beside === 'application' ? artifactHostfxr(facts, workedOut) : serverHostfxr(facts, workedOut),
});

import { poolBitness } from '../iis/pool-bitness.ts';
import { poolInWords } from '../iis/pool-facts.ts';
import type { AspNetCoreSection } from '../model/aspnetcore-section.ts';
import type { FailureCause, Remedy, StartupFailure } from '../model/finding.ts';
import { restartIis } from '../model/remedies.ts';
import { defineStage, type StageOutcome } from '../model/stage.ts';
import type { StartFacts } from '../model/start-facts.ts';
import { type EventLogEntry, hresults } from '../model/startup-failure.ts';
import type { ModuleGeneration, WorkedOut } from '../model/worked-out.ts';
import { fileName, parentPath, pathKey } from '../windows/paths.ts';
import { handlerNotFoundEvent, nativeDependenciesEvent, startFailedEvent } from './event-log.ts';
import { whyNotLoadable } from './image-architecture.ts';
import { shimFailure } from './shim-failure.ts';

const requiredExport = 'hostfxr_get_native_search_directories';

interface LoadProblem extends Pick<FailureCause, 'message' | 'evidence' | 'remedies'> {
  readonly facts: StartFacts;
  readonly module: ModuleGeneration;
  readonly section: AspNetCoreSection;
  readonly path: string;
  readonly exportMissing?: boolean;
  /** The file inside the artifact, when it is one. */
  readonly file?: string;
}

/** Before 3.0 nothing was written about a dll that does not load, only about one that lacks the export (dotnet/aspnetcore#6670). */
function loadEvents({ module, path, exportMissing }: LoadProblem): EventLogEntry[] {
  const tooOld = `Hostfxr version used does not support '${requiredExport}', update the version of hostfxr to a higher version. Path to hostfxr: '${path}'.`;
  const unloadable = `Unable to load '${path}'. This might be caused by a bitness mismatch between IIS application pool and published application.`;
  return [...(exportMissing === true ? [tooOld] : []), ...(module.major < 3 ? [] : [unloadable])].map((text) =>
    nativeDependenciesEvent(module, text),
  );
}

function loadFailure(problem: LoadProblem): StartupFailure {
  const { facts, module, section } = problem;
  const hresult = problem.exportMissing === true ? hresults.ERROR_PROC_NOT_FOUND : hresults.ERROR_BAD_EXE_FORMAT;
  const last = [handlerNotFoundEvent(module, ''), startFailedEvent(module, facts, hresult)] as const;
  const [first, ...others] = loadEvents(problem);
  return shimFailure(module, section, 'inprocess', {
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

function artifactHostfxr(facts: StartFacts, { module, aspNetCore, hostfxr, entry, workerArchitecture }: Needs): StageOutcome {
  const folder = entry.kind === 'self-contained' ? entry.folder : parentPath(hostfxr.path);
  const relative = folder === '' ? 'hostfxr.dll' : `${folder}\\hostfxr.dll`;
  const image = facts.artifact.images.get(pathKey(relative));
  if (image === undefined) return { outcome: 'unknown', because: `${relative} could not be looked into.`, missingFacts: [] };
  const why = whyNotLoadable(image, workerArchitecture);
  const common = { facts, module, section: aspNetCore, path: hostfxr.path, file: relative };
  if (why !== undefined) {
    const other = image.format === 'pe' ? image.machine : undefined;
    const republish: Remedy = {
      side: 'app',
      text: `Publish for ${workerArchitecture}.`,
      snippet: `dotnet publish -c Release -r win-${workerArchitecture} --self-contained`,
    };
    const failure = loadFailure({
      ...common,
      message:
        other === undefined
          ? `The worker process cannot load ${relative} of this self-contained application: ${why}.`
          : `The application is self-contained for ${other}, but its worker process is ${workerArchitecture}.`,
      evidence: [`${relative}: ${why}.`, `The worker process of ${poolInWords(facts.target)} is ${workerArchitecture}.`],
      remedies: [
        republish,
        ...((other === 'x86' && workerArchitecture === 'x64') || (other === 'x64' && workerArchitecture === 'x86')
          ? [poolBitness(facts.target, other)]
          : []),
      ],
    });
    return { outcome: 'failed', failure };
  }
  if (image.format === 'pe' && image.exports !== undefined && !image.exports.includes(requiredExport)) {
    const failure = loadFailure({
      ...common,
      exportMissing: true,
      message: `${relative} is not a hostfxr the module can use: it does not export ${requiredExport}.`,
      evidence: [
        `${relative} exports ${image.exports.length === 0 ? 'nothing' : `${image.exports.length} functions`}, ${requiredExport} is not among them.`,
      ],
      remedies: [{ side: 'app', text: 'Publish again; a hostfxr.dll of .NET Core 2.1 or later is needed.' }],
    });
    return { outcome: 'failed', failure };
  }
  return {
    outcome: 'passed',
    because: `${relative} is for ${workerArchitecture}, like the worker process.`,
    workedOut: { hostfxrLoaded: true },
  };
}

function serverHostfxr(facts: StartFacts, { module, aspNetCore, hostfxr, entry, dotnetRoot, workerArchitecture }: Needs): StageOutcome {
  const common = { facts, module, section: aspNetCore, path: hostfxr.path };
  if (dotnetRoot.architecture === undefined) {
    return { outcome: 'unknown', because: `The architecture of ${dotnetRoot.root} is not known.`, missingFacts: ['dotnet[].architecture'] };
  }
  if (dotnetRoot.architecture !== workerArchitecture) {
    const named = entry.kind === 'dotnet' && fileName(entry.request) !== entry.request;
    const failure = loadFailure({
      ...common,
      message: named
        ? `processPath leads to the ${dotnetRoot.architecture} dotnet, but the worker process is ${workerArchitecture}; when a folder is named the module does not compare them.`
        : `The dotnet that the module finds is ${dotnetRoot.architecture}, but the worker process is ${workerArchitecture}.`,
      evidence: [
        `${dotnetRoot.root} is ${dotnetRoot.architecture}.`,
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
        ...(dotnetRoot.architecture === 'arm64' ? [] : [poolBitness(facts.target, dotnetRoot.architecture)]),
      ],
    });
    return { outcome: 'failed', failure };
  }
  if (/^(?:1\.|2\.0\.)/.test(hostfxr.version ?? '')) {
    const failure = loadFailure({
      ...common,
      exportMissing: true,
      message: `hostfxr ${hostfxr.version ?? ''} is too old for in-process hosting; the module needs 2.1 or later.`,
      evidence: [`The highest hostfxr of ${dotnetRoot.root} is ${hostfxr.version ?? 'unknown'}.`],
      remedies: [{ side: 'server', text: 'Install a supported .NET runtime (Hosting Bundle).' }],
    });
    return { outcome: 'failed', failure };
  }
  return {
    outcome: 'passed',
    because: `${fileName(hostfxr.path)} ${hostfxr.version ?? ''} is for ${workerArchitecture}, like the worker process.`,
    workedOut: { hostfxrLoaded: true },
  };
}

type Needs = Pick<WorkedOut, 'module' | 'aspNetCore' | 'hostfxr' | 'entry' | 'dotnetRoot' | 'workerArchitecture'>;

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

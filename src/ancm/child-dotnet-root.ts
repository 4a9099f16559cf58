import { findDotnetRoot } from '../dotnet/find-dotnet-root.ts';
import { highestFxVersion } from '../dotnet/fx-version.ts';
import type { Architecture } from '../model/architecture.ts';
import type { StartupFailure } from '../model/finding.ts';
import type { StageOutcome } from '../model/stage.ts';
import type { StartServer } from '../model/start-facts.ts';
import { hresults } from '../model/startup-failure.ts';
import type { DotnetRoot } from '../model/target-server.ts';
import { fullPathKey } from '../windows/paths.ts';
import { applicationFolder } from './application-folder.ts';
import type { ChildStart } from './child-start.ts';
import { rootAt } from './dotnet-search.ts';
import { childFailure } from './outofprocess-failure.ts';

export interface ChildDotnetRoot {
  readonly root: DotnetRoot;
  /** The highest hostfxr below it; absent where nobody said. */
  readonly hostfxrVersion: string | undefined;
}

/** The manifest lists every dotnet root, so a folder that exists without being one has to be in `existingFiles`. */
function folderOn(server: StartServer, roots: readonly DotnetRoot[]) {
  return (path: string) => {
    if (rootAt(roots, path) !== undefined) return 'dotnet-root';
    if (server.existingFiles === undefined) return undefined;
    const key = fullPathKey(path);
    return server.existingFiles.map(fullPathKey).some((file) => file === key || file.startsWith(`${key}\\`)) ? 'other' : 'absent';
  };
}

const installRemedy = (architecture: Architecture) => ({
  side: 'server' as const,
  text: `Install the ASP.NET Core Hosting Bundle; its ${architecture} runtime is what this exe needs. Then restart IIS.`,
  snippet: 'net stop was /y\nnet start w3svc',
});

function nothingFound(start: ChildStart, exe: string, architecture: Architecture, searched: readonly string[]): StartupFailure {
  return childFailure(start, {
    rule: 'dotnet-missing',
    hresult: hresults.PROCESS_EXITED,
    message: `${exe} needs an ${architecture} .NET runtime, and finds none on the server.`,
    evidence: searched.map((place) => `${exe} looked: ${place}.`),
    remedies: [
      installRemedy(architecture),
      {
        side: 'app',
        text: 'Publish self-contained, so that the server needs no runtime.',
        snippet: `dotnet publish -c Release -r win-${architecture} --self-contained`,
      },
    ],
    output: [
      'You must install .NET to run this application.',
      '',
      `App: ${applicationFolder(start.facts)}\\${exe}`,
      `Architecture: ${architecture}`,
      '.NET location: Not found',
    ].join('\n'),
    place: { in: 'artifact', file: exe },
  });
}

function hostfxrMissing(start: ChildStart, exe: string, root: DotnetRoot, version: string | undefined): StartupFailure {
  const folder = `${root.root}\\host\\fxr`;
  return childFailure(start, {
    rule: 'hostfxr-missing',
    hresult: hresults.PROCESS_EXITED,
    message: `${exe} takes the runtime at ${root.root}, which has no usable hostfxr: only the highest version folder counts, and it must hold hostfxr.dll.`,
    evidence: [version === undefined ? `${folder} holds no version folder.` : `${folder}\\${version} is there without hostfxr.dll.`],
    remedies: [{ side: 'server', text: 'Repair or reinstall the ASP.NET Core Hosting Bundle.' }],
    output:
      version === undefined
        ? `Error: [${folder}] does not contain any version-numbered child folders`
        : `Error: the required library hostfxr.dll could not be found in [${folder}\\${version}]`,
  });
}

function otherArchitecture(start: ChildStart, exe: string, root: DotnetRoot, how: string, architecture: Architecture): StartupFailure {
  return childFailure(start, {
    rule: 'hostfxr-not-loadable',
    hresult: hresults.PROCESS_EXITED,
    message: `${exe} is ${architecture}, and the runtime that ${how} leads to, ${root.root}, is ${root.architecture}.`,
    evidence: [`${root.root} is ${root.architecture}; it was found through ${how}.`],
    remedies: [
      { side: 'server', text: `Point ${how} at an ${architecture} runtime, or remove it.` },
      { side: 'app', text: `Publish for ${root.architecture}.`, snippet: `dotnet publish -c Release -r win-${root.architecture}` },
    ],
    output: `Failed to load the dll from [${root.root}\\host\\fxr\\…\\hostfxr.dll], HRESULT: 0x800700C1`,
  });
}

/** The runtime that an apphost without a hostfxr.dll beside it takes: variables of its own environment, the registry, Program Files. */
export function globalDotnetRoot(start: ChildStart, exe: string, architecture: Architecture): ChildDotnetRoot | StageOutcome {
  const { server } = start.facts;
  const roots = server?.dotnet;
  if (server === undefined || roots === undefined)
    return { outcome: 'unknown', because: 'Nobody said which .NET runtimes the server has.', missingFacts: ['dotnet'] };
  const search = findDotnetRoot({
    architecture,
    osArchitecture: server.os?.architecture,
    environment: start.environment,
    installLocation: server.dotnetInstallLocations?.[architecture],
    folder: folderOn(server, roots),
  });
  if (search.found === 'unknown') return { outcome: 'unknown', because: search.because, missingFacts: search.missingFacts };
  if (!search.found) return { outcome: 'failed', failure: nothingFound(start, exe, architecture, search.searched) };
  const root = rootAt(roots, search.root);
  if (root === undefined) return { outcome: 'failed', failure: nothingFound(start, exe, architecture, [search.root]) };
  if (root.hostfxr === undefined) return { root, hostfxrVersion: undefined };
  const highest = highestFxVersion(root.hostfxr);
  if (highest?.complete !== true) return { outcome: 'failed', failure: hostfxrMissing(start, exe, root, highest?.version) };
  if (root.architecture === undefined)
    return { outcome: 'unknown', because: `Nobody said for which architecture ${root.root} is.`, missingFacts: ['dotnet[].architecture'] };
  return root.architecture === architecture
    ? { root, hostfxrVersion: highest.version }
    : { outcome: 'failed', failure: otherArchitecture(start, exe, root, search.how, architecture) };
}

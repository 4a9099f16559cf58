import { findDotnetRoot } from '../dotnet/find-dotnet-root.ts';
import { highestFxVersion } from '../dotnet/fx-version.ts';
import type { Architecture } from '../model/architecture.ts';
import type { StartupFailure } from '../model/finding.ts';
import { publishSelfContained, restartIis } from '../model/remedies.ts';
import type { StageOutcome } from '../model/stage.ts';
import type { StartFacts } from '../model/start-facts.ts';
import { hresults } from '../model/startup-failure.ts';
import type { DotnetRoot } from '../model/target-server.ts';
import { fullPathKey } from '../windows/paths.ts';
import { hostfxrMissingText, hostfxrNotLoadableText, runtimeNotFoundText } from './apphost-texts.ts';
import { applicationFolder, resolveApplicationPath } from './application-folder.ts';
import type { ChildStart } from './child-start.ts';
import { dotnetRootInArtifact } from './dotnet-root-in-artifact.ts';
import { rootAt } from './dotnet-search.ts';
import { frameworkReferences } from './framework-references.ts';
import { childFailure } from './outofprocess-failure.ts';

export interface ChildDotnetRoot {
  readonly root: DotnetRoot;
  /** The highest hostfxr below it; absent where nobody said. */
  readonly hostfxrVersion: string | undefined;
}

/** The exe, and what is known of the host in it. */
export interface ChildApphost {
  readonly exe: string;
  readonly architecture: Architecture;
  readonly runtimeConfig: Uint8Array | undefined;
}

/** The major version the exe was made with: that of the framework its application asks for. */
function apphostMajor(runtimeConfig: Uint8Array | undefined): { readonly apphostMajor?: number } {
  const version = frameworkReferences(runtimeConfig)[0]?.version;
  const major = Number.parseInt(version ?? '', 10);
  return Number.isNaN(major) ? {} : { apphostMajor: major };
}

/** A folder that is part of the artifact; `undefined` where the path leads elsewhere. */
function folderInArtifact(facts: StartFacts, path: string): { readonly key: string; readonly files: readonly string[] } | undefined {
  const resolved = resolveApplicationPath(facts, path);
  if (resolved.in !== 'application') return undefined;
  const prefix = `${resolved.key}\\`;
  const files = [...facts.artifact.files.keys()].filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));
  return { key: resolved.key, files };
}

/** The manifest lists every dotnet root of the server, so a folder that exists without being one has to be in `existingFiles`. */
function folderOn(facts: StartFacts, roots: readonly DotnetRoot[]) {
  return (path: string) => {
    if (rootAt(roots, path) !== undefined) return 'dotnet-root';
    const inside = folderInArtifact(facts, path);
    if (inside !== undefined && inside.files.length > 0)
      return inside.files.some((file) => file.startsWith('host\\fxr\\')) ? 'dotnet-root' : 'other';
    const existing = facts.server?.existingFiles;
    if (inside !== undefined) return 'absent';
    if (existing === undefined) return undefined;
    const key = fullPathKey(path);
    return existing.map(fullPathKey).some((file) => file === key || file.startsWith(`${key}\\`)) ? 'other' : 'absent';
  };
}

const installRemedy = (architecture: Architecture) => ({
  side: 'server' as const,
  text: `Install the ASP.NET Core Hosting Bundle; its ${architecture} runtime is what this exe needs. Then restart IIS.`,
  snippet: restartIis,
});

function nothingFound(start: ChildStart, { exe, architecture, runtimeConfig }: ChildApphost, searched: readonly string[]): StartupFailure {
  return childFailure(start, {
    rule: 'dotnet-missing',
    hresult: hresults.PROCESS_EXITED,
    message: `${exe} needs an ${architecture} .NET runtime, and finds none on the server.`,
    evidence: searched.map((place) => `${exe} looked: ${place}.`),
    remedies: [installRemedy(architecture), publishSelfContained(architecture)],
    output: runtimeNotFoundText(apphostMajor(runtimeConfig), `${applicationFolder(start.facts)}\\${exe}`, architecture),
    place: { in: 'artifact', file: exe },
  });
}

function hostfxrMissing(
  start: ChildStart,
  { exe, runtimeConfig }: ChildApphost,
  root: DotnetRoot,
  version: string | undefined,
): StartupFailure {
  const folder = `${root.root}\\host\\fxr`;
  return childFailure(start, {
    rule: 'hostfxr-missing',
    hresult: hresults.PROCESS_EXITED,
    message: `${exe} takes the runtime at ${root.root}, which has no usable hostfxr: only the highest version folder counts, and it must hold hostfxr.dll.`,
    evidence: [version === undefined ? `${folder} holds no version folder.` : `${folder}\\${version} is there without hostfxr.dll.`],
    remedies: [{ side: 'server', text: 'Repair or reinstall the ASP.NET Core Hosting Bundle.' }],
    output: hostfxrMissingText(apphostMajor(runtimeConfig), root.root, version),
  });
}

function otherArchitecture(
  start: ChildStart,
  { exe, architecture, runtimeConfig }: ChildApphost,
  root: DotnetRoot,
  how: string,
): StartupFailure {
  return childFailure(start, {
    rule: 'hostfxr-not-loadable',
    hresult: hresults.PROCESS_EXITED,
    message: `${exe} is ${architecture}, and the runtime that ${how} leads to, ${root.root}, is ${root.architecture}.`,
    evidence: [`${root.root} is ${root.architecture}; it was found through ${how}.`],
    remedies: [
      { side: 'server', text: `Point ${how} at an ${architecture} runtime, or remove it.` },
      { side: 'app', text: `Publish for ${root.architecture}.`, snippet: `dotnet publish -c Release -r win-${root.architecture}` },
    ],
    output: hostfxrNotLoadableText(apphostMajor(runtimeConfig), `${root.root}\\host\\fxr\\…\\hostfxr.dll`),
  });
}

/** Nobody said what is registered, and a runtime that would do lies where only the registry leads. */
function mayBeRegistered({ facts: { server } }: ChildStart, architecture: Architecture): boolean {
  return (
    server?.dotnetInstallLocations === undefined &&
    (server?.dotnet ?? []).some((root) => root.architecture === undefined || root.architecture === architecture)
  );
}

/** The runtime that an apphost without a hostfxr.dll beside it takes: variables of its own environment, the registry, Program Files. */
export function globalDotnetRoot(start: ChildStart, apphost: ChildApphost): ChildDotnetRoot | StageOutcome {
  const { facts } = start;
  const { architecture, runtimeConfig } = apphost;
  const roots = facts.server?.dotnet;
  if (facts.server === undefined || roots === undefined)
    return { outcome: 'unknown', because: 'Nobody said which .NET runtimes the server has.', missingFacts: ['dotnet'] };
  const search = findDotnetRoot({
    architecture,
    ...apphostMajor(runtimeConfig),
    osArchitecture: facts.server.os?.architecture,
    environment: start.environment,
    installLocation: facts.server.dotnetInstallLocations?.[architecture],
    folder: folderOn(facts, roots),
  });
  if (search.found === 'unknown') return { outcome: 'unknown', because: search.because, missingFacts: search.missingFacts };
  if (!search.found && !search.atVariable && mayBeRegistered(start, architecture))
    return { outcome: 'unknown', because: 'Nobody said where .NET is registered.', missingFacts: ['dotnetInstallLocations'] };
  if (!search.found) return { outcome: 'failed', failure: nothingFound(start, apphost, search.searched) };
  return rootInUse(start, apphost, rootAt(roots, search.root) ?? rootInArtifact(facts, search.root), search.how);
}

function rootInArtifact(facts: StartFacts, path: string): DotnetRoot {
  return dotnetRootInArtifact(facts, folderInArtifact(facts, path)?.key ?? '');
}

function rootInUse(start: ChildStart, apphost: ChildApphost, root: DotnetRoot, how: string): ChildDotnetRoot | StageOutcome {
  if (root.hostfxr === undefined) return { root, hostfxrVersion: undefined };
  const highest = highestFxVersion(root.hostfxr);
  if (highest?.complete !== true) return { outcome: 'failed', failure: hostfxrMissing(start, apphost, root, highest?.version) };
  if (root.architecture === undefined)
    return { outcome: 'unknown', because: `Nobody said for which architecture ${root.root} is.`, missingFacts: ['dotnet[].architecture'] };
  return root.architecture === apphost.architecture
    ? { root, hostfxrVersion: highest.version }
    : { outcome: 'failed', failure: otherArchitecture(start, apphost, root, how) };
}

/** A root that may have no hostfxr at all: a start that passes is not known to; one that fails fails either way. */
export function unlessHostfxrMissing(root: DotnetRoot, outcome: StageOutcome): StageOutcome {
  if (root.hostfxr !== undefined || outcome.outcome !== 'passed') return outcome;
  return {
    ...outcome,
    outcome: 'unknown',
    because: `Which hostfxr versions ${root.root} has is not known.`,
    missingFacts: ['dotnet[].hostfxr'],
  };
}

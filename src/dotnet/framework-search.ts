import { acceptsHigherVersion, type FrameworkReference } from './framework-reference.ts';
import { compareFxVersions, type FxVersion, parseFxVersion } from './fx-version.ts';

/** One version folder below `shared\<name>`. */
export interface FrameworkFolder {
  /** The folder's name. */
  readonly version: string;
  /** Full path. */
  readonly directory: string;
  /** `<name>.deps.json` is there. */
  readonly complete: boolean;
  /** Content of `<name>.runtimeconfig.json`; absent = no such file. */
  readonly runtimeConfig?: Uint8Array;
  /** Nobody said what this framework refers to, and its name does not tell. */
  readonly referencesUnknown: boolean;
}

interface Candidate {
  readonly folder: FrameworkFolder;
  readonly version: FxVersion;
}

type Candidates = readonly Candidate[];

/** The nearest (or, where asked for, the highest) version in range. The first folder wins a tie. */
function bestInRange(candidates: Candidates, reference: FrameworkReference): Candidate | undefined {
  // `highest` means nothing in range patch: releases roll to the latest patch anyway, pre-releases to the nearest.
  const takeHighest = reference.range !== 'patch' && reference.highest;
  let best: Candidate | undefined;
  for (const candidate of candidates) {
    if (compareFxVersions(candidate.version, reference.version) < 0 || !acceptsHigherVersion(reference, candidate.version)) continue;
    const order = best === undefined ? 0 : compareFxVersions(candidate.version, best.version);
    if (best === undefined || (takeHighest ? order > 0 : order < 0)) best = candidate;
  }
  return best;
}

/** From a release, the latest patch of the same minor version. The last folder wins a tie. */
function latestPatch(candidates: Candidates, reference: FrameworkReference, from: Candidate): Candidate {
  if (from.version.pre !== '') return from;
  let best = from;
  for (const candidate of candidates) {
    const { major, minor, patch } = candidate.version;
    const sameMinor = major === from.version.major && minor === from.version.minor;
    if (!sameMinor || compareFxVersions(candidate.version, from.version) < 0) continue;
    if (!reference.applyPatches && patch !== from.version.patch) continue;
    if (compareFxVersions(candidate.version, best.version) >= 0) best = candidate;
  }
  return best;
}

function search(candidates: Candidates, reference: FrameworkReference): Candidate | undefined {
  const best = bestInRange(candidates, reference);
  return best === undefined ? undefined : latestPatch(candidates, reference, best);
}

function searchReleasesFirst(candidates: Candidates, reference: FrameworkReference): Candidate | undefined {
  const releases = reference.preferRelease ? candidates.filter(({ version }) => version.pre === '') : [];
  return search(releases, reference) ?? search(candidates, reference);
}

/** Whether only the folder spelled exactly like the reference will do. */
function isExact({ range, applyPatches, version }: FrameworkReference): boolean {
  return range === 'exact' || (range === 'patch' && !applyPatches && version.pre === '');
}

const sameSpelling = (left: string, right: string): boolean => left.toLowerCase() === right.toLowerCase();

function parsed(folders: readonly FrameworkFolder[]): Candidate[] {
  return folders.flatMap((folder) => {
    const version = parseFxVersion(folder.version);
    return version === undefined ? [] : [{ folder, version }];
  });
}

/** A winner without deps.json is struck out and the search begins again; until then it counts, and can lead to a later patch. */
function searchHive(folders: readonly FrameworkFolder[], reference: FrameworkReference, needsDeps: boolean): Candidate | undefined {
  const candidates = parsed(folders);
  for (;;) {
    const found = searchReleasesFirst(candidates, reference);
    if (found === undefined || found.folder.complete || !needsDeps) return found;
    candidates.splice(candidates.indexOf(found), 1);
  }
}

/**
 * The folder that the host takes for a reference, from the hives in the host's order: usually one dotnet root, with multi-level lookup
 * the global ones after it. The winners of the hives are put through the same search again; the earlier hive wins a tie.
 * `needsDeps`: a folder without `<name>.deps.json` does not count.
 * Source: dotnet/runtime:src/native/corehost/fxr/fx_resolver.cpp `resolve_framework_reference`.
 */
export function findFramework(
  hives: readonly (readonly FrameworkFolder[])[],
  reference: FrameworkReference,
  needsDeps: boolean,
): FrameworkFolder | undefined {
  if (isExact(reference)) {
    return hives.flat().find(({ version, complete }) => (complete || !needsDeps) && sameSpelling(version, reference.versionText));
  }
  let selected: Candidate | undefined;
  for (const hive of hives) {
    const found = searchHive(hive, reference, needsDeps);
    if (found === undefined) continue;
    const winner: Candidate | undefined = selected === undefined ? found : searchReleasesFirst([found, selected], reference);
    if (winner === undefined || (selected !== undefined && compareFxVersions(winner.version, selected.version) === 0)) continue;
    selected = winner;
  }
  return selected?.folder;
}

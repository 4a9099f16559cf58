import type { FoundFramework } from './framework-graph.ts';
import type { FrameworkFolder } from './framework-search.ts';
import { compareFxVersions, type FxVersion, parseFxVersion } from './fx-version.ts';
import { atoi } from './host-environment.ts';
import { type HostJson, isHostObject, memberOf, readHostJson } from './host-json.ts';

/** hostfxr 2.0 to 2.2: every file names one framework, and settings are inherited along the chain. */
export interface FrameworkChain {
  /** The application's runtimeconfig.json. */
  readonly file: Uint8Array;
  readonly environment: ReadonlyMap<string, string>;
  /** Folders of a framework in each hive, in the host's order. */
  readonly hives: (name: string) => readonly (readonly FrameworkFolder[])[];
}

interface Settings {
  /** 0 = patches only, 1 = minor versions, every other number = major versions too. */
  readonly noCandidateFx: number;
  readonly applyPatches: boolean;
}

export type FrameworkChainResult =
  | { readonly outcome: 'resolved'; readonly frameworks: readonly FoundFramework[] }
  | {
      readonly outcome: 'missing';
      readonly name: string;
      readonly version: string;
      readonly requestedBy?: { readonly name: string; readonly version: string };
    }
  | { readonly outcome: 'unparsed-version'; readonly version: string }
  | { readonly outcome: 'invalid'; readonly problem: string; readonly found?: FoundFramework };

interface ChainLink {
  readonly settings: Settings;
  readonly framework?: { readonly name: string; readonly version: string };
}

const member = (value: HostJson | undefined, name: string): HostJson | undefined =>
  isHostObject(value) ? memberOf(value, name) : undefined;

function readLink(file: Uint8Array, inherited: Settings): ChainLink | string {
  const json = readHostJson(file, 'cpprest');
  if (!json.ok) return json.text.replace(/\.$/, '');
  const options = member(json.value, 'runtimeOptions');
  const [patches, noCandidate, framework] = ['applyPatches', 'rollForwardOnNoCandidateFx', 'framework'].map((name) =>
    member(options, name),
  );
  const settings = {
    applyPatches: typeof patches === 'boolean' ? patches : inherited.applyPatches,
    noCandidateFx:
      typeof noCandidate === 'bigint' || typeof noCandidate === 'number' ? Math.trunc(Number(noCandidate)) : inherited.noCandidateFx,
  };
  const [name, version] = [member(framework, 'name'), member(framework, 'version')];
  return typeof name === 'string' ? { settings, framework: { name, version: typeof version === 'string' ? version : '' } } : { settings };
}

type Candidate = { readonly folder: FrameworkFolder; readonly version: FxVersion };

const lowest = (candidates: readonly Candidate[]): Candidate | undefined =>
  candidates.reduce<Candidate | undefined>(
    (best, other) => (best === undefined || compareFxVersions(other.version, best.version) < 0 ? other : best),
    undefined,
  );

function latestPatch(candidates: readonly Candidate[], from: Candidate): Candidate {
  const kin = candidates.filter(
    ({ version }) =>
      version.major === from.version.major && version.minor === from.version.minor && (version.pre === '') === (from.version.pre === ''),
  );
  return kin.reduce((best, other) => (compareFxVersions(other.version, best.version) > 0 ? other : best), from);
}

/** A release: the nearest release in range, else the nearest pre-release, then its latest patch. */
function findForRelease(candidates: readonly Candidate[], asked: FxVersion, settings: Settings): Candidate | undefined {
  const { noCandidateFx, applyPatches } = settings;
  const above = candidates.filter(({ version }) => compareFxVersions(version, asked) >= 0);
  const inRange = above.filter(({ version }) => {
    if (noCandidateFx === 0) return version.pre === '' && version.major === asked.major && version.minor === asked.minor;
    return noCandidateFx !== 1 || version.major === asked.major;
  });
  const nearest = lowest(inRange.filter(({ version }) => version.pre === '')) ?? lowest(inRange);
  return nearest !== undefined && applyPatches ? latestPatch(above, nearest) : nearest;
}

/** A pre-release: itself, else the nearest later pre-release of the same patch; never a release. */
function findForPreRelease(candidates: readonly Candidate[], asked: FxVersion): Candidate | undefined {
  return lowest(
    candidates.filter(
      ({ version }) =>
        version.pre !== '' &&
        version.major === asked.major &&
        version.minor === asked.minor &&
        version.patch === asked.patch &&
        compareFxVersions(version, asked) >= 0,
    ),
  );
}

function findFolder(folders: readonly FrameworkFolder[], text: string, asked: FxVersion, settings: Settings): FrameworkFolder | undefined {
  if (asked.pre === '' && settings.noCandidateFx === 0 && !settings.applyPatches)
    return folders.find(({ version }) => version.toLowerCase() === text.toLowerCase());
  const candidates = folders.flatMap((folder) => {
    const version = parseFxVersion(folder.version);
    return version === undefined ? [] : [{ folder, version }];
  });
  return (asked.pre === '' ? findForRelease(candidates, asked, settings) : findForPreRelease(candidates, asked))?.folder;
}

/**
 * Follows the chain from the application to the root framework.
 * Source: dotnet/core-setup:src/corehost/cli/fxr/fx_muxer.cpp of release/2.1 and release/2.2.
 */
export function resolveFrameworkChain({ file, environment, hives }: FrameworkChain): FrameworkChainResult {
  const frameworks: FoundFramework[] = [];
  const variable = environment.get('DOTNET_ROLL_FORWARD_ON_NO_CANDIDATE_FX');
  let link = readLink(file, { noCandidateFx: variable === undefined ? 1 : atoi(variable), applyPatches: true });
  for (;;) {
    const parent = frameworks.at(-1);
    if (typeof link === 'string') return { outcome: 'invalid', problem: link, ...(parent === undefined ? {} : { found: parent }) };
    const { framework, settings } = link;
    if (framework === undefined || frameworks.some(({ name }) => name === framework.name)) return { outcome: 'resolved', frameworks };
    const asked = parseFxVersion(framework.version);
    if (asked === undefined) return { outcome: 'unparsed-version', version: framework.version };
    const candidates = hives(framework.name).flatMap((folders) => findFolder(folders, framework.version, asked, settings) ?? []);
    const folder = candidates.length > 1 ? findFolder(candidates, framework.version, asked, settings) : candidates[0];
    if (folder === undefined)
      return {
        outcome: 'missing',
        ...framework,
        ...(parent === undefined ? {} : { requestedBy: { name: parent.name, version: parent.folder.version } }),
      };
    frameworks.push({ name: framework.name, folder });
    link = folder.runtimeConfig === undefined ? { settings } : readLink(folder.runtimeConfig, settings);
  }
}

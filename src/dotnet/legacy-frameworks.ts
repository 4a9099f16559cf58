import type { FoundFramework } from './framework-graph.ts';
import type { FrameworkFolder } from './framework-search.ts';
import { compareFxVersions, type FxVersion, parseFxVersion } from './fx-version.ts';
import { atoi } from './host-environment.ts';
import { type HostJson, type HostJsonError, isHostObject, memberOf, readHostJson } from './host-json.ts';

/** hostfxr 2.1 and 2.2: every file names one framework, and settings of `runtimeOptions` are inherited along the chain. */
export interface FrameworkChain {
  /** The application's runtimeconfig.json, and its `.dev.json` if there is one. */
  readonly file: Uint8Array;
  readonly devFile?: Uint8Array;
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
      /** The version is none; the host says so before it says what is installed. */
      readonly unparsed: boolean;
      readonly requestedBy?: { readonly name: string; readonly version: string };
    }
  | { readonly outcome: 'invalid'; readonly error: HostJsonError; readonly file: Uint8Array; readonly found: FoundFramework };

/** What one object says about a framework. */
type Own = Partial<Settings> & { readonly version?: string };

/** One file of the chain, its `.dev.json` before it. */
interface ChainLink {
  /** Of `runtimeOptions`, with what was inherited. */
  readonly settings: Settings;
  readonly framework?: { readonly name: string; readonly own: Own };
}

const member = (value: HostJson | undefined, name: string): HostJson | undefined =>
  isHostObject(value) ? memberOf(value, name) : undefined;

function ownOf(value: HostJson | undefined): Own {
  const [patches, noCandidate, version] = ['applyPatches', 'rollForwardOnNoCandidateFx', 'version'].map((name) => member(value, name));
  return {
    ...(typeof patches === 'boolean' ? { applyPatches: patches } : {}),
    ...(typeof noCandidate === 'bigint' || typeof noCandidate === 'number' ? { noCandidateFx: Math.trunc(Number(noCandidate)) } : {}),
    ...(typeof version === 'string' ? { version } : {}),
  };
}

function readLink(options: HostJson | undefined, { settings, framework: before }: ChainLink): ChainLink {
  const { version: _, ...own } = ownOf(options);
  const framework = member(options, 'framework');
  const name = member(framework, 'name');
  const named = typeof name === 'string' ? { name, own: { ...before?.own, ...ownOf(framework) } } : before;
  return { settings: { ...settings, ...own }, ...(named === undefined ? {} : { framework: named }) };
}

/** What the application's file says of frameworks further down; it has the last word on each. */
function additionalFrameworks(options: HostJson | undefined): ReadonlyMap<string, Own> {
  const listed = member(options, 'additionalFrameworks');
  const entries = Array.isArray(listed) ? listed : [];
  return new Map(entries.map((entry) => [String(member(entry, 'name')), ownOf(entry)]));
}

function optionsOf(file: Uint8Array | undefined): HostJson | undefined {
  const json = file === undefined ? undefined : readHostJson(file, 'cpprest');
  return json?.ok === true ? member(json.value, 'runtimeOptions') : undefined;
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

function firstLink({ file, devFile, environment }: FrameworkChain): ChainLink {
  const variable = environment.get('DOTNET_ROLL_FORWARD_ON_NO_CANDIDATE_FX');
  const settings = { noCandidateFx: variable === undefined ? 1 : atoi(variable), applyPatches: true };
  return readLink(optionsOf(file), readLink(optionsOf(devFile), { settings }));
}

function findInHives(hives: readonly (readonly FrameworkFolder[])[], text: string, asked: FxVersion, settings: Settings) {
  const winners = hives.flatMap((folders) => findFolder(folders, text, asked, settings) ?? []);
  return winners.length > 1 ? findFolder(winners, text, asked, settings) : winners[0];
}

/**
 * Follows the chain from the application to the root framework. A reference without a version ends it. The application's files are taken to be
 * readable.
 * Source: dotnet/core-setup:src/corehost/cli/fxr/fx_muxer.cpp, src/corehost/cli/runtime_config.cpp of release/2.1 and release/2.2.
 */
export function resolveFrameworkChain(chain: FrameworkChain): FrameworkChainResult {
  const overrides = additionalFrameworks(optionsOf(chain.file));
  const frameworks: FoundFramework[] = [];
  let link = firstLink(chain);
  for (;;) {
    const { framework, settings } = link;
    const { version = '', ...own } = { ...framework?.own, ...overrides.get(framework?.name ?? '') };
    if (framework === undefined || version === '' || frameworks.some(({ name }) => name === framework.name))
      return { outcome: 'resolved', frameworks };
    const parent = frameworks.at(-1);
    const asked = parseFxVersion(version);
    const folder = asked === undefined ? undefined : findInHives(chain.hives(framework.name), version, asked, { ...settings, ...own });
    if (folder === undefined) {
      const asker = parent === undefined ? {} : { requestedBy: { name: parent.name, version: parent.folder.version } };
      return { outcome: 'missing', name: framework.name, version, unparsed: asked === undefined, ...asker };
    }
    const found = { name: framework.name, folder };
    frameworks.push(found);
    const file = folder.runtimeConfig;
    const json = file === undefined ? undefined : readHostJson(file, 'cpprest');
    if (file !== undefined && json?.ok === false) return { outcome: 'invalid', error: json, file, found };
    link = readLink(optionsOf(file), { settings });
  }
}

import { type HostJson, readHostJson } from './host-json.ts';
import { type JsonWording, notAnObjectLine, syntaxErrorLines } from './json-error-text.ts';

export type AssetKind = 'runtime' | 'resources' | 'native';

/** One file that a deps.json lists for the host. */
export interface DepsAsset {
  readonly package: string;
  readonly version: string;
  readonly kind: AssetKind;
  /** As written, with `/`. */
  readonly path: string;
  /** Chosen by RID: the whole path counts, not the file name only. */
  readonly ridSpecific: boolean;
  readonly localPath?: string;
  /** `a.b.c.d` as numbers; absent counts as lower than any. */
  readonly assemblyVersion?: readonly number[];
  readonly fileVersion?: readonly number[];
  /** The store manifest that promises the library (`runtimeStoreManifestName`). */
  readonly storeManifest?: string;
}

export interface DepsJson {
  /** In the host's order: libraries as written, in each of them runtime, resources, native. */
  readonly assets: readonly DepsAsset[];
  /** `runtimes`: RID -> RIDs it falls back to; only the root framework's has it. */
  readonly ridGraph: ReadonlyMap<string, readonly string[]>;
}

export type DepsJsonResult =
  | { readonly ok: true; readonly deps: DepsJson }
  | {
      readonly ok: false;
      readonly lines: readonly string[];
      readonly problem: string;
      readonly line?: number;
      readonly column?: number;
      /** The host reads a member without looking whether it is there, and the process ends. */
      readonly crash: boolean;
    };

type Members = ReadonlyMap<string, HostJson>;

const none: Members = new Map();
const object = (value: HostJson | undefined): Members => (value instanceof Map ? value : none);
const text = (value: HostJson | undefined): string | undefined => (typeof value === 'string' ? value : undefined);

function versionNumbers(value: HostJson | undefined): readonly number[] | undefined {
  const parts = text(value)?.split('.');
  return parts !== undefined && parts.length <= 4 && parts.every((part) => /^\d{1,9}$/.test(part)) ? parts.map(Number) : undefined;
}

type Library = Pick<DepsAsset, 'package' | 'version' | 'storeManifest'>;

function asset(library: Library, kind: AssetKind, path: string, value: HostJson, ridSpecific: boolean): DepsAsset {
  const members = object(value);
  const [assemblyVersion, fileVersion] = [versionNumbers(members.get('assemblyVersion')), versionNumbers(members.get('fileVersion'))];
  const localPath = text(members.get('localPath'));
  return {
    ...library,
    kind,
    path,
    ridSpecific,
    ...(localPath === undefined ? {} : { localPath }),
    ...(assemblyVersion === undefined ? {} : { assemblyVersion }),
    ...(fileVersion === undefined ? {} : { fileVersion }),
  };
}

/** The assets of the first RID in `rids` that a package has any of a kind for. */
function ridAssets(library: Library, target: Members, kind: AssetKind, rids: readonly string[]): readonly DepsAsset[] {
  const ofKind = [...object(target.get('runtimeTargets'))].filter(([, value]) => text(object(value).get('assetType')) === kind);
  for (const rid of rids) {
    const chosen = ofKind.filter(([, value]) => text(object(value).get('rid')) === rid);
    if (chosen.length > 0) return chosen.map(([path, value]) => asset(library, kind, path, value, true));
  }
  return [];
}

function libraryAssets(library: Library, target: Members, rids: readonly string[]): readonly DepsAsset[] {
  return (['runtime', 'resources', 'native'] as const).flatMap((kind) => {
    const specific = ridAssets(library, target, kind, rids);
    if (specific.length > 0) return specific;
    return [...object(target.get(kind))].map(([path, value]) => asset(library, kind, path, value, false));
  });
}

/** Members that hostpolicy reads without a check: what is missing ends the process, or up to 3.1 the reading. */
function firstMissing(root: Members, targetName: string | undefined, json: JsonWording['json']): string | undefined {
  if (targetName === undefined) return 'runtimeTarget';
  if (json === 'cpprest') {
    if (!object(root.get('targets')).has(targetName)) return `targets["${targetName}"]`;
    if (!root.has('libraries')) return 'libraries';
  }
  for (const [name, library] of object(root.get('libraries'))) {
    for (const member of ['type', 'serviceable', 'sha512']) if (!object(library).has(member)) return `libraries["${name}"].${member}`;
  }
  return undefined;
}

function readAssets(root: Members, targetName: string, rids: readonly string[]): readonly DepsAsset[] {
  const targets = object(object(root.get('targets')).get(targetName));
  return [...object(root.get('libraries'))].flatMap(([name, library]) => {
    const target = targets.get(name);
    if (target === undefined) return [];
    const slash = name.indexOf('/');
    const storeManifest = text(object(library).get('runtimeStoreManifestName'));
    const facts = {
      package: slash < 0 ? name : name.slice(0, slash),
      version: slash < 0 ? '' : name.slice(slash + 1),
      ...(storeManifest === undefined ? {} : { storeManifest }),
    };
    return libraryAssets(facts, object(target), rids);
  });
}

function readRidGraph(root: Members): DepsJson['ridGraph'] {
  return new Map(
    [...object(root.get('runtimes'))].map(([rid, fallbacks]) => [
      rid,
      Array.isArray(fallbacks) ? fallbacks.filter((fallback) => typeof fallback === 'string') : [],
    ]),
  );
}

/**
 * Reads a deps.json as hostpolicy of this generation does. `rids`: the RIDs whose assets may be chosen, best first; empty for a
 * self-contained application, whose file has one target and no RID-specific parts.
 * Source: dotnet/runtime:src/native/corehost/hostpolicy/deps_format.cpp.
 */
export function readDepsJson(path: string, file: Uint8Array, rids: readonly string[], wording: JsonWording): DepsJsonResult {
  const json = readHostJson(file, wording.json);
  if (!json.ok) {
    const { text: problem, line, column } = json;
    const lines = syntaxErrorLines(path, json, wording, file);
    return { ok: false, lines, problem: problem.replace(/\.$/, ''), line, column, crash: false };
  }
  const root = json.value;
  if (!(root instanceof Map))
    return { ok: false, lines: [notAnObjectLine(path, wording)], problem: 'The file is no JSON object', crash: false };
  const runtimeTarget = root.get('runtimeTarget');
  const targetName = text(runtimeTarget) ?? text(object(runtimeTarget).get('name'));
  const missing = firstMissing(root, targetName, wording.json);
  if (missing !== undefined || targetName === undefined) {
    const old = wording.json === 'cpprest';
    const lines = old ? [`A JSON parsing exception occurred in [${path}]: Key not found`] : [];
    return { ok: false, lines, problem: `It has no ${missing}`, crash: !old };
  }
  return { ok: true, deps: { assets: readAssets(root, targetName, rids), ridGraph: readRidGraph(root) } };
}

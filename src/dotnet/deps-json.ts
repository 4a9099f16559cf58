import { type AssetKind, type DepsAsset, type DepsLibrary, depsAsset, depsLibrary } from './deps-asset.ts';
import { type HostJson, readHostJson } from './host-json.ts';
import { type JsonWording, notAnObjectLine, syntaxErrorLines } from './json-error-text.ts';

export interface DepsJson {
  /** In the host's order: library by library, in each of them runtime, resources, native. */
  readonly assets: readonly DepsAsset[];
  /** `name/version` of everything that has assets. */
  readonly packages: ReadonlySet<string>;
}

/** RID -> RIDs it falls back to. */
export type RidGraph = ReadonlyMap<string, readonly string[]>;

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
const kinds: readonly AssetKind[] = ['runtime', 'resources', 'native'];
const object = (value: HostJson | undefined): Members => (value instanceof Map ? value : none);
const text = (value: HostJson | undefined): string | undefined => (typeof value === 'string' ? value : undefined);
const byKey = ([left]: readonly [string, unknown], [right]: readonly [string, unknown]): number =>
  left < right ? -1 : left > right ? 1 : 0;

/** A package of the target in use: its members, and per kind of asset the part of `runtimeTargets` that was chosen. */
interface Target {
  readonly members: Members;
  readonly ridSpecific: ReadonlyMap<AssetKind, readonly (readonly [string, HostJson])[]>;
  /** It has a part for some kind of asset, be it empty or for other RIDs only. */
  readonly hasAssets: boolean;
  /** The same, after the assets of other RIDs are gone. */
  readonly hasChosenAssets: boolean;
}

/** What is read in one way by cpprestsdk, which sorts members, and in another by RapidJSON. */
type Entries = (value: HostJson | undefined) => readonly (readonly [string, HostJson])[];
const entriesFor = (json: JsonWording['json']): Entries =>
  json === 'cpprest' ? (value) => [...object(value)].sort(byKey) : (value) => [...object(value)];

function targetOf(value: HostJson, rids: readonly string[], entries: Entries): Target {
  const members = object(value);
  const targeted = rids.length === 0 ? [] : entries(members.get('runtimeTargets'));
  const typed = (kind: AssetKind) => targeted.filter(([, file]) => text(object(file).get('assetType'))?.toLowerCase() === kind);
  const chosen = (kind: AssetKind) => {
    const ridOf = ([, file]: readonly [string, HostJson]) => text(object(file).get('rid')) ?? '';
    const rid = rids.find((wanted) => typed(kind).some((entry) => ridOf(entry) === wanted));
    return rid === undefined ? [] : typed(kind).filter((entry) => ridOf(entry) === rid);
  };
  const ridSpecific = new Map(kinds.map((kind) => [kind, chosen(kind)]));
  const listed = kinds.some((kind) => members.has(kind));
  return {
    members,
    ridSpecific,
    hasAssets: listed || kinds.some((kind) => typed(kind).length > 0),
    hasChosenAssets: listed || [...ridSpecific.values()].some((files) => files.length > 0),
  };
}

function targetAssets(library: DepsLibrary, { members, ridSpecific }: Target, entries: Entries): readonly DepsAsset[] {
  return kinds.flatMap((kind) => {
    const specific = ridSpecific.get(kind) ?? [];
    if (specific.length > 0) return specific.map(([path, value]) => depsAsset(library, kind, path, value, true));
    return entries(members.get(kind)).map(([path, value]) => depsAsset(library, kind, path, value, false));
  });
}

/** A part of `runtimeTargets` without `assetType`, or of a kind of asset without `rid`. */
function missingInTarget(name: string, target: Members): string | undefined {
  for (const [path, file] of object(target.get('runtimeTargets'))) {
    const assetType = text(object(file).get('assetType'));
    if (assetType === undefined) return `targets[…]["${name}"].runtimeTargets["${path}"].assetType`;
    const known = kinds.some((kind) => kind === assetType.toLowerCase());
    if (known && text(object(file).get('rid')) === undefined) return `targets[…]["${name}"].runtimeTargets["${path}"].rid`;
  }
  return undefined;
}

type Structure = { readonly targets: Members; readonly libraries: Members; readonly byName: ReadonlyMap<string, Target> };

/** Members that hostpolicy reads without a check: what is missing ends the process, or up to 3.1 the reading. */
function firstMissing({ targets, libraries, byName }: Structure, withRids: boolean, wording: JsonWording): string | undefined {
  for (const [name, target] of withRids ? targets : []) {
    const missing = missingInTarget(name, object(target));
    if (missing !== undefined) return missing;
  }
  // RapidJSON gives `false` for a truth value that is not there.
  const needed = wording.json === 'cpprest' ? ['sha512', 'serviceable', 'type'] : ['sha512', 'type'];
  for (const [name, library] of libraries) {
    if (byName.get(name)?.hasAssets !== true) continue;
    for (const member of needed) if (!object(library).has(member)) return `libraries["${name}"].${member}`;
  }
  return undefined;
}

/** `targets[<name>]` and `libraries`: up to 3.1 both have to be there. */
function missingParts(root: Members, targetName: string, { json }: JsonWording): string | undefined {
  if (json === 'rapidjson') return undefined;
  if (!object(root.get('targets')).has(targetName)) return `targets["${targetName}"]`;
  return root.has('libraries') ? undefined : 'libraries';
}

function missingMember(path: string, member: string, { json }: JsonWording): DepsJsonResult {
  const lines = json === 'cpprest' ? [`A JSON parsing exception occurred in [${path}]: Key not found`] : [];
  return { ok: false, lines, problem: `It has no ${member}`, crash: json === 'rapidjson' };
}

function readStructure(path: string, root: Members, rids: readonly string[], wording: JsonWording): DepsJsonResult {
  const runtimeTarget = root.get('runtimeTarget');
  const targetName = text(runtimeTarget) ?? text(object(runtimeTarget).get('name'));
  if (targetName === undefined) return missingMember(path, 'runtimeTarget', wording);
  const part = missingParts(root, targetName, wording);
  if (part !== undefined) return missingMember(path, part, wording);
  const entries = entriesFor(wording.json);
  const targets = object(object(root.get('targets')).get(targetName));
  const libraries = object(root.get('libraries'));
  const byName = new Map([...targets].map(([name, target]) => [name, targetOf(target, rids, entries)]));
  const missing = firstMissing({ targets, libraries, byName }, rids.length > 0, wording);
  if (missing !== undefined) return missingMember(path, missing, wording);
  const assets = entries(libraries).flatMap(([name, library]) => {
    const target = byName.get(name);
    return target?.hasAssets === true ? targetAssets(depsLibrary(name, object(library)), target, entries) : [];
  });
  const packages = new Set([...byName].filter(([, { hasChosenAssets }]) => hasChosenAssets).map(([name]) => name));
  return { ok: true, deps: { assets, packages } };
}

/** What was read before, by RIDs and parser: one artifact is asked about once for every server. */
const known = new WeakMap<Uint8Array, Map<string, DepsJsonResult>>();

/**
 * Reads a deps.json as hostpolicy of this generation does. `rids`: the RIDs whose assets may be chosen, best first; empty for the root
 * framework and for a self-contained application, whose file has one target and no RID-specific parts.
 * Source: dotnet/runtime:src/native/corehost/hostpolicy/deps_format.cpp.
 */
export function readDepsJson(path: string, file: Uint8Array, rids: readonly string[], wording: JsonWording): DepsJsonResult {
  const readings = known.get(file) ?? new Map<string, DepsJsonResult>();
  known.set(file, readings);
  const key = [wording.json, ...rids].join();
  const reading = readings.get(key) ?? read(path, file, rids, wording);
  // The lines about a broken file name its path and are made anew.
  if (reading.ok) readings.set(key, reading);
  return reading;
}

function read(path: string, file: Uint8Array, rids: readonly string[], wording: JsonWording): DepsJsonResult {
  const json = readHostJson(file, wording.json);
  if (!json.ok) {
    const { text: problem, line, column } = json;
    const lines = syntaxErrorLines(path, json, wording, file);
    return { ok: false, lines, problem: problem.replace(/\.$/, ''), line, column, crash: false };
  }
  if (!(json.value instanceof Map))
    return { ok: false, lines: [notAnObjectLine(path, wording)], problem: 'The file is no JSON object', crash: false };
  return readStructure(path, json.value, rids, wording);
}

/** `runtimes` of a root framework's deps.json; empty where there are none. `undefined` for a file that is no JSON. */
export function readRidGraph(file: Uint8Array, { json }: JsonWording): RidGraph | undefined {
  const reading = readHostJson(file, json);
  if (!reading.ok) return undefined;
  return new Map(
    [...object(object(reading.value).get('runtimes'))].map(([rid, fallbacks]) => [
      rid,
      Array.isArray(fallbacks) ? fallbacks.filter((fallback) => typeof fallback === 'string') : [],
    ]),
  );
}

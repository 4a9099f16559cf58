import { type AssetKind, type DepsAsset, type DepsLibrary, depsAsset, depsLibrary } from './deps-asset.ts';
import { type HostJson, type HostJsonMember, type HostJsonObject, isHostObject, memberOf, readHostJson } from './host-json.ts';
import { cString, readForLookup, readMembers, readText, WrongKind } from './host-json-access.ts';
import { type JsonWording, notAnObjectLine, syntaxErrorLines } from './json-error-text.ts';

export interface DepsJson {
  /** In the host's order: library by library, in each of them runtime, resources, native. */
  readonly assets: readonly DepsAsset[];
  /** `name/version` of everything that has assets. */
  readonly packages: ReadonlySet<string>;
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

const kinds: readonly AssetKind[] = ['runtime', 'resources', 'native'];

/** How a generation of hostpolicy reads the file and words what is wrong with it. */
export interface DepsWording extends JsonWording {
  /** One RID is chosen for all assets of a package; since 3.0 one for each kind of asset (dotnet/core-setup#6724). */
  readonly ridOfPackage: boolean;
}

/** Leaves the reading of a file; never leaves `readDepsJson`. */
class MissingMember extends Error {}

/** A member that the host reads without looking whether it is there. `path` names it, for people. */
function needed(members: readonly HostJsonMember[], name: string, path = name): HostJson {
  const value = memberOf({ members }, name);
  if (value === undefined) throw new MissingMember(`It has no ${path}`);
  return value;
}

/** What is read in one way by cpprestsdk, which sorts members, and in another by RapidJSON. */
function entriesOf(value: HostJson, owner: string, json: JsonWording['json']): readonly HostJsonMember[] {
  const members = readMembers(value, owner, json);
  return json === 'rapidjson' ? members : members.toSorted(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0));
}

interface ListedFile {
  readonly path: string;
  readonly facts: readonly HostJsonMember[];
}

/** The files of one package of the target in use. A package that is there twice has the files of both. */
interface Target {
  readonly plain: Map<AssetKind, ListedFile[]>;
  /** From `runtimeTargets`: by kind, then by RID. */
  readonly targeted: Map<AssetKind, Map<string, ListedFile[]>>;
}

type Targets = Map<string, Target>;

function targetOf(targets: Targets, name: string): Target {
  const target = targets.get(name) ?? { plain: new Map(), targeted: new Map() };
  targets.set(name, target);
  return target;
}

/** The list of a key, which is put there when there is none. */
function listOf<Key>(lists: Map<Key, ListedFile[]>, key: Key): ListedFile[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}

function readRuntimeTargets(name: string, value: HostJson, target: Target, json: JsonWording['json']): void {
  const runtimeTargets = memberOf({ members: readForLookup(value, name, json) }, 'runtimeTargets');
  if (runtimeTargets === undefined) return;
  for (const [path, file] of entriesOf(runtimeTargets, `${name}.runtimeTargets`, json)) {
    const owner = `targets[…]["${name}"].runtimeTargets["${path}"]`;
    const facts = readForLookup(file, path, json);
    const assetType = readText(needed(facts, 'assetType', `${owner}.assetType`), 'assetType').toLowerCase();
    const kind = kinds.find((known) => known === assetType);
    if (kind === undefined) continue;
    const rid = readText(needed(facts, 'rid', `${owner}.rid`), 'rid');
    const byRid = target.targeted.get(kind) ?? new Map<string, ListedFile[]>();
    target.targeted.set(kind, byRid);
    listOf(byRid, rid).push({ path: cString(path), facts });
  }
}

function readPlainAssets(name: string, value: HostJson, target: Target, json: JsonWording['json']): void {
  const members = readForLookup(value, name, json);
  for (const kind of kinds) {
    const files = memberOf({ members }, kind);
    if (files === undefined) continue;
    const list = listOf(target.plain, kind);
    for (const [path, facts] of entriesOf(files, `${name}.${kind}`, json))
      list.push({ path: cString(path), facts: readForLookup(facts, path, json) });
  }
}

function readTargets(value: HostJson, withRids: boolean, json: JsonWording['json']): Targets {
  const targets: Targets = new Map();
  const packages = entriesOf(value, 'targets', json).map(([name, listed]) => ({ name: cString(name), listed }));
  for (const { name, listed } of withRids ? packages : []) readRuntimeTargets(name, listed, targetOf(targets, name), json);
  for (const { name, listed } of packages) readPlainAssets(name, listed, targetOf(targets, name), json);
  return targets;
}

/** A package has assets for the host when it has a part for some kind, be it empty or for other RIDs only. */
const hasAssets = ({ plain, targeted }: Target): boolean => plain.size > 0 || targeted.size > 0;

/** The assets of each kind for the best of `rids`; without one, those for no RID in particular. */
function chosenAssets({ plain, targeted }: Target, rids: readonly string[], { ridOfPackage }: DepsWording) {
  const has = (kind: AssetKind, rid: string): boolean => targeted.get(kind)?.has(rid) === true;
  const ofPackage = rids.find((rid) => kinds.some((kind) => has(kind, rid)));
  return kinds.map((kind) => {
    const rid = ridOfPackage ? ofPackage : rids.find((candidate) => has(kind, candidate));
    const specific = rid === undefined ? undefined : targeted.get(kind)?.get(rid);
    return { kind, files: specific ?? plain.get(kind) ?? [], ridSpecific: specific !== undefined };
  });
}

/** What is read of a library that has assets. RapidJSON gives `false` for a truth value that is not there. */
function readLibrary(name: string, value: HostJson, json: JsonWording['json']): DepsLibrary {
  const members = readForLookup(value, name, json);
  const neededText = (member: string): string => {
    const path = `libraries["${name}"].${member}`;
    return readText(needed(members, member, path), path);
  };
  neededText('sha512');
  const serviceable = `libraries["${name}"].serviceable`;
  if (json === 'cpprest' && typeof needed(members, 'serviceable', serviceable) !== 'boolean')
    throw new WrongKind(serviceable, 'not a boolean');
  neededText('type');
  return depsLibrary(name, members);
}

function targetNameOf(root: HostJsonObject, json: JsonWording['json']): string {
  const runtimeTarget = needed(root.members, 'runtimeTarget');
  if (typeof runtimeTarget === 'string') return cString(runtimeTarget);
  const path = 'runtimeTarget.name';
  return readText(needed(readForLookup(runtimeTarget, 'runtimeTarget', json), 'name', path), path);
}

/** `targets[<name>]` and `libraries`: cpprestsdk wants them to be there. */
function partOf(members: readonly HostJsonMember[], name: string, path: string, json: JsonWording['json']): HostJson {
  return json === 'cpprest' ? needed(members, name, path) : (memberOf({ members }, name) ?? null);
}

function readStructure({ members }: HostJsonObject, rids: readonly string[], wording: DepsWording): DepsJson {
  const { json } = wording;
  const targetName = targetNameOf({ members }, json);
  const byName = readForLookup(partOf(members, 'targets', 'targets', json), 'targets', json);
  const targets = readTargets(partOf(byName, targetName, `targets["${targetName}"]`, json), rids.length > 0, json);
  const assets = entriesOf(partOf(members, 'libraries', 'libraries', json), 'libraries', json).flatMap(([written, value]) => {
    const name = cString(written);
    const target = targets.get(name);
    if (target === undefined || !hasAssets(target)) return [];
    const library = readLibrary(name, value, json);
    return chosenAssets(target, rids, wording).flatMap(({ kind, files, ridSpecific }) =>
      files.map(({ path, facts }) => depsAsset(library, kind, path, facts, ridSpecific)),
    );
  });
  const isHere = (target: Target) => target.plain.size > 0 || chosenAssets(target, rids, wording).some(({ ridSpecific }) => ridSpecific);
  const packages = new Set([...targets].filter(([, target]) => isHere(target)).map(([name]) => name));
  return { assets, packages };
}

/** What is missing or of the wrong kind ends the process, or up to 3.1 the reading. */
export function structureProblem(path: string, problem: unknown, { json }: JsonWording): DepsJsonResult & { readonly ok: false } {
  if (!(problem instanceof MissingMember || problem instanceof WrongKind)) throw problem;
  const words = problem instanceof WrongKind ? problem.expected : 'Key not found';
  const lines = json === 'cpprest' ? [`A JSON parsing exception occurred in [${path}]: ${words}`] : [];
  return { ok: false, lines, problem: problem.message, crash: json === 'rapidjson' };
}

/** What was read before, by RIDs and parser: one artifact is asked about once for every server. */
const known = new WeakMap<Uint8Array, Map<string, DepsJsonResult>>();

/**
 * Reads a deps.json as hostpolicy of this generation does. `rids`: the RIDs whose assets may be chosen, best first; empty for the root
 * framework and for a self-contained application, whose file has one target and no RID-specific parts.
 * Source: dotnet/runtime:src/native/corehost/hostpolicy/deps_format.cpp.
 */
export function readDepsJson(path: string, file: Uint8Array, rids: readonly string[], wording: DepsWording): DepsJsonResult {
  const readings = known.get(file) ?? new Map<string, DepsJsonResult>();
  known.set(file, readings);
  const key = [wording.json, wording.ridOfPackage, ...rids].join();
  const reading = readings.get(key) ?? read(path, file, rids, wording);
  // The lines about a broken file name its path and are made anew.
  if (reading.ok) readings.set(key, reading);
  return reading;
}

function read(path: string, file: Uint8Array, rids: readonly string[], wording: DepsWording): DepsJsonResult {
  const json = readHostJson(file, wording.json);
  if (!json.ok) {
    const { text: problem, line, column } = json;
    const lines = syntaxErrorLines(path, json, wording, file);
    return { ok: false, lines, problem: problem.replace(/\.$/, ''), line, column, crash: false };
  }
  if (!isHostObject(json.value))
    return { ok: false, lines: [notAnObjectLine(path, wording)], problem: 'The file is no JSON object', crash: false };
  try {
    return { ok: true, deps: readStructure(json.value, rids, wording) };
  } catch (problem) {
    return structureProblem(path, problem, wording);
  }
}

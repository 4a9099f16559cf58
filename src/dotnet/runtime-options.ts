import { fileName } from '../windows/paths.ts';
import { type FrameworkReference, versionOrUnparsed } from './framework-reference.ts';
import { atoi } from './host-environment.ts';
import { type HostJson, isHostObject, memberOf } from './host-json.ts';
import { cString, firstWord, readElements, readForLookup, readMembers, readText, WrongKind } from './host-json-access.ts';
import type { HostfxrGeneration } from './hostfxr-generation.ts';
import { serializedJson } from './json-error-text.ts';
import { parseRollForward, type RollForward, rollForwardOnNoCandidateFx } from './roll-forward.ts';

/** What has been read so far of `runtimeOptions`; the `.dev.json` and the main file fill the same one. */
export interface RuntimeOptions {
  /** Settings for the references that follow. */
  rollForward: RollForward;
  rollForwardSource: string;
  applyPatches: boolean;
  readonly environment: ReadonlyMap<string, string>;
  /** Kinds of settings met anywhere in the two files; they must not mix. */
  readonly specified: Set<'rollForward' | 'legacy'>;
  frameworkDependent: boolean;
  readonly references: FrameworkReference[];
  readonly includedFrameworks: FrameworkReference[];
  tfm: string | undefined;
  additionalProbingPaths: readonly string[];
  readonly configProperties: Map<string, HostJson>;
}

export interface ConfigProblemFacts {
  readonly lines: readonly string[];
  readonly problem: string;
  readonly kind: 'file' | 'crash' | 'environment';
  readonly place?: { readonly line: number; readonly column: number };
  /** The file is no JSON object; nothing in it was looked at. */
  readonly unparsed?: true;
}

/** Leaves the reading of a file; never leaves `readRuntimeConfig`. */
export class ConfigProblem extends Error {
  readonly about: ConfigProblemFacts;
  constructor(about: ConfigProblemFacts) {
    super(about.problem);
    this.about = about;
  }
}

interface Reading {
  readonly path: string;
  readonly options: RuntimeOptions;
  readonly generation: HostfxrGeneration;
}

const invalid = (problem: string, ...lines: string[]): ConfigProblem => new ConfigProblem({ lines, problem, kind: 'file' });

function readRollForward(value: string, where: string): RollForward {
  const rollForward = parseRollForward(value);
  if (rollForward !== undefined) return rollForward;
  const lines = [`Unrecognized roll forward setting value '${value}'.`, `Invalid value for ${where}.`];
  throw new ConfigProblem({
    lines,
    problem: `"${value}" is no roll-forward setting`,
    kind: where.startsWith('property') ? 'file' : 'environment',
  });
}

/** RapidJSON finds nothing but `true` true. */
function readApplyPatches({ generation }: Reading, value: HostJson): boolean {
  if (typeof value !== 'boolean' && generation.json === 'cpprest') throw new WrongKind('applyPatches', 'not a boolean');
  return value === true;
}

/** cpprestsdk cuts off what follows the decimal point; RapidJSON takes the bits of a double for an integer, which makes 0 of 1.0. */
function readNoCandidateFx({ generation }: Reading, value: HostJson): RollForward {
  if (generation.json === 'rapidjson') return rollForwardOnNoCandidateFx(firstWord(value) ?? -1);
  if (typeof value !== 'bigint' && typeof value !== 'number') throw new WrongKind('rollForwardOnNoCandidateFx', 'not a number');
  return rollForwardOnNoCandidateFx(Math.trunc(Number(value)));
}

function markSpecified({ options }: Reading, kind: 'rollForward' | 'legacy'): void {
  const conflicting = options.specified.has(kind === 'legacy' ? 'rollForward' : 'legacy');
  if (!conflicting) options.specified.add(kind);
  else
    throw invalid(
      'It uses rollForward together with rollForwardOnNoCandidateFx or applyPatches',
      "It's invalid to use both `rollForward` and one of `rollForwardOnNoCandidateFx` or `applyPatches` in the same runtime config.",
    );
}

/** The first member of a name; `undefined` where there is none. */
type Get = (name: string) => HostJson | undefined;

interface Settings {
  rollForward: RollForward;
  rollForwardSource: string;
  applyPatches: boolean;
}

/** `rollForward`, `applyPatches` and `rollForwardOnNoCandidateFx` of one object into the settings above it. */
function readSettings(reading: Reading, get: Get, into: Settings, owner: string): void {
  // 2.x knows nothing of rollForward.
  const rollForward = reading.generation.resolution === 'chain' ? undefined : get('rollForward');
  if (rollForward !== undefined) {
    into.rollForward = readRollForward(readText(rollForward, 'rollForward'), "property 'rollForward'");
    into.rollForwardSource = `rollForward of ${owner}`;
    markSpecified(reading, 'rollForward');
  }
  if (!reading.generation.legacySettings) return;
  const applyPatches = get('applyPatches');
  if (applyPatches !== undefined) {
    into.applyPatches = readApplyPatches(reading, applyPatches);
    markSpecified(reading, 'legacy');
  }
  const noCandidate = get('rollForwardOnNoCandidateFx');
  if (noCandidate !== undefined) {
    into.rollForward = readNoCandidateFx(reading, noCandidate);
    into.rollForwardSource = `rollForwardOnNoCandidateFx of ${owner}`;
    markSpecified(reading, 'legacy');
  }
}

function probingPathsIn(value: HostJson, { generation }: Reading): readonly string[] {
  if (typeof value === 'string') return [cString(value)];
  if (Array.isArray(value)) return value.map((path) => readText(path, 'additionalProbingPaths'));
  if (generation.json === 'cpprest') throw new WrongKind('additionalProbingPaths', 'not an array');
  throw invalid('"additionalProbingPaths" is neither a string nor an array', "Invalid value for property 'additionalProbingPaths'.");
}

/** Of a property that comes twice, the last value counts: unlike everything else it is not looked for by name. */
function readConfigProperties({ options, generation }: Reading, value: HostJson): void {
  for (const [name, property] of readMembers(value, 'configProperties', generation.json))
    options.configProperties.set(cString(name), property);
}

/** The environment has the last word on each reference. */
function withEnvironment(settings: Settings, { options, generation }: Reading): Settings {
  const value = options.environment.get('DOTNET_ROLL_FORWARD');
  if (value === undefined || generation.resolution === 'chain') return settings;
  const rollForward = readRollForward(value, "environment variable 'DOTNET_ROLL_FORWARD'");
  return { ...settings, rollForward, rollForwardSource: `DOTNET_ROLL_FORWARD=${value}` };
}

/** 10.0 and later look at name and version, 2.x at the name; the others take a reference without them, and find nothing for it. */
function checkMembers({ generation, path }: Reading, value: HostJson, name: string | undefined, hasVersion: boolean): void {
  if (generation.resolution === 'chain' && name === undefined)
    throw invalid('The framework reference has no name', `A JSON parsing exception occurred in [${path}]: Key not found`);
  if (!generation.checksReferenceMembers) return;
  if (name === undefined) throw invalid('A framework reference has no name', `No framework name specified: ${serializedJson(value)}`);
  if (!hasVersion) throw invalid(`The reference to ${name} has no version`, `Framework '${name}' is missing a version.`);
}

function readReference(reading: Reading, value: HostJson, owner: 'framework' | 'frameworks' | 'includedFrameworks'): FrameworkReference {
  const { options } = reading;
  const object = { members: readForLookup(value, owner, reading.generation.json) };
  const get: Get = (member) => memberOf(object, member);
  const [nameMember, versionMember] = [get('name'), get('version')];
  const written = nameMember === undefined ? undefined : readText(nameMember, 'name');
  checkMembers(reading, value, written, versionMember !== undefined);
  const name = written ?? '';
  const versionText = versionMember === undefined ? '' : readText(versionMember, 'version');
  const version = versionOrUnparsed(versionText);
  const own: Settings = {
    rollForward: options.rollForward,
    rollForwardSource: options.rollForwardSource,
    applyPatches: options.applyPatches,
  };
  const included = owner === 'includedFrameworks';
  if (!included) readSettings(reading, get, own, `the reference to ${name} in ${fileName(reading.path)}`);
  const settings = included ? own : withEnvironment(own, reading);
  return {
    name,
    versionText,
    version,
    range: settings.rollForward.range,
    highest: settings.rollForward.highest,
    applyPatches: settings.applyPatches,
    preferRelease:
      versionMember !== undefined && version.pre === '' && atoi(options.environment.get('DOTNET_ROLL_FORWARD_TO_PRERELEASE') ?? '') !== 1,
    policySource: settings.rollForwardSource,
  };
}

function readReferences(reading: Reading, owner: 'frameworks' | 'includedFrameworks', value: HostJson): void {
  const { options, generation } = reading;
  const into = owner === 'frameworks' ? options.references : options.includedFrameworks;
  const names = new Set(into.map(({ name }) => name));
  for (const entry of readElements(value, owner, generation.json)) {
    const reference = readReference(reading, entry, owner);
    // 10.0 checks that a name is there, not that it is one.
    if (reference.name === '' && !generation.checksReferenceMembers) throw invalid(`An entry of "${owner}" has no name`);
    if (names.has(reference.name)) throw invalid(`${reference.name} is listed twice`);
    names.add(reference.name);
    into.push(reference);
  }
}

function readFrameworks(reading: Reading, get: Get): void {
  const { options, generation } = reading;
  const [framework, included] = [get('framework'), get('includedFrameworks')];
  // 2.x knows one framework only; a file with several looks self-contained to it.
  const frameworks = generation.resolution === 'chain' ? undefined : get('frameworks');
  if (framework !== undefined) {
    options.frameworkDependent = true;
    options.references.push(readReference(reading, framework, 'framework'));
  }
  if (frameworks !== undefined) {
    options.frameworkDependent = true;
    readReferences(reading, 'frameworks', frameworks);
  }
  if (included === undefined || !generation.includedFrameworks) return;
  if (options.frameworkDependent) {
    const line = "It's invalid to specify both `framework`/`frameworks` and `includedFrameworks` properties.";
    throw invalid('It has both framework(s) and includedFrameworks', line);
  }
  readReferences(reading, 'includedFrameworks', included);
}

/** 3.x reports a value of the wrong kind, and later hosts end where they read what is not there. */
function kindProblem({ path, generation }: Reading, { message, expected }: WrongKind): ConfigProblem {
  return generation.json === 'cpprest'
    ? invalid(message, `A JSON parsing exception occurred in [${path}]: ${expected}`)
    : new ConfigProblem({ lines: [], problem: message, kind: 'crash' });
}

function readMembersInOrder(reading: Reading, get: Get): void {
  const { options, path } = reading;
  const [properties, probing, tfm] = [get('configProperties'), get('additionalProbingPaths'), get('tfm')];
  if (properties !== undefined) readConfigProperties(reading, properties);
  if (probing !== undefined) options.additionalProbingPaths = [...probingPathsIn(probing, reading), ...options.additionalProbingPaths];
  readSettings(reading, get, options, fileName(path));
  if (tfm !== undefined) options.tfm = readText(tfm, 'tfm');
  readFrameworks(reading, get);
}

/**
 * Reads one `runtimeOptions` value into `options`, member by member in the host's order, and throws `ConfigProblem` where the host stops.
 * Source: dotnet/runtime:src/native/corehost/runtime_config.cpp `parse_opts`, `parse_framework`.
 */
export function readRuntimeOptions(path: string, value: HostJson, options: RuntimeOptions, generation: HostfxrGeneration): void {
  const reading: Reading = { path, options, generation };
  if (value === null) return;
  if (!isHostObject(value)) {
    if (generation.json === 'cpprest') throw kindProblem(reading, new WrongKind('runtimeOptions', 'not an object'));
    throw invalid('"runtimeOptions" is no object');
  }
  try {
    readMembersInOrder(reading, (name) => memberOf(value, name));
  } catch (problem) {
    throw problem instanceof WrongKind ? kindProblem(reading, problem) : problem;
  }
}

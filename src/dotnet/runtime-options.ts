import { fileName } from '../windows/paths.ts';
import { type FrameworkReference, versionOrUnparsed } from './framework-reference.ts';
import { atoi } from './host-environment.ts';
import type { HostJson } from './host-json.ts';
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
  readonly additionalProbingPaths: string[];
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

/** 3.x refuses a value of the wrong type; 5.0 and later read it unchecked, which ends the process. */
function wrongType({ path, generation }: Reading, member: string, expected: string): ConfigProblem {
  const problem = `"${member}" is ${expected}`;
  return generation.json === 'cpprest'
    ? invalid(problem, `A JSON parsing exception occurred in [${path}]: ${expected}`)
    : new ConfigProblem({ lines: [], problem, kind: 'crash' });
}

function text(reading: Reading, member: string, value: HostJson): string {
  if (typeof value !== 'string') throw wrongType(reading, member, 'not a string');
  return value;
}

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

/** RapidJSON's unchecked accessors: only `true` is true, and a non-number leaves a meaningless number, which means Disable. */
function readApplyPatches(reading: Reading, value: HostJson): boolean {
  if (typeof value !== 'boolean' && reading.generation.json === 'cpprest') throw wrongType(reading, 'applyPatches', 'not a boolean');
  return value === true;
}

function readNoCandidateFx(reading: Reading, value: HostJson): RollForward {
  if (typeof value === 'number' && Number.isInteger(value)) return rollForwardOnNoCandidateFx(value);
  if (reading.generation.json === 'cpprest') throw wrongType(reading, 'rollForwardOnNoCandidateFx', 'not an integer');
  return rollForwardOnNoCandidateFx(typeof value === 'boolean' || value === null ? 0 : -1);
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

interface Settings {
  rollForward: RollForward;
  rollForwardSource: string;
  applyPatches: boolean;
}

/** `rollForward`, `applyPatches` and `rollForwardOnNoCandidateFx` of one object into the settings above it. */
function readSettings(reading: Reading, members: ReadonlyMap<string, HostJson>, into: Settings, owner: string): void {
  // 2.x knows nothing of rollForward.
  const rollForward = reading.generation.resolution === 'chain' ? undefined : members.get('rollForward');
  if (rollForward !== undefined) {
    into.rollForward = readRollForward(text(reading, 'rollForward', rollForward), "property 'rollForward'");
    into.rollForwardSource = `rollForward of ${owner}`;
    markSpecified(reading, 'rollForward');
  }
  if (!reading.generation.legacySettings) return;
  const applyPatches = members.get('applyPatches');
  if (applyPatches !== undefined) {
    into.applyPatches = readApplyPatches(reading, applyPatches);
    markSpecified(reading, 'legacy');
  }
  const noCandidate = members.get('rollForwardOnNoCandidateFx');
  if (noCandidate !== undefined) {
    into.rollForward = readNoCandidateFx(reading, noCandidate);
    into.rollForwardSource = `rollForwardOnNoCandidateFx of ${owner}`;
    markSpecified(reading, 'legacy');
  }
}

function readProbingPaths(reading: Reading, value: HostJson): void {
  const { options, generation } = reading;
  if (typeof value === 'string') options.additionalProbingPaths.unshift(value);
  else if (Array.isArray(value))
    options.additionalProbingPaths.unshift(...value.map((path) => text(reading, 'additionalProbingPaths', path)));
  else if (generation.json === 'cpprest') throw wrongType(reading, 'additionalProbingPaths', 'not an array');
  else throw invalid('"additionalProbingPaths" is neither a string nor an array', "Invalid value for property 'additionalProbingPaths'.");
}

function readConfigProperties(reading: Reading, value: HostJson): void {
  if (value instanceof Map) for (const [name, property] of value) reading.options.configProperties.set(name, property);
  else if (value !== null || reading.generation.json === 'cpprest') throw wrongType(reading, 'configProperties', 'not an object');
}

/** The environment has the last word on each reference. */
function withEnvironment(settings: Settings, { options, generation }: Reading): Settings {
  const value = options.environment.get('DOTNET_ROLL_FORWARD');
  if (value === undefined || generation.resolution === 'chain') return settings;
  const rollForward = readRollForward(value, "environment variable 'DOTNET_ROLL_FORWARD'");
  return { ...settings, rollForward, rollForwardSource: `DOTNET_ROLL_FORWARD=${value}` };
}

/** 10.0 and later look at name and version; the others take a reference without them, and find nothing for it. */
function checkMembers({ generation }: Reading, value: HostJson, name: string | undefined, hasVersion: boolean): void {
  if (!generation.checksReferenceMembers) return;
  if (name === undefined) throw invalid('A framework reference has no name', `No framework name specified: ${serializedJson(value)}`);
  if (!hasVersion) throw invalid(`The reference to ${name} has no version`, `Framework '${name}' is missing a version.`);
}

function readReference(reading: Reading, value: HostJson, included: boolean): FrameworkReference {
  const { options, generation } = reading;
  if (!(value instanceof Map) && generation.json === 'cpprest') throw wrongType(reading, 'framework', 'not an object');
  const members: ReadonlyMap<string, HostJson> = value instanceof Map ? value : new Map();
  const [nameMember, versionMember] = [members.get('name'), members.get('version')];
  const written = nameMember === undefined ? undefined : text(reading, 'name', nameMember);
  checkMembers(reading, value, written, versionMember !== undefined || included);
  const name = written ?? '';
  const versionText = versionMember === undefined ? '' : text(reading, 'version', versionMember);
  const version = versionOrUnparsed(versionText);
  const own: Settings = {
    rollForward: options.rollForward,
    rollForwardSource: options.rollForwardSource,
    applyPatches: options.applyPatches,
  };
  if (!included) readSettings(reading, members, own, `the reference to ${name} in ${fileName(reading.path)}`);
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

function readReferences(reading: Reading, member: string, value: HostJson, into: FrameworkReference[], included: boolean): void {
  if (!Array.isArray(value)) throw wrongType(reading, member, 'not an array');
  for (const entry of value) {
    const reference = readReference(reading, entry, included);
    // 10.0 checks that a name is there, not that it is one.
    if (reference.name === '' && !reading.generation.checksReferenceMembers) throw invalid(`An entry of "${member}" has no name`);
    if (into.some(({ name }) => name === reference.name)) throw invalid(`${reference.name} is listed twice`);
    into.push(reference);
  }
}

function readFrameworks(reading: Reading, members: ReadonlyMap<string, HostJson>): void {
  const { options, generation } = reading;
  const [framework, included] = [members.get('framework'), members.get('includedFrameworks')];
  // 2.x knows one framework only; a file with several looks self-contained to it.
  const frameworks = generation.resolution === 'chain' ? undefined : members.get('frameworks');
  if (framework !== undefined) {
    options.frameworkDependent = true;
    options.references.push(readReference(reading, framework, false));
  }
  if (frameworks !== undefined) {
    options.frameworkDependent = true;
    readReferences(reading, 'frameworks', frameworks, options.references, false);
  }
  if (included === undefined || !generation.includedFrameworks) return;
  if (options.frameworkDependent) {
    const line = "It's invalid to specify both `framework`/`frameworks` and `includedFrameworks` properties.";
    throw invalid('It has both framework(s) and includedFrameworks', line);
  }
  readReferences(reading, 'includedFrameworks', included, options.includedFrameworks, true);
}

/**
 * Reads one `runtimeOptions` value into `options`, member by member in the host's order, and throws `ConfigProblem` where the host stops.
 * Source: dotnet/runtime:src/native/corehost/runtime_config.cpp `parse_opts`, `parse_framework`.
 */
export function readRuntimeOptions(path: string, value: HostJson, options: RuntimeOptions, generation: HostfxrGeneration): void {
  const reading: Reading = { path, options, generation };
  if (value === null) return;
  if (!(value instanceof Map)) {
    const lines = generation.json === 'cpprest' ? [`A JSON parsing exception occurred in [${path}]: not an object`] : [];
    throw invalid('"runtimeOptions" is no object', ...lines);
  }
  const members: ReadonlyMap<string, HostJson> = value;
  const [properties, probing, tfm] = [members.get('configProperties'), members.get('additionalProbingPaths'), members.get('tfm')];
  if (properties !== undefined) readConfigProperties(reading, properties);
  if (probing !== undefined) readProbingPaths(reading, probing);
  readSettings(reading, members, options, fileName(path));
  if (tfm !== undefined) options.tfm = text(reading, 'tfm', tfm);
  readFrameworks(reading, members);
}

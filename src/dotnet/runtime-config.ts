import { onceForEach } from '../model/once-for-each.ts';
import type { FrameworkReference } from './framework-reference.ts';
import { atoi } from './host-environment.ts';
import { type HostJson, type HostJsonResult, isHostObject, type JsonDialect, memberOf, readHostJson } from './host-json.ts';
import type { HostfxrGeneration } from './hostfxr-generation.ts';
import { notAnObjectLine, syntaxErrorLines } from './json-error-text.ts';
import { defaultRollForward, rollForwardOnNoCandidateFx } from './roll-forward.ts';
import { ConfigProblem, type RuntimeOptions, readRuntimeOptions } from './runtime-options.ts';

/** What the host takes from a runtimeconfig.json and its `.dev.json`. */
export interface RuntimeConfig {
  /** `framework` or `frameworks` is there, whatever its value; otherwise the application counts as self-contained. */
  readonly frameworkDependent: boolean;
  readonly references: readonly FrameworkReference[];
  readonly tfm?: string;
  readonly additionalProbingPaths: readonly string[];
  readonly configProperties: ReadonlyMap<string, HostJson>;
}

/** `lines`: what the host writes while it reads; a broken `.dev.json` is told and then ignored. */
export type RuntimeConfigResult =
  | { readonly valid: true; readonly config: RuntimeConfig; readonly lines: readonly string[] }
  | {
      readonly valid: false;
      readonly lines: readonly string[];
      /** What is wrong, in plain words. */
      readonly problem: string;
      readonly line?: number;
      readonly column?: number;
      /** `crash`: the host reads the value without a check and the process ends. `environment`: a variable is to blame. */
      readonly kind: 'file' | 'crash' | 'environment';
    };

/** A runtimeconfig.json with its path on the server, and its `.dev.json` if there is one. */
export interface RuntimeConfigFiles {
  readonly path: string;
  readonly file?: Uint8Array;
  readonly devPath?: string;
  readonly devFile?: Uint8Array;
}

/** What was parsed before, by dialect: one file is asked about once for every server. */
const parsed = onceForEach((_: Uint8Array) => new Map<JsonDialect, HostJsonResult>());

function parse(file: Uint8Array, dialect: JsonDialect): HostJsonResult {
  const results = parsed(file);
  const result = results.get(dialect) ?? readHostJson(file, dialect);
  results.set(dialect, result);
  return result;
}

function readOptions(path: string, file: Uint8Array, options: RuntimeOptions, generation: HostfxrGeneration): void {
  const json = parse(file, generation.json);
  if (!json.ok) {
    const { text, line, column } = json;
    const lines = syntaxErrorLines(path, json, generation, file);
    throw new ConfigProblem({ lines, problem: text.replace(/\.$/, ''), kind: 'file', place: { line, column }, unparsed: true });
  }
  const root = json.value;
  if (!isHostObject(root))
    throw new ConfigProblem({
      lines: [notAnObjectLine(path, generation)],
      problem: 'The file is no JSON object',
      kind: 'file',
      unparsed: true,
    });
  const runtimeOptions = memberOf(root, 'runtimeOptions');
  if (runtimeOptions !== undefined) readRuntimeOptions(path, runtimeOptions, options, generation);
  else if (generation.runtimeOptionsRequired) throw new ConfigProblem({ lines: [], problem: 'It has no "runtimeOptions"', kind: 'file' });
}

function startingOptions(generation: HostfxrGeneration, environment: ReadonlyMap<string, string>): RuntimeOptions {
  const legacy = generation.legacySettings ? environment.get('DOTNET_ROLL_FORWARD_ON_NO_CANDIDATE_FX') : undefined;
  return {
    rollForward: legacy === undefined ? defaultRollForward : rollForwardOnNoCandidateFx(atoi(legacy)),
    rollForwardSource: legacy === undefined ? 'the default' : `DOTNET_ROLL_FORWARD_ON_NO_CANDIDATE_FX=${legacy}`,
    applyPatches: true,
    environment,
    specified: new Set(),
    frameworkDependent: false,
    references: [],
    includedFrameworks: [],
    tfm: undefined,
    additionalProbingPaths: [],
    configProperties: new Map(),
  };
}

/** The `.dev.json` comes first and sets defaults for the other; whatever is wrong with it is not fatal. */
function readDevFile({ devPath, devFile }: RuntimeConfigFiles, options: RuntimeOptions, generation: HostfxrGeneration): readonly string[] {
  if (devPath === undefined || devFile === undefined) return [];
  try {
    readOptions(devPath, devFile, options, { ...generation, runtimeOptionsRequired: false });
    return [];
  } catch (problem) {
    if (!(problem instanceof ConfigProblem) || problem.about.kind === 'crash') throw problem;
    // 10.0 tells of a file that cannot be mapped, and of unreadable JSON in its trace only.
    return generation.failedToParseWording && problem.about.unparsed === true ? problem.about.lines.slice(0, -1) : problem.about.lines;
  }
}

/**
 * Reads both files into one, as hostfxr of this generation does. A missing file is valid and means self-contained.
 * `environment`: set variables by upper-cased name.
 * Source: dotnet/runtime:src/native/corehost/runtime_config.cpp.
 */
export function readRuntimeConfig(
  files: RuntimeConfigFiles,
  generation: HostfxrGeneration,
  environment: ReadonlyMap<string, string>,
): RuntimeConfigResult {
  const options = startingOptions(generation, environment);
  const lines: string[] = [];
  try {
    lines.push(...readDevFile(files, options, generation));
    if (files.file !== undefined) readOptions(files.path, files.file, options, generation);
  } catch (problem) {
    if (!(problem instanceof ConfigProblem)) throw problem;
    const { about } = problem;
    return { valid: false, lines: [...lines, ...about.lines], problem: about.problem, kind: about.kind, ...about.place };
  }
  const { frameworkDependent, references, tfm, additionalProbingPaths, configProperties } = options;
  return {
    valid: true,
    lines,
    config: { frameworkDependent, references, additionalProbingPaths, configProperties, ...(tfm === undefined ? {} : { tfm }) },
  };
}

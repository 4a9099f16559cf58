import type { HostRefusal } from '../model/host-start.ts';
import { fileName } from '../windows/paths.ts';
import { applicationFile } from './application-file.ts';
import { assetRids, decidesByRidGraph } from './asset-rid.ts';
import { type DepsJson, type DepsJsonResult, readDepsJson } from './deps-json.ts';
import type { HostpolicyGeneration } from './hostpolicy-generation.ts';
import { brokenDeps, crashedDeps, missingManifest } from './hostpolicy-refusal.ts';
import type { HostpolicyFramework, HostpolicyRequest } from './hostpolicy-request.ts';
import type { AssetFolder } from './probe-asset.ts';
import { type RidGraphResult, readRidGraph } from './rid-graph.ts';

export type DepsFiles =
  | { readonly ok: true; readonly folders: readonly [AssetFolder, ...AssetFolder[]] }
  | { readonly ok: false; readonly refusal: HostRefusal };

/** One deps.json: where it is, what is in it, and the folder it speaks of. */
interface DepsFile {
  readonly path: string;
  readonly level: number;
  readonly files: ReadonlySet<string> | undefined;
  readonly reading: DepsJsonResult | 'missing';
}

const nothing: DepsJson = { assets: [], packages: new Set() };
const unread: DepsJsonResult = { ok: true, deps: nothing };

const manifestPath = ({ directory, name }: HostpolicyFramework): string => `${directory}\\${name}.deps.json`;

function frameworkFile(framework: HostpolicyFramework, level: number, rids: readonly string[], generation: HostpolicyGeneration): DepsFile {
  const path = manifestPath(framework);
  const { deps, files } = framework;
  if (deps === null) return { path, level, files, reading: 'missing' };
  return { path, level, files, reading: deps === undefined ? unread : readDepsJson(path, deps, rids, generation) };
}

/** The RID graph of the root framework; `undefined` where it does not matter or nobody read the file. */
function rootRidGraph({ frameworks, configProperties }: HostpolicyRequest, generation: HostpolicyGeneration): RidGraphResult | undefined {
  const root = frameworks.at(-1);
  if (root?.deps === undefined || root.deps === null || !decidesByRidGraph(configProperties, generation)) return undefined;
  return readRidGraph(manifestPath(root), root.deps, generation);
}

/** Every deps.json that takes part, the application's first. The root framework's has no assets of single RIDs. */
function readAll(request: HostpolicyRequest, generation: HostpolicyGeneration): readonly [DepsFile, ...DepsFile[]] {
  const { application, frameworks, frameworkDependent } = request;
  const graph = rootRidGraph(request, generation);
  const ridGraph = graph?.ok === true ? graph.graph : undefined;
  const rids = frameworkDependent ? assetRids({ ...request, ridGraph }, generation) : [];
  const path = applicationFile(application, '.deps.json');
  const reading = application.deps === undefined ? unread : readDepsJson(path, application.deps, rids, generation);
  const own: DepsFile = { path, level: 0, files: application.files, reading };
  const last = frameworks.length - 1;
  const others = frameworks.map((framework, index) => {
    const file = frameworkFile(framework, index + 1, index === last ? [] : rids, generation);
    return index === last && graph?.ok === false && file.reading !== 'missing' && file.reading.ok ? { ...file, reading: graph } : file;
  });
  return [own, ...others];
}

const isBroken = (reading: DepsFile['reading']): reading is DepsJsonResult & { readonly ok: false } => reading !== 'missing' && !reading.ok;

/** hostfxr reads the last file before hostpolicy does. Since 10.0 it tells of a file that cannot be mapped, and no more of broken JSON. */
function linesOfHostfxr(lines: readonly string[], { depsReadTwice }: HostpolicyGeneration): readonly string[] {
  return depsReadTwice ? lines : lines.slice(0, -1);
}

/**
 * The host reads from the root framework to the application, each file with its own line, and then looks at them the other way round.
 * Source: dotnet/runtime:src/native/corehost/hostpolicy/deps_resolver.h, …/hostpolicy/deps_format.cpp.
 */
function refusalOf(read: readonly DepsFile[], generation: HostpolicyGeneration): HostRefusal | undefined {
  const inReadingOrder = read.toReversed();
  const lines: string[] = [];
  for (const { path, reading } of inReadingOrder) {
    if (!isBroken(reading)) continue;
    if (reading.crash) return crashedDeps(path, reading);
    lines.push(...reading.lines);
  }
  const root = inReadingOrder[0]?.reading;
  const before = root !== undefined && isBroken(root) ? linesOfHostfxr(root.lines, generation) : [];
  for (const { path, reading } of read) {
    if (reading === 'missing') return missingManifest(path, [...before, ...lines]);
    if (isBroken(reading)) return brokenDeps(path, reading, [...before, ...lines]);
  }
  return undefined;
}

function assetFolder({ path, level, files, reading }: DepsFile): AssetFolder {
  const deps = reading !== 'missing' && reading.ok ? reading.deps : nothing;
  return { directory: path.slice(0, -fileName(path).length - 1), depsFile: fileName(path), level, files, ...deps };
}

/** Reads the deps.json of the application, which may be missing, and of the frameworks, which may not. */
export function readDepsFiles(request: HostpolicyRequest, generation: HostpolicyGeneration): DepsFiles {
  const read = readAll(request, generation);
  const refusal = refusalOf(read, generation);
  if (refusal !== undefined) return { ok: false, refusal };
  const [own, ...frameworks] = read;
  return { ok: true, folders: [assetFolder(own), ...frameworks.map(assetFolder)] };
}

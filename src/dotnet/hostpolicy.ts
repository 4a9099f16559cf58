import type { Architecture } from '../model/architecture.ts';
import type { HostApplication, HostRefusal, ResolvedFramework } from '../model/host-start.ts';
import { fileName, pathKey } from '../windows/paths.ts';
import { applicationFile } from './application-files.ts';
import { assetRids } from './asset-rid.ts';
import { type DepsJson, type DepsJsonResult, readDepsJson } from './deps-json.ts';
import { forcedFileChecks } from './forced-file-checks.ts';
import type { FxVersion } from './fx-version.ts';
import type { HostJson } from './host-json.ts';
import { type HostpolicyGeneration, hostpolicyGeneration } from './hostpolicy-generation.ts';
import { assetProblem, brokenDeps, coreclrMissing, duplicateProperty, missingManifest } from './hostpolicy-refusal.ts';
import { nativeSearch } from './native-search.ts';
import { type AssetFolder, type AssetRules, assetPath, isPlaceholder, trustedAssemblies } from './trusted-assemblies.ts';

/** A resolved framework with what is known of its folder. */
export interface HostpolicyFramework extends ResolvedFramework {
  /** Content of `<name>.deps.json`: `null` = no such file; absent = nobody read it, and the folder is taken to be whole. */
  readonly deps?: Uint8Array | null;
  /** Keys of the files there, where `deps` is known. */
  readonly files?: ReadonlySet<string>;
}

export interface HostpolicyRequest {
  readonly hostpolicyVersion: FxVersion;
  readonly application: HostApplication;
  readonly tfm?: string;
  readonly additionalProbingPaths: readonly string[];
  readonly configProperties: ReadonlyMap<string, HostJson>;
  readonly frameworkDependent: boolean;
  /** In hostfxr's order, the last is the root framework; empty for a self-contained application. */
  readonly frameworks: readonly HostpolicyFramework[];
  readonly architecture: Architecture;
  /** Set variables by upper-cased name. */
  readonly environment: ReadonlyMap<string, string>;
  /** A runtime store exists below the dotnet root; absent = nobody said. */
  readonly sharedStore?: boolean;
  /** Keys (`fullPathKey`) of folders and files known to exist or not; absent key = not known. */
  readonly folderExists: ReadonlyMap<string, boolean>;
}

export interface MissingAsset {
  readonly package: string;
  readonly version: string;
  readonly asset: string;
}

export type HostpolicyStart =
  | {
      readonly outcome: 'ready';
      readonly nativeSearchDirectories: readonly string[];
      /** Full paths, in the host's order, as far as the folders are known. */
      readonly trustedPlatformAssemblies: readonly string[];
      /** What deps.json promises and the application lacks, and this host does not look for. */
      readonly uncheckedMissingAssets: readonly MissingAsset[];
    }
  | { readonly outcome: 'refused'; readonly refusal: HostRefusal }
  | { readonly outcome: 'unknown'; readonly because: string; readonly missingFacts: readonly string[] };

type Start = { readonly request: HostpolicyRequest; readonly generation: HostpolicyGeneration };

interface Folders {
  readonly application: AssetFolder;
  readonly all: readonly AssetFolder[];
}

function frameworkFolder(
  { generation }: Start,
  framework: HostpolicyFramework,
  level: number,
  rids: readonly string[],
): AssetFolder | HostRefusal {
  const depsFile = `${framework.name}.deps.json`;
  const path = `${framework.directory}\\${depsFile}`;
  if (framework.deps === null) return missingManifest(path);
  const reading: DepsJsonResult =
    framework.deps === undefined ? { ok: true, deps: nothing } : readDepsJson(path, framework.deps, rids, generation);
  if (!reading.ok) return brokenDeps(path, reading, generation, true);
  return { directory: framework.directory, depsFile, level, assets: reading.deps.assets, files: framework.files };
}

const nothing: DepsJson = { assets: [], ridGraph: new Map() };

function ridGraphOf({ request, generation }: Start): DepsJson['ridGraph'] | undefined {
  const root = request.frameworks.at(-1);
  if (root?.deps === undefined || root.deps === null) return undefined;
  const reading = readDepsJson(root.name, root.deps, [], generation);
  return reading.ok ? reading.deps.ridGraph : undefined;
}

/** Every deps.json that takes part: the application's, which may be missing, and the frameworks', which may not. */
function readFolders(start: Start): Folders | HostRefusal {
  const { request, generation } = start;
  const { application, frameworks, frameworkDependent } = request;
  const rids = frameworkDependent ? assetRids({ ...request, ridGraph: ridGraphOf(start) }, generation) : [];
  const path = applicationFile(application, '.deps.json');
  const reading: DepsJsonResult =
    application.deps === undefined ? { ok: true, deps: nothing } : readDepsJson(path, application.deps, rids, generation);
  if (!reading.ok) return brokenDeps(path, reading, generation, !frameworkDependent);
  const { assets } = reading.deps;
  const own = { directory: application.directory, depsFile: fileName(path), level: 0, assets, files: application.files };
  const folders: AssetFolder[] = [own];
  for (const [index, framework] of frameworks.entries()) {
    const folder = frameworkFolder(start, framework, index + 1, rids);
    if ('error' in folder) return folder;
    folders.push(folder);
  }
  return { application: own, all: folders };
}

/** The files trusted before any deps.json: the application's dll, or without a deps.json everything beside it. */
function trustedFirst({ request: { application }, generation }: Start): string[] {
  const { directory, dll, deps, files } = application;
  if (deps !== undefined) return generation.trustsApplicationFirst ? [`${directory}\\${dll}`] : [];
  const beside = [...files].filter((key) => !key.includes('\\')).sort();
  const ofKind = ['.ni.dll', '.dll', '.ni.exe', '.exe'].map((extension) => beside.filter((key) => key.endsWith(extension)));
  return [`${directory}\\${dll}`, ...ofKind.flat().map((key) => `${directory}\\${key === pathKey(dll) ? dll : key}`)];
}

/** Assets that are not in the application, and that no framework with a known deps.json brings in the same or a higher version. */
function missingAssets({ application }: Folders, rules: AssetRules): MissingAsset[] {
  return application.assets
    .filter((asset) => asset.kind !== 'resources' && !isPlaceholder(asset))
    .filter((asset) => application.files?.has(pathKey(assetPath(asset, 0, rules))) === false)
    .map(({ package: name, version, path }) => ({ package: name, version, asset: path }));
}

/** coreclr.dll is a native asset of the root framework; a self-contained application has it beside it, listed or not. */
function coreclrFound({ request }: Start, listed: string | undefined): boolean {
  const { application, frameworkDependent, frameworks } = request;
  if (!frameworkDependent || application.deps === undefined) {
    if (application.files.has('coreclr.dll')) return true;
  }
  const root = frameworks.at(-1);
  if (frameworkDependent && root !== undefined && root.deps === undefined) return true;
  if (listed === undefined) return false;
  return !frameworkDependent ? application.files.has('coreclr.dll') : root?.files?.has('coreclr.dll') !== false;
}

function resolve(start: Start, folders: Folders, rules: AssetRules): HostpolicyStart {
  const { request, generation } = start;
  const trusted = trustedAssemblies(folders.all, trustedFirst(start), rules);
  if (!trusted.ok) return { outcome: 'refused', refusal: assetProblem(trusted.problem) };
  const extra = request.application.deps === undefined ? [request.application.directory] : [];
  const native = nativeSearch(folders.all, extra, rules);
  if (!native.ok) return { outcome: 'refused', refusal: assetProblem(native.problem) };
  if (!coreclrFound(start, native.coreclr)) return { outcome: 'refused', refusal: coreclrMissing(generation) };
  const duplicate = duplicateProperty(request, generation);
  if (duplicate !== undefined) return { outcome: 'refused', refusal: duplicate };
  return {
    outcome: 'ready',
    nativeSearchDirectories: native.directories,
    trustedPlatformAssemblies: withCoreLibrary(trusted.paths, native.coreclr, request),
    uncheckedMissingAssets: missingAssets(folders, rules),
  };
}

/** System.Private.CoreLib.dll is taken from beside coreclr.dll, at the end of the list. */
function withCoreLibrary(paths: readonly string[], coreclr: string | undefined, { frameworks }: HostpolicyRequest): readonly string[] {
  const library = 'System.Private.CoreLib.dll';
  const there = frameworks.at(-1)?.files?.has(library.toLowerCase()) === true;
  if (coreclr === undefined || !there || paths.some((path) => fileName(path).toLowerCase() === library.toLowerCase())) return paths;
  return [...paths, `${coreclr.slice(0, coreclr.lastIndexOf('\\'))}\\${library}`];
}

/**
 * hostpolicy: reads every deps.json, decides which files are used, and finds the runtime.
 * Where a file is missing and it is not known whether this host looks for it, the answer is `unknown`.
 * Source: dotnet/runtime:src/native/corehost/hostpolicy.
 */
export function startHostpolicy(request: HostpolicyRequest): HostpolicyStart {
  const start: Start = { request, generation: hostpolicyGeneration(request.hostpolicyVersion) };
  const folders = readFolders(start);
  if ('error' in folders) return { outcome: 'refused', refusal: folders };
  const rules = { localPath: start.generation.localPath };
  const lenient = resolve(start, folders, { ...rules, checksFiles: false });
  const forced = start.generation.checksFiles === 'always' ? true : forcedFileChecks(request);
  if (forced === false) return lenient;
  const strict = resolve(start, folders, { ...rules, checksFiles: true });
  if (forced === true || strict.outcome === lenient.outcome)
    return strict.outcome === 'ready' ? { ...strict, uncheckedMissingAssets: [] } : strict;
  return { outcome: 'unknown', because: forced.because, missingFacts: forced.missingFacts };
}

import { pathKey } from '../windows/paths.ts';
import type { DepsAsset } from './deps-asset.ts';

/** A deps.json with the folder its files are in. */
export interface AssetFolder {
  /** Full path, without a trailing `\`. */
  readonly directory: string;
  /** File name of the deps.json, for texts. */
  readonly depsFile: string;
  /** 0 = the application, then the frameworks from highest to lowest. */
  readonly level: number;
  readonly assets: readonly DepsAsset[];
  /** `name/version` of the packages whose files are here. */
  readonly packages: ReadonlySet<string>;
  /** Keys of the files there; `undefined` = nobody listed them, and they are taken to be complete. */
  readonly files: ReadonlySet<string> | undefined;
}

export interface AssetRules {
  readonly folders: readonly AssetFolder[];
  /** Files are looked for on disk; otherwise the first place that may have a file counts. */
  readonly checksFiles: boolean;
  /** `localPath`, and the paths of runtime packs, say where a file is (10.0). */
  readonly localPath: boolean;
  /** Stores and probing paths that exist, in the host's order, with the question whether they have a file. */
  readonly lookups: readonly string[];
  readonly fileExists: (path: string) => boolean;
}

export interface ProbedAsset {
  /** Full path. */
  readonly path: string;
  readonly exists: () => boolean;
}

/** Where an asset lies beside its deps.json: by file name, below its culture, or by its whole path when chosen by RID. */
export function assetPath(asset: DepsAsset, level: number, { localPath }: AssetRules): string {
  if (localPath && asset.localPath !== undefined) return asset.localPath.replaceAll('/', '\\');
  const whole = (level === 0 && asset.ridSpecific) || (localPath && asset.runtimePack);
  return whole ? asset.path.replaceAll('/', '\\') : asset.flatPath;
}

function inFolder(asset: DepsAsset, folder: AssetFolder, level: number, rules: AssetRules): ProbedAsset {
  const relative = assetPath(asset, level, rules);
  // Without a file name it is the folder, which is there.
  const exists = () => folder.files === undefined || relative === '' || folder.files.has(pathKey(relative));
  return { path: `${folder.directory}\\${relative}`, exists };
}

function inLookup(asset: DepsAsset, lookup: string, rules: AssetRules): ProbedAsset {
  const path = `${lookup}\\${`${asset.folder}/${asset.path}`.replaceAll('/', '\\')}`;
  return { path, exists: () => rules.fileExists(path) };
}

/**
 * The file an asset stands for: in the folder of its own deps.json, in that of a framework not above it which has the same package in the
 * same version, or below a store or probing path. `undefined` when no place has it.
 * Source: dotnet/runtime:src/native/corehost/hostpolicy/deps_resolver.cpp `probe_deps_entry`.
 */
export function probeAsset(asset: DepsAsset, folder: AssetFolder, rules: AssetRules): ProbedAsset | undefined {
  const counts = ({ exists }: ProbedAsset): boolean => !rules.checksFiles || exists();
  const own = folder.level === 0 ? inFolder(asset, folder, 0, rules) : undefined;
  if (own !== undefined && counts(own)) return own;
  const library = `${asset.package}/${asset.version}`;
  const holders = rules.folders.filter(({ level, packages }) => level > 0 && level >= folder.level && packages.has(library));
  return [
    ...holders.map((holder) => inFolder(asset, holder, holder.level, rules)),
    ...rules.lookups.map((lookup) => inLookup(asset, lookup, rules)),
  ].find(counts);
}

import { fileName, pathKey } from '../windows/paths.ts';
import type { DepsAsset } from './deps-json.ts';

/** A deps.json with the folder its files are in. */
export interface AssetFolder {
  /** Full path, without a trailing `\`. */
  readonly directory: string;
  /** File name of the deps.json, for texts. */
  readonly depsFile: string;
  /** 0 = the application, then the frameworks from highest to lowest. */
  readonly level: number;
  readonly assets: readonly DepsAsset[];
  /** Keys of the files there; `undefined` = nobody listed them, and they are taken to be complete. */
  readonly files: ReadonlySet<string> | undefined;
}

export interface AssetRules {
  readonly checksFiles: boolean;
  readonly localPath: boolean;
}

interface Trusted {
  readonly path: string;
  readonly assemblyVersion: readonly number[] | undefined;
  readonly fileVersion: readonly number[] | undefined;
}

export type AssetProblem = {
  readonly kind: 'missing' | 'other-extension';
  readonly folder: AssetFolder;
  readonly asset: DepsAsset;
  /** The file that took the name before. */
  readonly taken?: string;
};

/** Where an asset lies beside its deps.json: by file name, below its culture, or by its whole path when chosen by RID. */
export function assetPath(asset: DepsAsset, level: number, rules: AssetRules): string {
  if (rules.localPath && asset.localPath !== undefined) return asset.localPath.replaceAll('/', '\\');
  const path = asset.path.replaceAll('/', '\\');
  if (level === 0 && asset.ridSpecific) return path;
  if (asset.kind !== 'resources') return fileName(path);
  return path.split('\\').slice(-2).join('\\');
}

export const isPlaceholder = ({ path }: DepsAsset): boolean => path.endsWith('/_._');

const simpleName = (path: string): string => fileName(path).replace(/(?:\.ni)?\.(?:dll|exe|winmd)$/i, '');

/** Absent is lower than any version. */
function compareVersions(left: readonly number[] | undefined, right: readonly number[] | undefined): number {
  for (let part = 0; part < 4; part++) {
    const order = (left?.[part] ?? -1) - (right?.[part] ?? -1);
    if (order !== 0) return order;
  }
  return 0;
}

function exists(asset: DepsAsset, folder: AssetFolder, rules: AssetRules): boolean {
  return folder.files === undefined || folder.files.has(pathKey(assetPath(asset, folder.level, rules)));
}

/** A framework that lists the same package in the same version holds its files too. */
function heldByFramework(
  asset: DepsAsset,
  folder: AssetFolder,
  folders: readonly AssetFolder[],
  rules: AssetRules,
): AssetFolder | undefined {
  return folders.find(
    (other) =>
      other.level > folder.level &&
      other.assets.some(({ package: name, version }) => name === asset.package && version === asset.version) &&
      exists(asset, other, rules),
  );
}

/** The file an asset stands for; `undefined` when the host looks for it and does not find it. */
function probe(asset: DepsAsset, folder: AssetFolder, folders: readonly AssetFolder[], rules: AssetRules): string | undefined {
  if (!rules.checksFiles || exists(asset, folder, rules)) return `${folder.directory}\\${assetPath(asset, folder.level, rules)}`;
  const holder = heldByFramework(asset, folder, folders, rules);
  return holder === undefined ? undefined : `${holder.directory}\\${fileName(asset.path.replaceAll('/', '\\'))}`;
}

export type TrustedAssemblies =
  | { readonly ok: true; readonly paths: readonly string[] }
  | { readonly ok: false; readonly problem: AssetProblem };

/**
 * The list of trusted assemblies: the application's, then each framework's. A later file of the same name replaces an earlier one when its
 * assembly version is higher, or the same and its file version not lower; so the framework wins a tie.
 * `first`: files that are on the list before any deps.json is looked at.
 * Source: dotnet/runtime:src/native/corehost/hostpolicy/deps_resolver.cpp `resolve_tpa_list`.
 */
export function trustedAssemblies(folders: readonly AssetFolder[], first: readonly string[], rules: AssetRules): TrustedAssemblies {
  const trusted = new Map<string, Trusted>();
  for (const path of first) {
    const name = simpleName(path).toLowerCase();
    if (!trusted.has(name)) trusted.set(name, { path, assemblyVersion: undefined, fileVersion: undefined });
  }
  for (const folder of folders) {
    for (const asset of folder.assets) {
      if (asset.kind !== 'runtime' || isPlaceholder(asset)) continue;
      const problem = trust(asset, folder, folders, trusted, rules);
      if (problem !== undefined) return { ok: false, problem };
    }
  }
  return { ok: true, paths: [...trusted.values()].map(({ path }) => path) };
}

function trust(
  asset: DepsAsset,
  folder: AssetFolder,
  folders: readonly AssetFolder[],
  trusted: Map<string, Trusted>,
  rules: AssetRules,
): AssetProblem | undefined {
  const name = simpleName(asset.path.replaceAll('/', '\\')).toLowerCase();
  const before = trusted.get(name);
  if (before !== undefined) {
    const file = fileName(asset.path.replaceAll('/', '\\')).toLowerCase();
    if (fileName(before.path).toLowerCase() !== file) return { kind: 'other-extension', folder, asset, taken: before.path };
    const assemblies = compareVersions(asset.assemblyVersion, before.assemblyVersion);
    const newer = assemblies > 0 || (assemblies === 0 && compareVersions(asset.fileVersion, before.fileVersion) >= 0);
    if (!newer) return undefined;
  }
  const path = probe(asset, folder, folders, rules);
  // A newer file that is not there is an error in a framework, and for compatibility none in the application.
  if (path === undefined) return before !== undefined && folder.level === 0 ? undefined : { kind: 'missing', folder, asset };
  trusted.delete(name);
  trusted.set(name, { path, assemblyVersion: asset.assemblyVersion, fileVersion: asset.fileVersion });
  return undefined;
}

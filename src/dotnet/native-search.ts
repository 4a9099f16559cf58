import { parentPath, pathKey } from '../windows/paths.ts';
import type { DepsAsset } from './deps-json.ts';
import { type AssetFolder, type AssetProblem, type AssetRules, assetPath, isPlaceholder } from './trusted-assemblies.ts';

export type NativeSearch =
  | { readonly ok: true; readonly directories: readonly string[]; readonly coreclr: string | undefined }
  | { readonly ok: false; readonly problem: AssetProblem };

function fileOf(asset: DepsAsset, folder: AssetFolder, rules: AssetRules): { readonly path: string; readonly there: boolean } {
  const relative = assetPath(asset, folder.level, rules);
  const there = folder.files === undefined || folder.files.has(pathKey(relative));
  return { path: `${folder.directory}\\${relative}`, there };
}

/**
 * The folders in which native libraries are looked for: those of the listed native assets, in the order of the deps.json files.
 * `extra`: folders without a deps.json that count as a whole. A folder whose content nobody described counts too.
 * Source: dotnet/runtime:src/native/corehost/hostpolicy/deps_resolver.cpp `resolve_probe_dirs`.
 */
export function nativeSearch(folders: readonly AssetFolder[], extra: readonly string[], rules: AssetRules): NativeSearch {
  const directories = new Map<string, string>();
  const add = (directory: string): void => {
    if (!directories.has(directory.toLowerCase())) directories.set(directory.toLowerCase(), directory);
  };
  let coreclr: string | undefined;
  for (const directory of extra) add(directory);
  for (const folder of folders) {
    if (folder.level > 0 && folder.files === undefined) add(folder.directory);
    for (const asset of folder.assets) {
      if (asset.kind !== 'native' || isPlaceholder(asset)) continue;
      const { path, there } = fileOf(asset, folder, rules);
      if (!there && rules.checksFiles) return { ok: false, problem: { kind: 'missing', folder, asset } };
      if (/(?:^|\\)coreclr\.dll$/i.test(path)) coreclr ??= path;
      add(parentPath(path));
    }
  }
  return { ok: true, directories: [...directories.values()], coreclr };
}

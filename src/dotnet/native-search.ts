import { parentPath, withoutTrailingSeparators } from '../windows/paths.ts';
import { type DepsAsset, isPlaceholder } from './deps-asset.ts';
import { type AssetRules, type ProbedAsset, probeAsset } from './probe-asset.ts';
import type { AssetProblem } from './trusted-assemblies.ts';

export type NativeSearch =
  | { readonly ok: true; readonly directories: readonly string[]; readonly coreclr: ProbedAsset | undefined }
  | { readonly ok: false; readonly problem: AssetProblem };

/** A path that ends in a `/` names the folder itself, whose own folder it is then. */
const folderOf = (path: string): string => withoutTrailingSeparators(parentPath(withoutTrailingSeparators(path)));

/** The apphost of a package that came in by a RID fallback may be missing. */
const mayBeMissing = ({ name, package: library }: DepsAsset): boolean =>
  name === 'apphost' && library.toLowerCase().endsWith('.microsoft.netcore.dotnetapphost');

/**
 * The folders in which native libraries are looked for: those of the listed native assets, in the order of the deps.json files.
 * `extra`: folders without a deps.json that count as a whole, behind the application. A folder whose content nobody described counts too.
 * Source: dotnet/runtime:src/native/corehost/hostpolicy/deps_resolver.cpp `resolve_probe_dirs`.
 */
export function nativeSearch(extra: readonly string[], rules: AssetRules): NativeSearch {
  const directories = new Set<string>(extra);
  let coreclr: ProbedAsset | undefined;
  for (const folder of rules.folders) {
    if (folder.level > 0 && folder.files === undefined) directories.add(folder.directory);
    for (const asset of folder.assets) {
      if (asset.kind !== 'native' || isPlaceholder(asset)) continue;
      const probed = probeAsset(asset, folder, rules);
      if (probed === undefined && mayBeMissing(asset)) continue;
      if (probed === undefined) return { ok: false, problem: { kind: 'missing', folder, asset } };
      if (/\\coreclr\.dll$/i.test(probed.path)) coreclr ??= probed;
      directories.add(folderOf(probed.path));
    }
  }
  return { ok: true, directories: [...directories], coreclr };
}

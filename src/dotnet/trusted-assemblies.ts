import { fileName } from '../windows/paths.ts';
import { type DepsAsset, isPlaceholder } from './deps-asset.ts';
import { type AssetFolder, type AssetRules, probeAsset } from './probe-asset.ts';

export type AssetProblem = {
  readonly kind: 'missing' | 'other-extension';
  readonly folder: AssetFolder;
  readonly asset: DepsAsset;
  /** The file that took the name before. */
  readonly taken?: string;
};

export type TrustedAssemblies =
  | { readonly ok: true; readonly paths: readonly string[] }
  | { readonly ok: false; readonly problem: AssetProblem };

interface Trusted {
  readonly path: string;
  readonly assemblyVersion: readonly number[] | undefined;
  readonly fileVersion: readonly number[] | undefined;
}

/** A file that is on the list before any deps.json is looked at, under the name that it takes. */
export interface TrustedFirst {
  readonly name: string;
  readonly path: string;
}

/** Absent is lower than any version. */
function compareVersions(left: readonly number[] | undefined, right: readonly number[] | undefined): number {
  for (let part = 0; part < 4; part++) {
    const order = (left?.[part] ?? -1) - (right?.[part] ?? -1);
    if (order !== 0) return order;
  }
  return 0;
}

function isNewer(asset: DepsAsset, before: Trusted): boolean {
  const assemblies = compareVersions(asset.assemblyVersion, before.assemblyVersion);
  return assemblies > 0 || (assemblies === 0 && compareVersions(asset.fileVersion, before.fileVersion) >= 0);
}

function trust(asset: DepsAsset, folder: AssetFolder, trusted: Map<string, Trusted>, rules: AssetRules): AssetProblem | undefined {
  const before = trusted.get(asset.name);
  if (before !== undefined) {
    const file = asset.path.slice(asset.path.lastIndexOf('/') + 1);
    if (fileName(before.path) !== file) return { kind: 'other-extension', folder, asset, taken: before.path };
    if (!isNewer(asset, before)) return undefined;
  }
  const probed = probeAsset(asset, folder, rules);
  // A newer file that is not there is an error in a framework, and for compatibility none in the application.
  if (probed === undefined) return before !== undefined && folder.level === 0 ? undefined : { kind: 'missing', folder, asset };
  // The same file again keeps the versions it had.
  if (before?.path === probed.path) return undefined;
  trusted.set(asset.name, { path: probed.path, assemblyVersion: asset.assemblyVersion, fileVersion: asset.fileVersion });
  return undefined;
}

/**
 * The list of trusted assemblies: the application's, then each framework's. A later file of the same name replaces an earlier one when its
 * assembly version is higher, or the same and its file version not lower; so the framework wins a tie. The host keeps the list in a hash
 * table: its order means nothing.
 * Source: dotnet/runtime:src/native/corehost/hostpolicy/deps_resolver.cpp `resolve_tpa_list`.
 */
export function trustedAssemblies(first: readonly TrustedFirst[], rules: AssetRules): TrustedAssemblies {
  const trusted = new Map<string, Trusted>();
  for (const { name, path } of first)
    if (!trusted.has(name)) trusted.set(name, { path, assemblyVersion: undefined, fileVersion: undefined });
  for (const folder of rules.folders) {
    for (const asset of folder.assets) {
      if (asset.kind !== 'runtime' || isPlaceholder(asset)) continue;
      const problem = trust(asset, folder, trusted, rules);
      if (problem !== undefined) return { ok: false, problem };
    }
  }
  return { ok: true, paths: [...trusted.values()].map(({ path }) => path) };
}

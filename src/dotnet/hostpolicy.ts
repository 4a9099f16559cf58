import type { HostRefusal } from '../model/host-start.ts';
import { fullPathKey, parentPath, pathKey } from '../windows/paths.ts';
import { type DepsAsset, isPlaceholder } from './deps-asset.ts';
import { readDepsFiles } from './deps-files.ts';
import { forcedFileChecks, lookupFolders, runtimeStoreListed } from './forced-file-checks.ts';
import { type HostpolicyGeneration, hostpolicyGeneration } from './hostpolicy-generation.ts';
import { assetProblem, coreclrMissing, duplicateProperty } from './hostpolicy-refusal.ts';
import type { HostpolicyRequest } from './hostpolicy-request.ts';
import { nativeSearch } from './native-search.ts';
import { type AssetFolder, type AssetRules, assetPath, type ProbedAsset } from './probe-asset.ts';
import { trustedAssemblies } from './trusted-assemblies.ts';
import { trustedFirst } from './trusted-first.ts';

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

const refused = (refusal: HostRefusal): HostpolicyStart => ({ outcome: 'refused', refusal });

/** Assets of the application that are not there, and where the host takes them to be. */
function absentAssets(application: AssetFolder, rules: AssetRules): readonly AbsentAsset[] {
  return application.assets
    .filter((asset) => asset.kind !== 'resources' && !isPlaceholder(asset))
    .map((asset) => ({ asset, relative: assetPath(asset, 0, rules) }))
    .filter(({ relative }) => application.files?.has(pathKey(relative)) === false)
    .map(({ asset, relative }) => ({ asset, path: `${application.directory}\\${relative}` }));
}

interface AbsentAsset {
  readonly asset: DepsAsset;
  readonly path: string;
}

/** Those that are used: what loses against a framework's copy does not matter. */
function missingAssets(absent: readonly AbsentAsset[], trusted: readonly string[]): MissingAsset[] {
  if (absent.length === 0) return [];
  const used = new Set(trusted);
  return absent
    .filter(({ asset, path }) => asset.kind === 'native' || used.has(path))
    .map(({ asset: { package: name, version, path } }) => ({ package: name, version, asset: path }));
}

/** coreclr.dll is a listed native asset; without a deps.json of the application it may also lie beside it. */
function findCoreclr({ application, frameworks }: HostpolicyRequest, listed: ProbedAsset | undefined): ProbedAsset | undefined {
  const beside = { path: `${application.directory}\\coreclr.dll`, exists: () => true };
  if (application.deps === undefined && application.files.has('coreclr.dll')) return beside;
  if (listed !== undefined) return listed;
  const root = frameworks.at(-1);
  return root !== undefined && root.deps === undefined ? { path: `${root.directory}\\coreclr.dll`, exists: () => true } : undefined;
}

function resolve({ request, generation }: Start, application: AssetFolder, rules: AssetRules): HostpolicyStart {
  const first = trustedFirst(request.application, rules.folders, generation);
  const trusted = trustedAssemblies(first, rules);
  if (!trusted.ok) return refused(assetProblem(trusted.problem));
  const native = nativeSearch(request.application.deps === undefined ? [request.application.directory] : [], rules);
  if (!native.ok) return refused(assetProblem(native.problem));
  const coreclr = findCoreclr(request, native.coreclr);
  // The path of coreclr.dll is looked at even where others are not.
  if (coreclr === undefined || !coreclr.exists()) return refused(coreclrMissing(generation));
  const duplicate = duplicateProperty(request, generation);
  if (duplicate !== undefined) return refused(duplicate);
  return {
    outcome: 'ready',
    nativeSearchDirectories: native.directories,
    trustedPlatformAssemblies: [...trusted.paths, `${parentPath(coreclr.path)}\\System.Private.CoreLib.dll`],
    uncheckedMissingAssets: missingAssets(absentAssets(application, rules), trusted.paths),
  };
}

/** A file that the application left to the runtime store: whether the store has it is not known while there may be one. */
function inStore(start: HostpolicyStart, { assets }: AssetFolder, request: HostpolicyRequest): HostpolicyStart {
  const { sharedStore } = request;
  if (start.outcome !== 'refused' || start.refusal.cause.kind !== 'deps-asset-missing' || sharedStore === false) return start;
  if (runtimeStoreListed(request)) return start;
  const { cause } = start.refusal;
  const left = assets.find((asset) => asset.package === cause.package && asset.path === cause.asset)?.storeManifest !== undefined;
  if (!left) return start;
  const because = `${cause.package} ${cause.version} was left to the runtime store of the server, and nobody said what is in it.`;
  return { outcome: 'unknown', because, missingFacts: [sharedStore === undefined ? 'dotnet[].sharedStore' : 'existingFiles'] };
}

/**
 * hostpolicy: reads every deps.json, decides which files are used, and finds the runtime.
 * Where a file is missing and it is not known whether this host looks for it, the answer is `unknown`.
 * Source: dotnet/runtime:src/native/corehost/hostpolicy.
 */
export function startHostpolicy(request: HostpolicyRequest): HostpolicyStart {
  const start: Start = { request, generation: hostpolicyGeneration(request.hostpolicyVersion) };
  const deps = readDepsFiles(request, start.generation);
  if (!deps.ok) return refused(deps.refusal);
  const { folders } = deps;
  const rules = {
    folders,
    localPath: start.generation.localPath,
    lookups: lookupFolders(request),
    fileExists: (path: string) => request.folderExists.get(fullPathKey(path)) === true,
  };
  const answer = (checksFiles: boolean) => resolve(start, folders[0], { ...rules, checksFiles });
  const forced = start.generation.checksFiles === 'always' ? true : forcedFileChecks(request);
  if (forced === false) return answer(false);
  const strict = inStore(answer(true), folders[0], request);
  if (forced === true) return strict.outcome === 'ready' ? { ...strict, uncheckedMissingAssets: [] } : strict;
  // Every file is where the host would take it to be: looking makes no difference.
  if (strict.outcome === 'ready' && strict.uncheckedMissingAssets.length === 0) return strict;
  const lenient = answer(false);
  if (strict.outcome === lenient.outcome) return lenient;
  return { outcome: 'unknown', because: forced.because, missingFacts: forced.missingFacts };
}

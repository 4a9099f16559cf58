import type { DepsWording } from './deps-json.ts';
import { type FxVersion, isAtLeast } from './fx-version.ts';

/**
 * What a hostpolicy does differently from the others. It comes with the resolved Microsoft.NETCore.App, or lies beside a self-contained
 * application, whatever hostfxr there is.
 */
export interface HostpolicyGeneration extends DepsWording {
  /** Files of deps.json are looked for on disk always, or only when something forces it (6.0, dotnet/runtime#50671). */
  readonly checksFiles: 'always' | 'when-forced';
  /** A servicing folder switches the look on disk on (until 11, dotnet/runtime#123568). */
  readonly looksForServicing: boolean;
  /** RID-specific assets are chosen by the graph of the root framework, or by a fixed list (8.0). */
  readonly usesRidGraph: boolean;
  /** The application's dll is trusted first, whatever deps.json says (until 10.0). */
  readonly trustsApplicationFirst: boolean;
  /** `localPath` of an asset is its path beside deps.json (10.0, dotnet/runtime#118297). */
  readonly localPath: boolean;
  /** The variable named in the text about a missing coreclr. */
  readonly traceVariable: 'COREHOST_TRACE' | 'DOTNET_HOST_TRACE';
  /** `in the the application's` (until 6.0). */
  readonly doubledArticle: boolean;
  /** hostfxr reads the deps.json of the root framework, and tells of broken JSON, before hostpolicy does (until 9.0). */
  readonly depsReadTwice: boolean;
}

/** The behaviour of one hostpolicy, by its version. */
export function hostpolicyGeneration(version: FxVersion): HostpolicyGeneration {
  const since = (major: number) => isAtLeast(version, major);
  return {
    json: since(5) ? 'rapidjson' : 'cpprest',
    failedToParseWording: since(10),
    ridOfPackage: !since(3),
    checksFiles: since(6) ? 'when-forced' : 'always',
    looksForServicing: !since(11),
    usesRidGraph: !since(8),
    trustsApplicationFirst: !since(10),
    localPath: since(10),
    traceVariable: since(10) ? 'DOTNET_HOST_TRACE' : 'COREHOST_TRACE',
    doubledArticle: !since(7),
    depsReadTwice: !since(10),
  };
}

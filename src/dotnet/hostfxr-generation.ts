import { type FxVersion, isAtLeast } from './fx-version.ts';
import type { JsonDialect } from './host-json.ts';

/**
 * What a hostfxr does differently from the others. The one in use is the highest of its dotnet root, whatever the application targets.
 * Sources: dotnet/core-setup release/2.1 to 3.1, dotnet/runtime:src/native/corehost/fxr; the changes are named in each key.
 */
export interface HostfxrGeneration {
  /** `chain`: one framework a file, settings inherited (2.x). `graph`: several, merged, with restarts (3.0). */
  readonly resolution: 'chain' | 'graph';
  readonly json: JsonDialect;
  /** `includedFrameworks` is understood (3.1). */
  readonly includedFrameworks: boolean;
  /** A file without `runtimeOptions` is invalid (5.0). */
  readonly runtimeOptionsRequired: boolean;
  /** JSON errors end in `[offset 82: line 1, column 83]` and begin with `Failed to parse file` (10.0). */
  readonly failedToParseWording: boolean;
  /** A reference without name or version, and a `framework` that is no object, make the file invalid (10.0). */
  readonly checksReferenceMembers: boolean;
  /** A version folder without `<name>.deps.json` does not count (8.0; serviced 6.0 and 7.0: dotnet/runtime#90035, #92032, #92033). */
  readonly checksFrameworkDeps: boolean;
  /** DOTNET_DISABLE_RUNTIME_VERSIONS (10.0, dotnet/runtime#119343). */
  readonly disabledVersions: boolean;
  /** `unless-off`: up to 6. `old-tfm`: the application's `tfm` must be below 7 as well (7 to 11, dotnet/runtime#67022). */
  readonly multilevelLookup: 'unless-off' | 'old-tfm' | 'never';
  /** `rollForwardOnNoCandidateFx`, `applyPatches` and the variable still count (until 12). */
  readonly legacySettings: boolean;
  readonly frameworkMissingText: '2.x' | '3.0' | '3.1' | '6.0' | 'install-or-update';
  /** `Learn more:` and `rid=win-x64&os=win10` (8.0). */
  readonly learnMore: boolean;
  /** The text lists frameworks of other architectures and disabled versions (10.0, dotnet/runtime#107156). */
  readonly otherArchitectures: boolean;
  /** `Failed to run as a self-contained app.` in several lines (5.0, dotnet/runtime#33193). */
  readonly selfContainedHint: 'one-line' | 'lines';
  /** A library that cannot be loaded: `Failed to load [path]` with the architecture of the process (10.0). */
  readonly loadFailureNamesArchitecture: boolean;
  /** `Cannot use file stream` is printed when the deps.json of a self-contained application is not there (5.0 and 6.0). */
  readonly depsFileStream: boolean;
}

function frameworkMissingText(version: FxVersion): HostfxrGeneration['frameworkMissingText'] {
  if (isAtLeast(version, 7)) return 'install-or-update';
  // dotnet/runtime#70059 reached 6.0 with 6.0.7; the `(x64)` of #57150 came after the previews.
  if (isAtLeast(version, 6)) return version.pre.startsWith('-preview') ? '3.1' : isAtLeast(version, 6, 0, 7) ? 'install-or-update' : '6.0';
  if (isAtLeast(version, 3, 1)) return '3.1';
  return isAtLeast(version, 3) ? '3.0' : '2.x';
}

/** The behaviour of one hostfxr, by its version. */
export function hostfxrGeneration(version: FxVersion): HostfxrGeneration {
  const since = (major: number, minor = 0, patch = 0) => isAtLeast(version, major, minor, patch);
  return {
    resolution: since(3) ? 'graph' : 'chain',
    json: since(5) ? 'rapidjson' : 'cpprest',
    includedFrameworks: since(3, 1),
    runtimeOptionsRequired: since(5),
    failedToParseWording: since(10),
    checksReferenceMembers: since(10),
    checksFrameworkDeps: since(7, 0, 13) || (since(6, 0, 24) && !since(7)),
    disabledVersions: since(10),
    multilevelLookup: since(12) ? 'never' : since(7) ? 'old-tfm' : 'unless-off',
    legacySettings: !since(12),
    frameworkMissingText: frameworkMissingText(version),
    learnMore: since(8),
    otherArchitectures: since(10),
    selfContainedHint: since(5) ? 'lines' : 'one-line',
    loadFailureNamesArchitecture: since(10),
    depsFileStream: since(5) && !since(7),
  };
}

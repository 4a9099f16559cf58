import { compareFxVersions, type FxVersion, parseFxVersion } from './fx-version.ts';
import { type CompatibilityRange, isNarrower, narrowerRange } from './roll-forward.ts';

/** One entry of `framework` or `frameworks` of a runtimeconfig.json with the settings in force for it. */
export interface FrameworkReference {
  readonly name: string;
  /** As written; empty where the file names no version. */
  readonly versionText: string;
  /** `unparsedVersion` where `versionText` is no version for the host. */
  readonly version: FxVersion;
  readonly range: CompatibilityRange;
  readonly highest: boolean;
  readonly applyPatches: boolean;
  /** Releases are searched first, pre-releases only when none does. */
  readonly preferRelease: boolean;
  /** Where `range` and `highest` were set, in words; no part of what the host decides. */
  readonly policySource: string;
  /** The framework whose file asks for this version; absent: the application's. No part of what the host decides. */
  readonly askedBy?: { readonly name: string; readonly version: string };
}

/** What the host works with when a version is missing or unreadable: lower than everything, and of another major version. */
const unparsedVersion: FxVersion = { major: -1, minor: -1, patch: -1, pre: '', build: '' };

export const versionOrUnparsed = (text: string): FxVersion => parseFxVersion(text) ?? unparsedVersion;

/**
 * Whether `reference` accepts `higher`, a version at or above its own.
 * Source: dotnet/runtime:src/native/corehost/fxr/fx_reference.cpp `is_compatible_with_higher_version`.
 */
export function acceptsHigherVersion({ version, range, applyPatches }: FrameworkReference, higher: FxVersion): boolean {
  if (compareFxVersions(version, higher) === 0) return true;
  if (version.major !== higher.major && isNarrower(range, 'major')) return false;
  if (version.minor !== higher.minor && isNarrower(range, 'minor')) return false;
  if (version.patch !== higher.patch && range === 'patch' && !applyPatches) return false;
  return range !== 'exact';
}

export type Reconciled =
  | { readonly compatible: true; readonly reference: FrameworkReference }
  | { readonly compatible: false; readonly lower: FrameworkReference; readonly higher: FrameworkReference };

/**
 * Two references to one framework as one: the higher version (`added` on a tie) under the narrower settings of both.
 * Source: dotnet/runtime:src/native/corehost/fxr/fx_resolver.cpp `reconcile_fx_references`.
 */
export function reconcileReferences(added: FrameworkReference, current: FrameworkReference): Reconciled {
  const [lower, higher] = compareFxVersions(added.version, current.version) >= 0 ? [current, added] : [added, current];
  if (!acceptsHigherVersion(lower, higher.version)) return { compatible: false, lower, higher };
  const reference: FrameworkReference = {
    ...higher,
    range: narrowerRange(lower.range, higher.range),
    highest: lower.highest || higher.highest,
    applyPatches: lower.applyPatches && higher.applyPatches,
    preferRelease: lower.preferRelease || higher.preferRelease,
    policySource: isNarrower(lower.range, higher.range) ? lower.policySource : higher.policySource,
  };
  return { compatible: true, reference };
}

/** Whether the host sees no difference; the version counts as text. */
export function sameReference(left: FrameworkReference, right: FrameworkReference): boolean {
  return (
    left.versionText === right.versionText &&
    left.range === right.range &&
    left.highest === right.highest &&
    left.applyPatches === right.applyPatches &&
    left.preferRelease === right.preferRelease
  );
}

import { type FxVersion } from './fx-version.ts';
import { type CompatibilityRange } from './roll-forward.ts';
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
    readonly askedBy?: {
        readonly name: string;
        readonly version: string;
    };
}
export declare const versionOrUnparsed: (text: string) => FxVersion;
/**
 * Whether `reference` accepts `higher`, a version at or above its own.
 * Source: dotnet/runtime:src/native/corehost/fxr/fx_reference.cpp `is_compatible_with_higher_version`.
 */
export declare function acceptsHigherVersion({ version, range, applyPatches }: FrameworkReference, higher: FxVersion): boolean;
export type Reconciled = {
    readonly compatible: true;
    readonly reference: FrameworkReference;
} | {
    readonly compatible: false;
    readonly lower: FrameworkReference;
    readonly higher: FrameworkReference;
};
/**
 * Two references to one framework as one: the higher version (`added` on a tie) under the narrower settings of both.
 * Source: dotnet/runtime:src/native/corehost/fxr/fx_resolver.cpp `reconcile_fx_references`.
 */
export declare function reconcileReferences(added: FrameworkReference, current: FrameworkReference): Reconciled;
/** Whether the host sees no difference; the version counts as text. */
export declare function sameReference(left: FrameworkReference, right: FrameworkReference): boolean;

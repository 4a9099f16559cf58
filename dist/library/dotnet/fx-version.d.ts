import type { InstalledVersion } from '../model/target-server.ts';
/**
 * A version as the .NET host parses it: a subset of SemVer 2 without leading zeros in the numbers or in numeric pre-release identifiers.
 * `npm`'s semver differs where it coerces and in what it rejects.
 * Source: dotnet/runtime:src/native/corehost/fxr/fx_ver.cpp, unchanged from 3.0 to 10.0.
 */
export interface FxVersion {
    readonly major: number;
    readonly minor: number;
    readonly patch: number;
    /** With its `-`; empty for a release. */
    readonly pre: string;
    /** With its `+`; ignored by comparisons. */
    readonly build: string;
}
/** The version in `text`, or `undefined` where the host rejects it: `8.0`, `v8.0.0`, `08.0.0`, `8.0.0.0`, `1.0.0-01`. */
export declare function parseFxVersion(text: string): FxVersion | undefined;
/** Below zero when `left` is lower, zero when equal up to build metadata, above zero when higher. */
export declare function compareFxVersions(left: FxVersion, right: FxVersion): number;
/** Whether `version` is this release or a later one; pre-releases of it do not count. */
export declare function isAtLeast(version: FxVersion, major: number, minor?: number, patch?: number): boolean;
/** The highest of the version folders whose names parse, pre-releases included; `undefined` when none does. */
export declare function highestFxVersion<T extends InstalledVersion>(folders: readonly T[]): T | undefined;

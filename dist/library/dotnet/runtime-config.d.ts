import type { FrameworkReference } from './framework-reference.ts';
import { type HostJson } from './host-json.ts';
import type { HostfxrGeneration } from './hostfxr-generation.ts';
/** What the host takes from a runtimeconfig.json and its `.dev.json`. */
export interface RuntimeConfig {
    /** `framework` or `frameworks` is there, whatever its value; otherwise the application counts as self-contained. */
    readonly frameworkDependent: boolean;
    readonly references: readonly FrameworkReference[];
    readonly tfm?: string;
    readonly additionalProbingPaths: readonly string[];
    readonly configProperties: ReadonlyMap<string, HostJson>;
}
/** `lines`: what the host writes while it reads; a broken `.dev.json` is told and then ignored. */
export type RuntimeConfigResult = {
    readonly valid: true;
    readonly config: RuntimeConfig;
    readonly lines: readonly string[];
} | {
    readonly valid: false;
    readonly lines: readonly string[];
    /** What is wrong, in plain words. */
    readonly problem: string;
    readonly line?: number;
    readonly column?: number;
    /** `crash`: the host reads the value without a check and the process ends. `environment`: a variable is to blame. */
    readonly kind: 'file' | 'crash' | 'environment';
};
/** A runtimeconfig.json with its path on the server, and its `.dev.json` if there is one. */
export interface RuntimeConfigFiles {
    readonly path: string;
    readonly file?: Uint8Array;
    readonly devPath?: string;
    readonly devFile?: Uint8Array;
}
/**
 * Reads both files into one, as hostfxr of this generation does. A missing file is valid and means self-contained.
 * `environment`: set variables by upper-cased name.
 * Source: dotnet/runtime:src/native/corehost/runtime_config.cpp.
 */
export declare function readRuntimeConfig(files: RuntimeConfigFiles, generation: HostfxrGeneration, environment: ReadonlyMap<string, string>): RuntimeConfigResult;

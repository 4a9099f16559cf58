import { type FrameworkReference } from './framework-reference.ts';
/** One version folder below `shared\<name>`. */
export interface FrameworkFolder {
    /** The folder's name. */
    readonly version: string;
    /** Full path. */
    readonly directory: string;
    /** `<name>.deps.json` is there. */
    readonly complete: boolean;
    /** Content of `<name>.runtimeconfig.json`; absent = no such file. */
    readonly runtimeConfig?: Uint8Array;
    /** Nobody said what this framework refers to, and its name does not tell. */
    readonly referencesUnknown: boolean;
}
/**
 * The folder that the host takes for a reference, from the hives in the host's order: usually one dotnet root, with multi-level lookup
 * the global ones after it. The winners of the hives are put through the same search again; the earlier hive wins a tie.
 * `needsDeps`: a folder without `<name>.deps.json` does not count.
 * Source: dotnet/runtime:src/native/corehost/fxr/fx_resolver.cpp `resolve_framework_reference`.
 */
export declare function findFramework(hives: readonly (readonly FrameworkFolder[])[], reference: FrameworkReference, needsDeps: boolean): FrameworkFolder | undefined;

import { type FrameworkReference } from './framework-reference.ts';
import type { FrameworkFolder } from './framework-search.ts';
import type { RuntimeConfigResult } from './runtime-config.ts';
/** A framework that was asked for, and the folder it was found in. */
export interface FoundFramework {
    readonly name: string;
    readonly folder: FrameworkFolder;
}
export interface FrameworkGraph {
    /** What the application's own file refers to. */
    readonly references: readonly FrameworkReference[];
    /** The disk. */
    readonly find: (reference: FrameworkReference) => FrameworkFolder | undefined;
    /** The runtimeconfig.json of a framework's folder. */
    readonly readConfig: (found: FoundFramework) => RuntimeConfigResult;
}
export type FrameworkGraphResult = {
    readonly outcome: 'resolved';
    readonly frameworks: readonly FoundFramework[];
} | {
    readonly outcome: 'missing';
    readonly reference: FrameworkReference;
} | {
    readonly outcome: 'conflict';
    readonly lower: FrameworkReference;
    readonly higher: FrameworkReference;
} | {
    readonly outcome: 'invalid-config';
    readonly found: FoundFramework;
    readonly config: RuntimeConfigResult & {
        readonly valid: false;
    };
} | {
    readonly outcome: 'endless';
    readonly reference: FrameworkReference;
};
/**
 * Resolves frameworks that refer to frameworks. A reference that changes what was already resolved restarts everything with what was
 * learnt, so the order of entries does not change a result, but it decides which error comes first.
 * Source: dotnet/runtime:src/native/corehost/fxr/fx_resolver.cpp `read_framework`, `resolve_frameworks_for_app`.
 */
export declare function resolveFrameworkGraph(graph: FrameworkGraph): FrameworkGraphResult;

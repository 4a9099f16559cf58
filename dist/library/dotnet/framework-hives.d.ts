import type { DotnetRoot } from '../model/target-server.ts';
import type { FrameworkRequest } from './framework-request.ts';
import type { FrameworkFolder } from './framework-search.ts';
import type { HostfxrGeneration } from './hostfxr-generation.ts';
/** Where frameworks are searched: the dotnet root first, with multi-level lookup the global ones after it. */
export interface FrameworkHives {
    /** Folders of a framework as the host lists them for people, one list a hive. */
    readonly present: (name: string) => readonly (readonly FrameworkFolder[])[];
    /** Those that take part in the search. */
    readonly counting: (name: string) => readonly (readonly FrameworkFolder[])[];
    /** Versions that DOTNET_DISABLE_RUNTIME_VERSIONS names, compared as text. */
    readonly disabled: ReadonlySet<string>;
    /** A root that is searched too, and of whose frameworks nobody said anything. */
    readonly undescribed: DotnetRoot | undefined;
}
/**
 * Source: dotnet/runtime:src/native/corehost/hostmisc/utils.cpp `get_framework_and_sdk_locations`,
 * …/fxr/framework_info.cpp, …/fxr/fx_resolver.cpp.
 */
export declare function frameworkHives(request: FrameworkRequest, generation: HostfxrGeneration, tfm: string | undefined): FrameworkHives;

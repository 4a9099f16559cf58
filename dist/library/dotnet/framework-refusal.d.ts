import type { HostRefusal } from '../model/host-start.ts';
import type { FoundFramework } from './framework-graph.ts';
import type { FrameworkHives } from './framework-hives.ts';
import type { FrameworkReference } from './framework-reference.ts';
import type { FrameworkRequest } from './framework-request.ts';
import type { HostfxrGeneration } from './hostfxr-generation.ts';
import type { RuntimeConfigResult } from './runtime-config.ts';
export interface Refused {
    readonly outcome: 'refused';
    readonly refusal: HostRefusal;
}
export declare function refused(error: HostRefusal['error'], lines: readonly string[], cause: HostRefusal['cause']): Refused;
/** A refusal behind what the host wrote before. */
export declare function afterLines(lines: readonly string[], { refusal }: Refused): Refused;
type InvalidConfig = RuntimeConfigResult & {
    readonly valid: false;
};
/**
 * The application's own runtimeconfig.json (or an environment variable) is refused.
 * Source: dotnet/runtime:src/native/corehost/fxr/fx_muxer.cpp `read_config`.
 */
export declare function invalidConfig(request: FrameworkRequest, config: InvalidConfig): Refused;
/** A framework's own runtimeconfig.json is refused. Source: dotnet/runtime:src/native/corehost/fxr/fx_resolver.cpp `read_framework`. */
export declare function invalidFrameworkConfig({ name, folder }: FoundFramework, config: InvalidConfig): Refused;
/**
 * Two references that do not go together.
 * Source: dotnet/runtime:src/native/corehost/fxr/fx_resolver.messages.cpp `display_incompatible_framework_error`.
 */
export declare function conflictingReferences(lower: FrameworkReference, higher: FrameworkReference, generation: HostfxrGeneration): Refused;
export interface MissingReference {
    readonly name: string;
    readonly version: string;
    /** The roll-forward setting in force and where it was set, in plain words. */
    readonly policy: string;
    readonly requestedBy?: {
        readonly name: string;
        readonly version: string;
    };
    readonly passedOver?: PassedOver;
}
type PassedOver = (HostRefusal['cause'] & {
    readonly kind: 'framework-missing';
})['passedOver'];
/** What would do for a reference, had it not been switched off or were its folder whole. */
export declare function passedOverFor(reference: FrameworkReference, hives: FrameworkHives, generation: HostfxrGeneration): PassedOver;
/**
 * No folder does for a reference.
 * Source: dotnet/runtime:src/native/corehost/fxr/fx_resolver.messages.cpp `display_missing_framework_error`.
 */
export declare function frameworkMissing(request: FrameworkRequest, generation: HostfxrGeneration, hives: FrameworkHives, missing: MissingReference): Refused;
export {};

import type { ResolvedFramework } from '../model/host-start.ts';
import { type Refused } from './framework-refusal.ts';
import type { FrameworkRequest } from './framework-request.ts';
import { type RuntimeConfig } from './runtime-config.ts';
export interface FrameworkInFolder extends ResolvedFramework {
    /** `<name>.deps.json` and the assemblies are there. */
    readonly complete: boolean;
    /** Nobody said what it refers to, and its name does not tell. */
    readonly referencesUnknown: boolean;
}
/**
 * `resolved`: the frameworks in the host's order, the last being the root framework, whose folder must hold hostpolicy.dll; none for a
 * self-contained application. `lines`: what the host wrote although it went on.
 */
export type FrameworkResolution = {
    readonly outcome: 'resolved';
    readonly frameworks: readonly FrameworkInFolder[];
    readonly config: RuntimeConfig;
    readonly lines: readonly string[];
} | Refused | {
    readonly outcome: 'unknown';
    readonly because: string;
    readonly missingFacts: readonly string[];
};
/**
 * The frameworks that hostfxr of this version resolves for an application, or its refusal in its words.
 *
 * `environment` holds set variables by upper-cased name. An unreadable `hostfxrVersion`, or a root whose frameworks nobody described,
 * gives `unknown`. The application's runtimeconfig.json may be absent: the host then takes the application for self-contained.
 *
 * Source: dotnet/runtime:src/native/corehost/fxr (fx_muxer.cpp, fx_resolver.cpp), docs/design/features/framework-version-resolution.md.
 */
export declare function resolveFrameworks(request: FrameworkRequest): FrameworkResolution;

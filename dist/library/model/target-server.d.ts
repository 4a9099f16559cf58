import type { Architecture } from './architecture.ts';
import type { TextPosition } from './configuration-element.ts';
import type { EnvironmentVariables } from './environment.ts';
/**
 * A server as facts. Every property may be absent, and absent means that nobody said, never "no"; an empty list means "none".
 * Mirrors version 1 of the server manifest after its shorthands were expanded.
 */
export interface TargetServer {
    /** The manifest's `name`, or its file name. */
    readonly name: string;
    /** The manifest file as the user named it, and where each fact stands in it, keyed by fact path such as `iis.appPools[0].name`. */
    readonly manifest: {
        readonly file: string;
        readonly positions: ReadonlyMap<string, TextPosition>;
    };
    readonly collectedAt?: string;
    readonly os?: {
        readonly version?: string;
        readonly architecture?: Architecture;
    };
    /** Machine-wide variables, as the services see them. */
    readonly environment?: EnvironmentVariables;
    readonly dotnet?: readonly DotnetRoot[];
    /** Registry values `InstalledVersions\<arch>\InstallLocation`; an empty object means that none is registered. */
    readonly dotnetInstallLocations?: {
        readonly [A in Architecture]?: string;
    };
    /** The version named by the `hostingBundle` shorthand. What it expands to is in the other facts. */
    readonly hostingBundle?: string;
    readonly aspNetCoreModule?: AspNetCoreModule;
    /** Further files known to exist on the server, full paths; `[]` = no others. */
    readonly existingFiles?: readonly string[];
    readonly iis?: InternetInformationServices;
    /** What a report should say about where these facts come from, in plain words: a bundle that the data do not know, an output that was cut. */
    readonly notes?: readonly string[];
}
/** One dotnet root: the folder that holds `dotnet.exe`, `host\fxr` and `shared`. */
export interface DotnetRoot {
    /** Full path without a trailing `\`. */
    readonly root: string;
    readonly architecture?: Architecture;
    readonly hostfxr?: readonly InstalledVersion[];
    /** Shared frameworks by name, such as `Microsoft.AspNetCore.App`. */
    readonly frameworks?: ReadonlyMap<string, readonly InstalledFramework[]>;
    /** A runtime store folder exists below this root. */
    readonly sharedStore?: boolean;
}
/** A version folder. `complete: false`: the folder is there, its dll (or `<name>.deps.json`) is not. */
export interface InstalledVersion {
    readonly version: string;
    readonly complete: boolean;
}
/** One version of a shared framework. `references` absent: what its name and version imply. */
export interface InstalledFramework extends InstalledVersion {
    readonly references?: readonly {
        readonly name: string;
        readonly version: string;
    }[];
    /** Its `<name>.runtimeconfig.json` as it is on disk, where it was read; then `references` is not looked at. */
    readonly runtimeConfig?: Uint8Array;
}
/** ASP.NET Core Module V2 on the server. V1 shows in `globalModules` only. */
export type AspNetCoreModule = {
    readonly installed: false;
} | {
    readonly installed: true;
    /** File version of `aspnetcorev2.dll`, such as `18.0.24201.8`. */
    readonly version?: string;
    /** Architectures for which the dll is there. */
    readonly architectures?: readonly Architecture[];
    /** Version folders beside `aspnetcorev2.dll`. */
    readonly outOfProcessHandlers?: readonly InstalledVersion[];
    /** The registry switch `DisableANCM` is on. */
    readonly disabled?: boolean;
};
export interface InternetInformationServices {
    readonly version?: string;
    readonly globalModules?: readonly GlobalModule[];
    /**
     * What the collections of server-level sections hold, and so every application inherits: modules, handlers, headers, MIME types.
     * By section and the elements down to the collection: `system.webServer/handlers`, `system.webServer/httpProtocol/customHeaders`.
     * A collection of which nobody said anything is absent; for modules `globalModules` decides then.
     */
    readonly collections?: ReadonlyMap<string, readonly CollectionEntry[]>;
    readonly sections?: ConfigurationSections;
    readonly appPools?: readonly AppPool[];
    readonly sites?: readonly Site[];
}
export interface CollectionEntry {
    /** The value of its unique key; those of a key of several attributes, one a line. */
    readonly key: string;
    /** It has `lockItem`, so that a web.config may not remove it. */
    readonly locked: boolean;
}
export interface GlobalModule {
    readonly name: string;
    /** `bitness32` or `bitness64` where the registration has that precondition. */
    readonly bitness?: 32 | 64;
}
export interface ConfigurationSections {
    /** By full section path, such as `system.webServer/handlers`. */
    readonly byPath: ReadonlyMap<string, ConfigurationSection>;
    /** The list names every section the server knows (it comes from applicationHost.config), so a section not in it is not declared. */
    readonly complete: boolean;
}
export interface ConfigurationSection {
    readonly declared?: boolean;
    readonly locked?: boolean;
    /** Lock state below a location, where it differs: configuration path (`Default Web Site/api`) → locked. Longest match wins. */
    readonly lockedAt?: ReadonlyMap<string, boolean>;
    /** Attributes and elements in it that are locked one by one. */
    readonly elementLocks?: readonly ElementLock[];
}
/** What one element of a section locks for every web.config (`lockAttributes`, `lockElements` and their opposites). */
export interface ElementLock {
    /** Names of the elements from the section down to the one that locks; `[]` = the section itself. */
    readonly within: readonly string[];
    readonly attributes?: LockedNames;
    readonly elements?: LockedNames;
}
/** Names that are locked or, with `except`, the only ones that are not. `*` = all. */
export interface LockedNames {
    readonly names: readonly string[];
    readonly except: boolean;
}
export interface AppPool {
    readonly name: string;
    readonly enable32BitAppOnWin64?: boolean;
    readonly enableEmulationOnWinArm64?: boolean;
    /** `''` = No Managed Code. */
    readonly managedRuntimeVersion?: string;
    readonly managedPipelineMode?: string;
    readonly state?: string;
    readonly enableConfigurationOverride?: boolean;
    /** Such as `ApplicationPoolIdentity`; never the name of a user. */
    readonly identityType?: string;
    readonly loadUserProfile?: boolean;
    readonly setProfileEnvironment?: boolean;
    /** 0 = one for each NUMA node. */
    readonly maxProcesses?: number;
    /** `hh:mm:ss`; `00:00:00` = never. */
    readonly idleTimeout?: string;
    /** `hh:mm:ss`: how long IIS waits for a worker process to start, and to end. */
    readonly startupTimeLimit?: string;
    readonly shutdownTimeLimit?: string;
    /** `OnDemand`: with the first request; `AlwaysRunning`: with IIS. */
    readonly startMode?: string;
    readonly rapidFailProtection?: boolean;
    readonly environment?: EnvironmentVariables;
}
export interface Site {
    readonly name: string;
    /** Where it listens, as IIS writes it. */
    readonly bindings?: readonly Binding[];
    readonly applications?: readonly Application[];
}
export interface Binding {
    /** `http`, `https` and the like. */
    readonly protocol: string;
    /** For these two `address:port:host name`; `*` is every address, and no host name every name. */
    readonly bindingInformation: string;
}
export interface Application {
    /** `/` for the root application. */
    readonly path: string;
    readonly appPool?: string;
    readonly physicalPath?: string;
    /** Virtual paths below it that are folders of this very application (`virtualDirectory`), from the root of the site. */
    readonly virtualDirectories?: readonly string[];
    /** As the application runs today; `none` = known not to be an ASP.NET Core application. */
    readonly hostingModel?: HostingModel | 'none';
    readonly preloadEnabled?: boolean;
    /** Windows authentication is switched on for it in the configuration of the server; its own web.config comes on top. */
    readonly windowsAuthentication?: boolean;
    /** Names of the handlers this application's web.config adds. */
    readonly handlers?: readonly string[];
    /** Whether its child applications inherit them. */
    readonly inheritInChildApplications?: boolean;
    /** Handlers that applicationHost.config itself adds for this path, in a `<location>`; its web.config is read on top of them. */
    readonly locationHandlers?: readonly LocationHandler[];
    /** What applicationHost.config itself sets in the aspNetCore section for this path; its web.config is read on top of it. */
    readonly locationSection?: LocationSection;
}
/** An aspNetCore section without what could be a secret: the command line, and values of variables other than those of .NET and PATH. */
export interface LocationSection {
    readonly attributes: readonly LocationValue[];
    readonly environmentVariables: readonly LocationValue[];
    readonly handlerSettings: readonly LocationValue[];
}
export interface LocationValue {
    readonly name: string;
    /** `null` where it is not kept. */
    readonly value: string | null;
}
export interface LocationHandler {
    readonly name: string;
    /** As written: names separated by commas. */
    readonly modules: string;
}
export type HostingModel = 'inprocess' | 'outofprocess';

import type { Architecture } from './architecture.ts';
import type { AspNetCoreSection } from './aspnetcore-section.ts';
import type { EnvironmentBlock } from './environment.ts';
import type { HostStart } from './host-start.ts';
import type { DotnetRoot, HostingModel } from './target-server.ts';
/** Which generation of `aspnetcorev2.dll` (the shim) speaks. `major` is the product's: 2 for 12.x, 3 for 13.x, 8 for 18.x. */
export interface ModuleGeneration {
    readonly module: 'AspNetCoreModule' | 'AspNetCoreModuleV2';
    /** Product major and minor, such as 3.1 or 8.0. V1 has none that matter. */
    readonly major: number;
    readonly minor: number;
    /** The product's patch, such as 4 for 3.1.4; absent where the version given does not say. */
    readonly patch?: number;
    /** `false`: nothing says which version is installed; a current one is taken. */
    readonly known: boolean;
}
/** processPath and arguments as the module uses them: overridden by ANCM_LAUNCHER_* and expanded. */
export interface LaunchCommand {
    readonly processPath: string;
    readonly arguments: string;
}
/** What processPath turned out to name, in-process. */
export type InProcessEntry = 
/** `dotnet` or a path to a dotnet.exe; `arguments` names the application. */
{
    readonly kind: 'dotnet';
    readonly request: string;
}
/** An exe with hostfxr.dll beside it. Names are relative to the application root. */
 | {
    readonly kind: 'self-contained';
    readonly exe: string;
    readonly dll: string;
    readonly folder: string;
}
/** An exe without hostfxr.dll: the module ignores it and starts its dll through dotnet. */
 | {
    readonly kind: 'launcher';
    readonly exe: string;
    readonly dll: string;
    readonly folder: string;
};
/** What is handed on from stage to stage. */
export interface WorkedOut {
    readonly workerArchitecture: Architecture;
    /** Variables of the worker process: the machine's, overlaid with the pool's. */
    readonly workerEnvironment: EnvironmentBlock;
    readonly module: ModuleGeneration;
    readonly aspNetCore: AspNetCoreSection;
    readonly hostingModel: HostingModel;
    readonly launch: LaunchCommand;
    readonly entry: InProcessEntry;
    /** The dotnet root that is used, with the version of its highest hostfxr. */
    readonly dotnetRoot: DotnetRoot;
    readonly hostfxr: {
        readonly path: string;
        readonly version?: string;
        readonly beside: 'application' | 'dotnet';
    };
    /** hostfxr.dll was loaded into the worker process; nothing of the .NET host happens before. */
    readonly hostfxrLoaded: true;
    /** The entry assembly, relative to the application root. */
    readonly applicationDll: string;
    readonly host: HostStart & {
        readonly outcome: 'ready';
    };
    /** Version of the in-process handler that will speak after it is loaded, product major and minor; absent where not known. */
    readonly requestHandler: {
        readonly version?: string;
    };
    /** Out-of-process: the file that CreateProcess starts. */
    readonly childProcess: ChildProcess;
}
/** What CreateProcess starts. */
export type ChildProcess = {
    readonly kind: 'dotnet';
    readonly root: DotnetRoot;
}
/** A file of the artifact, relative to its root. */
 | {
    readonly kind: 'artifact-exe';
    readonly exe: string;
}
/** Something on the server about which the manifest says no more. */
 | {
    readonly kind: 'other';
};

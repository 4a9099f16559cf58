import type { PublishArtifact } from './publish-artifact.ts';
import type { Application, AppPool, HostingModel, TargetServer } from './target-server.ts';
/** Where on the server the artifact goes. */
export interface DeploymentTarget {
    /** Site name and application path; absent where neither the user nor the manifest says. */
    readonly site?: string;
    readonly application?: string;
    readonly appPool?: string;
    /** Index of the pool in `iis.appPools`, for naming facts. */
    readonly pool?: AppPool;
    /** The application's own entry in the manifest, as it runs today. */
    readonly current?: Application;
    /** Applications above it in the same site, nearest first; absent where the manifest does not list the site. */
    readonly parents?: readonly Application[];
    /** The other applications of its pool; absent where the manifest does not list them. */
    readonly poolMates?: readonly PoolMate[];
}
/** Another application of the same pool, from the manifest or from another artifact of the same run. */
export interface PoolMate {
    /** For people: `Default Web Site/api`, or the artifact's name. */
    readonly name: string;
    /** `none` = known not to be ASP.NET Core; absent = nobody said. */
    readonly hostingModel?: HostingModel | 'none';
    readonly preloadEnabled?: boolean;
    /** It is known to fail before the module notes its hosting model, so it does not count. */
    readonly failsBeforeClaim?: boolean;
    readonly from: 'manifest' | 'artifact';
}
/** Everything one start is performed on. `server` absent: no manifest was given. */
export interface StartFacts {
    readonly artifact: PublishArtifact;
    readonly server?: TargetServer;
    readonly target: DeploymentTarget;
}

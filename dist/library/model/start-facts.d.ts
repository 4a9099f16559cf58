import type { PublishArtifact } from './publish-artifact.ts';
import type { Application, AppPool, HostingModel, InternetInformationServices, TargetServer } from './target-server.ts';
/** Where on the server the artifact goes. */
export interface DeploymentTarget {
    /** Site name and application path; absent where neither the user nor the manifest says. */
    readonly site?: string;
    readonly application?: string;
    readonly appPool?: string;
    readonly pool?: AppPool;
    /** The place of `pool` in the manifest: `iis.appPools[0]`. */
    readonly poolPlace?: string;
    /** When the pool was seen to be stopped. */
    readonly stoppedAsOf?: string;
    /** The manifest lists the pools of the server. */
    readonly poolsListed?: true;
    /** The application's own entry in the manifest, as it runs today. */
    readonly current?: Application;
    /** What the bindings of its site say; absent where the manifest does not list them. */
    readonly bindings?: SiteBindings;
    /** Applications above it in the same site, nearest first; absent where the manifest does not list the site. */
    readonly parents?: readonly Application[];
    /** Paths of the applications below it in the same site; absent where the manifest does not list the site. */
    readonly children?: readonly string[];
    /** How many applications start together with it when IIS starts (`preloadEnabled`), itself included; absent where it is not one of them. */
    readonly preloadedTogether?: number;
    /** The other applications of its pool; absent where the manifest does not list them. */
    readonly poolMates?: readonly PoolMate[];
}
/**
 * What advice needs to know of the bindings of a site. Addresses and host names are left out: they differ from server to server, and
 * decide nothing.
 */
export interface SiteBindings {
    /** There is a binding without TLS. */
    readonly http: boolean;
    /** Ports of the https bindings, each once. */
    readonly httpsPorts: readonly string[];
    /** Bindings that answer to every address and every host name, such as `http *:80`. */
    readonly anyHost: readonly string[];
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
/**
 * What a start can read of its server. Names, dates and texts of the manifest decide nothing; sites and pools reach a start through its
 * target only, so that servers with other neighbours are one kind of server.
 */
export interface StartServer extends Omit<TargetServer, 'name' | 'manifest' | 'collectedAt' | 'notes' | 'iis'> {
    readonly iis?: Omit<InternetInformationServices, 'sites' | 'appPools'>;
}
/** Everything one start is performed on. `server` absent: no manifest was given. */
export interface StartFacts {
    readonly artifact: PublishArtifact;
    readonly server?: StartServer;
    readonly target: DeploymentTarget;
}
/** A start that was asked for, with its server whole: a report names it, and shows findings where its manifest says so. */
export interface Deployment extends StartFacts {
    readonly server?: TargetServer;
}

import type { Disk } from './model/file-tree.ts';
import type { Report } from './model/report.ts';
/** What to check. Paths are the operating system's own. */
export interface CheckRequest {
    /** Publish outputs: folders or packages. */
    readonly artifacts: readonly string[];
    /** Server manifests; none: only what the artifact alone decides. */
    readonly servers: readonly string[];
    /** Where the artifacts go, for all servers; names as in the manifests. */
    readonly site?: string;
    readonly application?: string;
    readonly appPool?: string;
    /** The configuration file, already chosen. */
    readonly config?: string;
    /** The checkout in which findings are located; absent: they are shown where they are in the artifact. */
    readonly sourceRoot?: string;
    /** The pipeline file that runs this check, relative to the checkout: it most likely published the artifacts too. */
    readonly sourcePipeline?: string;
    /** A later step of the deployment writes or transforms web.config. */
    readonly expectTransform?: boolean;
    /** The tool's version, for the report. */
    readonly version: string;
    /** `YYYY-MM-DD`; decides end of support and expired suppressions. */
    readonly today: string;
}
/**
 * Reads the artifacts and the servers into facts, starts each application on paper, adds advice, locates every finding and reports.
 * Throws `InputError` for input that cannot be used; what is wrong with an artifact is in the report.
 */
export declare function check(request: CheckRequest, disk: Disk): Promise<Report>;

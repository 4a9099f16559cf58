import type { Architecture } from './architecture.ts';
import type { Certainty, Remedy, Severity } from './finding.ts';
import type { RuleId } from './rules.ts';
import type { StageName } from './stage.ts';
import type { EventLogEntry, Hresult, HttpStatus } from './startup-failure.ts';
import type { HostingModel } from './target-server.ts';
/** Where a finding is shown: a file of the repository, or of the artifact when no committed line was found. */
export interface Location {
    readonly file: string;
    readonly line?: number;
    readonly column?: number;
}
/** The public JSON report, version 1. Keys may be added; none is renamed or removed without a new `reportVersion`. Absent means absent. */
export interface Report {
    readonly reportVersion: 1;
    readonly tool: {
        readonly name: 'iis-preflight';
        readonly version: string;
        readonly dataDate: string;
    };
    readonly starts: readonly StartReport[];
    readonly coverage: Coverage;
    /** About the run itself, not about a start: suppressions that expired or that matched nothing. Absent when there is nothing to say. */
    readonly notices?: readonly Notice[];
}
export interface Notice {
    readonly message: string;
    readonly location?: Location;
}
export interface StartReport {
    readonly artifact: string;
    readonly server?: string;
    readonly site?: string;
    readonly application?: string;
    readonly appPool?: string;
    readonly prediction: Prediction;
    readonly resolved: Resolved;
    readonly trace: readonly TraceEntry[];
    readonly findings: readonly ReportedFinding[];
}
export interface Prediction {
    readonly outcome: 'starts' | 'fails' | 'undetermined';
    readonly certainty: Certainty;
    /** Absent when the start does not fail, and when the code depends on a fact that is missing. */
    readonly status?: HttpStatus;
    readonly title?: string;
    readonly hresult?: Hresult;
    readonly stage?: StageName;
    /** Index into `findings` of the finding that ends the start. */
    readonly finding?: number;
    readonly event?: EventLogEntry;
    /** Other entries the same failure writes to the event log. */
    readonly furtherEvents?: readonly EventLogEntry[];
    /** Facts, by their path in the manifest, that would settle what is not known. */
    readonly missingFacts: readonly string[];
}
export interface Resolved {
    readonly hostingModel?: HostingModel;
    readonly architecture?: Architecture;
    readonly dotnetRoot?: string;
    readonly hostfxr?: string;
    readonly frameworks?: Readonly<Record<string, string>>;
}
export interface TraceEntry {
    readonly stage: StageName;
    readonly outcome: 'passed' | 'failed' | 'unknown' | 'not-applicable';
    readonly because: string;
    readonly missingFacts: readonly string[];
}
export interface ReportedFinding {
    readonly rule: RuleId;
    readonly severity: Severity;
    readonly certainty: Certainty;
    readonly status?: HttpStatus;
    readonly message: string;
    readonly evidence: readonly string[];
    readonly location?: Location;
    readonly remedies: readonly Remedy[];
    /** Index of the finding that ends the start before this one would show. */
    readonly hiddenBehind?: number;
    /** Why the configuration file switches this finding off. */
    readonly suppressed?: {
        readonly reason: string;
        readonly until?: string;
    };
}
export interface Coverage {
    /** What was checked, in plain words. */
    readonly checked: readonly string[];
    /** What no check before the deployment can tell. */
    readonly notCheckable: readonly string[];
    /** Facts that would settle something, with how many starts or findings wait for each. */
    readonly wouldSettle: readonly {
        readonly fact: string;
        readonly findings: number;
    }[];
}

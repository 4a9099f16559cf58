import type { FailureRuleId } from './failure-rules.ts';
import type { RuleId } from './rules.ts';
import type { EventLogEntry, Hresult, HttpStatus } from './startup-failure.ts';
export type Severity = 'error' | 'warning' | 'note';
/** `certain`: follows from the facts. `likely`: a strong hint. */
export type Certainty = 'certain' | 'likely';
/** What to do, on one side of the gap. `snippet` is ready to paste. */
export interface Remedy {
    readonly side: 'app' | 'server';
    readonly text: string;
    readonly snippet?: string;
}
/** Where a finding comes from: a file of the artifact, or a fact of the server manifest (by its path, such as `iis.appPools[0].name`). */
export type Place = {
    readonly in: 'artifact';
    readonly file: string;
    readonly line?: number;
    readonly column?: number;
} | {
    readonly in: 'server';
    readonly fact: string;
};
/** Something that is wrong or worth knowing, before it is located in the repository's source. */
export interface Finding {
    readonly rule: RuleId;
    readonly severity: Severity;
    readonly certainty: Certainty;
    /** The cause in one sentence, in plain words. */
    readonly message: string;
    /** The facts behind it, one a line. */
    readonly evidence: readonly string[];
    readonly remedies: readonly Remedy[];
    readonly place?: Place;
    readonly status?: HttpStatus;
}
/** What is specific about one failure; the rest follows from who reports it. */
export interface FailureCause extends Pick<Finding, 'message' | 'evidence' | 'remedies' | 'place'> {
    readonly rule: FailureRuleId;
    /** Absent: `certain`. */
    readonly certainty?: Certainty;
}
/** A finding that ends the start, with what people will see. */
export interface StartupFailure extends Finding {
    readonly severity: 'error';
    readonly status: HttpStatus;
    /** The page title as the binary that speaks writes it; absent where IIS shows no page of the module's own. */
    readonly title?: string;
    readonly hresult?: Hresult;
    /** The entry that names the cause best. */
    readonly event?: EventLogEntry;
    /** What else is written to the event log, in order. */
    readonly furtherEvents?: readonly EventLogEntry[];
}

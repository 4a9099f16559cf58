import { type CheckRequest as CompleteRequest } from '../check.ts';
import type { Report } from '../model/report.ts';
/** What to check. Paths are the operating system's own; relative ones start at the working directory. */
export interface CheckRequest extends Omit<CompleteRequest, 'servers' | 'today' | 'version'> {
    /** Server manifests, JSON or YAML; none: only what the artifact alone decides. */
    readonly servers?: readonly string[];
    /** `YYYY-MM-DD`; decides end of support and expired suppressions. Today when left out. */
    readonly today?: string;
}
/**
 * Performs the start of every artifact on every server, on paper. What is wrong with an artifact is in the report.
 * Rejects with `InputError`, which carries every problem, when the input cannot be used.
 */
export declare function check(request: CheckRequest): Promise<Report>;

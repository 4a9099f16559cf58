import type { Finding, StartupFailure } from './finding.ts';
import type { StartFacts } from './start-facts.ts';
import type { WorkedOut } from './worked-out.ts';
/** The stages of a start, named in the trace of every report. */
export declare const stageNames: readonly ['application-pool', 'worker-process', 'module-image', 'configuration', 'handler-mapping', 'module-enabled', 'app-offline', 'aspnetcore-section', 'hosting-model', 'process-path', 'locate-dotnet', 'locate-hostfxr', 'load-hostfxr', 'application-arguments', 'framework-resolution', 'request-handler', 'application-start', 'outofprocess-handler', 'listen-port', 'create-process', 'child-process', 'listening'];
export type StageName = (typeof stageNames)[number];
/**
 * What a stage says. `because` is one sentence for the trace.
 * A stage never guesses: where a fact is missing it says `unknown` and names the fact by its path in the manifest.
 * `failed` may still hand on what later stages need, so that the report can list what else is broken.
 */
export type StageOutcome = {
    readonly outcome: 'passed';
    readonly because: string;
    readonly workedOut?: Partial<WorkedOut>;
    readonly findings?: readonly Finding[];
} | {
    readonly outcome: 'failed';
    readonly failure: StartupFailure;
    readonly workedOut?: Partial<WorkedOut>;
    readonly findings?: readonly Finding[];
} | {
    readonly outcome: 'unknown';
    readonly because: string;
    readonly missingFacts: readonly string[];
    readonly workedOut?: Partial<WorkedOut>;
    readonly findings?: readonly Finding[];
} | {
    readonly outcome: 'not-applicable';
    readonly because: string;
};
/**
 * One step of the start, performed by the system whose room it lives in.
 * `needs` names what earlier stages must have worked out; the compiler lets `perform` read nothing else.
 */
export interface Stage<Needs extends keyof WorkedOut> {
    readonly name: StageName;
    /** What is checked, for the coverage line of the report. */
    readonly checks: string;
    readonly needs: readonly Needs[];
    readonly perform: (facts: StartFacts, workedOut: Pick<WorkedOut, Needs>) => StageOutcome;
}
/** A stage whose needs are checked at run time by the walk instead of by the compiler. */
export type AnyStage = Stage<keyof WorkedOut>;
/** Declares a stage. The parameter bivariance that erases `Needs` is sound because the walk calls `perform` only when every need is there. */
export declare const defineStage: <const Needs extends keyof WorkedOut>(stage: Stage<Needs>) => AnyStage;

import type { StageName, StageOutcome } from '../model/stage.ts';
import type { StartFacts } from '../model/start-facts.ts';
import type { WorkedOut } from '../model/worked-out.ts';
import { kindestServer } from './kindest-server.ts';
import { type ListedStage, stages } from './stages.ts';

/** What one stage said. */
export interface Step {
  readonly stage: StageName;
  readonly outcome: StageOutcome;
}

/** The walk through a start: every stage with its outcome, and what they worked out. */
export interface Walk {
  readonly steps: readonly Step[];
  readonly workedOut: Partial<WorkedOut>;
}

interface Progress extends Walk {
  /** What nobody worked out, and is taken from the kindest server until the start ends. */
  readonly supposed: Partial<WorkedOut>;
}

/** Whether everything the stage needs is there; after this check the erased type of `perform` holds. */
function hasNeeds(workedOut: Partial<WorkedOut>, needs: readonly (keyof WorkedOut)[]): workedOut is WorkedOut {
  return needs.every((need) => workedOut[need] !== undefined);
}

const endsAt = (steps: readonly Step[]): Step | undefined => steps.find(({ outcome }) => outcome.outcome === 'failed');

/** A stage whose inputs are missing: not reached when the start has ended before it, else as unknown as what it waits for. */
function withoutNeeds(steps: readonly Step[]): StageOutcome {
  const failed = endsAt(steps);
  if (failed !== undefined) return { outcome: 'not-applicable', because: `Not reached: the start ends at ${failed.stage}.` };
  const unknown = steps.find(({ outcome }) => outcome.outcome === 'unknown');
  return { outcome: 'unknown', because: `Waits for ${unknown?.stage ?? 'an earlier stage'}.`, missingFacts: [] };
}

function performStage({ stage, only }: ListedStage, facts: StartFacts, { steps, workedOut, supposed }: Progress): StageOutcome {
  if (only !== undefined && workedOut.hostingModel !== undefined && workedOut.hostingModel !== only) {
    return { outcome: 'not-applicable', because: `The application is hosted ${workedOut.hostingModel}.` };
  }
  if (only !== undefined && workedOut.hostingModel === undefined) return withoutNeeds(steps);
  if (hasNeeds(workedOut, stage.needs)) return stage.perform(facts, workedOut);
  const inputs = { ...supposed, ...workedOut };
  return endsAt(steps) === undefined && hasNeeds(inputs, stage.needs) ? stage.perform(facts, inputs) : withoutNeeds(steps);
}

/** A stage that passes only on a supposition has not passed. */
function onSupposition(outcome: StageOutcome): StageOutcome {
  if (outcome.outcome !== 'passed') return outcome;
  return {
    outcome: 'unknown',
    because: `On a server that suits the artifact: ${outcome.because}`,
    missingFacts: [],
    ...(outcome.findings === undefined ? {} : { findings: outcome.findings }),
  };
}

function step(done: Progress, listed: ListedStage, facts: StartFacts): Progress {
  const { stage } = listed;
  const raw = performStage(listed, facts, done);
  const handedOn = 'workedOut' in raw ? (raw.workedOut ?? {}) : {};
  const supposing = !hasNeeds(done.workedOut, stage.needs);
  const outcome = supposing ? onSupposition(raw) : raw;
  const steps = [...done.steps, { stage: stage.name, outcome }];
  if (supposing) return { ...done, steps, supposed: { ...done.supposed, ...handedOn } };
  return { ...done, steps, workedOut: { ...done.workedOut, ...handedOn } };
}

/**
 * Performs the start on paper: every stage in order, each with what the earlier ones worked out. After a failure the walk goes on as
 * long as the later stages still have their inputs, so that the report can say what else is broken.
 */
export function walk(facts: StartFacts): Walk {
  const begin: Progress = { steps: [], workedOut: {}, supposed: kindestServer(facts) };
  const { steps, workedOut } = stages.reduce((done, listed) => step(done, listed, facts), begin);
  return { steps, workedOut };
}

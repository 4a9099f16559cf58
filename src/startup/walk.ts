import type { StageName, StageOutcome } from '../model/stage.ts';
import type { StartFacts } from '../model/start-facts.ts';
import type { WorkedOut } from '../model/worked-out.ts';
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

/** Whether everything the stage needs was worked out; after this check the erased type of `perform` holds. */
function hasNeeds(workedOut: Partial<WorkedOut>, needs: readonly (keyof WorkedOut)[]): workedOut is WorkedOut {
  return needs.every((need) => workedOut[need] !== undefined);
}

/** A stage whose inputs are missing: not reached when the start has ended before it, else as unknown as what it waits for. */
function withoutNeeds(steps: readonly Step[]): StageOutcome {
  const failed = steps.find(({ outcome }) => outcome.outcome === 'failed');
  if (failed !== undefined) return { outcome: 'not-applicable', because: `Not reached: the start ends at ${failed.stage}.` };
  const unknown = steps.find(({ outcome }) => outcome.outcome === 'unknown');
  return { outcome: 'unknown', because: `Waits for ${unknown?.stage ?? 'an earlier stage'}.`, missingFacts: [] };
}

function performStage({ stage, only }: ListedStage, facts: StartFacts, { steps, workedOut }: Walk): StageOutcome {
  if (only !== undefined && workedOut.hostingModel !== undefined && workedOut.hostingModel !== only) {
    return { outcome: 'not-applicable', because: `The application is hosted ${workedOut.hostingModel}.` };
  }
  if (only !== undefined && workedOut.hostingModel === undefined) return withoutNeeds(steps);
  return hasNeeds(workedOut, stage.needs) ? stage.perform(facts, workedOut) : withoutNeeds(steps);
}

/**
 * Performs the start on paper: every stage in order, each with what the earlier ones worked out. After a failure the walk goes on as
 * long as the later stages still have their inputs, so that the report can say what else is broken.
 */
export function walk(facts: StartFacts): Walk {
  return stages.reduce<Walk>(
    (done, listed) => {
      const outcome = performStage(listed, facts, done);
      const workedOut = 'workedOut' in outcome ? { ...done.workedOut, ...outcome.workedOut } : done.workedOut;
      return { steps: [...done.steps, { stage: listed.stage.name, outcome }], workedOut };
    },
    { steps: [], workedOut: {} },
  );
}

import type { Prediction } from '../model/report.ts';
import type { StartFacts } from '../model/start-facts.ts';
import { failingWhateverIsWritten, withExpectedWebConfig } from './expected-web-config.ts';
import { type Possibility, possibleServers } from './possible-servers.ts';
import { findingsOf, predict, type StartFinding } from './prediction.ts';
import { type Walk, walk } from './walk.ts';

/** A start as performed: where it ends, what is wrong, and how it got there. */
export interface Start {
  readonly facts: StartFacts;
  readonly prediction: Prediction;
  readonly findings: readonly StartFinding[];
  readonly walk: Walk;
  /** Facts that were filled in, because nobody said; what was worked out with them is not known. */
  readonly assumed: readonly string[];
}

function performOn({ facts, assumed }: Possibility): Start {
  const walked = walk(facts);
  return { facts, prediction: predict(walked.steps), findings: findingsOf(walked.steps), walk: walked, assumed };
}

/** What the possible servers agree on, told with the last of them; the filled-in facts are missing facts where they disagree. */
function agreement(starts: readonly Start[], assumed: readonly string[]): Start | undefined {
  const last = starts.at(-1);
  if (last === undefined) return undefined;
  const outcomes = new Set(starts.map(({ prediction }) => prediction.outcome));
  const statuses = new Set(starts.map(({ prediction }) => prediction.status));
  const missingFacts = [...new Set([...last.prediction.missingFacts, ...assumed])];
  if (outcomes.size > 1) return { ...last, findings: [], prediction: { outcome: 'undetermined', certainty: 'likely', missingFacts } };
  if (statuses.size === 1) return last;
  // It fails whichever it is; only the code depends on what nobody said.
  const { outcome, stage, finding } = last.prediction;
  return {
    ...last,
    prediction: {
      outcome,
      certainty: 'likely',
      ...(stage === undefined ? {} : { stage }),
      ...(finding === undefined ? {} : { finding }),
      missingFacts,
    },
  };
}

/** Performs one start on paper. */
export function performStart(facts: StartFacts): Start {
  const expected = withExpectedWebConfig(facts).map(performDescribed);
  const own = performDescribed(facts);
  return expected.length === 0 ? own : failingWhateverIsWritten(own, expected);
}

function performDescribed(facts: StartFacts): Start {
  const possibilities = possibleServers(facts);
  const assumed = [...new Set(possibilities.flatMap((possibility) => possibility.assumed))];
  const starts = possibilities.map(performOn);
  return agreement(starts, assumed) ?? performOn({ facts, assumed: [] });
}

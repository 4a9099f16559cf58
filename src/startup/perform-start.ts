import { toldCause } from '../ancm/event-log.ts';
import type { Prediction } from '../model/report.ts';
import type { StartFacts } from '../model/start-facts.ts';
import { failingWhateverIsWritten, withExpectedWebConfig } from './expected-web-config.ts';
import { type Possibility, possibleServers } from './possible-servers.ts';
import { findingsOf, predict } from './prediction.ts';
import type { Start } from './start.ts';
import { walk } from './walk.ts';

function performOn({ facts, assumed }: Possibility): Start {
  const walked = walk(facts);
  return { facts, prediction: predict(walked.steps), findings: findingsOf(walked.steps), walk: walked, assumed };
}

/** What is the same in every prediction, as an object to spread; nothing where they differ. */
function agreed<K extends keyof Prediction>(predictions: readonly Prediction[], key: K): Pick<Prediction, K> | Record<never, never> {
  const values = new Set(predictions.map((prediction) => JSON.stringify(prediction[key])));
  const [first] = predictions;
  return values.size === 1 && first?.[key] !== undefined ? { [key]: first[key] } : {};
}

/** The entry of the event log, where all of them write it about the same cause; in the words of the last of them. */
function agreedEvent(predictions: readonly Prediction[]): Pick<Prediction, 'event'> | Record<never, never> {
  const entries = predictions.map(({ event }) => event && JSON.stringify([event.source, event.id, toldCause(event)]));
  const last = predictions.at(-1)?.event;
  return last !== undefined && new Set(entries).size === 1 ? { event: last } : {};
}

/** How a start ends, for a sentence; the status where all of them show it. */
function ending(starts: readonly Start[]): string | undefined {
  const predictions = starts.map(({ prediction }) => prediction);
  const [outcome, ...others] = new Set(predictions.map((prediction) => prediction.outcome));
  if (outcome === undefined || others.length > 0) return undefined;
  const [status, ...otherStatuses] = new Set(predictions.map((prediction) => prediction.status));
  if (outcome === 'undetermined') return 'that cannot be told';
  return outcome === 'starts' ? 'it starts' : `it fails${status === undefined || otherStatuses.length > 0 ? '' : ` with ${status}`}`;
}

/** What becomes of the start in a worker process of either bitness, where nothing else that was filled in decides. */
function endingsByBitness(starts: readonly Start[]): Pick<Start, 'endings'> {
  const groups = new Map<string, Start[]>();
  for (const start of starts) {
    const architecture = start.walk.workedOut.workerArchitecture;
    if (architecture === undefined) return {};
    groups.set(architecture, [...(groups.get(architecture) ?? []), start]);
  }
  const parts = [...groups].map(([architecture, group], index) => {
    const end = ending(group);
    return end && `in an ${architecture} ${index === 0 ? 'worker process' : 'one'} ${end}`;
  });
  return parts.length < 2 || parts.includes(undefined) ? {} : { endings: parts.join(', ') };
}

/** What the possible servers agree on, told with the last of them; the filled-in facts are missing facts where they disagree. */
function agreement(starts: readonly Start[], assumed: readonly string[]): Start | undefined {
  const last = starts.at(-1);
  if (last === undefined || starts.length === 1) return last;
  const predictions = starts.map(({ prediction }) => prediction);
  const missingFacts = [...new Set([...last.prediction.missingFacts, ...assumed])];
  if (new Set(predictions.map(({ outcome }) => outcome)).size > 1)
    return {
      ...last,
      ...endingsByBitness(starts),
      findings: [],
      prediction: { outcome: 'undetermined', certainty: 'likely', missingFacts },
    };
  if (last.prediction.outcome !== 'fails') return last;
  const oneStatus = 'status' in agreed(predictions, 'status');
  const { stage, finding } = last.prediction;
  return {
    ...last,
    prediction: {
      outcome: 'fails',
      // It fails whichever it is; where only the code depends on what nobody said, that is told by leaving it out.
      certainty: oneStatus && predictions.every(({ certainty }) => certainty === 'certain') ? 'certain' : 'likely',
      ...agreed(predictions, 'status'),
      ...agreed(predictions, 'title'),
      ...agreed(predictions, 'hresult'),
      ...(stage === undefined ? {} : { stage }),
      ...(finding === undefined ? {} : { finding }),
      ...agreedEvent(predictions),
      ...agreed(predictions, 'furtherEvents'),
      missingFacts: oneStatus ? last.prediction.missingFacts : missingFacts,
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

import type { Finding, StartupFailure } from '../model/finding.ts';
import type { Prediction } from '../model/report.ts';
import type { Step } from './walk.ts';

/** A finding of a start; `hiddenBehind` is the index of the finding that ends the start before this one would show. */
export interface StartFinding {
  readonly finding: Finding;
  readonly hiddenBehind?: number;
}

/** The findings of the stages in the order of the start, failures first among those of one stage. */
export function findingsOf(steps: readonly Step[]): readonly StartFinding[] {
  const findings: StartFinding[] = [];
  let ending: number | undefined;
  for (const { outcome } of steps) {
    if (outcome.outcome === 'failed') {
      findings.push(ending === undefined ? { finding: outcome.failure } : { finding: outcome.failure, hiddenBehind: ending });
      ending ??= findings.length - 1;
    }
    if (outcome.outcome === 'not-applicable') continue;
    for (const finding of outcome.findings ?? []) findings.push(ending === undefined ? { finding } : { finding, hiddenBehind: ending });
  }
  return findings;
}

function missingFactsOf(steps: readonly Step[]): readonly string[] {
  return [...new Set(steps.flatMap(({ outcome }) => (outcome.outcome === 'unknown' ? outcome.missingFacts : [])))];
}

function failing(failure: StartupFailure, stage: Step['stage'], before: readonly Step[], finding: number): Prediction {
  const open = before.some(({ outcome }) => outcome.outcome === 'unknown');
  return {
    outcome: 'fails',
    // An earlier stage that nobody can judge might end the start first, with another code.
    certainty: open ? 'likely' : failure.certainty,
    status: failure.status,
    ...(failure.title === undefined ? {} : { title: failure.title }),
    ...(failure.hresult === undefined ? {} : { hresult: failure.hresult }),
    stage,
    finding,
    ...(failure.event === undefined ? {} : { event: failure.event }),
    ...(failure.furtherEvents === undefined || failure.furtherEvents.length === 0 ? {} : { furtherEvents: failure.furtherEvents }),
    missingFacts: missingFactsOf(before),
  };
}

/** Where the walk ends: the first failure; undetermined while any stage is unknown; else it starts. */
export function predict(steps: readonly Step[]): Prediction {
  const end = steps.findIndex(({ outcome }) => outcome.outcome === 'failed');
  const step = steps[end];
  if (step?.outcome.outcome === 'failed') {
    const { failure } = step.outcome;
    const finding = findingsOf(steps).findIndex((entry) => entry.finding === failure);
    return failing(failure, step.stage, steps.slice(0, end), finding);
  }
  const unknown = steps.find(({ outcome }) => outcome.outcome === 'unknown');
  if (unknown !== undefined)
    return { outcome: 'undetermined', certainty: 'likely', stage: unknown.stage, missingFacts: missingFactsOf(steps) };
  const doubtful = findingsOf(steps).some(({ finding }) => finding.status !== undefined);
  return { outcome: 'starts', certainty: doubtful ? 'likely' : 'certain', missingFacts: [] };
}

import type { Prediction } from '../model/report.ts';
import type { StartFacts } from '../model/start-facts.ts';
import type { StartFinding } from './prediction.ts';
import type { Walk } from './walk.ts';

/** A start as performed: where it ends, what is wrong, and how it got there. */
export interface Start {
  readonly facts: StartFacts;
  readonly prediction: Prediction;
  readonly findings: readonly StartFinding[];
  readonly walk: Walk;
  /** Facts that were filled in, because nobody said; what was worked out with them is not known. */
  readonly assumed: readonly string[];
  /** How it ends with each bitness of the pool, where that is what keeps the prediction open; the end of a sentence. */
  readonly endings?: string;
}

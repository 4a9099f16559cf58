import type { Finding } from '../model/finding.ts';
import type { StartFacts } from '../model/start-facts.ts';
import type { WorkedOut } from '../model/worked-out.ts';

/** What a rule of advice looks at: the facts, and what the start on paper worked out. */
export interface AdviceFacts {
  readonly facts: StartFacts;
  readonly workedOut: Partial<WorkedOut>;
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

/** One rule of advice. It says nothing where it has nothing to say, and where a fact it needs is missing. */
export type AdviceRule = (advice: AdviceFacts) => readonly Finding[];

const rules: readonly AdviceRule[] = [];

/** Everything worth knowing about a start that does not end it. */
export function advise(advice: AdviceFacts): readonly Finding[] {
  return rules.flatMap((rule) => rule(advice));
}

import type { Finding } from '../model/finding.ts';
import type { RuleId } from '../model/rules.ts';
import type { StartFacts } from '../model/start-facts.ts';
import type { WorkedOut } from '../model/worked-out.ts';

/** What a rule of advice looks at: the facts, and what the start on paper worked out. */
export interface AdviceFacts {
  readonly facts: StartFacts;
  readonly workedOut: Partial<WorkedOut>;
  /** Rules that the stages of the start reported; advice need not say it again. */
  readonly told: ReadonlySet<RuleId>;
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

/** One rule of advice. It says nothing where it has nothing to say, and nothing where a fact it needs is missing. */
export type AdviceRule = (advice: AdviceFacts) => readonly Finding[];

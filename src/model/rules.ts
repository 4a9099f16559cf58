import { type AdviceRuleId, adviceRules } from './advice-rules.ts';
import { type FailureRuleId, failureRules, type Rule } from './failure-rules.ts';

/** Identifies a rule in reports, configuration and documentation. */
export type RuleId = FailureRuleId | AdviceRuleId;

/** Every rule by its id. */
export const rules: Readonly<Record<RuleId, Rule>> = { ...failureRules, ...adviceRules };

// The table is typed by RuleId, and has no other keys.
export const ruleIds = Object.keys(rules) as readonly RuleId[];

import { type AdviceRuleId } from './advice-rules.ts';
import { type FailureRuleId, type Rule } from './failure-rules.ts';
/** Identifies a rule in reports, configuration and documentation. */
export type RuleId = FailureRuleId | AdviceRuleId;
/** Every rule by its id. */
export declare const rules: Readonly<Record<RuleId, Rule>>;
export declare const ruleIds: readonly RuleId[];

import { isAdviceRule } from '../model/advice-rules.ts';
import { adviceTexts } from '../model/advice-texts.ts';
import { failureCauses } from '../model/failure-causes.ts';
import type { RuleId } from '../model/rules.ts';
import { remedySentence } from './remedy-words.ts';

/** Why a rule is broken and what mends it, whatever the application. */
export interface RuleExplanation {
  readonly why: readonly string[];
  readonly whatToDo: readonly string[];
}

/** In paragraphs: of advice those of its page, of a failure the reasons of its cause and what to do on each side. */
export function ruleExplanation(rule: RuleId): RuleExplanation {
  if (isAdviceRule(rule)) return adviceTexts[rule];
  const { why, remedies } = failureCauses[rule];
  return { why: [why], whatToDo: remedies.map(remedySentence) };
}

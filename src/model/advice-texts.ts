import type { AdviceRuleId } from './advice-rules.ts';
import texts from './advice-texts.json' with { type: 'json' };

/** What the page of a rule of advice says, in paragraphs without markup. */
export interface AdviceText {
  readonly why: readonly string[];
  readonly whatToDo: readonly string[];
}

/** From docs/rules, by scripts/generate-docs.ts, so that the command line can say what the pages say. */
export const adviceTexts: Readonly<Record<AdviceRuleId, AdviceText>> = texts;

import type { Rule } from './failure-rules.ts';

/** Rules that do not stop the start: production hygiene, risks, leftovers, end of life. One file each in `advice/`. */
export const adviceRules = {} as const satisfies Record<string, Rule>;

export type AdviceRuleId = keyof typeof adviceRules;

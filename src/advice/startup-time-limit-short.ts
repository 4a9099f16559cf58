import { attributePlace } from '../ancm/section-place.ts';
import type { AdviceRule } from './advice-rule.ts';

/** Below this many seconds a cold start on a busy server is a gamble. */
const short = 10;

export const startupTimeLimitShort: AdviceRule = ({ facts, workedOut: { aspNetCore } }) => {
  if (aspNetCore === undefined || aspNetCore.startupTimeLimit === 0 || aspNetCore.startupTimeLimit >= short) return [];
  const seconds = aspNetCore.startupTimeLimit;
  return [
    {
      rule: 'startup-time-limit-short',
      severity: 'warning',
      certainty: 'likely',
      message: `startupTimeLimit gives the application ${seconds} second${seconds === 1 ? '' : 's'} to start; a cold start on a busy server can take longer.`,
      evidence: [`web.config: startupTimeLimit="${seconds}"; the default is 120.`],
      remedies: [{ side: 'app', text: 'Remove the attribute or give a larger number.', snippet: 'startupTimeLimit="120"' }],
      place: attributePlace(facts, aspNetCore, 'startupTimeLimit'),
    },
  ];
};

import { attributePlace } from '../ancm/section-place.ts';
import type { AdviceRule } from './advice-rule.ts';

/** Without the module's page only a generic one is left, and out-of-process the status becomes 502.3. */
export const startupErrorPageDisabled: AdviceRule = ({ facts, workedOut: { aspNetCore } }) => {
  if (aspNetCore?.disableStartUpErrorPage !== true) return [];
  return [
    {
      rule: 'startup-error-page-disabled',
      severity: 'note',
      certainty: 'certain',
      message: 'disableStartUpErrorPage hides the page that names the start-up problem; only the event log will tell it.',
      evidence: ['web.config: disableStartUpErrorPage="true".'],
      remedies: [{ side: 'app', text: 'Keep it only if the generic page is wanted.' }],
      place: attributePlace(facts, aspNetCore, 'disableStartUpErrorPage'),
    },
  ];
};

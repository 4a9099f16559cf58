import { attributePlace } from '../ancm/section-place.ts';
import type { AdviceRule } from './advice-rule.ts';

/** The stdout log has no size limit and no rotation; it is meant for finding start-up problems only (learn.microsoft.com/aspnet/core/host-and-deploy/iis/logging-and-diagnostics). */
export const stdoutLogEnabled: AdviceRule = ({ facts, workedOut: { aspNetCore } }) => {
  if (aspNetCore?.stdoutLogEnabled !== true) return [];
  return [
    {
      rule: 'stdout-log-enabled',
      severity: 'warning',
      certainty: 'certain',
      message: 'The stdout log is switched on; it grows without limit and can fill the disk.',
      evidence: [`web.config: stdoutLogEnabled="true" stdoutLogFile="${aspNetCore.stdoutLogFile}".`],
      remedies: [{ side: 'app', text: 'Switch it on only while you look for a start-up problem.', snippet: 'stdoutLogEnabled="false"' }],
      place: attributePlace(facts, aspNetCore, 'stdoutLogEnabled'),
    },
  ];
};

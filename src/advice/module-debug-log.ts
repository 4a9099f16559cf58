import { environmentVariable, handlerSetting } from '../ancm/aspnetcore-section.ts';
import { webConfigPlace } from '../ancm/section-place.ts';
import type { AdviceRule } from './advise.ts';

/** The module's own debug log is verbose and unlimited (learn.microsoft.com/aspnet/core/host-and-deploy/iis/logging-and-diagnostics). */
export const moduleDebugLog: AdviceRule = ({ facts, workedOut: { aspNetCore } }) => {
  if (aspNetCore === undefined) return [];
  const found =
    handlerSetting(aspNetCore, 'debugLevel') ??
    handlerSetting(aspNetCore, 'debugFile') ??
    environmentVariable(aspNetCore, 'ASPNETCORE_MODULE_DEBUG');
  if (found === undefined || found.value === '') return [];
  return [
    {
      rule: 'module-debug-log',
      severity: 'warning',
      certainty: 'certain',
      message: `The debug log of the ASP.NET Core Module is switched on by ${found.name}; it has no size limit.`,
      evidence: [`web.config line ${found.line}: ${found.name}="${found.value}".`],
      remedies: [{ side: 'app', text: `Remove ${found.name} once the problem it was for is found.` }],
      place: webConfigPlace(facts, found),
    },
  ];
};

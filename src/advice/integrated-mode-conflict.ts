import { webConfigPlace } from '../ancm/section-place.ts';
import { integratedModeConflicts } from '../iis/integrated-mode.ts';
import type { AdviceRule } from './advice-rule.ts';

/**
 * The configuration validation of IIS works for every application, ASP.NET Core or not
 * (learn.microsoft.com/aspnet/core/host-and-deploy/iis/modules: ConfigurationValidationModule).
 */
export const integratedModeConflict: AdviceRule = ({ facts }) => {
  const conflicts = integratedModeConflicts(facts);
  const [first] = conflicts;
  if (first === undefined) return [];
  return [
    {
      rule: 'integrated-mode-conflict',
      severity: 'warning',
      certainty: 'likely',
      message: `web.config has <${first.setting}> in <system.web>, which is of ASP.NET on .NET Framework; in a pool with the Integrated pipeline IIS answers every request with ${first.status}.`,
      evidence: conflicts.map(({ setting, element }) => `web.config line ${element.line}: <system.web><${setting}>.`),
      remedies: [
        { side: 'app', text: 'Take it out; ASP.NET Core does not read it.' },
        {
          side: 'app',
          text: 'Or switch the validation off.',
          snippet: '<validation validateIntegratedModeConfiguration="false" />',
        },
      ],
      place: webConfigPlace(facts, first.element),
    },
  ];
};

import { sectionsInForce } from '../iis/configuration-sections.ts';
import { windowsAuthenticationIn } from '../iis/windows-authentication.ts';
import { appcmd } from '../model/appcmd.ts';
import type { Place } from '../model/finding.ts';
import type { AdviceFacts, AdviceRule } from './advice-rule.ts';
import { advisedApplication } from './advised-application.ts';

const negotiate = 'microsoft.aspnetcore.authentication.negotiate';

/** Where Windows authentication is switched off; `undefined` where it is on, or where nobody said. */
function switchedOff({ facts: { artifact, target } }: AdviceFacts): { readonly evidence: string; readonly place: Place } | undefined {
  const { webConfig } = artifact;
  const own = webConfig.state === 'read' ? windowsAuthenticationIn(sectionsInForce(webConfig.root)) : undefined;
  if (own === false && webConfig.state === 'read') {
    return { evidence: 'web.config: <windowsAuthentication enabled="false">.', place: { in: 'artifact', file: webConfig.path } };
  }
  if (own !== undefined || target.current?.windowsAuthentication !== false) return undefined;
  return {
    evidence: `windowsAuthentication of application ${target.current.path} is false, and web.config does not switch it on.`,
    place: { in: 'server', fact: 'iis.sites' },
  };
}

/**
 * Under IIS the Negotiate handler leaves Windows authentication to the server, and throws where the server has it switched off.
 * Source: dotnet/aspnetcore:src/Security/Authentication/Negotiate/src/PostConfigureNegotiateOptions.cs.
 */
export const windowsAuthenticationOff: AdviceRule = (advice) => {
  const application = advisedApplication(advice);
  const { hostingModel } = advice.workedOut;
  if (hostingModel === undefined || application?.promised?.packages.has(negotiate) !== true) return [];
  const off = switchedOff(advice);
  if (off === undefined) return [];
  const { site, application: path = '/' } = advice.facts.target;
  return [
    {
      rule: 'windows-authentication-off',
      severity: 'warning',
      certainty: 'likely',
      message:
        'The application authenticates with Negotiate, which under IIS needs the Windows authentication of IIS, and that is switched off: requests that are to be authenticated fail with 500.',
      evidence: [`${application.stem}.deps.json lists Microsoft.AspNetCore.Authentication.Negotiate.`, off.evidence],
      remedies: [
        {
          side: 'server',
          text: 'Switch it on; the role service Windows Authentication has to be installed.',
          snippet: `${appcmd} set config "${site ?? '{site}'}${path === '/' ? '' : path}" /section:windowsAuthentication /enabled:true /commit:apphost`,
        },
        {
          side: 'app',
          text: 'Or switch it on in web.config, where the server has not locked the section.',
          snippet: '<security><authentication><windowsAuthentication enabled="true" /></authentication></security>',
        },
      ],
      place: off.place,
    },
  ];
};

import type { Finding } from '../model/finding.ts';
import type { SiteBindings } from '../model/start-facts.ts';
import type { AdviceFacts, AdviceRule } from './advice-rule.ts';
import { advisedApplication, runtimeMajor } from './advised-application.ts';
import { settingValues, variableValues } from './application-setting.ts';

/** Variables that tell the redirection its port. */
const variables = ['ASPNETCORE_HTTPS_PORT', 'HTTPS_PORT', 'ASPNETCORE_ANCM_HTTPS_PORT'];

/** Whether the application redirects to HTTPS and has to find the port in the bindings of its site. */
function looksForPort(advice: AdviceFacts): boolean {
  const application = advisedApplication(advice);
  const calls = application?.image?.assembly?.memberReferences ?? [];
  if (application === undefined || !calls.includes('UseHttpsRedirection') || calls.includes('set_HttpsPort')) return false;
  // Before 3.0 the module told the application nothing of the bindings.
  if ((runtimeMajor(advice, application) ?? 0) < 3) return false;
  return settingValues(advice, 'https_port').length === 0 && variableValues(advice, variables).length === 0;
}

/** In-process the middleware sees the bindings themselves; several ports make it throw. Out-of-process it is told a port only where there is one. */
function consequence({ httpsPorts }: SiteBindings, site: string, inProcess: boolean): Pick<Finding, 'severity' | 'message'> {
  const ports = httpsPorts.join(', ');
  if (httpsPorts.length === 0) {
    return {
      severity: 'note',
      message: `The application redirects to HTTPS, and site "${site}" has no https binding: nothing is redirected, and visitors stay on http.`,
    };
  }
  return inProcess
    ? {
        severity: 'warning',
        message: `The application redirects to HTTPS, and site "${site}" has several https ports (${ports}): the redirection cannot choose, and every request over http fails with 500.`,
      }
    : {
        severity: 'note',
        message: `The application redirects to HTTPS, and site "${site}" has several https ports (${ports}): the module names none of them, so nothing is redirected.`,
      };
}

/**
 * UseHttpsRedirection needs to know one HTTPS port.
 * Source: dotnet/aspnetcore:src/Middleware/HttpsPolicy/src/HttpsRedirectionMiddleware.cs,
 * dotnet/aspnetcore:src/Servers/IIS/AspNetCoreModuleV2/CommonLib/BindingInformation.h.
 */
export const httpsPortUnknown: AdviceRule = (advice) => {
  const { site = '', bindings } = advice.facts.target;
  const { hostingModel } = advice.workedOut;
  if (bindings?.http !== true || bindings.httpsPorts.length === 1 || hostingModel === undefined || !looksForPort(advice)) return [];
  return [
    {
      rule: 'https-port-unknown',
      certainty: 'likely',
      ...consequence(bindings, site, hostingModel === 'inprocess'),
      evidence: [
        `${advisedApplication(advice)?.dll ?? 'The application'} calls UseHttpsRedirection and sets no port.`,
        bindings.httpsPorts.length === 0
          ? `Site "${site}" has http bindings only.`
          : `https bindings of site "${site}" are on the ports ${bindings.httpsPorts.join(', ')}.`,
      ],
      remedies: [
        {
          side: 'app',
          text: 'Name the port in web.config; behind a proxy that ends TLS, name the port of the proxy and use UseForwardedHeaders.',
          snippet: '<environmentVariable name="ASPNETCORE_HTTPS_PORT" value="443" />',
        },
        {
          side: 'server',
          text: bindings.httpsPorts.length === 0 ? 'Give the site an https binding.' : 'Leave the site one https port.',
        },
      ],
      place: { in: 'server', fact: 'iis.sites' },
    },
  ];
};

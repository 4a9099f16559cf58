import { appcmd } from '../model/appcmd.ts';
import { someOf } from '../model/some-of.ts';
import type { AdviceRule } from './advice-rule.ts';
import { settingValues, variableValues } from './application-setting.ts';

const hosts = ['AllowedHosts', 'ASPNETCORE_ALLOWEDHOSTS'];

/**
 * A binding without a host name lets whoever sends a request choose the name, and what the application builds from it: links in mails,
 * redirects, entries of caches. AllowedHosts is the application's own list.
 * Source: learn.microsoft.com/aspnet/core/host-and-deploy/iis, learn.microsoft.com/aspnet/core/fundamentals/servers/kestrel/host-filtering.
 */
export const bindingAnyHost: AdviceRule = (advice) => {
  const { site, bindings } = advice.facts.target;
  const [first] = bindings?.anyHost ?? [];
  if (bindings === undefined || first === undefined) return [];
  const allowed = [...settingValues(advice, 'AllowedHosts'), ...variableValues(advice, hosts)];
  if (allowed.some((value) => value !== '' && !value.split(';').includes('*'))) return [];
  const [protocol = 'http', information = '*:80'] = first.split(' ');
  return [
    {
      rule: 'binding-any-host',
      severity: 'note',
      certainty: 'likely',
      message: `Site "${site ?? ''}" answers to every host name (${someOf(bindings.anyHost)}), and AllowedHosts names none: whoever sends a request chooses the name in links and redirects.`,
      evidence: [
        ...bindings.anyHost.slice(0, 10).map((binding) => `Binding of the site: ${binding}, no host name.`),
        allowed.length === 0 ? 'The settings of the application have no AllowedHosts.' : `AllowedHosts is ${allowed.join(', ')}.`,
      ],
      remedies: [
        { side: 'app', text: 'Name the hosts in appsettings.json.', snippet: '"AllowedHosts": "shop.example.com"' },
        {
          side: 'server',
          text: 'Or give the binding a host name.',
          snippet: `${appcmd} set site "${site ?? '{site}'}" /bindings.[protocol='${protocol}',bindingInformation='${information}:'].bindingInformation:${information}:shop.example.com`,
        },
      ],
      place: { in: 'server', fact: 'iis.sites' },
    },
  ];
};

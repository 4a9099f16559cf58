import type { SiteBindings } from '../model/start-facts.ts';
import type { Binding } from '../model/target-server.ts';

/**
 * Reduces the bindings of a site to what advice needs. `bindingInformation` is `address:port:host name`; the address may be one of IPv6 in
 * brackets. Bindings of other protocols than HTTP are passed over.
 * Source: learn.microsoft.com/iis/configuration/system.applicationhost/sites/site/bindings/binding.
 */
export function siteBindings(bindings: readonly Binding[]): SiteBindings {
  const web = bindings.flatMap(({ protocol, bindingInformation }) => {
    const [, address, port, host] = /^(.*):(\d{1,5}):([^:]*)$/.exec(bindingInformation) ?? [];
    if (!/^https?$/i.test(protocol) || address === undefined || port === undefined || host === undefined) return [];
    return [{ protocol: protocol.toLowerCase(), port, anyHost: /^\*?$/.test(address) && /^\*?$/.test(host) }];
  });
  return {
    http: web.some(({ protocol }) => protocol === 'http'),
    httpsPorts: [...new Set(web.flatMap(({ protocol, port }) => (protocol === 'https' ? [port] : [])))],
    anyHost: web.filter(({ anyHost }) => anyHost).map(({ protocol, port }) => `${protocol} *:${port}`),
  };
}

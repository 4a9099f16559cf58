import { describe, expect, test } from '@jest/globals';
import { sites } from '../../src/iis/application-host-sites.ts';
import { readConfigurationFile } from '../../src/iis/configuration-file.ts';
import { siteBindings } from '../../src/iis/site-bindings.ts';
import type { SiteBindings } from '../../src/model/start-facts.ts';

const reduced = (...bindings: readonly string[]): SiteBindings =>
  siteBindings(
    bindings.map((text) => {
      const [protocol = '', bindingInformation = ''] = text.split(' ');
      return { protocol, bindingInformation };
    }),
  );

describe('bindings of a site', () => {
  test.each<[string, readonly string[], SiteBindings]>([
    ['none', [], { http: false, httpsPorts: [], anyHost: [] }],
    ['every address and every name', ['http *:80:'], { http: true, httpsPorts: [], anyHost: ['http *:80'] }],
    ['every name with a star', ['HTTP *:80:*'], { http: true, httpsPorts: [], anyHost: ['http *:80'] }],
    ['a name', ['http *:80:shop.example.com'], { http: true, httpsPorts: [], anyHost: [] }],
    ['names below a domain', ['https *:443:*.example.com'], { http: false, httpsPorts: ['443'], anyHost: [] }],
    ['an address', ['https 192.0.2.7:443:'], { http: false, httpsPorts: ['443'], anyHost: [] }],
    ['an address of IPv6', ['https [2001:db8::7]:8443:'], { http: false, httpsPorts: ['8443'], anyHost: [] }],
    [
      'one port under two names, and another one',
      ['https *:443:a.example.com', 'https *:443:b.example.com', 'https *:8443:a.example.com'],
      { http: false, httpsPorts: ['443', '8443'], anyHost: [] },
    ],
    ['other protocols', ['net.tcp 808:*', 'net.pipe *', 'ftp *:21:'], { http: false, httpsPorts: [], anyHost: [] }],
    ['what is none', ['http 80', 'http *:port:', 'http '], { http: false, httpsPorts: [], anyHost: [] }],
  ])('%s', (_, bindings, expected) => {
    expect(reduced(...bindings)).toEqual(expected);
  });
});

describe('bindings in applicationHost.config', () => {
  const bindingsOf = (site: string) => {
    const text = `<configuration><system.applicationHost><sites><site name="Shop">${site}</site></sites></system.applicationHost></configuration>`;
    const file = readConfigurationFile('applicationHost.config', Buffer.from(text));
    if (file.state !== 'read') throw new Error(file.state);
    return sites(file.root)?.[0]?.bindings;
  };

  test('are taken as they are written', () => {
    const bindings =
      '<binding protocol="http" bindingInformation="*:80:" /><binding protocol="https" bindingInformation="*:443:a" sslFlags="1" />';
    expect(bindingsOf(`<bindings>${bindings}</bindings>`)).toEqual([
      { protocol: 'http', bindingInformation: '*:80:' },
      { protocol: 'https', bindingInformation: '*:443:a' },
    ]);
    expect(bindingsOf('<bindings />')).toEqual([]);
  });

  test('a site without the element says nothing', () => {
    expect(bindingsOf('<application path="/" />')).toBeUndefined();
  });
});

import { describe, expect, test } from '@jest/globals';
import { problemsOf, readManifest } from './read-manifest.ts';

const config = (inside: string): string => `<configuration>${inside}</configuration>`;
const pools = (...entries: string[]): string =>
  config(`<system.applicationHost><applicationPools>${entries.join('')}</applicationPools></system.applicationHost>`);
const manifest = (iis: object): string => JSON.stringify({ manifestVersion: 1, iis });

describe('a manifest that names an applicationHost.config', () => {
  test('takes over its facts', async () => {
    const server = await readManifest(
      manifest({ version: '10.0', applicationHostConfig: 'applicationHost.config' }),
      'servers/web01.json',
      {
        'servers/applicationHost.config': pools('<add name="legacy32" enable32BitAppOnWin64="true" />'),
      },
    );
    expect(server.iis?.version).toBe('10.0');
    expect(server.iis?.appPools?.[0]).toMatchObject({ name: 'legacy32', enable32BitAppOnWin64: true });
  });

  test('finds it by either separator, beside the manifest', async () => {
    const server = await readManifest(manifest({ applicationHostConfig: 'config\\applicationHost.config' }), 'a/web01.json', {
      'a/config/applicationHost.config': pools('<add name="shop" />'),
    });
    expect(server.iis?.appPools?.[0]?.name).toBe('shop');
  });

  test('wins over it, pool by pool and application by application', async () => {
    const file = config(
      `<system.applicationHost><applicationPools><add name="first" /><add name="Shop" enable32BitAppOnWin64="true" /></applicationPools>
       <sites><site name="Default Web Site"><application path="/" applicationPool="first" /><application path="/api" applicationPool="shop" /></site></sites>
       </system.applicationHost>`,
    );
    const server = await readManifest(
      manifest({
        applicationHostConfig: 'a.config',
        appPools: [{ name: 'shop', state: 'Stopped' }],
        sites: [{ name: 'default web site', applications: [{ path: '/api', hostingModel: 'inprocess' }] }],
      }),
      'server.json',
      { 'a.config': file },
    );
    // The manifest's own come first, so that iis.appPools[0] is the same in the manifest and in the facts.
    expect(server.iis?.appPools?.map(({ name, state, enable32BitAppOnWin64 }) => [name, state, enable32BitAppOnWin64])).toEqual([
      ['shop', 'Stopped', true],
      ['first', 'Started', false],
    ]);
    expect(server.iis?.sites?.[0]?.applications?.map(({ path, appPool, hostingModel }) => [path, appPool, hostingModel])).toEqual([
      ['/api', 'shop', 'inprocess'],
      ['/', 'first', undefined],
    ]);
  });

  test('says that there are none with an empty list', async () => {
    const server = await readManifest(manifest({ applicationHostConfig: 'a.config', appPools: [] }), 'server.json', {
      'a.config': pools('<add name="shop" />'),
    });
    expect(server.iis?.appPools).toEqual([]);
  });

  test('with sections adds to those of the file', async () => {
    const file = config(
      '<configSections><sectionGroup name="system.webServer"><section name="handlers" overrideModeDefault="Deny" /></sectionGroup></configSections>',
    );
    const server = await readManifest(
      manifest({ applicationHostConfig: 'a.config', sections: { 'system.webServer/rewrite': { declared: true } } }),
      'server.json',
      { 'a.config': file },
    );
    expect(server.iis?.sections?.complete).toBe(true);
    expect(server.iis?.sections?.byPath.get('system.webServer/handlers')?.locked).toBe(true);
    expect(server.iis?.sections?.byPath.get('system.webServer/rewrite')).toEqual({ declared: true });
  });

  // A bundle that was installed before IIS leaves the runtimes, and a configuration that does not know the module.
  test('is the whole list of sections: what it lacks is not there, whatever the bundle brings', async () => {
    const file = config(
      '<configSections><sectionGroup name="system.webServer"><section name="handlers" overrideModeDefault="Deny" /></sectionGroup></configSections>',
    );
    const text = JSON.stringify({ manifestVersion: 1, hostingBundle: '8.0.11', iis: { applicationHostConfig: 'a.config' } });
    const { iis } = await readManifest(text, 'server.json', { 'a.config': file });
    expect(iis?.sections?.complete).toBe(true);
    expect([...(iis?.sections?.byPath ?? [])]).toEqual([['system.webServer/handlers', { declared: true, locked: true }]]);
  });

  test.each([
    ['not there', {}, ['b/a.config: expected the applicationHost.config that the manifest names, found no such file']],
    [
      'not well-formed',
      { 'b/a.config': '<configuration>\n  <a></b>\n</configuration>' },
      [expect.stringMatching(/^b\/a\.config:2:\d+: expected well-formed XML, found /)],
    ],
    [
      'a web.config',
      { 'b/a.config': '<configuration><system.webServer><handlers /></system.webServer></configuration>' },
      ['b/a.config: expected an applicationHost.config, which has <system.applicationHost>, found the configuration of something else'],
    ],
    ['another file', { 'b/a.config': '<appcmd/>' }, [expect.stringMatching(/^b\/a\.config:1:1: expected a whole applicationHost\.config/)]],
  ])('is refused when the file is %s', async (_, beside, problems) => {
    expect(await problemsOf(manifest({ applicationHostConfig: 'a.config' }), 'b/server.json', beside)).toEqual(problems);
  });
});

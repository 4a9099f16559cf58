import { describe, expect, test } from '@jest/globals';
import { readApplicationHostConfig } from '../../src/iis/application-host-config.ts';
import { readConfigurationFile } from '../../src/iis/configuration-file.ts';
import type { InternetInformationServices } from '../../src/model/target-server.ts';

function read(content: string): InternetInformationServices {
  return readApplicationHostConfig(
    readConfigurationFile('applicationHost.config', Buffer.from(`<configuration>${content}</configuration>`)),
  );
}

const hosts = (inside: string): string => `<system.applicationHost>${inside}</system.applicationHost>`;
const server = (inside: string): string => `<system.webServer>${inside}</system.webServer>`;

describe('what applicationHost.config has in another file or encrypted stays unknown', () => {
  const pools = '<applicationPools><add name="shop" /></applicationPools>';
  const sites = '<sites><site name="Shop" /></sites>';

  test.each(['configSource="parts\\a.config"', 'childSource="a.config"', 'configProtectionProvider="IISWASOnlyAesProvider"'])(
    '%s',
    (attribute) => {
      expect(read(hosts(`<applicationPools ${attribute} />${sites}`))).toEqual({ sites: [{ name: 'Shop', applications: [] }] });
      expect(read(hosts(`${pools}<sites ${attribute} />`)).sites).toBeUndefined();
      expect(read(server(`<globalModules ${attribute} />`) + hosts(sites)).globalModules).toBeUndefined();
      const { modules, lockedModules, handlers } = read(server(`<modules ${attribute} /><handlers ${attribute} />`) + hosts(sites));
      expect([modules, lockedModules, handlers]).toEqual([undefined, undefined, undefined]);
    },
  );

  test('an empty section is one without entries', () => {
    expect(read(hosts('<applicationPools /><sites />') + server('<globalModules /><modules /><handlers />'))).toEqual({
      appPools: [],
      sites: [],
      globalModules: [],
      modules: [],
      lockedModules: [],
      handlers: [],
    });
  });

  test('a variable that is encrypted is set, its value not kept', () => {
    const variable = (name: string, value: string): string => `<add name="${name}" value="${value}" />`;
    const { appPools } = read(
      hosts(
        `<applicationPools><add name="shop"><environmentVariables>${variable('DOTNET_ROOT', '[enc:AesProvider:1234:enc]')}${variable('DOTNET_ROLL_FORWARD', 'Major')}</environmentVariables></add></applicationPools>`,
      ),
    );
    expect([...(appPools?.[0]?.environment ?? [])]).toEqual([
      ['DOTNET_ROOT', null],
      ['DOTNET_ROLL_FORWARD', 'Major'],
    ]);
  });
});

describe('what is an applicationHost.config', () => {
  test.each([
    ['pools and sites', hosts('')],
    ['native modules', server('<globalModules><add name="AspNetCoreModuleV2" /></globalModules>')],
    [
      'the sections of IIS',
      '<configSections><sectionGroup name="system.webServer"><section name="handlers" /></sectionGroup></configSections>',
    ],
  ])('a file with %s', (_, content) => {
    expect(() => read(content)).not.toThrow();
  });

  test.each([
    ['nothing', ''],
    ['settings of an application', server('<handlers><add name="aspNetCore" path="*" verb="*" /></handlers>')],
    ['sections of an application', `<configSections><section name="shop" /></configSections>${server('<httpErrors />')}`],
  ])('not one with %s', (_, content) => {
    expect(() => read(content)).toThrow(
      /^applicationHost\.config: expected an applicationHost\.config, which has <system\.applicationHost>/,
    );
  });
});

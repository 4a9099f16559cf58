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
      expect(read(hosts(`<applicationPools ${attribute} />${sites}`))).toEqual({
        collections: new Map(),
        sites: [{ name: 'Shop', applications: [] }],
      });
      expect(read(hosts(`${pools}<sites ${attribute} />`)).sites).toBeUndefined();
      expect(read(server(`<globalModules ${attribute} />`) + hosts(sites)).globalModules).toBeUndefined();
      const { collections } = read(server(`<modules ${attribute} /><httpProtocol ${attribute} />`) + hosts(sites));
      expect(collections).toEqual(new Map());
    },
  );

  test('an empty section is one without entries', () => {
    expect(read(hosts('<applicationPools /><sites />') + server('<globalModules /><modules /><handlers />'))).toEqual({
      appPools: [],
      sites: [],
      globalModules: [],
      collections: new Map([
        ['system.webServer/handlers', []],
        ['system.webServer/modules', []],
      ]),
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

test('a variable whose name speaks of a secret is set, its value not kept', () => {
  const variable = (name: string): string => `<add name="${name}" value="x" />`;
  const { appPools } = read(
    hosts(
      `<applicationPools><add name="shop"><environmentVariables>${variable('ASPNETCORE_Kestrel__Certificates__Default__Password')}${variable('ASPNETCORE_ENVIRONMENT')}${variable('SHOP_KEY')}</environmentVariables></add></applicationPools>`,
    ),
  );
  expect([...(appPools?.[0]?.environment?.values() ?? [])]).toEqual([null, 'x', null]);
});

describe('what every application inherits', () => {
  const collection = (content: string, path: string) => read(server(content) + hosts('')).collections?.get(`system.webServer/${path}`);

  test('entries, and which of them are locked', () => {
    expect(collection('<modules><add name="A" lockItem="true" /><add name="B" lockItem="false" /></modules>', 'modules')).toEqual([
      { key: 'A', locked: true },
      { key: 'B', locked: false },
    ]);
  });

  test('after what is removed and cleared', () => {
    const content = '<handlers><add name="a" /><clear /><add name="b" /><add name="c" /><remove name="b" /><remove name="C" /></handlers>';
    expect(collection(content, 'handlers')?.map(({ key }) => key)).toEqual(['c']);
    const headers = '<customHeaders><add name="A" value="1" /><add name="B" value="1" /><remove name="a" /></customHeaders>';
    expect(collection(`<httpProtocol>${headers}</httpProtocol>`, 'httpProtocol/customHeaders')?.map(({ key }) => key)).toEqual(['B']);
  });

  test('by every part of the key', () => {
    const content = '<httpErrors><error statusCode="404" path="a" /><error statusCode="404" subStatusCode="2" path="b" /></httpErrors>';
    expect(collection(content, 'httpErrors')?.map(({ key }) => key)).toEqual(['404\n-1', '404\n2']);
  });

  test('from a location for the whole server, and not for one site', () => {
    const located = (path: string): string =>
      `<location path="${path}">${server(`<modules><add name="of ${path}" /></modules>`)}</location>`;
    expect(read(located('') + located('Shop') + hosts('')).collections?.get('system.webServer/modules')).toHaveLength(1);
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

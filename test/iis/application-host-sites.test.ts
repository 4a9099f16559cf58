import { describe, expect, test } from '@jest/globals';
import { readApplicationHostConfig } from '../../src/iis/application-host-config.ts';
import { readConfigurationFile } from '../../src/iis/configuration-file.ts';
import type { Application } from '../../src/model/target-server.ts';

function hostingModel(location: string): Application['hostingModel'] {
  const text = `<configuration>
    <system.applicationHost><sites><site name="Web"><application path="/" applicationPool="shop" /></site></sites></system.applicationHost>
    <location path="Web"><system.webServer>${location}</system.webServer></location>
  </configuration>`;
  const facts = readApplicationHostConfig(readConfigurationFile('applicationHost.config', Buffer.from(text)));
  return facts.sites?.[0]?.applications?.[0]?.hostingModel;
}

function handlers(modules: string): string {
  return `<handlers><add name="aspNetCore" path="*" verb="*" modules="${modules}" /></handlers>`;
}

// The V2 module counts its own applications only, so one of AspNetCoreModule (V1) never excludes another.
test.each<[string, string, Application['hostingModel']]>([
  ['a V1 application', `${handlers('AspNetCoreModule')}<aspNetCore processPath="dotnet" />`, 'none'],
  ['V1 in another case, and a model V1 ignores', `${handlers('aspnetcoremodule')}<aspNetCore hostingModel="inprocess" />`, 'none'],
  ['a V2 application without a model', `${handlers('AspNetCoreModuleV2')}<aspNetCore processPath="dotnet" />`, 'outofprocess'],
  ['a V2 application in-process', `${handlers('AspNetCoreModuleV2')}<aspNetCore hostingModel="InProcess" />`, 'inprocess'],
  ['a section whose handler is in web.config', '<aspNetCore hostingModel="inprocess" />', 'inprocess'],
  ['a section that adds to the one of web.config', '<aspNetCore startupTimeLimit="60" />', undefined],
  ['no section at all', '', undefined],
])('%s', (_, location, expected) => {
  expect(hostingModel(location)).toBe(expected);
});

describe('the aspNetCore section in a location', () => {
  const locationSection = (path: string, attributes: string, application: string): unknown => {
    const text = `<configuration>
      <system.applicationHost><sites><site name="Web"><application path="${application}" /></site></sites></system.applicationHost>
      <location path="${path}" ${attributes}><system.webServer><aspNetCore processPath="dotnet" /></system.webServer></location>
    </configuration>`;
    const facts = readApplicationHostConfig(readConfigurationFile('applicationHost.config', Buffer.from(text)));
    return facts.sites?.[0]?.applications?.[0]?.locationSection !== undefined;
  };

  test.each([
    ['of the application', 'Web/shop', 'inheritInChildApplications="false"', '/shop', true],
    ['of the application, in another case', 'web/Shop', '', '/shop', true],
    ['of one above, which hands it down', 'Web', '', '/shop', true],
    ['of one above, which keeps it', 'Web', 'inheritInChildApplications="false"', '/shop', false],
    ['of another', 'Web/api', '', '/shop', false],
  ])('%s', (_, path, attributes, application, expected) => {
    expect(locationSection(path, attributes, application)).toBe(expected);
  });

  const site = (...locations: readonly string[]) => {
    const text = `<configuration>
      <system.applicationHost><sites><site name="Web"><application path="/shop" /></site></sites></system.applicationHost>${locations.join('')}
    </configuration>`;
    const facts = readApplicationHostConfig(readConfigurationFile('applicationHost.config', Buffer.from(text)));
    return facts.sites?.[0]?.applications?.[0]?.locationSection;
  };
  const variable = (name: string, value: string) => `<environmentVariable name="${name}" value="${value}" />`;
  const at = (path: string, section: string) => `<location path="${path}"><system.webServer>${section}</system.webServer></location>`;

  test('is kept without what could be a secret', () => {
    const variables = [
      variable('DOTNET_gcServer', '1'),
      variable('ConnectionStrings__Shop', 'secret'),
      variable('ASPNETCORE_Certificate__Password', 'secret'),
      variable('DOTNET_X', '[enc:AesProvider:secret:enc]'),
    ].join('');
    const section = site(
      at(
        'Web/shop',
        `<aspNetCore processPath="secret" arguments="--key secret" hostingModel="inprocess"><environmentVariables>${variables}</environmentVariables></aspNetCore>`,
      ),
    );
    expect(JSON.stringify(section)).not.toContain('secret');
    expect(section).toEqual({
      attributes: [
        { name: 'processPath', value: null },
        { name: 'arguments', value: null },
        { name: 'hostingModel', value: 'inprocess' },
      ],
      environmentVariables: [
        { name: 'DOTNET_gcServer', value: '1' },
        { name: 'ConnectionStrings__Shop', value: null },
        { name: 'ASPNETCORE_Certificate__Password', value: null },
        { name: 'DOTNET_X', value: null },
      ],
      handlerSettings: [],
    });
  });

  test('comes to what the nearest one makes of those above', () => {
    const environment = (content: string) => `<environmentVariables>${content}</environmentVariables>`;
    const outer = at(
      'Web',
      `<aspNetCore hostingModel="inprocess" startupTimeLimit="60">${environment(variable('ASPNETCORE_A', '1'))}</aspNetCore>`,
    );
    const inner = (content: string) => at('Web/shop', `<aspNetCore hostingModel="outofprocess">${environment(content)}</aspNetCore>`);
    expect(site(inner(variable('ASPNETCORE_A', '2')), outer)).toMatchObject({
      attributes: [
        { name: 'hostingModel', value: 'outofprocess' },
        { name: 'startupTimeLimit', value: '60' },
      ],
      environmentVariables: [
        { name: 'ASPNETCORE_A', value: '1' },
        { name: 'ASPNETCORE_A', value: '2' },
      ],
    });
    expect(site(outer, inner('<clear />'))?.environmentVariables).toEqual([]);
    const server = '<system.webServer><aspNetCore startupTimeLimit="90" requestTimeout="00:01:00" /></system.webServer>';
    expect(site(outer, server)?.attributes).toEqual([
      { name: 'startupTimeLimit', value: '60' },
      { name: 'requestTimeout', value: '00:01:00' },
      { name: 'hostingModel', value: 'inprocess' },
    ]);
  });
});

test('an application and its virtual directories', () => {
  const text = `<configuration><system.applicationHost><sites><site name="Web">
    <application path="/"><virtualDirectory path="/" physicalPath="C:\\web" /><virtualDirectory path="/cdn" physicalPath="D:\\cdn" /></application>
    <application path="/shop/" preloadEnabled="1"><virtualDirectory path="/" physicalPath="C:\\shop" /><virtualDirectory path="img" physicalPath="D:\\img" /></application>
  </site></sites></system.applicationHost></configuration>`;
  const facts = readApplicationHostConfig(readConfigurationFile('applicationHost.config', Buffer.from(text)));
  expect(facts.sites?.[0]?.applications).toMatchObject([
    { path: '/', virtualDirectories: ['/cdn'], preloadEnabled: false },
    { path: '/shop', virtualDirectories: ['/shop/img'], preloadEnabled: true },
  ]);
});

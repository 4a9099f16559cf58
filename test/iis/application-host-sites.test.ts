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
    return facts.sites?.[0]?.applications?.[0]?.locationSection;
  };

  test.each([
    ['of the application', 'Web/shop', 'inheritInChildApplications="false"', '/shop', true],
    ['of the application, in another case', 'web/Shop', '', '/shop', true],
    ['of one above, which hands it down', 'Web', '', '/shop', true],
    ['of one above, which keeps it', 'Web', 'inheritInChildApplications="false"', '/shop', undefined],
    ['of another', 'Web/api', '', '/shop', undefined],
  ])('%s', (_, path, attributes, application, expected) => {
    expect(locationSection(path, attributes, application)).toBe(expected);
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

import { describe, expect, test } from '@jest/globals';
import { isFrameworkSection, isSectionGroup, sectionProvider, stockLock } from '../../src/iis/stock-sections.ts';

/** The `overrideModeDefault` values of the applicationHost.config that IIS 10 is installed with. */
describe('a section of stock IIS', () => {
  test.each([
    'caching',
    'defaultDocument',
    'directoryBrowse',
    'httpCompression',
    'httpErrors',
    'httpProtocol',
    'httpRedirect',
    'security/authorization',
    'security/requestFiltering',
    'staticContent',
    'tracing/traceFailedRequests',
    'urlCompression',
    'validation',
  ])('%s may be set in web.config', (name) => {
    expect(stockLock(`system.webServer/${name}`)).toBe(false);
  });

  test.each([
    'asp',
    'cgi',
    'fastCgi',
    'globalModules',
    'handlers',
    'httpLogging',
    'httpTracing',
    'isapiFilters',
    'modules',
    'odbcLogging',
    'security/access',
    'security/applicationDependencies',
    'security/authentication/anonymousAuthentication',
    'security/authentication/basicAuthentication',
    'security/authentication/clientCertificateMappingAuthentication',
    'security/authentication/digestAuthentication',
    'security/authentication/iisClientCertificateMappingAuthentication',
    'security/authentication/windowsAuthentication',
    'security/dynamicIpSecurity',
    'security/ipSecurity',
    'security/isapiCgiRestriction',
    'serverRuntime',
    'serverSideInclude',
    'tracing/traceProviderDefinitions',
  ])('%s may not, unless somebody unlocks it', (name) => {
    expect(stockLock(`system.webServer/${name}`)).toBe(true);
  });

  test.each([
    ['an add-on', 'system.webServer/rewrite/rules'],
    ['a group', 'system.webServer/security'],
    ['a section of .NET', 'system.web/compilation'],
    ['its name in another case', 'system.webServer/Handlers'],
    ['its name without the group', 'handlers'],
  ])('is not %s', (_, path) => {
    expect(stockLock(path)).toBeUndefined();
  });
});

describe('what has to be installed for a section', () => {
  test.each([
    ['system.webServer/aspNetCore', 'the ASP.NET Core Hosting Bundle'],
    ['system.webServer/rewrite/rules', 'URL Rewrite'],
    ['system.webServer/rewrite', 'URL Rewrite'],
    ['system.webServer/cors', 'the IIS CORS module'],
    ['system.webServer/webSocket', 'the role service WebSocket Protocol'],
    ['system.webServer/webdav', 'the role service WebDAV Publishing'],
    ['system.webServer/applicationInitialization', 'the role service Application Initialization'],
    ['system.webServer/httpPlatform', 'HttpPlatformHandler'],
    ['system.webServer/proxy', 'Application Request Routing'],
    ['system.webServer/staticContent', undefined],
    ['system.webServer/nonsense', undefined],
    ['system.webServer/re', undefined],
  ])('%s: %s', (path, expected) => {
    expect(sectionProvider(path)).toBe(expected);
  });
});

describe('an element that only groups sections', () => {
  test.each([
    ['system.webServer', true],
    ['system.webServer/security', true],
    ['system.webServer/security/authentication', true],
    ['system.webServer/rewrite', true],
    ['system.webServer/tracing', true],
    ['system.webServer/webdav', true],
    ['system.applicationHost', true],
    ['system.webServer/security/requestFiltering', false],
    ['system.webServer/handlers', false],
    ['system.webServer/rewrite/rules', false],
    ['system.applicationHost/applicationPools', false],
    ['system.web', false],
    ['security', false],
  ])('%s: %s', (path, expected) => {
    expect(isSectionGroup(path)).toBe(expected);
  });
});

describe('a section or group of the machine.config of the .NET Framework', () => {
  test.each([
    'appSettings',
    'connectionStrings',
    'runtime',
    'startup',
    'system.codedom',
    'system.data',
    'system.diagnostics',
    'system.identityModel',
    'system.net',
    'system.runtime.caching',
    'system.serviceModel',
    'system.transactions',
    'system.web',
    'system.web.extensions',
    'system.xml.serialization',
    'uri',
  ])('%s', (name) => {
    expect(isFrameworkSection(name)).toBe(true);
  });

  test.each(['entityFramework', 'log4net', 'applicationSettings', 'AppSettings', 'system.webServer', 'compilation', 'nlog'])(
    'is not %s',
    (name) => {
      expect(isFrameworkSection(name)).toBe(false);
    },
  );
});

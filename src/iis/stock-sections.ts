/**
 * The sections of an IIS web server, by full path, as a stock applicationHost.config declares them
 * (learn.microsoft.com/iis/get-started/planning-your-iis-architecture/understanding-iis-configuration-system;
 * the lock states are the `overrideModeDefault` values IIS is installed with).
 */

const unlocked = [
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
];

/** `handlers` and `modules` are declared with Deny too; a location at the end of the same file unlocks them, which a server may change. */
const locked = [
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
];

/** Sections that come with something installed on top, and its name. */
const optional: readonly (readonly [string, string])[] = [
  ['applicationInitialization', 'the role service Application Initialization'],
  ['aspNetCore', 'the ASP.NET Core Hosting Bundle'],
  ['cors', 'the IIS CORS module'],
  ['httpPlatform', 'HttpPlatformHandler'],
  ['iisnode', 'iisnode'],
  ['proxy', 'Application Request Routing'],
  ['rewrite/allowedServerVariables', 'URL Rewrite'],
  ['rewrite/globalRules', 'URL Rewrite'],
  ['rewrite/outboundRules', 'URL Rewrite'],
  ['rewrite/providers', 'URL Rewrite'],
  ['rewrite/rewriteMaps', 'URL Rewrite'],
  ['rewrite/rules', 'URL Rewrite'],
  ['webdav/authoring', 'the role service WebDAV Publishing'],
  ['webdav/authoringRules', 'the role service WebDAV Publishing'],
  ['webdav/globalSettings', 'the role service WebDAV Publishing'],
  ['webSocket', 'the role service WebSocket Protocol'],
];

const full = (name: string): string => `system.webServer/${name}`;

/** Sections that are declared where something is installed, by full path. */
export const optionalSections: readonly string[] = optional.map(([name]) => full(name));

const stockLocks: ReadonlyMap<string, boolean> = new Map([
  ...unlocked.map((name) => [full(name), false] as const),
  ...locked.map((name) => [full(name), true] as const),
]);

const providers: ReadonlyMap<string, string> = new Map(optional.map(([name, provider]) => [full(name), provider]));

/** Sections of IIS and of what people install on top of it, and the groups that these are in, by full path. */
export const knownSections: ReadonlySet<string> = new Set(
  [...stockLocks.keys(), ...providers.keys()].flatMap((path) => {
    const segments = path.split('/');
    return segments.slice(1).map((_, index) => segments.slice(0, index + 2).join('/'));
  }),
);

/** How a section that was written in another case is spelled; `undefined` where it is right, or not one of IIS. */
export function sectionSpelling(path: string): string | undefined {
  if (knownSections.has(path)) return undefined;
  return [...knownSections].find((section) => section.toLowerCase() === path.toLowerCase());
}

/** Whether the section is locked on a stock server; `undefined` for a section that is not part of IIS itself. */
export function stockLock(path: string): boolean | undefined {
  return stockLocks.get(path);
}

/** What has to be installed for the section (or group of sections) to exist; `undefined` for IIS's own and for unknown ones. */
export function sectionProvider(path: string): string | undefined {
  const own = providers.get(path);
  if (own !== undefined) return own;
  for (const [section, provider] of providers) if (section.startsWith(`${path}/`)) return provider;
  return undefined;
}

/** Groups of applicationHost.config alone are here for its reader. */
const groups: ReadonlySet<string> = new Set(
  [...stockLocks.keys(), ...providers.keys(), 'system.applicationHost/applicationPools'].flatMap((path) =>
    path
      .split('/')
      .slice(0, -1)
      .map((_, index, segments) => segments.slice(0, index + 1).join('/')),
  ),
);

/** Whether the element at this path only groups sections, as `system.webServer/security` does. */
export function isSectionGroup(path: string): boolean {
  return groups.has(path);
}

/**
 * Sections and groups directly below `<configuration>` that the .NET Framework declares in its machine.config.
 * IIS leaves their content to .NET, and ASP.NET Core reads none of them.
 */
const frameworkSections: ReadonlySet<string> = new Set([
  'appSettings',
  'assemblyBinding',
  'configProtectedData',
  'connectionStrings',
  'mscorlib',
  'runtime',
  'satelliteassemblies',
  'startup',
  'strongNames',
  'system.codedom',
  'system.componentmodel',
  'system.data',
  'system.data.dataset',
  'system.data.odbc',
  'system.data.oledb',
  'system.data.oracleclient',
  'system.data.sqlclient',
  'system.diagnostics',
  'system.identityModel',
  'system.identityModel.services',
  'system.net',
  'system.runtime.caching',
  'system.runtime.remoting',
  'system.runtime.serialization',
  'system.serviceModel',
  'system.serviceModel.activation',
  'system.transactions',
  'system.web',
  'system.web.extensions',
  'system.windows.forms',
  'system.xaml.hosting',
  'system.xml',
  'system.xml.serialization',
  'uri',
  'windows',
]);

/** Whether the element directly below `<configuration>` belongs to the .NET Framework rather than to IIS. */
export function isFrameworkSection(name: string): boolean {
  return frameworkSections.has(name);
}

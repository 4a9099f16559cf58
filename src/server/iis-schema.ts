import * as v from 'valibot';
import { environment, key, list, text } from './schema-parts.ts';

const section = v.strictObject({
  declared: key(v.boolean(), 'Whether the server knows the section.'),
  locked: key(v.boolean(), 'Whether a web.config may not set it.'),
});

const time = (meaning: string) =>
  key(v.pipe(v.string(), v.regex(/^(?:\d{1,4}\.)?\d{1,2}:\d{2}:\d{2}$/, 'a time such as 00:20:00')), meaning);

const globalModule = v.union([
  text,
  v.strictObject({
    name: v.pipe(text, v.description('Name of the module.')),
    preCondition: v.pipe(
      v.picklist(['bitness32', 'bitness64']),
      v.description('The only worker processes that load it, where it is registered for one bitness.'),
    ),
  }),
]);

const appPool = v.strictObject({
  name: v.pipe(text, v.description('Name of the application pool.')),
  enable32BitAppOnWin64: key(v.boolean(), 'Whether its worker processes are 32-bit, the defaults of the server applied.'),
  enableEmulationOnWinArm64: key(v.boolean(), 'Whether its worker processes are x64 on Windows on ARM64.'),
  managedRuntimeVersion: key(v.string(), 'CLR version. Empty: No Managed Code.'),
  managedPipelineMode: key(v.picklist(['Integrated', 'Classic']), 'Pipeline mode.'),
  state: key(v.picklist(['Started', 'Stopped']), 'State of the pool when the facts were gathered.'),
  enableConfigurationOverride: key(v.boolean(), 'false: the pool ignores web.config files.'),
  identityType: key(
    v.picklist(['ApplicationPoolIdentity', 'NetworkService', 'LocalService', 'LocalSystem', 'SpecificUser']),
    'Account of its worker processes.',
  ),
  loadUserProfile: key(v.boolean(), 'Whether the profile of that account is loaded.'),
  setProfileEnvironment: key(v.boolean(), 'Whether the variables of that account are set, such as LOCALAPPDATA.'),
  maxProcesses: key(
    v.pipe(v.number(), v.integer('a whole number'), v.minValue(0, 'a number of processes')),
    'Worker processes of the pool at a time. 0: one for each NUMA node.',
  ),
  idleTimeout: time('Time without requests after which the worker process ends. 00:00:00: never.'),
  startupTimeLimit: time('Time that IIS gives a worker process to start.'),
  shutdownTimeLimit: time('Time that IIS gives a worker process to end.'),
  startMode: key(v.picklist(['OnDemand', 'AlwaysRunning']), 'Whether the worker process starts with IIS, or with the first request.'),
  rapidFailProtection: key(v.boolean(), 'Whether IIS stops the pool after a series of crashes.'),
  environment: key(environment, "Environment variables of the pool, laid over the machine's. {}: none. null: set, value not kept."),
});

const application = v.strictObject({
  path: v.pipe(
    v.string(),
    v.regex(/^\//, 'a path that starts with /'),
    v.description('Virtual path; / for the root application of a site.'),
  ),
  appPool: key(text, 'Name of its application pool.'),
  physicalPath: key(text, 'Folder on the server.'),
  hostingModel: key(
    v.picklist(['inprocess', 'outofprocess', 'none']),
    'Hosting model as it runs today. none: known not to be an ASP.NET Core application.',
  ),
  preloadEnabled: key(v.boolean(), 'Whether it starts with its pool, before any request.'),
  windowsAuthentication: key(v.boolean(), 'Whether the server switches Windows authentication on for it, its own web.config left aside.'),
  handlers: key(list(text), 'Names of the handlers its web.config adds.'),
  inheritInChildApplications: key(v.boolean(), 'Whether its child applications inherit these handlers.'),
});

const binding = v.strictObject({
  protocol: v.pipe(text, v.description('http, https and the like.')),
  bindingInformation: v.pipe(text, v.description('Address, port and host name, such as *:443:shop.example.com.')),
});

const site = v.strictObject({
  name: v.pipe(text, v.description('Name of the site.')),
  bindings: key(list(binding), 'Where the site listens, all of it.'),
  applications: key(list(application), 'All applications of the site, the root application included.'),
});

export const informationServices = v.strictObject({
  version: key(v.pipe(v.string(), v.regex(/^\d{1,3}\.\d{1,3}$/, 'a version such as 10.0')), 'Version of IIS.'),
  globalModules: key(list(globalModule), 'Names of the native modules that are registered, all of them.'),
  sections: key(v.record(v.string(), section), 'Configuration sections by path, such as system.webServer/handlers.'),
  appPools: key(list(appPool), 'Application pools.'),
  sites: key(list(site), 'Sites and their applications.'),
  applicationHostConfig: key(
    text,
    'Path of a copy of applicationHost.config, relative to this file. Facts written in this file win over those in the copy.',
  ),
});

export type ManifestIis = v.InferOutput<typeof informationServices>;

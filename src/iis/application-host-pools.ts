import type { ConfigurationElement } from '../model/configuration-element.ts';
import type { EnvironmentVariables } from '../model/environment.ts';
import type { AppPool } from '../model/target-server.ts';
import { attributeValue, isTrue } from './attribute-value.ts';
import { collectionEntries } from './configuration-collection.ts';
import { readableSection } from './configuration-sections.ts';
import { keptValue } from './kept-variable.ts';

/**
 * The application pools of applicationHost.config. What a pool does not say comes from `<applicationPoolDefaults>`, then from the schema
 * of IIS (learn.microsoft.com/iis/configuration/system.applicationhost/applicationpools). `undefined`: the file does not list pools.
 */
export function applicationPools(root: ConfigurationElement): readonly AppPool[] | undefined {
  const sections = readableSection(root, 'system.applicationHost/applicationPools');
  if (sections === undefined) return undefined;
  const defaults = sections.flatMap(({ children }) => children).filter(({ name }) => name === 'applicationPoolDefaults');
  return collectionEntries(sections).map((pool) => appPool(pool, defaults));
}

function appPool(pool: ConfigurationElement, defaults: readonly ConfigurationElement[]): AppPool {
  const setting = (name: string): string | undefined =>
    [pool, ...defaults].map((element) => attributeValue(element, name)).find((value) => value !== undefined);
  const emulation = setting('enableEmulationOnWinArm64');
  return {
    name: attributeValue(pool, 'name') ?? '',
    enable32BitAppOnWin64: isTrue(setting('enable32BitAppOnWin64')),
    ...(emulation === undefined ? {} : { enableEmulationOnWinArm64: isTrue(emulation) }),
    managedRuntimeVersion: setting('managedRuntimeVersion') ?? '',
    managedPipelineMode: setting('managedPipelineMode') ?? 'Integrated',
    // Stopping a pool in IIS Manager or with appcmd also clears autoStart, so that it stays stopped; starting it sets it again.
    state: isTrue(setting('autoStart') ?? 'true') ? 'Started' : 'Stopped',
    enableConfigurationOverride: isTrue(setting('enableConfigurationOverride') ?? 'true'),
    startMode: setting('startMode') ?? 'OnDemand',
    ...processSettings([pool, ...defaults]),
    environment: environmentOf([...defaults, pool]),
  };
}

type ProcessSettings = Pick<
  AppPool,
  | 'identityType'
  | 'loadUserProfile'
  | 'setProfileEnvironment'
  | 'maxProcesses'
  | 'idleTimeout'
  | 'startupTimeLimit'
  | 'shutdownTimeLimit'
  | 'rapidFailProtection'
>;

/** What IIS takes in all its versions where nobody writes them. */
const times = { idleTimeout: '00:20:00', startupTimeLimit: '00:01:30', shutdownTimeLimit: '00:01:30' } as const;

/** Settings of the worker process, where the pool or the defaults write them; what IIS takes for others differs between its versions. */
function processSettings(elements: readonly ConfigurationElement[]): ProcessSettings {
  const written = (childName: string, attribute: string): string | undefined =>
    elements
      .flatMap(({ children }) => children.filter(({ name }) => name === childName))
      .map((child) => attributeValue(child, attribute))
      .find((value) => value !== undefined);
  const ofProcess = (attribute: string): string | undefined => written('processModel', attribute);
  const identityType = ofProcess('identityType');
  const loadUserProfile = ofProcess('loadUserProfile');
  const setProfileEnvironment = ofProcess('setProfileEnvironment');
  const maxProcesses = ofProcess('maxProcesses');
  const rapidFailProtection = written('failure', 'rapidFailProtection');
  return {
    ...(identityType === undefined ? {} : { identityType }),
    ...(loadUserProfile === undefined ? {} : { loadUserProfile: isTrue(loadUserProfile) }),
    ...(setProfileEnvironment === undefined ? {} : { setProfileEnvironment: isTrue(setProfileEnvironment) }),
    ...(maxProcesses === undefined || !/^\d{1,9}$/.test(maxProcesses) ? {} : { maxProcesses: Number(maxProcesses) }),
    idleTimeout: ofProcess('idleTimeout') ?? times.idleTimeout,
    startupTimeLimit: ofProcess('startupTimeLimit') ?? times.startupTimeLimit,
    shutdownTimeLimit: ofProcess('shutdownTimeLimit') ?? times.shutdownTimeLimit,
    ...(rapidFailProtection === undefined ? {} : { rapidFailProtection: isTrue(rapidFailProtection) }),
  };
}

function environmentOf(elements: readonly ConfigurationElement[]): EnvironmentVariables {
  const collections = elements.flatMap(({ children }) => children).filter(({ name }) => name === 'environmentVariables');
  return new Map(
    collectionEntries(collections).map((entry) => {
      const name = (attributeValue(entry, 'name') ?? '').toUpperCase();
      const value = attributeValue(entry, 'value') ?? '';
      return [name, keptValue(name, value)];
    }),
  );
}

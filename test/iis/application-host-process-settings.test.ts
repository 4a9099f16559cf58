import { describe, expect, test } from '@jest/globals';
import { applicationPools } from '../../src/iis/application-host-pools.ts';
import { readConfigurationFile } from '../../src/iis/configuration-file.ts';

function settings(pool: string, defaults = '', attributes = ''): unknown {
  const file = readConfigurationFile(
    'applicationHost.config',
    Buffer.from(
      `<configuration><system.applicationHost><applicationPools><add name="shop" ${attributes}>${pool}</add>
       <applicationPoolDefaults>${defaults}</applicationPoolDefaults></applicationPools></system.applicationHost></configuration>`,
    ),
  );
  if (file.state !== 'read') throw new Error(file.state);
  const [shop] = applicationPools(file.root) ?? [];
  if (shop === undefined) throw new Error('no pool');
  const { identityType, loadUserProfile, setProfileEnvironment, maxProcesses, rapidFailProtection } = shop;
  const { idleTimeout, startupTimeLimit, shutdownTimeLimit, startMode } = shop;
  const times = Object.entries({ idleTimeout, startupTimeLimit, shutdownTimeLimit, startMode }).filter(
    ([name, value]) => value !== usual.get(name),
  );
  return JSON.parse(
    JSON.stringify({
      ...{ identityType, loadUserProfile, setProfileEnvironment, maxProcesses, rapidFailProtection },
      ...Object.fromEntries(times),
    }),
  );
}

/** What IIS takes where nobody writes it (learn.microsoft.com/iis/configuration/system.applicationhost/applicationpools/add/processmodel). */
const usual = new Map([
  ['idleTimeout', '00:20:00'],
  ['startupTimeLimit', '00:01:30'],
  ['shutdownTimeLimit', '00:01:30'],
  ['startMode', 'OnDemand'],
]);

const stock = '<processModel identityType="ApplicationPoolIdentity" loadUserProfile="true" setProfileEnvironment="false" />';

describe('the worker process of a pool in applicationHost.config', () => {
  test.each<[string, string, string, unknown]>([
    ['nothing is written: nobody said, except for what IIS takes then', '', '', {}],
    [
      'the defaults of the server',
      '',
      stock,
      { identityType: 'ApplicationPoolIdentity', loadUserProfile: true, setProfileEnvironment: false },
    ],
    [
      'the pool wins over the defaults, setting by setting',
      '<processModel identityType="LocalSystem" />',
      stock,
      { identityType: 'LocalSystem', loadUserProfile: true, setProfileEnvironment: false },
    ],
    [
      'the profile is not loaded',
      '<processModel loadUserProfile="FALSE" />',
      stock,
      { identityType: 'ApplicationPoolIdentity', loadUserProfile: false, setProfileEnvironment: false },
    ],
    ['a web garden', '<processModel maxProcesses="4" />', '', { maxProcesses: 4 }],
    ['a number that is none', '<processModel maxProcesses="many" />', '', {}],
    ['no idle time-out', '<processModel idleTimeout="00:00:00" />', '<processModel idleTimeout="00:20:00" />', { idleTimeout: '00:00:00' }],
    [
      'other time limits',
      '<processModel startupTimeLimit="00:05:00" />',
      '<processModel startupTimeLimit="00:02:00" shutdownTimeLimit="00:00:30" />',
      { startupTimeLimit: '00:05:00', shutdownTimeLimit: '00:00:30' },
    ],
    ['no protection', '<failure rapidFailProtection="false" />', '', { rapidFailProtection: false }],
    [
      'protection switched on again',
      '<failure rapidFailProtection="1" />',
      '<failure rapidFailProtection="false" />',
      { rapidFailProtection: true },
    ],
  ])('%s', (_, pool, defaults, expected) => {
    expect(settings(pool, defaults)).toEqual(expected);
  });

  test('what starts with IIS', () => {
    expect(settings('', '', 'startMode="AlwaysRunning"')).toEqual({ startMode: 'AlwaysRunning' });
  });

  test('a user and its password are not kept', () => {
    const pool = '<processModel identityType="SpecificUser" userName="CORP\\deploy" password="not-a-real-one" />';
    expect(JSON.stringify(settings(pool))).toBe('{"identityType":"SpecificUser"}');
  });
});

import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readPublishArtifacts } from '../../src/artifact/read-artifact.ts';
import { check } from '../../src/check.ts';
import { disk } from '../../src/hosts/disk.ts';
import type { Disk } from '../../src/model/file-tree.ts';
import type { StartReport } from '../../src/model/report.ts';
import { readTargetServer } from '../../src/server/read-server.ts';
import { startsOf } from '../../src/startup/deployments.ts';
import { performStarts } from '../../src/startup/perform-starts.ts';
import { fixtures } from '../publish/start-of.ts';

const artifact = join(fixtures, 'publish', 'net8.0-portable');
const application = { path: '/', appPool: 'shop', physicalPath: 'C:\\inetpub\\shop', preloadEnabled: true };
const shop = { name: 'shop', enable32BitAppOnWin64: false, managedRuntimeVersion: '', state: 'Started' };
const site = { name: 'Shop', applications: [application] };
const first = {
  manifestVersion: 1,
  name: 'web01',
  collectedAt: '2026-11-20T10:00:00Z',
  os: { version: '10.0.20348', architecture: 'x64' },
  environment: { PATH: 'C:\\Program Files\\dotnet\\', COMPUTERNAME: null },
  dotnet: [
    {
      root: 'C:\\Program Files\\dotnet',
      architecture: 'x64',
      hostfxr: ['8.0.11'],
      frameworks: { 'Microsoft.NETCore.App': ['8.0.11'], 'Microsoft.AspNetCore.App': ['8.0.11'] },
    },
  ],
  aspNetCoreModule: { version: '18.0.24201.8', architectures: ['x64', 'x86'], outOfProcessHandlers: ['18.0.24201'] },
  iis: {
    globalModules: ['AspNetCoreModuleV2'],
    sections: { 'system.webServer/handlers': { declared: true, locked: false }, 'system.webServer/aspNetCore': { declared: true } },
    appPools: [shop, { name: 'other' }],
    sites: [site],
  },
};
const { iis } = first;

/** The disk, with manifests that are only in memory beside it. */
function serving(manifests: Readonly<Record<string, object>>): Disk {
  return {
    ...disk,
    kind: async (path) => (manifests[path] === undefined ? disk.kind(path) : 'file'),
    open: async (path) => {
      if (manifests[path] === undefined) return disk.open(path);
      const bytes = Buffer.from(JSON.stringify(manifests[path]));
      return { size: bytes.length, read: async (offset, length) => bytes.subarray(offset, offset + length), close: async () => {} };
    },
  };
}

async function checked(...manifests: readonly object[]): Promise<readonly StartReport[]> {
  const named = Object.fromEntries(manifests.map((manifest, index) => [`${index}.json`, manifest]));
  const request = { artifacts: [artifact], servers: Object.keys(named), site: 'Shop', version: '0.0.0', today: '2026-11-24' };
  return (await check(request, serving(named))).starts;
}

async function walksOf(...manifests: readonly object[]): Promise<number> {
  const named = Object.fromEntries(manifests.map((manifest, index) => [`${index}.json`, manifest]));
  const servers = await Promise.all(Object.keys(named).map((path) => readTargetServer(path, serving(named))));
  const starts = performStarts(startsOf(await readPublishArtifacts(artifact, disk), servers, [], { site: 'Shop' }), ({ walk }) => walk);
  return new Set(starts.map(({ told }) => told)).size;
}

const withIis = (change: object) => ({ ...first, name: 'web02', iis: { ...iis, ...change } });
const blog = { name: 'Blog', applications: [{ path: '/', appPool: 'other' }] };

/** What differs from the first server, and whether a start can tell. */
const differences: readonly (readonly [what: string, second: object, kinds: 1 | 2])[] = [
  ['name', { ...first, name: 'web02' }, 1],
  ['the date', { ...first, name: 'web02', collectedAt: '2026-11-21T10:00:00Z' }, 1],
  ['a site with a pool of its own', withIis({ sites: [site, blog] }), 1],
  ['a pool behind', withIis({ appPools: [shop, { name: 'other' }, { name: 'third', state: 'Stopped' }] }), 1],
  ['a pool before', withIis({ appPools: [{ name: 'other' }, shop] }), 2],
  ['a neighbour in the pool', withIis({ sites: [{ ...site, applications: [application, { path: '/api', appPool: 'shop' }] }] }), 2],
  ['an application below', withIis({ sites: [{ ...site, applications: [application, { path: '/a', appPool: 'other' }] }] }), 2],
  ['the folder', withIis({ sites: [{ ...site, applications: [{ ...application, physicalPath: 'D:\\shop' }] }] }), 2],
  ['the bitness of the pool', withIis({ appPools: [{ ...shop, enable32BitAppOnWin64: true }, { name: 'other' }] }), 2],
  ['the state of the pool', withIis({ appPools: [{ ...shop, state: 'Stopped' }, { name: 'other' }] }), 2],
  ['a variable of the pool', withIis({ appPools: [{ ...shop, environment: { DOTNET_ROLL_FORWARD: 'Major' } }, { name: 'other' }] }), 2],
  ['a locked section', withIis({ sections: { 'system.webServer/handlers': { locked: true } } }), 2],
  ['the modules', withIis({ globalModules: [] }), 2],
  ['Windows', { ...first, name: 'web02', os: { version: '10.0.14393', architecture: 'x64' } }, 2],
  ['PATH', { ...first, name: 'web02', environment: { ...first.environment, PATH: 'D:\\dotnet' } }, 2],
  ['a variable nobody kept', { ...first, name: 'web02', environment: { ...first.environment, DOTNET_ROOT: null } }, 2],
  ['folders of PATH without dotnet', { ...first, environment: { ...first.environment, PATH: 'D:\\git;c:/program files/DOTNET;E:\\' } }, 1],
  ['PATH as the registry has it', { ...first, environment: { ...first.environment, PATH: '%SystemRoot%;%programfiles%\\dotnet;%NO%' } }, 1],
  ['the frameworks', { ...first, name: 'web02', dotnet: [{ ...first.dotnet[0], frameworks: { 'Microsoft.NETCore.App': ['6.0.36'] } }] }, 2],
  ['a framework without its dll', { ...first, dotnet: [{ ...first.dotnet[0], hostfxr: [{ version: '8.0.11', complete: false }] }] }, 2],
  ['the registry', { ...first, name: 'web02', dotnetInstallLocations: { x64: 'D:\\dotnet' } }, 2],
  ['the module', { ...first, name: 'web02', aspNetCoreModule: { installed: false } }, 2],
  ['files', { ...first, name: 'web02', existingFiles: ['C:\\inetpub\\logs'] }, 2],
];

describe('servers of a farm', () => {
  test.each(differences)('that differ in %s are told apart only where a start can', async (_, second, kinds) => {
    expect(await walksOf(first, second)).toBe(kinds);
  });

  test.each(differences)('that differ in %s are reported as each would be alone', async (_, second) => {
    const [, together] = await checked(first, second);
    const [alone] = await checked(second);
    // Alone, the manifest is the first file.
    expect(JSON.parse(JSON.stringify(together).replaceAll('1.json', '0.json'))).toEqual(alone);
  });

  test('keep a folder of PATH whose dotnet.exe is known to exist, though nobody described it', async () => {
    const environment = { PATH: 'D:\\tools;C:\\Program Files\\dotnet' };
    const appPools = [{ ...shop, environment: {} }, { name: 'other' }];
    const described = { ...withIis({ appPools }), environment };
    const [listed] = await checked({ ...described, existingFiles: ['D:\\tools\\dotnet.exe'] });
    expect(listed?.prediction).toMatchObject({ outcome: 'undetermined', missingFacts: ['dotnet'] });
    const [other] = await checked({ ...described, existingFiles: ['D:\\tools\\git.exe'] });
    expect(other?.prediction.outcome).toBe('starts');
  });

  test('whose PATH leads to a program that is known to exist are told apart', async () => {
    const onPath = (folder: string) => ({
      ...first,
      existingFiles: ['D:\\tools\\run.exe'],
      environment: { PATH: `C:\\Program Files\\dotnet;${folder}` },
    });
    expect(await walksOf(onPath('D:\\git'), onPath('d:/Tools/'))).toBe(2);
    expect(await walksOf(onPath('D:\\git'), onPath('E:\\'))).toBe(1);
  });

  const stopped = (collectedAt: string) => ({ ...withIis({ appPools: [{ ...shop, state: 'Stopped' }] }), collectedAt });

  test('with a stopped pool say when each was seen', async () => {
    const starts = await checked(stopped('2026-11-20T10:00:00Z'), stopped('2026-11-21T10:00:00Z'));
    expect(starts.map(({ findings }) => findings[0]?.evidence[0])).toEqual([
      'The state of application pool "shop" is Stopped, as of 2026-11-20T10:00:00Z.',
      'The state of application pool "shop" is Stopped, as of 2026-11-21T10:00:00Z.',
    ]);
  });

  test('show a finding in the manifest of each', async () => {
    const short = { ...stopped('2026-11-20T10:00:00Z'), name: 'web' };
    const starts = await checked(short, { ...short, name: 'a much longer name' });
    const [left, right] = starts.map(({ findings }) => findings[0]?.location);
    expect(left).toMatchObject({ file: '0.json', line: 1 });
    expect(right).toMatchObject({ file: '1.json', line: 1, column: (left?.column ?? 0) + 'a much longer name'.length - 'web'.length });
  });
});

describe('a PATH of the machine', () => {
  const outOfProcess = join(fixtures, 'publish', 'net10.0-out-of-process');
  const ten = {
    ...first.dotnet[0],
    hostfxr: ['10.0.12'],
    frameworks: { 'Microsoft.NETCore.App': ['10.0.12'], 'Microsoft.AspNetCore.App': ['10.0.12'] },
  };
  const described = { ...withIis({ appPools: [{ ...shop, environment: {} }, { name: 'other' }] }), dotnet: [ten] };

  test.each<[string, Record<string, string | null>, object]>([
    ['leads to dotnet', { PATH: 'C:\\Windows;C:\\Program Files\\dotnet\\' }, { outcome: 'starts' }],
    ['leads to folders without dotnet', { PATH: 'C:\\Windows;D:\\git' }, { outcome: 'fails', status: '502.5', hresult: '0x80070002' }],
    ['is not listed', { COMPUTERNAME: null }, { outcome: 'undetermined', missingFacts: ['environment'] }],
    ['is listed without its value', { PATH: null }, { outcome: 'undetermined', missingFacts: ['environment'] }],
  ])('that %s', async (_, environment, prediction) => {
    const manifests = { '0.json': { ...described, environment } };
    const request = { artifacts: [outOfProcess], servers: ['0.json'], site: 'Shop', version: '0.0.0', today: '2026-11-24' };
    const { starts } = await check(request, serving(manifests));
    expect(starts[0]?.prediction).toMatchObject(prediction);
  });
});

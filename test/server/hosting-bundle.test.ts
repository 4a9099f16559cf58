import { describe, expect, test } from '@jest/globals';
import { hostingBundle } from '../../src/server/hosting-bundle.ts';
import { readManifest } from './read-manifest.ts';

const versions = (bundle: ReturnType<typeof hostingBundle>) =>
  bundle.facts.dotnet?.map(({ root, architecture, hostfxr, frameworks }) => ({
    root,
    architecture,
    hostfxr: hostfxr?.map(({ version }) => version),
    frameworks: Object.fromEntries([...(frameworks ?? [])].map(([name, folders]) => [name, folders.map(({ version }) => version)])),
  }));

describe('a hosting bundle', () => {
  test('brings two runtimes, the module and its section to x64 Windows', () => {
    const bundle = hostingBundle('8.0.11', 'x64');
    const both = { 'Microsoft.NETCore.App': ['8.0.11'], 'Microsoft.AspNetCore.App': ['8.0.11'] };
    expect(versions(bundle)).toEqual([
      { root: 'C:\\Program Files\\dotnet', architecture: 'x64', hostfxr: ['8.0.11'], frameworks: both },
      { root: 'C:\\Program Files (x86)\\dotnet', architecture: 'x86', hostfxr: ['8.0.11'], frameworks: both },
    ]);
    expect(bundle.facts.aspNetCoreModule).toEqual({
      installed: true,
      version: '18.0.24295.11',
      architectures: ['x64', 'x86'],
      outOfProcessHandlers: [{ version: '18.0.24295', complete: true }],
      disabled: false,
    });
    expect(bundle.facts.environment?.get('PATH')).toContain('C:\\Program Files\\dotnet\\');
    const modules = bundle.facts.iis?.globalModules?.map(({ name }) => name) ?? [];
    expect(modules).toContain('AspNetCoreModuleV2');
    expect(modules).toContain('StaticFileModule');
    expect(modules).not.toContain('AspNetCoreModule');
    expect(bundle.facts.iis?.sections?.complete).toBe(false);
    expect(bundle.facts.iis?.sections?.byPath.get('system.webServer/aspNetCore')).toEqual({ declared: true, locked: false });
    expect(bundle.facts.iis?.sections?.byPath.get('system.webServer/handlers')).toEqual({ declared: true, locked: false });
    expect(bundle.notes).toEqual([]);
  });

  // The folder is `1` + major.minor + build day (dotnet/aspnetcore:src/Installers/Windows/AspNetCoreModule-Setup/Directory.Build.props).
  test.each([
    ['10.0.10', '20.0.26177.10', '110.0.26177'],
    ['9.0.18', '19.0.26174.18', '19.0.26174'],
    ['6.0.36', '16.0.24290.36', '16.0.24290'],
    ['3.1.32', '13.1.22321.32', '13.1.22321'],
    ['2.2.8', '12.2.19109.5', '12.2.19109.5'],
  ])('%s brings module %s with its handler in %s', (version, module, folder) => {
    expect(hostingBundle(version, 'x64').facts.aspNetCoreModule).toMatchObject({
      version: module,
      outOfProcessHandlers: [{ version: folder, complete: true }],
    });
  });

  // github.com/aspnet/Announcements/issues/339: version 1 of the module left in 3.0; version 2 came with 2.2.
  test.each([
    ['2.0.9', ['AspNetCoreModule'], false],
    ['2.1.30', ['AspNetCoreModule'], false],
    ['2.2.8', ['AspNetCoreModule', 'AspNetCoreModuleV2'], true],
    ['3.0.0', ['AspNetCoreModuleV2'], true],
  ])('%s registers %j', (version, own, installed) => {
    const { facts } = hostingBundle(version, 'x64');
    expect(facts.iis?.globalModules?.map(({ name }) => name).filter((name) => name.startsWith('AspNetCore'))).toEqual(own);
    expect(facts.aspNetCoreModule?.installed).toBe(installed);
  });

  test('brings other frameworks and a store in the time of 2.x', () => {
    expect(versions(hostingBundle('2.2.8', 'x64'))?.[0]?.frameworks).toEqual({
      'Microsoft.NETCore.App': ['2.2.8'],
      'Microsoft.AspNetCore.App': ['2.2.8'],
      'Microsoft.AspNetCore.All': ['2.2.8'],
    });
    const { facts } = hostingBundle('2.0.9', 'x64');
    expect([...(facts.dotnet?.[0]?.frameworks?.keys() ?? [])]).toEqual(['Microsoft.NETCore.App']);
    expect(facts.dotnet?.[0]?.sharedStore).toBe(true);
  });

  test('brings arm64 and x86 runtimes to Windows on ARM64, none for x64', () => {
    const { facts } = hostingBundle('9.0.18', 'arm64');
    expect(facts.dotnet?.map(({ root, architecture }) => [root, architecture])).toEqual([
      ['C:\\Program Files\\dotnet', 'arm64'],
      ['C:\\Program Files (x86)\\dotnet', 'x86'],
    ]);
    expect(facts.aspNetCoreModule).toMatchObject({ architectures: ['arm64', 'x64', 'x86'] });
  });

  test('is not described for ARM64 where nobody knows what it brought', () => {
    expect(hostingBundle('6.0.36', 'arm64')).toEqual({
      facts: {},
      notes: ['Hosting bundle 6.0.36 is not described for Windows on ARM64.'],
    });
  });

  test('has one runtime on 32-bit Windows', () => {
    const { facts } = hostingBundle('6.0.36', 'x86');
    expect(facts.dotnet?.map(({ root, architecture }) => [root, architecture])).toEqual([['C:\\Program Files\\dotnet', 'x86']]);
    expect(facts.aspNetCoreModule).toMatchObject({ architectures: ['x86'] });
  });

  test('of a preview holds two versions', () => {
    expect(versions(hostingBundle('8.0.0-rc.1.23421.29', 'x64'))?.[0]).toMatchObject({
      hostfxr: ['8.0.0-rc.1.23419.4'],
      frameworks: { 'Microsoft.NETCore.App': ['8.0.0-rc.1.23419.4'], 'Microsoft.AspNetCore.App': ['8.0.0-rc.1.23421.29'] },
    });
  });

  test('newer than the data is taken at its word, and says so', () => {
    const { facts, notes } = hostingBundle('8.0.99', 'x64');
    expect(facts.dotnet?.[0]?.hostfxr).toEqual([{ version: '8.0.99', complete: true }]);
    // Build day 0: no build has it.
    expect(facts.aspNetCoreModule).toMatchObject({ version: '18.0.0.99', outOfProcessHandlers: [{ version: '18.0.0', complete: true }] });
    expect(notes).toEqual([
      '.NET 8.0.99 is not in the release data; its bundle is taken to hold runtimes of that version.',
      "The version of the module in hosting bundle 8.0.99 is inferred from the bundle's.",
    ]);
    expect(hostingBundle('12.0.1', 'x64').facts.aspNetCoreModule).toMatchObject({
      version: '22.0.0.1',
      outOfProcessHandlers: [{ version: '112.0.0' }],
    });
  });

  test('that was never released is taken at its word, and says so', () => {
    const { facts, notes } = hostingBundle('8.0.9', 'x64');
    expect(facts.dotnet?.[0]?.hostfxr).toEqual([{ version: '8.0.9', complete: true }]);
    expect(notes[0]).toBe('.NET 8.0.9 was never released; it is taken at its word.');
  });
});

describe('a manifest with hostingBundle', () => {
  const manifest = (more: object) => readManifest(JSON.stringify({ manifestVersion: 1, hostingBundle: '8.0.11', ...more }));

  test('is expanded for 64-bit Windows when it does not say, and says so', async () => {
    const server = await manifest({ iis: { appPools: [{ name: 'shop' }] } });
    expect(server.hostingBundle).toBe('8.0.11');
    expect(server.os).toEqual({ architecture: 'x64' });
    expect(server.notes).toHaveLength(1);
    expect(server.iis?.globalModules).toHaveLength(16);
    // Bitness is not what a bundle sets, so it stays unsaid; variables are, as there is nothing else on the server.
    expect(server.iis?.appPools).toEqual([{ name: 'shop', environment: new Map() }]);
    expect(server.iis).not.toHaveProperty('sites');
  });

  test('wins over what the bundle brings, key by key', async () => {
    const server = await manifest({
      os: { version: '10.0.20348' },
      environment: { DOTNET_ROLL_FORWARD: 'Major' },
      dotnet: [{ root: 'D:\\dotnet' }],
      aspNetCoreModule: { version: '19.0.25293.11' },
      iis: {
        version: '10.0',
        sections: { 'system.webServer/handlers': { locked: true }, 'system.webServer/rewrite': { declared: true } },
        appPools: [{ name: 'shop', environment: { A: 'b' } }],
      },
    });
    expect(server.os).toEqual({ version: '10.0.20348', architecture: 'x64' });
    expect([...(server.environment?.keys() ?? [])]).toEqual(['PATH', 'DOTNET_ROLL_FORWARD']);
    expect(server.dotnet).toEqual([{ root: 'D:\\dotnet' }]);
    expect(server.aspNetCoreModule).toMatchObject({ version: '19.0.25293.11', architectures: ['x64', 'x86'] });
    expect(server.iis?.version).toBe('10.0');
    expect(server.iis?.sections?.byPath.get('system.webServer/handlers')).toEqual({ declared: true, locked: true });
    expect(server.iis?.sections?.byPath.get('system.webServer/aspNetCore')).toEqual({ declared: true, locked: false });
    expect(server.iis?.sections?.byPath.get('system.webServer/rewrite')).toEqual({ declared: true });
    expect(server.iis?.appPools).toEqual([{ name: 'shop', environment: new Map([['A', 'b']]) }]);
  });

  test('may say that the module is not there, or that modules are others', async () => {
    const server = await manifest({ aspNetCoreModule: { installed: false }, iis: { globalModules: [] } });
    expect(server.aspNetCoreModule).toEqual({ installed: false });
    expect(server.iis?.globalModules).toEqual([]);
  });

  test('without one, nothing is added', async () => {
    const server = await readManifest('{"manifestVersion": 1, "iis": {"appPools": [{"name": "shop"}]}}');
    expect(server.iis).toEqual({ appPools: [{ name: 'shop' }] });
    expect(server).not.toHaveProperty('dotnet');
    expect(server).not.toHaveProperty('notes');
  });
});

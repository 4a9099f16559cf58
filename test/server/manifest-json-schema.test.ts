import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import { readJsonDocument } from '../../src/server/json-document.ts';
import { validateManifest } from '../../src/server/manifest-problems.ts';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const published: object = JSON.parse(read('schemas/server-manifest.schema.json'));
const acceptedBySchema = new Ajv({ strict: true, allowUnionTypes: true }).compile(published);

const acceptedByReader = (text: string): boolean => 'manifest' in validateManifest(readJsonDocument(text));

const fixtures = readdirSync(new URL('../../fixtures/servers/', import.meta.url)).filter((name) => name.endsWith('.json'));

/** Values at a fact path, each put into an otherwise good manifest, and whether a manifest may say so. */
const values: [string, unknown, boolean][] = [
  ['manifestVersion', 1, true],
  ['manifestVersion', 2, false],
  ['manifestVersion', '1', false],
  ['$schema', '../schemas/server-manifest.schema.json', true],
  ['name', '', false],
  ['name', 7, false],
  ['collectedAt', '2026-11-20', true],
  ['collectedAt', '2026-11-20T10:00:00.1234567+01:00', true],
  ['collectedAt', 'yesterday', false],
  ['os', {}, true],
  ['os', [], false],
  ['os', null, false],
  ['os.version', '10.0.20348', true],
  ['os.version', '10.0.20348.2340', true],
  ['os.version', 'Windows Server 2022', false],
  ['os.architecture', 'arm64', true],
  ['os.architecture', 'x86_64', false],
  ['environment', {}, true],
  ['environment', { A: null, B: '' }, true],
  ['environment', { A: 1 }, false],
  ['environment', ['A=1'], false],
  ['dotnet', [], true],
  ['dotnet', {}, false],
  ['dotnet.0', { root: 'C:\\dotnet' }, true],
  ['dotnet.0', { architecture: 'x64' }, false],
  ['dotnet.0', { root: 'C:\\dotnet', frameworks: { A: ['8.0.0', { version: '8.0.1', complete: false }] } }, true],
  ['dotnet.0', { root: 'C:\\dotnet', frameworks: { A: [{ version: '8.0.1', references: [{ name: 'B', version: '8.0.0' }] }] } }, true],
  ['dotnet.0', { root: 'C:\\dotnet', frameworks: { A: [{ version: '8.0.1', references: [{ name: 'B' }] }] } }, false],
  ['dotnet.0', { root: 'C:\\dotnet', frameworks: { A: '8.0.0' } }, false],
  ['dotnet.0', { root: 'C:\\dotnet', hostfxr: ['8.0.0-rc.2.23479.6'] }, true],
  ['dotnet.0', { root: 'C:\\dotnet', hostfxr: ['8.0'] }, false],
  ['dotnet.0', { root: 'C:\\dotnet', hostfxr: [{ version: '8.0.1', references: [] }] }, false],
  ['dotnet.0', { root: 'C:\\dotnet', sharedStore: 'yes' }, false],
  ['dotnetInstallLocations', {}, true],
  ['dotnetInstallLocations', { x64: 'D:\\dotnet\\' }, true],
  ['dotnetInstallLocations', { amd64: 'D:\\dotnet\\' }, false],
  ['hostingBundle', '8.0.11', true],
  ['hostingBundle', '8', false],
  ['hostingBundle', 8, false],
  ['aspNetCoreModule', {}, true],
  ['aspNetCoreModule', { installed: true, version: '18.0.24201.8' }, true],
  ['aspNetCoreModule', { installed: false }, true],
  ['aspNetCoreModule', { installed: false, version: '18.0.24201.8' }, false],
  ['aspNetCoreModule', { installed: 'no' }, false],
  ['aspNetCoreModule', { version: '18' }, false],
  ['aspNetCoreModule', { architectures: ['x64', 'x32'] }, false],
  ['aspNetCoreModule', { outOfProcessHandlers: ['18.0.24201', '12.2.19109.5', { version: '2.1.0-preview', complete: false }] }, true],
  ['existingFiles', ['C:\\a'], true],
  ['existingFiles', [''], false],
  ['iis', {}, true],
  ['iis', { version: '10' }, false],
  ['iis', { globalModules: [] }, true],
  ['iis', { globalModules: [{ name: 'AspNetCoreModuleV2' }] }, false],
  ['iis', { globalModules: [{ name: 'AspNetCoreModuleV2', preCondition: 'bitness64' }] }, true],
  ['iis', { globalModules: [{ name: 'AspNetCoreModuleV2', preCondition: 'bitness16' }] }, false],
  ['iis', { sections: { a: { declared: true, locked: true } } }, true],
  ['iis', { sections: { a: true } }, false],
  ['iis', { appPools: [{ name: 'a', state: 'Stopped', managedPipelineMode: 'Classic', enableConfigurationOverride: false }] }, true],
  ['iis', { appPools: [{ enable32BitAppOnWin64: true }] }, false],
  ['iis', { appPools: [{ name: 'a', identityType: 'LocalSystem', loadUserProfile: false, rapidFailProtection: false }] }, true],
  ['iis', { appPools: [{ name: 'a', identityType: 'CORP\\deploy' }] }, false],
  ['iis', { appPools: [{ name: 'a', maxProcesses: 0, idleTimeout: '00:20:00' }] }, true],
  ['iis', { appPools: [{ name: 'a', maxProcesses: -1 }] }, false],
  ['iis', { appPools: [{ name: 'a', maxProcesses: 1.5 }] }, false],
  ['iis', { appPools: [{ name: 'a', idleTimeout: '20' }] }, false],
  ['iis', { appPools: [{ name: 'a', startupTimeLimit: '00:01:30', shutdownTimeLimit: '1.00:00:00', startMode: 'AlwaysRunning' }] }, true],
  ['iis', { appPools: [{ name: 'a', shutdownTimeLimit: '90' }] }, false],
  ['iis', { appPools: [{ name: 'a', startMode: 'Always' }] }, false],
  ['iis', { appPools: [{ name: 'a', setProfileEnvironment: false }] }, true],
  ['iis', { sites: [{ name: 'a', bindings: [{ protocol: 'https', bindingInformation: '*:443:shop.example.com' }] }] }, true],
  ['iis', { sites: [{ name: 'a', bindings: [] }] }, true],
  ['iis', { sites: [{ name: 'a', bindings: [{ protocol: 'https' }] }] }, false],
  ['iis', { sites: [{ name: 'a', bindings: ['https/*:443:'] }] }, false],
  ['iis', { appPools: [{ name: 'a', managedPipelineMode: 'classic' }] }, false],
  ['iis', { sites: [{ name: 'a', applications: [{ path: '/', preloadEnabled: true, handlers: [], hostingModel: 'none' }] }] }, true],
  ['iis', { sites: [{ name: 'a', applications: [{ path: '/', windowsAuthentication: true }] }] }, true],
  ['iis', { sites: [{ name: 'a', applications: [{ path: 'a' }] }] }, false],
  ['iis', { sites: [{ name: 'a', applications: [{ path: '/', hostingModel: 'InProcess' }] }] }, false],
  ['iis', { applicationHostConfig: 'applicationHost.config' }, true],
  ['iis', { applicationHostConfig: true }, false],
  ['unknown', 1, false],
];

function manifestWith(path: string, value: unknown): string {
  const manifest: Record<string, unknown> = { manifestVersion: 1 };
  if (path.startsWith('os.')) manifest['os'] = { [path.slice(3)]: value };
  else if (path === 'dotnet.0') manifest['dotnet'] = [value];
  else manifest[path] = value;
  return JSON.stringify(manifest);
}

describe('the published JSON Schema and the reader', () => {
  test.each(fixtures)('agree on fixtures/servers/%s', (name) => {
    const text = read(`fixtures/servers/${name}`);
    expect(acceptedBySchema(JSON.parse(text))).toBe(name !== 'broken.json');
    expect(acceptedByReader(text)).toBe(name !== 'broken.json');
  });

  test.each(values)('agree on %s: %j', (path, value, accepted) => {
    const text = manifestWith(path, value);
    expect(acceptedBySchema(JSON.parse(text))).toBe(accepted);
    expect(acceptedByReader(text)).toBe(accepted);
  });

  test('describe every key', () => {
    const keysWithout: string[] = [];
    const visit = (schema: unknown, path: string): void => {
      if (typeof schema !== 'object' || schema === null) return;
      for (const [key, value] of Object.entries(schema)) {
        if (key === 'properties') {
          for (const [name, property] of Object.entries(value)) {
            if (typeof Object(property).description !== 'string') keysWithout.push(`${path}.${name}`);
            visit(property, `${path}.${name}`);
          }
        } else visit(value, path);
      }
    };
    visit(published, '');
    expect(keysWithout).toEqual([]);
  });
});

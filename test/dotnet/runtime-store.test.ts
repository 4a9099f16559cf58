import { describe, expect, test } from '@jest/globals';
import { startHostpolicy } from '../../src/dotnet/hostpolicy.ts';
import type { HostpolicyRequest } from '../../src/dotnet/hostpolicy-request.ts';
import { fullPathKey } from '../../src/windows/paths.ts';

const target = '.NETCoreApp,Version=v2.0';

/** An application that left a package to the runtime store, on a 2.0 host, which looks for every file. */
function request(facts: {
  readonly store?: boolean;
  readonly manifest?: string;
  readonly files?: readonly string[];
  readonly existing?: readonly string[];
}): HostpolicyRequest {
  const library = {
    type: 'package',
    serviceable: true,
    sha512: '',
    ...(facts.manifest === undefined ? {} : { runtimeStoreManifestName: facts.manifest }),
  };
  const deps = {
    runtimeTarget: { name: target },
    targets: { [target]: { 'Lib/1.0.0': { runtime: { 'lib/netstandard1.6/Lib.dll': {} } } } },
    libraries: { 'Lib/1.0.0': library },
  };
  return {
    hostpolicyVersion: { major: 2, minor: 0, patch: 9, pre: '', build: '' },
    application: {
      directory: 'C:\\app',
      dll: 'App.dll',
      files: new Set(['app.dll', ...(facts.files ?? [])]),
      deps: new TextEncoder().encode(JSON.stringify(deps)),
    },
    tfm: 'netcoreapp2.0',
    additionalProbingPaths: [],
    configProperties: new Map(),
    frameworkDependent: true,
    frameworks: [{ name: 'Microsoft.NETCore.App', version: '2.0.9', directory: 'C:\\core' }],
    architecture: 'x64',
    environment: new Map(),
    ...(facts.store === undefined ? {} : { sharedStore: facts.store }),
    storeFolder: 'C:\\dotnet\\store',
    folderExists: new Map((facts.existing ?? []).map((path) => [fullPathKey(path), true])),
  };
}

describe('a package that was left to the runtime store', () => {
  const manifest = 'aspnetcore-store-2.0.0-win7-x64.xml';
  test.each([
    ['a store whose content nobody said', { manifest, store: true }, ['existingFiles']],
    ['nobody said whether there is a store', { manifest }, ['dotnet[].sharedStore']],
  ])('%s: unknown', (_, facts, missingFacts) => {
    expect(startHostpolicy(request(facts))).toMatchObject({ outcome: 'unknown', missingFacts });
  });

  test('there is no store: refused, with the manifests that promised it', () => {
    const start = startHostpolicy(request({ manifest, store: false }));
    expect(start).toMatchObject({ outcome: 'refused', refusal: { error: 'ResolverResolveFailure' } });
    expect(start.outcome === 'refused' ? start.refusal.text : '').toBe(
      `Error:
  An assembly specified in the application dependencies manifest (App.deps.json) was not found:
    package: 'Lib', version: '1.0.0'
    path: 'lib/netstandard1.6/Lib.dll'
  This assembly was expected to be in the local runtime store as the application was published using the following target manifest files:
    ${manifest}`,
    );
  });

  test('one that was not left to it is refused whether there is a store or not', () => {
    expect(startHostpolicy(request({ store: true }))).toMatchObject({ outcome: 'refused', refusal: { error: 'ResolverResolveFailure' } });
  });

  test('one that is in the application after all', () => {
    expect(startHostpolicy(request({ manifest, files: ['lib.dll'] })).outcome).toBe('ready');
  });

  const stored = (path: string) => `C:\\dotnet\\store\\${path}\\lib\\netstandard1.6\\Lib.dll`;
  test.each([
    ['this package', ['x64\\netcoreapp2.0\\lib\\1.0.0'], 'ready'],
    ['another version', ['x64\\netcoreapp2.0\\lib\\1.1.0'], 'refused'],
    ['the package for another architecture', ['x86\\netcoreapp2.0\\lib\\1.0.0'], 'unknown'],
    ['the package for another target framework', ['x64\\netcoreapp2.1\\lib\\1.0.0'], 'unknown'],
  ])('the files of the store are known, and it has %s', (_, packages, outcome) => {
    const existing = packages.map(stored);
    for (const store of [true, undefined]) {
      const facts = { manifest, existing, ...(store === undefined ? {} : { store }) };
      expect(startHostpolicy(request(facts)).outcome).toBe(outcome);
    }
  });
});

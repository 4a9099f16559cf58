import { describe, expect, test } from '@jest/globals';
import type { HostpolicyRequest } from '../../src/dotnet/hostpolicy-request.ts';
import { fullPathKey } from '../../src/windows/paths.ts';
import { application, coreJson, coreLibrary, deps, lib, libNotFound, start, textOf, trustedOf } from './hostpolicy-start.ts';

describe('a listed file that is not there', () => {
  test('is looked for up to 5.0', () => {
    expect(textOf(start({ version: '5.0.17', deps: lib }))).toBe(libNotFound);
    expect(start({ version: '3.1.24', deps: lib })).toMatchObject({
      refusal: { error: 'ResolverResolveFailure', cause: { kind: 'deps-asset-missing' } },
    });
    expect(start({ version: '5.0.17', deps: lib, files: ['app.dll', 'lib.dll'] }).outcome).toBe('ready');
  });
  test('is trusted all the same since 6.0, and told of', () => {
    const answer = start({ version: '6.0.36', deps: lib });
    expect(trustedOf(answer)).toEqual(['C:\\app\\Lib.dll', 'C:\\app\\app.dll', coreLibrary, coreJson]);
    expect(answer).toMatchObject({ uncheckedMissingAssets: [{ package: 'Lib', version: '2.0.0', asset: 'lib/net8.0/Lib.dll' }] });
  });
  test.each<readonly [string, Partial<HostpolicyRequest>]>([
    ['a runtime store', { sharedStore: true }],
    ['a probing path that exists', { additionalProbingPaths: ['C:\\packages'], folderExists: new Map([['c:\\packages', true]]) }],
    ['one with |arch|\\|tfm|', { additionalProbingPaths: ['C:\\p\\|arch|\\|tfm|'], folderExists: new Map([['c:\\p\\x64\\net8.0', true]]) }],
    [
      'a store of DOTNET_SHARED_STORE',
      { environment: new Map([['DOTNET_SHARED_STORE', 'C:\\store\\']]), folderExists: new Map([['c:\\store\\x64\\net8.0', true]]) },
    ],
    [
      'additional deps',
      { environment: new Map([['DOTNET_ADDITIONAL_DEPS', 'C:\\a.deps.json']]), folderExists: new Map([['c:\\a.deps.json', true]]) },
    ],
    [
      'a folder with additional deps for a framework in use',
      {
        environment: new Map([['DOTNET_ADDITIONAL_DEPS', 'C:\\gone;C:\\more\\']]),
        folderExists: new Map([[fullPathKey('C:\\more\\shared\\Microsoft.NETCore.App\\8.0.0\\agent.deps.json'), true]]),
      },
    ],
    ['the servicing folder', { folderExists: new Map([['c:\\program files (x86)\\coreservicing', true]]) }],
  ])('is looked for since 6.0 because of %s', (_, request) => {
    expect(textOf(start({ deps: lib, request }))).toBe(libNotFound);
    expect(start({ deps: lib, files: ['app.dll', 'lib.dll'], request }).outcome).toBe('ready');
  });
  test.each<readonly [string, Partial<HostpolicyRequest>]>([
    ['a probing path that does not exist', { additionalProbingPaths: ['C:\\packages'], folderExists: new Map([['c:\\packages', false]]) }],
    [
      'a probing path that is not among all that is there',
      { additionalProbingPaths: ['C:\\packages'], folderExists: new Map(), everythingListed: true },
    ],
    ['a relative probing path', { additionalProbingPaths: ['packages'] }],
    ...[
      '9.0.0\\a.deps.json',
      '8.0.23\\a.deps.json',
      '8.1.0\\a.deps.json',
      '8.0.0\\a.json',
      '8.0.0\\deeper\\a.deps.json',
      'x\\a.deps.json',
    ].map((file): readonly [string, Partial<HostpolicyRequest>] => [
      `a folder with additional deps elsewhere: ${file}`,
      {
        environment: new Map([['DOTNET_ADDITIONAL_DEPS', 'C:\\more']]),
        folderExists: new Map([[fullPathKey(`C:\\more\\shared\\Microsoft.NETCore.App\\${file}`), true]]),
        everythingListed: true,
      },
    ]),
    [
      'a folder of additional deps that does not exist',
      { environment: new Map([['DOTNET_ADDITIONAL_DEPS', 'C:\\more']]), folderExists: new Map([['c:\\more', false]]) },
    ],
    [
      'a file of additional deps that does not exist',
      { environment: new Map([['DOTNET_ADDITIONAL_DEPS', 'C:\\a.deps.json']]), folderExists: new Map([['c:\\a.deps.json', false]]) },
    ],
    ['a runtime store without a tfm', { sharedStore: true, tfm: '' }],
    ['DOTNET_SHARED_STORE without a tfm', { environment: new Map([['DOTNET_SHARED_STORE', 'C:\\store']]), tfm: '' }],
  ])('is not looked for because of %s', (_, request) => {
    expect(start({ deps: lib, request }).outcome).toBe('ready');
  });
  test.each<readonly [string, Partial<HostpolicyRequest>, string]>([
    ['a probing path', { additionalProbingPaths: ['C:\\packages'] }, 'existingFiles'],
    ['additional deps', { environment: new Map([['DOTNET_ADDITIONAL_DEPS', 'C:\\a.deps.json']]) }, 'existingFiles'],
    [
      'what is in a folder of additional deps',
      { environment: new Map([['DOTNET_ADDITIONAL_DEPS', 'C:\\more']]), folderExists: new Map([['c:\\more', true]]) },
      'existingFiles',
    ],
  ])('leaves the answer open where nobody knows %s, and only then', (_, request, fact) => {
    expect(start({ deps: lib, request })).toMatchObject({ outcome: 'unknown', missingFacts: [fact] });
    expect(start({ deps: lib, files: ['app.dll', 'lib.dll'], request }).outcome).toBe('ready');
  });
  test('is not looked for because of a servicing folder since 11', () => {
    const request = { folderExists: new Map([['c:\\program files (x86)\\coreservicing', true]]) };
    expect(start({ version: '10.0.0', deps: lib, request }).outcome).toBe('refused');
    expect(start({ version: '11.0.0', deps: lib, request }).outcome).toBe('ready');
  });
  test('is found below a probing path, by package or by its path', () => {
    const found = (file: string) => ({
      additionalProbingPaths: ['C:\\packages'],
      folderExists: new Map([[fullPathKey(`C:\\packages\\${file}`), true]]),
    });
    const answer = start({ deps: lib, request: found('Lib\\2.0.0\\lib\\net8.0\\Lib.dll') });
    expect(trustedOf(answer)).toContain('C:\\packages\\Lib\\2.0.0\\lib\\net8.0\\Lib.dll');
    const withPath = application({ 'lib/net8.0/Lib.dll': {} }, { path: 'lib/2.0.0' });
    expect(start({ deps: withPath, request: found('lib\\2.0.0\\lib\\net8.0\\Lib.dll') }).outcome).toBe('ready');
    expect(textOf(start({ deps: lib, request: found('Lib\\2.0.1\\lib\\net8.0\\Lib.dll') }))).toBe(libNotFound);
  });
  test('was promised by a store', () => {
    const fromStore = deps({ 'Lib/2.0.0': { runtime: { 'lib/net8.0/Lib.dll': {} } } }, { runtimeStoreManifestName: 'manifest.xml' });
    expect(textOf(start({ version: '3.1.24', deps: fromStore }))).toBe(
      `${libNotFound}\n  This assembly was expected to be in the local runtime store as the application was published using the following target manifest files:\n    manifest.xml`,
    );
  });
  test.each(['lib/net8.0/_._', 'LIB/_._'])('%s is no file', (path) => {
    expect(start({ version: '5.0.17', deps: application({ [path]: {} }) }).outcome).toBe('ready');
  });
  test('is nothing when it is a satellite', () => {
    const satellite = deps({ 'Lib/2.0.0': { resources: { 'lib/net8.0/de/Lib.resources.dll': {} } } });
    expect(start({ version: '5.0.17', deps: satellite })).toMatchObject({ outcome: 'ready', uncheckedMissingAssets: [] });
    expect(start({ deps: satellite })).toMatchObject({ outcome: 'ready', uncheckedMissingAssets: [] });
  });
  test('is nothing when it is an apphost of another RID', () => {
    const apphost = (name: string) => deps({ [`${name}/1.0.0`]: { native: { 'runtimes/win-x64/native/apphost': {} } } });
    expect(start({ version: '5.0.17', deps: apphost('runtime.win.Microsoft.NETCore.DotNetAppHost') }).outcome).toBe('ready');
    expect(start({ version: '5.0.17', deps: apphost('Other') }).outcome).toBe('refused');
  });
});

import { describe, expect, test } from '@jest/globals';
import type { HostpolicyStart } from '../../src/dotnet/hostpolicy.ts';
import { application, coreJson, coreLibrary, deps, start, textOf, trustedOf } from './hostpolicy-start.ts';

describe('an assembly of the application and of a framework', () => {
  const both = (versions: object) => application({ 'lib/net8.0/System.Text.Json.dll': versions });
  const files = ['app.dll', 'system.text.json.dll'];
  const own = 'C:\\app\\System.Text.Json.dll';
  test.each<readonly [string, object, string]>([
    ['a higher assembly version wins', { assemblyVersion: '9.0.0.0', fileVersion: '1.0.0.0' }, own],
    ['then a higher file version', { assemblyVersion: '8.0.0.0', fileVersion: '8.0.2225.2' }, own],
    ['the framework wins a tie', { assemblyVersion: '8.0.0.0', fileVersion: '8.0.2225.1' }, coreJson],
    ['a lower assembly version loses', { assemblyVersion: '7.0.0.0', fileVersion: '9.0.0.0' }, coreJson],
    ['no version loses', {}, coreJson],
  ])('%s', (_, versions, winner) => {
    expect(trustedOf(start({ deps: both(versions), files }))).toEqual(['C:\\app\\app.dll', coreLibrary, winner].sort());
  });
  test('a copy that loses is not missed, one that wins is', () => {
    expect(start({ deps: both({ assemblyVersion: '7.0.0.0' }) })).toMatchObject({ uncheckedMissingAssets: [] });
    expect(start({ deps: both({ assemblyVersion: '9.0.0.0' }) })).toMatchObject({ uncheckedMissingAssets: [{ package: 'Lib' }] });
  });
  test('a copy that would lose has to be there where files are looked for', () => {
    expect(start({ version: '5.0.17', deps: both({ assemblyVersion: '7.0.0.0' }) }).outcome).toBe('refused');
  });
  test('another extension is an error', () => {
    const executable = application({ 'lib/net8.0/System.Text.Json.exe': { assemblyVersion: '9.0.0.0' } });
    expect(textOf(start({ deps: executable }))).toBe(
      [
        'Error:',
        '  An assembly specified in the application dependencies manifest (Microsoft.NETCore.App.deps.json) has already been found but with a different file extension:',
        "    package: 'Runtime', version: '8.0.22'",
        "    path: 'System.Text.Json.dll'",
        "    previously found assembly: 'C:\\app\\System.Text.Json.exe'",
      ].join('\n'),
    );
  });
  test('app.exe beside app.dll is an error up to 9.0 only', () => {
    const executable = deps({ 'app/1.0.0': { runtime: { 'app.exe': {} } } });
    expect(start({ version: '9.0.13', deps: executable })).toMatchObject({ refusal: { cause: { kind: 'deps-asset-conflict' } } });
    expect(trustedOf(start({ version: '10.0.0', deps: executable }))).toEqual(['C:\\app\\app.exe', coreLibrary, coreJson]);
  });
});

describe('where an asset lies', () => {
  const native = (path: string, facts: object = {}) => deps({ 'Nat/1.0.0': { native: { [path]: facts } } });
  const directories = (answer: HostpolicyStart) => (answer.outcome === 'ready' ? answer.nativeSearchDirectories : textOf(answer));
  test('by file name, or by its whole path when chosen by RID', () => {
    const targeted = deps({
      'Nat/1.0.0': { runtimeTargets: { 'runtimes/win-x64/native/nat.dll': { rid: 'win-x64', assetType: 'native' } } },
    });
    expect(directories(start({ deps: native('any/where/nat.dll') }))).toEqual(['C:\\app', 'C:\\core']);
    expect(directories(start({ deps: targeted }))).toEqual(['C:\\app\\runtimes\\win-x64\\native', 'C:\\core']);
    expect(directories(start({ deps: native('win10/nat.dll') }))).toEqual(['C:\\app', 'C:\\core']);
  });
  test('localPath says it since 10.0', () => {
    const local = native('lib/nat.dll', { localPath: 'sub/nat.dll' });
    expect(directories(start({ version: '10.0.0', deps: local }))).toEqual(['C:\\app\\sub', 'C:\\core']);
    expect(directories(start({ version: '9.0.13', deps: local }))).toEqual(['C:\\app', 'C:\\core']);
  });
  test('also where it is the path of the package', () => {
    const same = native('lib/nat.dll', { localPath: 'lib/nat.dll' });
    expect(directories(start({ version: '10.0.0', deps: same }))).toEqual(['C:\\app\\lib', 'C:\\core']);
    expect(directories(start({ version: '9.0.13', deps: same }))).toEqual(['C:\\app', 'C:\\core']);
  });
  test('a runtime pack means its paths since 10.0', () => {
    const pack = deps({ 'Pack/1.0.0': { native: { 'sub/nat.dll': {} } } }, { type: 'runtimepack' });
    expect(directories(start({ version: '10.0.0', deps: pack }))).toEqual(['C:\\app\\sub', 'C:\\core']);
    expect(directories(start({ version: '9.0.13', deps: pack }))).toEqual(['C:\\app', 'C:\\core']);
  });
  test('without a deps.json everything managed beside the application, and its folder', () => {
    const answer = start({ files: ['app.dll', 'other.dll', 'other.exe', 'tool.exe', 'readme.txt', 'sub\\deep.dll'] });
    expect(trustedOf(answer)).toEqual(['C:\\app\\app.dll', 'C:\\app\\other.dll', 'C:\\app\\tool.exe', coreLibrary, coreJson]);
    expect(directories(answer)).toEqual(['C:\\app', 'C:\\core']);
  });
});

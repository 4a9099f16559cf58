import { describe, expect, test } from '@jest/globals';
import { type ApphostSearch, findDotnetRoot } from '../../src/dotnet/find-dotnet-root.ts';

type Folder = ReturnType<ApphostSearch['folder']>;

/** An x64 exe on x64 Windows with .NET in Program Files, and nothing else said. */
function search(facts: {
  readonly architecture?: ApphostSearch['architecture'];
  readonly os?: ApphostSearch['osArchitecture'];
  readonly variables?: Readonly<Record<string, string>>;
  readonly unknownVariable?: string;
  readonly installLocation?: string;
  readonly apphostMajor?: number;
  readonly folders?: Readonly<Record<string, Folder>>;
}): unknown {
  const folders: Readonly<Record<string, Folder>> = facts.folders ?? { 'C:\\Program Files\\dotnet': 'dotnet-root' };
  const result = findDotnetRoot({
    architecture: facts.architecture ?? 'x64',
    osArchitecture: facts.os ?? 'x64',
    environment: (name) =>
      name === facts.unknownVariable ? { known: false, missingFacts: ['environment'] } : { known: true, value: facts.variables?.[name] },
    installLocation: facts.installLocation,
    ...(facts.apphostMajor === undefined ? {} : { apphostMajor: facts.apphostMajor }),
    folder: (path) => (path in folders ? folders[path] : 'absent'),
  });
  if (result.found === 'unknown') return { unknown: result.missingFacts };
  return result.found ? result.root : result.searched;
}

/** Source: dotnet/runtime:src/native/corehost/fxr_resolver.cpp, hostmisc/utils.cpp. */
describe('where an apphost finds its runtime', () => {
  const rows: readonly (readonly [string, Parameters<typeof search>[0], unknown])[] = [
    ['the default location', {}, 'C:\\Program Files\\dotnet'],
    [
      'the registered location instead of the default one',
      { installLocation: 'D:\\dotnet\\', folders: { 'D:\\dotnet': 'dotnet-root', 'C:\\Program Files\\dotnet': 'dotnet-root' } },
      'D:\\dotnet',
    ],
    [
      'a registered location with nothing in it is not passed over',
      { installLocation: 'D:\\dotnet\\' },
      ['DOTNET_ROOT_X64 is not set', 'DOTNET_ROOT is not set', 'the registered InstallLocation, D:\\dotnet, has no host\\fxr'],
    ],
    [
      'DOTNET_ROOT before both',
      { variables: { DOTNET_ROOT: 'E:\\net\\' }, folders: { 'E:\\net': 'dotnet-root', 'C:\\Program Files\\dotnet': 'dotnet-root' } },
      'E:\\net',
    ],
    [
      'the variable of the architecture before DOTNET_ROOT',
      {
        variables: { DOTNET_ROOT: 'E:\\net', DOTNET_ROOT_X64: 'F:\\net' },
        folders: { 'E:\\net': 'dotnet-root', 'F:\\net': 'dotnet-root' },
      },
      'F:\\net',
    ],
    [
      'the variable of the architecture is unknown to an apphost before 6.0',
      {
        apphostMajor: 5,
        variables: { DOTNET_ROOT: 'E:\\net', DOTNET_ROOT_X64: 'F:\\net' },
        folders: { 'E:\\net': 'dotnet-root', 'F:\\net': 'dotnet-root' },
      },
      'E:\\net',
    ],
    [
      'and an x86 one before 6.0 asks DOTNET_ROOT(x86) alone',
      {
        apphostMajor: 3,
        architecture: 'x86',
        variables: { DOTNET_ROOT: 'E:\\net' },
        folders: { 'E:\\net': 'dotnet-root', 'C:\\Program Files (x86)\\dotnet': 'dotnet-root' },
      },
      'C:\\Program Files (x86)\\dotnet',
    ],
    ['a folder that is not there is passed over', { variables: { DOTNET_ROOT: 'E:\\gone' } }, 'C:\\Program Files\\dotnet'],
    [
      'a folder that is there without a runtime ends the search',
      { variables: { DOTNET_ROOT: 'E:\\other' }, folders: { 'E:\\other': 'other', 'C:\\Program Files\\dotnet': 'dotnet-root' } },
      ['DOTNET_ROOT_X64 is not set', 'DOTNET_ROOT names E:\\other, which has no host\\fxr'],
    ],
    [
      'a folder of which nobody said whether it is there',
      { variables: { DOTNET_ROOT: 'E:\\net' }, folders: { 'E:\\net': undefined } },
      { unknown: ['existingFiles'] },
    ],
    ['a variable of which nobody said whether it is set', { unknownVariable: 'DOTNET_ROOT_X64' }, { unknown: ['environment'] }],
    [
      'an x86 exe on x64 Windows',
      { architecture: 'x86', folders: { 'C:\\Program Files (x86)\\dotnet': 'dotnet-root', 'C:\\Program Files\\dotnet': 'dotnet-root' } },
      'C:\\Program Files (x86)\\dotnet',
    ],
    [
      'DOTNET_ROOT(x86) for an x86 exe on x64 Windows',
      { architecture: 'x86', variables: { 'DOTNET_ROOT(x86)': 'G:\\net' }, folders: { 'G:\\net': 'dotnet-root' } },
      'G:\\net',
    ],
    [
      'DOTNET_ROOT(x86) means nothing to an x64 exe',
      { variables: { 'DOTNET_ROOT(x86)': 'G:\\net' }, folders: { 'G:\\net': 'dotnet-root', 'C:\\Program Files\\dotnet': 'dotnet-root' } },
      'C:\\Program Files\\dotnet',
    ],
    [
      'an x64 exe on Windows for ARM64',
      { os: 'arm64', folders: { 'C:\\Program Files\\dotnet\\x64': 'dotnet-root' } },
      'C:\\Program Files\\dotnet\\x64',
    ],
  ];
  test.each(rows.map((row) => [row[0], row] as const))('%s', (_, [, facts, expected]) => {
    expect(search(facts)).toEqual(expected);
  });
});

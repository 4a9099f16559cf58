import { describe, expect, test } from '@jest/globals';
import type { EnvironmentVariables } from '../../src/model/environment.ts';
import { environmentBlock, expandEnvironmentVariables, windowsVariables } from '../../src/windows/environment.ts';

const none: EnvironmentVariables = new Map();
const machine = (entries: [string, string | null][]) => ({ variables: new Map(entries), fact: 'environment' });
const pool = (entries: [string, string | null][]) => ({ variables: new Map(entries), fact: 'iis.appPools[0].environment' });

describe('an environment block', () => {
  test('a later layer wins, whatever the case of the name', () => {
    const block = environmentBlock([machine([['DOTNET_ROOT', 'C:\\a']]), pool([['DOTNET_ROOT', 'C:\\b']])], none);
    expect(block('Dotnet_Root')).toEqual({ known: true, value: 'C:\\b' });
  });

  test('an empty value counts as not set and hides the earlier layer', () => {
    const block = environmentBlock([machine([['X', '1']]), pool([['X', '']])], none);
    expect(block('X')).toEqual({ known: true, value: undefined });
  });

  test('a name that no described layer sets is known not to be set', () => {
    expect(environmentBlock([machine([]), pool([])], none)('X')).toEqual({ known: true, value: undefined });
  });

  test('a redacted value is not known', () => {
    const block = environmentBlock([machine([['X', null]]), pool([])], none);
    expect(block('X')).toEqual({ known: false, missingFacts: ['environment'] });
  });

  test('a later layer settles what an earlier one leaves open', () => {
    const open = environmentBlock([{ fact: 'environment' }, pool([['X', '1']])], none);
    expect(open('X')).toEqual({ known: true, value: '1' });
    const redacted = environmentBlock([machine([['X', null]]), pool([['X', '1']])], none);
    expect(redacted('X')).toEqual({ known: true, value: '1' });
  });

  test('a layer that is not described leaves earlier ones open', () => {
    const block = environmentBlock([machine([['X', '1']]), { fact: 'iis.appPools[0].environment' }], none);
    expect(block('X')).toEqual({ known: false, missingFacts: ['iis.appPools[0].environment'] });
    const both = environmentBlock([{ fact: 'environment' }, { fact: 'iis.appPools[0].environment' }], none);
    expect(both('X')).toEqual({ known: false, missingFacts: ['iis.appPools[0].environment', 'environment'] });
  });

  test('what Windows sets is known without a layer, behind a redacted one, and yields to a layer', () => {
    const builtIns = windowsVariables('x64');
    expect(environmentBlock([{ fact: 'environment' }], builtIns)('windir')).toEqual({ known: true, value: 'C:\\Windows' });
    expect(environmentBlock([machine([['WINDIR', null]])], builtIns)('windir')).toEqual({ known: true, value: 'C:\\Windows' });
    expect(environmentBlock([machine([['WINDIR', 'D:\\Windows']])], builtIns)('windir')).toEqual({ known: true, value: 'D:\\Windows' });
  });

  test('a variable that only the machine can tell is not called unset', () => {
    expect(environmentBlock([machine([])], windowsVariables('x64'))('COMPUTERNAME')).toEqual({
      known: false,
      missingFacts: ['environment'],
    });
  });
});

describe('folders of programs by architecture', () => {
  test.each([
    ['x64', 'x64', 'C:\\Program Files', 'C:\\Program Files (x86)'],
    ['x86', 'x64', 'C:\\Program Files (x86)', 'C:\\Program Files (x86)'],
    ['x86', undefined, 'C:\\Program Files (x86)', 'C:\\Program Files (x86)'],
    ['x86', 'x86', 'C:\\Program Files', undefined],
    ['arm64', 'arm64', 'C:\\Program Files', 'C:\\Program Files (x86)'],
    ['x64', 'arm64', 'C:\\Program Files', 'C:\\Program Files (x86)'],
  ] as const)('%s process on %s Windows', (process, windows, programFiles, programFilesX86) => {
    const variables = windowsVariables(process, windows);
    expect(variables.get('PROGRAMFILES')).toBe(programFiles);
    expect(variables.get('PROGRAMFILES(X86)')).toBe(programFilesX86);
    expect(variables.get('PROGRAMW6432')).toBe(windows === 'x86' ? undefined : 'C:\\Program Files');
  });
});

describe('expansion', () => {
  const block = environmentBlock(
    [
      machine([
        ['ROOT', 'C:\\dotnet'],
        ['SECRET', null],
        ['A B', 'blank'],
      ]),
    ],
    none,
  );
  test.each([
    ['%ROOT%\\dotnet.exe', 'C:\\dotnet\\dotnet.exe'],
    ['%root%', 'C:\\dotnet'],
    ['%LAUNCHER_PATH%', '%LAUNCHER_PATH%'],
    ['%LAUNCHER_PATH%%ROOT%', '%LAUNCHER_PATH%C:\\dotnet'],
    ['100%', '100%'],
    ['%%', '%%'],
    ['%A B%', 'blank'],
    ['', ''],
    ['no variable', 'no variable'],
  ])('%j', (text, expected) => {
    expect(expandEnvironmentVariables(text, block)).toEqual({ known: true, text: expected });
  });

  test('is not known when a name in it is not', () => {
    expect(expandEnvironmentVariables('%ROOT%%SECRET%', block)).toEqual({ known: false, missingFacts: ['environment'] });
  });
});

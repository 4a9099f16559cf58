import { describe, expect, test } from '@jest/globals';
import {
  isAbsolutePath,
  isRootedPath,
  joinPath,
  rootName,
  withoutOuterSeparators,
  withoutTrailingSeparators,
} from '../../src/windows/paths.ts';

describe('where a path starts', () => {
  test.each<[string, absolute: boolean, rooted: boolean, root: string]>([
    ['C:\\app', true, false, 'C:'],
    ['c:/app', true, false, 'c:'],
    ['\\\\server\\share\\app', true, false, '\\\\server\\share'],
    ['\\app', false, true, ''],
    ['/app', false, true, ''],
    ['.\\app', false, false, ''],
    ['app', false, false, ''],
    ['', false, false, ''],
  ])('%j', (path, absolute, rooted, root) => {
    expect([isAbsolutePath(path), isRootedPath(path), rootName(path)]).toEqual([absolute, rooted, root]);
  });
});

test.each<[string, string, string]>([
  ['C:\\app', '.\\App.exe', 'C:\\app\\App.exe'],
  ['C:\\app', '..\\dotnet\\dotnet.exe', 'C:\\dotnet\\dotnet.exe'],
  ['C:\\app', 'D:\\dotnet\\dotnet.exe', 'D:\\dotnet\\dotnet.exe'],
  ['\\\\server\\share\\app', '../other', '\\\\server\\share\\other'],
])('%j and %j', (folder, path, expected) => {
  expect(joinPath(folder, path)).toBe(expected);
});

test.each<[string, trailing: string, outer: string]>([
  ['/api', '/api', 'api'],
  ['/api/', '/api', 'api'],
  ['\\\\server\\share\\//', '\\\\server\\share', 'server\\share'],
  ['C:\\', 'C:', 'C:'],
  ['//', '', ''],
  ['', '', ''],
])('%j without the separators at its ends', (path, trailing, outer) => {
  expect([withoutTrailingSeparators(path), withoutOuterSeparators(path)]).toEqual([trailing, outer]);
});

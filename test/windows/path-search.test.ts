import { describe, expect, test } from '@jest/globals';
import { pathFolders } from '../../src/windows/path-search.ts';

describe('folders of PATH', () => {
  test.each<[string, readonly string[]]>([
    ['', []],
    ['C:\\Windows;C:\\Program Files\\dotnet', ['C:\\Windows', 'C:\\Program Files\\dotnet']],
    ['C:\\Program Files\\dotnet\\;D:\\tools\\\\', ['C:\\Program Files\\dotnet', 'D:\\tools']],
    [';;C:\\a; ;', ['C:\\a']],
    // A quoted entry may hold a semicolon; the quotes are not part of the folder.
    ['"C:\\a;b";C:\\c', ['C:\\a;b', 'C:\\c']],
    ['"C:\\Program Files\\dotnet\\"', ['C:\\Program Files\\dotnet']],
    // The root of a drive is not the current folder of that drive.
    ['C:\\;D:', ['C:\\', 'D:']],
    ['C:/dotnet/', ['C:/dotnet']],
  ])('%j', (path, expected) => {
    expect(pathFolders(path)).toEqual(expected);
  });
});

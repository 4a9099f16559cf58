import { describe, expect, test } from '@jest/globals';
import { compareFileVersions, formatFileVersion, parseFileVersion } from '../../src/windows/file-version.ts';

describe('file versions', () => {
  test.each([
    ['18.0.24201.8', [18, 0, 24201, 8]],
    ['18.0.24201', [18, 0, 24201, 0]],
    ['2.1', [2, 1, 0, 0]],
    ['65535.0.0.0', [65535, 0, 0, 0]],
    ['65536.0.0.0', undefined],
    ['1.2.3.4.5', undefined],
    ['1..2', undefined],
    ['1.0-rc', undefined],
    [' 1.0', undefined],
    ['', undefined],
  ])('%j', (text, expected) => {
    expect(parseFileVersion(text)).toEqual(expected);
  });

  test.each([
    ['18.0.24201.8', '18.0.24201.8', 0],
    ['9.0.0.0', '13.1.0.0', -1],
    ['13.1.21001.1', '13.1.9000.1', 1],
    ['18.0.1.9', '18.0.1.10', -1],
  ])('%s against %s', (left, right, expected) => {
    const [a, b] = [parseFileVersion(left), parseFileVersion(right)];
    expect(a === undefined || b === undefined ? undefined : Math.sign(compareFileVersions(a, b))).toBe(expected);
  });

  test('is written with all four parts', () => {
    expect(formatFileVersion([1, 2, 0, 0])).toBe('1.2.0.0');
  });
});

import { describe, expect, test } from '@jest/globals';
import { artifactKey, eachArtifactOnce } from '../../src/model/artifact-key.ts';

describe('the path of an artifact', () => {
  test.each([
    ['publish', 'publish'],
    ['./publish/', 'publish'],
    ['.\\publish', 'publish'],
    ['out\\shop', 'out/shop'],
    ['../publish', '../publish'],
  ])('%s', (path, key) => {
    expect(artifactKey(path)).toBe(key);
  });

  test.each<[string, readonly string[], readonly string[]]>([
    ['one that is given twice', ['publish', './publish/', 'publish'], ['publish']],
    ['two of one name', ['a/publish', 'b/publish'], ['a/publish', 'b/publish']],
    ['none', [], []],
  ])('%s', (_, paths, expected) => {
    expect(eachArtifactOnce(paths)).toEqual(expected);
  });
});

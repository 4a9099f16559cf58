import { tmpdir } from 'node:os';
import { dirname } from 'node:path';
import { expect, test } from '@jest/globals';
import { stepSurroundings } from '../../src/hosts/step-surroundings.ts';

test('every step of a job has a temporary folder of its own in that of the agent', () => {
  const folders = [stepSurroundings(tmpdir()), stepSurroundings(tmpdir()), stepSurroundings(''), stepSurroundings(undefined)].map(
    ({ temporary }) => temporary,
  );
  expect(folders.map(dirname)).toEqual(Array(4).fill(tmpdir()));
  expect(new Set(folders).size).toBe(4);
});

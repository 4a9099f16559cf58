import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { writeResult, writeResultInFolder } from '../../src/hosts/write-file.ts';
import { describeProblem, InputError } from '../../src/model/input-error.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'iis-preflight-write-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** What is said of a file that cannot be written. */
function refusal(write: () => void): readonly string[] {
  try {
    write();
  } catch (error) {
    if (error instanceof InputError) return error.problems.map(describeProblem);
    throw error;
  }
  return [];
}

describe('a result in a file', () => {
  test('is written, over what was there', () => {
    const file = join(folder, 'report.json');
    writeResult(file, 'a much longer text');
    writeResult(file, 'text');
    expect(readFileSync(file, 'utf8')).toBe('text');
  });

  test('needs its folder, unless that is to be made', () => {
    const file = join(folder, 'out', 'deep', 'report.json');
    expect(refusal(() => writeResult(file, 'text'))).toEqual([`${file}: expected a file that can be written, found no such folder`]);
    expect(existsSync(join(folder, 'out'))).toBe(false);
    writeResultInFolder(file, 'text');
    expect(readFileSync(file, 'utf8')).toBe('text');
  });

  test.each([writeResult, writeResultInFolder])('what cannot be written is said in words: %p', (write) => {
    mkdirSync(join(folder, 'sub'));
    writeFileSync(join(folder, 'file'), '');
    expect(refusal(() => write(join(folder, 'sub'), ''))).toEqual([
      `${join(folder, 'sub')}: expected a file that can be written, found a folder`,
    ]);
    const below = join(folder, 'file', 'report.json');
    expect(refusal(() => write(below, ''))).toEqual([
      `${below}: expected a file that can be written, found a path through something that is not a folder`,
    ]);
  });

  // Node's own recursive mkdir tries for ever there.
  (existsSync('/proc/self') ? test : test.skip)('no folder can be made below /proc', () => {
    const file = '/proc/iis-preflight/out/report.json';
    expect(refusal(() => writeResultInFolder(file, ''))).toEqual([`${file}: expected a file that can be written, found no such folder`]);
  });
});

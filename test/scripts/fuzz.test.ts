import { describe, expect, test } from '@jest/globals';
import type { FuzzTarget } from '../../scripts/fuzz/fuzz-target.ts';
import { mutate, randomIntegers } from '../../scripts/fuzz/mutate.ts';
import { mutateText } from '../../scripts/fuzz/mutate-text.ts';
import { expectSoundReport } from '../../scripts/fuzz/outcomes.ts';
import { webConfig } from '../../scripts/fuzz/samples.ts';
import { seedsBelow } from '../../scripts/fuzz/seeds.ts';
import { fuzzTargets, mutated, readWith } from '../../scripts/fuzz/targets.ts';
import { readConfigurationFile } from '../../src/iis/configuration-file.ts';
import { hostile, hostileStart, reportOf } from '../report/sample-reports.ts';

describe('mutated input', () => {
  test.each(fuzzTargets(seedsBelow(['fixtures'])).map((target) => [target.name, target] as const))(
    '%s is read or refused',
    async (_, target) => {
      const random = randomIntegers(7);
      for (let input = 0; input < 60; input++) {
        expect(['read', 'refused']).toContain(await readWith(target, mutated(target, random), random));
      }
    },
    20_000,
  );

  test('is the same for the same seed, and keeps its length where it must', () => {
    const bytes = Buffer.alloc(300, 0x41);
    expect(mutate(bytes, bytes, randomIntegers(5))).toEqual(mutate(bytes, bytes, randomIntegers(5)));
    expect(mutate(bytes, bytes, randomIntegers(5))).not.toEqual(mutate(bytes, bytes, randomIntegers(6)));
    for (let seed = 0; seed < 50; seed++) expect(mutate(bytes, bytes, randomIntegers(seed), true)).toHaveLength(300);
    expect(mutateText(webConfig, webConfig, randomIntegers(5))).toEqual(mutateText(webConfig, webConfig, randomIntegers(5)));
  });

  test('of text mostly gets through the parser', () => {
    const read = Array.from({ length: 200 }, (_, seed) =>
      readConfigurationFile('web.config', mutateText(webConfig, webConfig, randomIntegers(seed))),
    );
    expect(read.filter(({ state }) => state === 'read').length).toBeGreaterThan(60);
  });

  test('every target is healthy before anything is changed', async () => {
    for (const target of fuzzTargets(seedsBelow([]))) {
      for (const seed of target.seeds.slice(0, 6)) {
        expect([target.name, await readWith(target, seed, randomIntegers(1))]).toEqual([target.name, 'read']);
      }
    }
  });
});

describe('a bug that was planted is found', () => {
  const mostInputs = 30_000;

  /** Inputs until a reader that stumbles over `isTrap` has been given one. */
  async function inputsUntil(name: string, isTrap: (text: string) => boolean): Promise<number> {
    const found = fuzzTargets(seedsBelow(['fixtures'])).find((target) => target.name === name);
    if (found === undefined) throw new Error(`there is no target ${name}`);
    const trap: FuzzTarget = {
      ...found,
      files: (bytes) => {
        if (isTrap(bytes.toString('latin1'))) throw new RangeError('trap');
        return new Map();
      },
      run: async () => {},
    };
    const random = randomIntegers(11);
    for (let input = 1; input <= mostInputs; input++) {
      try {
        await readWith(trap, mutated(trap, random), random);
      } catch (error) {
        if (error instanceof RangeError) return input;
        throw error;
      }
    }
    return Number.POSITIVE_INFINITY;
  }

  test.each<[string, string, (text: string) => boolean]>([
    ['pairs that nest in YAML', 'manifest (YAML)', (text) => /(?:"?a"?: ){200}/.test(text)],
    ['elements that nest in XML', 'web.config', (text) => /(?:<a>){101}/.test(text)],
    ['lists that nest in JSON', 'appsettings.json', (text) => /\[{1000}/.test(text)],
    ['a value that is not in the schema', 'web.config', (text) => /hostingModel="outofprocess "/.test(text)],
    ['a section twice', 'web.config', (text) => text.split('<handlers').length > 2],
    ['a framework twice', 'runtimeconfig.json', (text) => text.split('Microsoft.NETCore.App').length > 2],
    ['a pointer that is out of range', 'image (exe)', (text) => text.charCodeAt(0x3c + 3) === 0xff || text.charCodeAt(0x3c + 3) === 0x80],
    ['a directory of an archive that lies', 'zip', (text) => !text.slice(-22).startsWith('PK\x05\x06')],
    ['a name that leads out', 'names in a package', (text) => /^\.\.[\\/]/m.test(text)],
  ])(
    '%s',
    async (_, name, isTrap) => {
      expect(await inputsUntil(name, isTrap)).toBeLessThan(mostInputs);
    },
    30_000,
  );

  test('in what is shown', () => {
    expect(() => expectSoundReport(reportOf(hostileStart()))).not.toThrow();
    expect(hostile).toMatch(/##vso\[/);
    const unsound = reportOf({ ...hostileStart(), findings: [] });
    expect(() => expectSoundReport(unsound)).toThrow('a failure without the finding that says why');
  });
});

import { describe, expect, test } from '@jest/globals';
import { mutate, randomIntegers } from '../../scripts/fuzz/mutate.ts';
import { seedsBelow } from '../../scripts/fuzz/seeds.ts';
import { fuzzTargets, readWith } from '../../scripts/fuzz/targets.ts';

describe('mutated input', () => {
  test.each(fuzzTargets(seedsBelow(['fixtures'])).map((target) => [target.name, target] as const))(
    '%s is read or refused',
    async (_, target) => {
      const random = randomIntegers(7);
      for (let input = 0; input < 150; input++) {
        const pick = (): Buffer => target.seeds[random(target.seeds.length)] ?? Buffer.alloc(0);
        expect(['read', 'refused']).toContain(await readWith(target, mutate(pick(), pick(), random, target.keepLength)));
      }
    },
  );

  test('is the same for the same seed, and keeps its length where it must', () => {
    const bytes = Buffer.alloc(300, 0x41);
    expect(mutate(bytes, bytes, randomIntegers(5))).toEqual(mutate(bytes, bytes, randomIntegers(5)));
    expect(mutate(bytes, bytes, randomIntegers(5))).not.toEqual(mutate(bytes, bytes, randomIntegers(6)));
    for (let seed = 0; seed < 50; seed++) expect(mutate(bytes, bytes, randomIntegers(seed), true)).toHaveLength(300);
  });

  test('every target is healthy before anything is changed', async () => {
    for (const target of fuzzTargets(seedsBelow([]))) {
      const [seed] = target.seeds;
      if (seed !== undefined) expect([target.name, await readWith(target, seed)]).toEqual([target.name, 'read']);
    }
  });
});

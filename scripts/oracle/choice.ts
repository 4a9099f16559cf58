import { type RandomInteger, randomIntegers } from '../fuzz/mutate.ts';

/** Random choices from one seed. */
export interface Choice {
  readonly below: RandomInteger;
  /** True in `percent` of 100 cases. */
  readonly chance: (percent: number) => boolean;
  readonly pick: <T>(from: readonly [T, ...T[]]) => T;
}

/** The same seed makes the same choices. */
export function choices(seed: number): Choice {
  const below = randomIntegers(seed);
  return { below, chance: (percent) => below(100) < percent, pick: (from) => from[below(from.length)] ?? from[0] };
}

import { InputError } from '../../src/model/input-error.ts';
import { memoryDisk } from '../../test/model/memory-disk.ts';
import { artifactTargets } from './artifact-targets.ts';
import type { FuzzTarget, SeedsOf } from './fuzz-target.ts';
import { mutate, type RandomInteger } from './mutate.ts';
import { mutateText } from './mutate-text.ts';
import { server } from './samples.ts';
import type { SeedKind } from './seeds.ts';
import { serverTargets } from './server-targets.ts';
import { sourceTargets } from './source-targets.ts';

/** Every target, with its own seeds first, then those found in folders. */
export function fuzzTargets(found: ReadonlyMap<SeedKind, readonly Buffer[]>): readonly FuzzTarget[] {
  const seedsOf: SeedsOf = (kind, ...own) => [...own, ...(found.get(kind) ?? [])];
  const targets = [...artifactTargets(seedsOf), ...serverTargets(seedsOf), ...sourceTargets(seedsOf)];
  return targets.filter(({ seeds }) => seeds.length > 0);
}

/** A seed of the target, changed. */
export function mutated({ seeds, mutation }: FuzzTarget, random: RandomInteger): Buffer {
  const pick = (): Buffer => seeds[random(seeds.length)] ?? Buffer.alloc(0);
  const [seed, other] = [pick(), pick()];
  if (mutation === 'text' && random(3) > 0) return mutateText(seed, other, random);
  return mutate(seed, other, random, mutation === 'same-length');
}

export async function readWith(target: FuzzTarget, bytes: Buffer, random: RandomInteger): Promise<'read' | 'refused'> {
  const disk = memoryDisk(new Map<string, Uint8Array>([['bundle.json', server('8.0.11')], ...target.files(bytes, random)]));
  try {
    await target.run(disk);
    return 'read';
  } catch (error) {
    if (error instanceof InputError) return 'refused';
    throw error;
  }
}

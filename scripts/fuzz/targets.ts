import type { Disk } from '../../src/model/file-tree.ts';
import { InputError } from '../../src/model/input-error.ts';
import { artifactTargets } from './artifact-targets.ts';
import { memoryDisk } from './memory-disk.ts';
import { mutate, type RandomInteger } from './mutate.ts';
import { mutateText } from './mutate-text.ts';
import { type Files, server } from './samples.ts';
import type { SeedKind } from './seeds.ts';
import { serverTargets } from './server-targets.ts';
import { sourceTargets } from './source-targets.ts';

/** One input of a run, which is mutated while the others stay healthy. */
export interface FuzzTarget {
  readonly name: string;
  readonly seeds: readonly Buffer[];
  /** `same-length`: bytes are overwritten, none inserted or removed, so that offsets stay true; `text`: the text mostly stays well-formed. */
  readonly mutation: 'bytes' | 'same-length' | 'text';
  /** The files of the run, with the mutated input in them or made of it. */
  readonly files: (mutated: Buffer, random: RandomInteger) => Files;
  /** Reads everything. An `InputError` is an answer; anything else that is thrown is a bug. */
  readonly run: (disk: Disk) => Promise<void>;
}

/** Every target, with its own seeds first, then those found in folders. */
export function fuzzTargets(found: ReadonlyMap<SeedKind, readonly Buffer[]>): readonly FuzzTarget[] {
  const seedsOf = (kind: SeedKind, ...own: Buffer[]): readonly Buffer[] => [...own, ...(found.get(kind) ?? [])];
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

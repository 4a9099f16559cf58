import type { Disk } from '../../src/model/file-tree.ts';
import type { RandomInteger } from './mutate.ts';
import type { Files } from './samples.ts';
import type { SeedKind } from './seeds.ts';

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

/** The seeds of a kind: the target's own first, then those found in folders. */
export type SeedsOf = (kind: SeedKind, ...own: Buffer[]) => readonly Buffer[];

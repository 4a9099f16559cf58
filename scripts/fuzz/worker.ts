// Mutates and reads until the time is over; the main thread watches that it gets on.
import { parentPort, workerData } from 'node:worker_threads';
import { type Coverage, startCoverage } from './coverage.ts';
import type { FuzzTarget } from './fuzz-target.ts';
import { randomIntegers } from './mutate.ts';
import { seedsBelow } from './seeds.ts';
import { fuzzTargets, mutated, readWith } from './targets.ts';

/** What the main thread asks for. */
export interface FuzzOrder {
  readonly seconds: number;
  readonly seed: number;
  readonly folders: readonly string[];
  /** Only this input, to look at it again. */
  readonly only?: number;
  /** Only targets with this in their name. */
  readonly target: string;
  readonly coverage: boolean;
  /** [0]: the number of the input being read. */
  readonly progress: Int32Array;
}

export interface FuzzFailure {
  readonly input: number;
  readonly target: string;
  readonly problem: string;
}

export interface FuzzResult {
  readonly counts: readonly { readonly target: string; readonly read: number; readonly refused: number; readonly slowest: number }[];
  readonly failures: readonly FuzzFailure[];
  /** The most memory the process had, in bytes. */
  readonly memory: number;
  readonly coverage?: Coverage;
}

const mostFailures = 20;
/** Milliseconds; longer than this for inputs of at most 640 KB is not bounded time. */
const slow = 2000;

const order: FuzzOrder = workerData;
parentPort?.postMessage(await run(order));

async function run({ seconds, seed, folders, only, target: wanted, coverage, progress }: FuzzOrder): Promise<FuzzResult> {
  const takeCoverage = coverage ? await startCoverage() : undefined;
  const targets = fuzzTargets(seedsBelow(folders)).filter(({ name }) => name.includes(wanted));
  const counts = new Map(targets.map((target) => [target.name, { read: 0, refused: 0, slowest: 0 }]));
  const failures: FuzzFailure[] = [];
  const end = performance.now() + seconds * 1000;
  const last = only ?? Number.MAX_SAFE_INTEGER;
  for (let input = only ?? 0; input <= last && failures.length < mostFailures && performance.now() < end; input++) {
    Atomics.store(progress, 0, input);
    const target = targets[input % targets.length];
    const count = target === undefined ? undefined : counts.get(target.name);
    if (target === undefined || count === undefined) break;
    const started = performance.now();
    const problem = await tryInput(target, randomIntegers(seed + Math.imul(input, 0x9e3779b1)), count);
    const took = performance.now() - started;
    count.slowest = Math.max(count.slowest, took);
    if (problem !== undefined) failures.push({ input, target: target.name, problem });
    else if (took > slow) failures.push({ input, target: target.name, problem: `took ${Math.round(took)} ms` });
  }
  return {
    counts: [...counts].map(([target, count]) => ({ target, ...count })),
    failures,
    memory: process.resourceUsage().maxRSS * 1024,
    ...(takeCoverage === undefined ? {} : { coverage: await takeCoverage() }),
  };
}

/** `random` makes the input with one number: the same for the same seed. */
async function tryInput(
  target: FuzzTarget,
  random: ReturnType<typeof randomIntegers>,
  count: { read: number; refused: number },
): Promise<string | undefined> {
  try {
    count[await readWith(target, mutated(target, random), random)]++;
    return undefined;
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}

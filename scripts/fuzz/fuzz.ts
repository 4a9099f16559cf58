// Feeds mutated files to every reader and reports crashes, hangs and slow inputs. Run with Node 24:
//   node scripts/fuzz/fuzz.ts [--seconds N] [--seed S] [--only INPUT] [--corpus FOLDER]...
// The same seed gives the same inputs; --only repeats one of them. The exit code is 1 when anything was found.
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import type { FuzzOrder, FuzzResult } from './worker.ts';

/** Milliseconds without a new input after which the reader counts as hanging. */
const patience = 15_000;

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '10' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    only: { type: 'string' },
    corpus: { type: 'string', multiple: true, default: [] },
  },
});

const progress = new Int32Array(new SharedArrayBuffer(4));
const order: FuzzOrder = {
  seconds: Number(values.seconds),
  seed: Number(values.seed),
  folders: ['fixtures', ...values.corpus],
  ...(values.only === undefined ? {} : { only: Number(values.only) }),
  progress,
};

print(`seed ${order.seed}, ${order.seconds} s`);
const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: order });
let seen = -1;
const watch = setInterval(() => {
  const input = Atomics.load(progress, 0);
  if (input === seen) giveUp(`input ${input} hangs; repeat it with --seed ${order.seed} --only ${input}`);
  seen = input;
}, patience);
worker.on('message', (result: FuzzResult) => {
  clearInterval(watch);
  report(result);
});
worker.on('error', (error) => giveUp(`input ${Atomics.load(progress, 0)} ends the process: ${error.stack ?? error.message}`));

function report({ counts, failures }: FuzzResult): void {
  for (const { target, read, refused, slowest } of counts) {
    print(`${target.padEnd(24)} ${String(read + refused).padStart(8)} inputs, ${refused} refused, slowest ${Math.round(slowest)} ms`);
  }
  for (const { input, target, problem } of failures) print(`input ${input} (${target}): ${problem}`);
  const total = counts.reduce((sum, { read, refused }) => sum + read + refused, 0);
  print(`${total} inputs, ${failures.length} failures`);
  process.exitCode = failures.length > 0 ? 1 : 0;
}

function giveUp(problem: string): never {
  print(problem);
  process.exit(1);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

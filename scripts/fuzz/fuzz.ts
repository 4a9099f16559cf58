// Feeds mutated files to every reader and reports crashes, hangs and slow inputs. Run with Node 24:
//   node scripts/fuzz/fuzz.ts [--seconds N] [--seed S] [--target NAME] [--only INPUT] [--corpus FOLDER]... [--coverage]
// The same seed gives the same inputs; --only repeats one of them, with the same --target. --coverage says which functions were reached.
// The exit code is 1 when anything was found.
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
    target: { type: 'string', default: '' },
    coverage: { type: 'boolean', default: false },
    corpus: { type: 'string', multiple: true, default: [] },
  },
});

const progress = new Int32Array(new SharedArrayBuffer(4));
const order: FuzzOrder = {
  seconds: Number(values.seconds),
  seed: Number(values.seed),
  folders: ['fixtures', ...values.corpus],
  target: values.target,
  coverage: values.coverage,
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

function report({ counts, failures, memory, coverage }: FuzzResult): void {
  for (const { target, read, refused, slowest } of counts) {
    print(`${target.padEnd(24)} ${String(read + refused).padStart(8)} inputs, ${refused} refused, slowest ${Math.round(slowest)} ms`);
  }
  for (const { input, target, problem } of failures) print(`input ${input} (${target}): ${problem}`);
  const total = counts.reduce((sum, { read, refused }) => sum + read + refused, 0);
  for (const { room, reached, all } of coverage?.rooms ?? []) print(`${room.padEnd(24)} ${reached} of ${all} functions reached`);
  for (const name of coverage?.notReached ?? []) print(`not reached: ${name}`);
  print(`${total} inputs, ${failures.length} failures, ${Math.round(memory / 1024 / 1024)} MB at most`);
  process.exitCode = failures.length > 0 ? 1 : 0;
}

function giveUp(problem: string): never {
  print(problem);
  process.exit(1);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

// What the Action costs before it does anything: a step without inputs, against a bundle that imports @actions/core and nothing else.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { bundle } from '../scripts/bundle.ts';

/** The part of the start that the Action may add. */
const budget = 0.15;
const runs = 21;

const folder = mkdtempSync(join(tmpdir(), 'iis-preflight-bench-'));
const entry = resolve('build/bench-core-alone.js');
try {
  writeFileSync(entry, `import * as core from '@actions/core';\ncore.debug('');\n`);
  for (const { path, text } of await bundle('core', entry)) writeFileSync(join(folder, path.replace('core/', '')), text);
  const bare = fastest(['-e', '0']);
  const core = fastest([join(folder, 'index.js')]);
  const action = fastest([resolve('dist/github/index.js')]);
  const over = action / core - 1;
  const verdict = over > budget ? ', EXCEEDED' : '';
  print(`bare Node ${bare.toFixed(0)} ms, @actions/core alone ${core.toFixed(0)} ms, the Action ${action.toFixed(0)} ms`);
  print(`  ${(over * 100).toFixed(0)} % above @actions/core alone (budget ${budget * 100} %${verdict})`);
} finally {
  rmSync(folder, { recursive: true, force: true });
  rmSync(entry, { force: true });
}

/** Milliseconds of the fastest run: what disturbs a run only makes it slower. */
function fastest(argv: readonly string[]): number {
  let time = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run++) {
    const started = performance.now();
    spawnSync(process.execPath, argv, { env: { PATH: process.env['PATH'] } });
    time = Math.min(time, performance.now() - started);
  }
  return time;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

// What a whole run of the command line costs above bare Node, as the budgets count it. Run with Node 24 after a build (or npm run bench):
//   node bench/command-line.ts [--folder PUBLISH] [--zip PACKAGE] [--server MANIFEST] [--node NODE] [--runs N]
// Without a folder or a package of your own, samples are made in the temporary folder.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { writeSampleFolder, writeSampleZip } from './sample-publish.ts';

const { values } = parseArgs({
  options: {
    folder: { type: 'string' },
    zip: { type: 'string' },
    server: { type: 'string', default: 'fixtures/servers/publish/net8.json' },
    node: { type: 'string', default: process.execPath },
    runs: { type: 'string', default: '11' },
  },
});
const workspace = mkdtempSync(join(tmpdir(), 'iis-preflight-bench-'));

try {
  const folder = values.folder ?? join(workspace, 'publish');
  if (values.folder === undefined) writeSampleFolder(folder, 570, 120_000);
  const zip = values.zip ?? join(workspace, 'publish.zip');
  if (values.zip === undefined) writeSampleZip(zip, 2000, 165_000);
  const bare = fastest(['-e', '0']);
  print(`bare ${values.node} -e 0: ${bare.toFixed(0)} ms`);
  compare('check of the folder', bare, [folder], 120);
  compare('check of the package', bare, [zip], 1000);
} finally {
  rmSync(workspace, { recursive: true, force: true });
}

function compare(what: string, bare: number, artifacts: readonly string[], budget: number): void {
  const time = fastest(['dist/cli/index.js', 'check', ...artifacts, '--server', values.server, '--fail-on', 'never']);
  const above = time - bare;
  const verdict = above > budget ? ', EXCEEDED' : '';
  print(
    `${what}: ${time.toFixed(0)} ms, ${(time / bare).toFixed(1)} times bare Node, ${above.toFixed(0)} ms above it (budget ${budget} ms${verdict})`,
  );
}

/** Milliseconds of the fastest run: what disturbs a run only makes it slower. */
function fastest(arguments_: readonly string[]): number {
  let time = Number.POSITIVE_INFINITY;
  for (let run = 0; run < Number(values.runs); run++) {
    const started = performance.now();
    const { status, stderr } = spawnSync(values.node, arguments_, { encoding: 'utf8' });
    if (status !== 0) throw new Error(`exit code ${status}: ${stderr}`);
    time = Math.min(time, performance.now() - started);
  }
  return time;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

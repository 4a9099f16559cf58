// One artifact against many servers, and one server with many applications, as ratios of the same work on fewer of them.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { check } from '../src/check.ts';
import { disk } from '../src/hosts/disk.ts';
import { readInputs } from '../src/model/read-inputs.ts';
import { readTargetServer } from '../src/server/read-server.ts';

interface Manifest {
  readonly iis: { readonly sites: readonly unknown[] };
  readonly [key: string]: unknown;
}

const artifact = 'fixtures/publish/net8.0-portable';
const manifest: Manifest = JSON.parse(readFileSync('fixtures/servers/publish/net8.json', 'utf8'));
const workspace = mkdtempSync(join(tmpdir(), 'iis-preflight-bench-'));

try {
  await manyServers('alike but for their names', () => ({}));
  await manyServers('each with a PATH of its own', (name) => ({ environment: { PATH: `C:\\${name};C:\\Program Files\\dotnet\\` } }));
  await manyServers('each with other files', (name) => ({ existingFiles: [`C:\\${name}`] }));
  await manyApplications();
} finally {
  rmSync(workspace, { recursive: true, force: true });
}

async function manyServers(what: string, differing: (name: string) => object): Promise<void> {
  const folder = join(workspace, what);
  mkdirSync(folder);
  const servers = Array.from({ length: 10_000 }, (_, number) => `web${number}`).map((name) => {
    writeFileSync(join(folder, `${name}.json`), JSON.stringify({ ...manifest, name, ...differing(name) }));
    return join(folder, `${name}.json`);
  });
  const reading = await milliseconds(() => readInputs(servers, (path) => readTargetServer(path, disk), []));
  const whole = await milliseconds(() => check({ artifacts: [artifact], servers, version: '0', today: '2026-01-01' }, disk));
  const checking = Math.max(0, whole - reading);
  const memory = memoryOf(folder);
  print(`10,000 servers, ${what}: ${(checking / 1000).toFixed(2)} s after reading them${over(checking, 1000)} (budget 1 s)`);
  print(`  ${(checking / reading).toFixed(1)} times reading them (${(reading / 1000).toFixed(2)} s)`);
  print(`  ${memory.toFixed(0)} MB at most${over(memory, 200)} (budget 200 MB)`);
}

/** Megabytes that the library takes in a process of its own, that of Node itself included. */
function memoryOf(folder: string): number {
  const { stdout, stderr } = spawnSync(process.execPath, ['bench/farm.mjs', artifact, folder], { encoding: 'utf8' });
  if (stdout === '') throw new Error(stderr);
  return Number(stdout);
}

async function manyApplications(): Promise<void> {
  const few = await onServerWith(125);
  const many = await onServerWith(500);
  print(
    `500 applications in one pool: ${many.toFixed(0)} ms, ${(many / few).toFixed(1)} times 125 of them${over(many / few, 6)} (linear: 4)`,
  );
}

function onServerWith(count: number): Promise<number> {
  const applications = Array.from({ length: count }, (_, number) => ({
    path: number === 0 ? '/' : `/app${number}`,
    appPool: 'shop',
    hostingModel: 'outofprocess',
  }));
  const server = join(workspace, 'server.json');
  const config = join(workspace, 'config.json');
  writeFileSync(server, JSON.stringify({ ...manifest, iis: { ...manifest.iis, sites: [{ name: 'Default Web Site', applications }] } }));
  writeFileSync(config, JSON.stringify({ applications: applications.map(({ path }) => ({ artifact, application: path })) }));
  return milliseconds(() => check({ artifacts: [artifact], servers: [server], config, version: '0', today: '2026-01-01' }, disk));
}

/** The faster of two runs, of which the first also warms up. */
async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  let time = Number.POSITIVE_INFINITY;
  for (let run = 0; run < 2; run++) {
    const started = performance.now();
    await work();
    time = Math.min(time, performance.now() - started);
  }
  return time;
}

function over(value: number, budget: number): string {
  return value > budget ? ', EXCEEDED' : '';
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

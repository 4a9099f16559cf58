// One artifact against many servers, and one server with many applications, as ratios of the same work on fewer of them.
import { readFileSync } from 'node:fs';
import { check } from '../src/check.ts';
import { disk } from '../src/hosts/disk.ts';
import type { Disk } from '../src/model/file-tree.ts';
import { readTargetServer } from '../src/server/read-server.ts';

interface Manifest {
  readonly iis: { readonly sites: readonly unknown[] };
  readonly [key: string]: unknown;
}

const artifact = 'fixtures/publish/net8.0-portable';
const manifest: Manifest = JSON.parse(readFileSync('fixtures/servers/publish/net8.json', 'utf8'));

await manyServers('alike but for their names', (name) => ({ ...manifest, name }));
await manyServers('each different', (name) => ({ ...manifest, name, environment: { PATH: `C:\\${name};C:\\Program Files\\dotnet\\` } }));
await manyApplications();

async function manyServers(what: string, serverNamed: (name: string) => object): Promise<void> {
  const names = Array.from({ length: 10_000 }, (_, number) => `web${number}.json`);
  const farm = serving(new Map(names.map((name) => [name, Buffer.from(JSON.stringify(serverNamed(name)))])));
  const reading = await milliseconds(() => Promise.all(names.map((name) => readTargetServer(name, farm))));
  const whole = await milliseconds(() => check({ artifacts: [artifact], servers: names, version: '0', today: '2026-01-01' }, farm));
  const checking = whole - reading;
  const memory = process.resourceUsage().maxRSS / 1024;
  print(`10,000 servers, ${what}: ${(checking / 1000).toFixed(2)} s after reading them${over(checking, 1000)} (budget 1 s)`);
  print(
    `  ${(checking / reading).toFixed(1)} times reading them (${(reading / 1000).toFixed(2)} s); ${memory.toFixed(0)} MB at most so far`,
  );
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
  const server = { ...manifest, iis: { ...manifest.iis, sites: [{ name: 'Default Web Site', applications }] } };
  const config = { applications: applications.map(({ path }) => ({ artifact, application: path })) };
  const files = serving(
    new Map([
      ['server.json', Buffer.from(JSON.stringify(server))],
      ['config.json', Buffer.from(JSON.stringify(config))],
    ]),
  );
  return milliseconds(() =>
    check({ artifacts: [artifact], servers: ['server.json'], config: 'config.json', version: '0', today: '2026-01-01' }, files),
  );
}

/** The disk, with files that are only in memory beside it. */
function serving(files: ReadonlyMap<string, Uint8Array>): Disk {
  return {
    ...disk,
    kind: async (path) => (files.has(path) ? 'file' : disk.kind(path)),
    readFile: async (path) => files.get(path) ?? disk.readFile(path),
    open: async (path) => {
      const bytes = files.get(path);
      if (bytes === undefined) return disk.open(path);
      return { size: bytes.length, read: async (offset, length) => bytes.subarray(offset, offset + length), close: async () => {} };
    },
  };
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

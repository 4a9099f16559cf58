// One artifact against many servers, and many applications on one server, once everything is read:
//   node bench/farm.ts [--servers N] [--applications N]
import { parseArgs } from 'node:util';
import { readPublishArtifact } from '../src/artifact/read-artifact.ts';
import { disk } from '../src/hosts/disk.ts';
import type { Disk } from '../src/model/file-tree.ts';
import type { TargetServer } from '../src/model/target-server.ts';
import { readTargetServer } from '../src/server/read-server.ts';
import { startsOf } from '../src/startup/deployments.ts';
import { performStarts } from '../src/startup/perform-starts.ts';

const { values } = parseArgs({
  options: { servers: { type: 'string', default: '10000' }, applications: { type: 'string', default: '500' } },
});
const fixture = (name: string): string => new URL(`../fixtures/${name}`, import.meta.url).pathname;
const print = (line: string): boolean => process.stdout.write(`${line}\n`);
const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(0);

/** Servers of twenty kinds: five hosting bundles, two bitnesses, two patch levels of Windows; each with a name of its own. */
function manifest(index: number): unknown {
  const bundles = ['6.0.36', '7.0.20', '8.0.11', '9.0.4', '10.0.0'];
  return {
    manifestVersion: 1,
    name: `web${index}`,
    os: { version: index % 4 < 2 ? '10.0.20348' : '10.0.17763', architecture: 'x64' },
    hostingBundle: bundles[index % bundles.length],
    iis: {
      appPools: [{ name: 'shop', enable32BitAppOnWin64: index % 2 === 0, environment: {} }],
      sites: [{ name: 'Default Web Site', applications: [{ path: '/', appPool: 'shop', physicalPath: 'C:\\inetpub\\shop' }] }],
    },
  };
}

/** Manifests that exist in memory only. */
function memoryDisk(text: (path: string) => string): Disk {
  return {
    ...disk,
    kind: async () => 'file',
    async open(path) {
      const bytes = new TextEncoder().encode(text(path));
      return { size: bytes.length, read: async (offset, length) => bytes.subarray(offset, offset + length), close: async () => undefined };
    },
  };
}

async function manyServers(count: number): Promise<void> {
  const artifact = await readPublishArtifact(fixture('publish/net8.0-portable'), disk);
  const source = memoryDisk((path) => JSON.stringify(manifest(Number(path.split('.')[0]))));
  const started = performance.now();
  const servers: TargetServer[] = [];
  for (let index = 0; index < count; index++) servers.push(await readTargetServer(`${index}.json`, source));
  const read = performance.now() - started;
  const before = performance.now();
  const starts = performStarts(startsOf([artifact], servers, [], { application: '/' }));
  const performed = performance.now() - before;
  const failing = starts.filter(({ prediction }) => prediction.outcome === 'fails').length;
  const { heapUsed } = process.memoryUsage();
  print(`${count} servers: read in ${read.toFixed(0)} ms (${((read / count) * 1000).toFixed(0)} µs each)`);
  print(`  started on paper in ${performed.toFixed(0)} ms (budget 1000 ms${performed > 1000 ? ', EXCEEDED' : ''}); ${failing} fail`);
  print(`  heap ${megabytes(heapUsed)} MB (budget 200 MB${heapUsed > 200e6 ? ', EXCEEDED' : ''})`);
}

/** How long one artifact takes beside `count` applications that share its server. */
async function manyApplications(count: number): Promise<number> {
  const artifact = await readPublishArtifact(fixture('publish/net8.0-portable'), disk);
  const applications = Array.from({ length: count }, (_, index) => ({
    path: index === 0 ? '/' : `/app${index}`,
    appPool: `pool${index % 50}`,
    hostingModel: 'inprocess',
  }));
  const pools = Array.from({ length: 50 }, (_, index) => ({ name: `pool${index}`, enable32BitAppOnWin64: false, environment: {} }));
  const text = JSON.stringify({
    manifestVersion: 1,
    hostingBundle: '8.0.11',
    iis: { appPools: pools, sites: [{ name: 'Default Web Site', applications }] },
  });
  const server = await readTargetServer(
    'farm.json',
    memoryDisk(() => text),
  );
  const choices = applications.map(({ path }) => ({ artifact: artifact.name, application: path }));
  const started = performance.now();
  performStarts(startsOf([artifact], [server], choices, {}));
  return performance.now() - started;
}

await manyServers(Number(values.servers));
const most = Number(values.applications);
await manyApplications(most);
const [half, whole] = [await manyApplications(most / 2), await manyApplications(most)];
print(
  `${most} applications on one server: ${whole.toFixed(0)} ms; half of them ${half.toFixed(0)} ms, ${(whole / half).toFixed(1)} times (linear is 2)`,
);

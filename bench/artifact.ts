// How long reading an artifact takes, as ratios against baselines of the same run. Run with Node 24:
//   node bench/artifact.ts [--folder PUBLISH] [--zip PACKAGE] [--runs N]
// Without a folder or a package of your own, samples are made in the temporary folder.
import { closeSync, mkdtempSync, openSync, readdirSync, readSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readPublishArtifacts } from '../src/artifact/read-artifact.ts';
import { disk } from '../src/hosts/disk.ts';
import type { Disk } from '../src/model/file-tree.ts';
import { writeSampleFolder, writeSampleZip } from './sample-publish.ts';

const { values } = parseArgs({
  options: { folder: { type: 'string' }, zip: { type: 'string' }, runs: { type: 'string', default: '15' } },
});
const runs = Number(values.runs);
const workspace = mkdtempSync(join(tmpdir(), 'iis-preflight-bench-'));

try {
  const folder = values.folder ?? join(workspace, 'publish');
  if (values.folder === undefined) writeSampleFolder(folder, 570, 120_000);
  const zip = values.zip ?? join(workspace, 'publish.zip');
  if (values.zip === undefined) writeSampleZip(zip, 2000, 165_000);
  await measure('folder', folder, 6e6);
  await measure('package', zip, 60e6);
} finally {
  rmSync(workspace, { recursive: true, force: true });
}

interface Range {
  readonly path: string;
  readonly offset: number;
  readonly length: number;
}

async function measure(what: string, path: string, mostBytes: number): Promise<void> {
  const ranges: Range[] = [];
  const [artifact] = await readPublishArtifacts(path, recording(ranges));
  if (artifact === undefined) throw new Error(`${path} was read into no artifact`);
  const bytes = ranges.reduce((sum, { length }) => sum + length, 0);
  const reading = await best(() => readPublishArtifacts(path, disk));
  const replay = await best(() => replayed(ranges));
  const size = statSync(path).isFile() ? statSync(path).size : [...artifact.files.values()].reduce((sum, file) => sum + file.size, 0);
  print(`${what}: ${artifact.files.size} files, ${megabytes(size)} MB`);
  print(
    `  read ${megabytes(bytes)} MB in ${ranges.length} reads (budget ${megabytes(mostBytes)} MB${bytes > mostBytes ? ', EXCEEDED' : ''})`,
  );
  print(`  ${reading.toFixed(1)} ms; ${(reading / replay).toFixed(1)} times reading the same bytes (${replay.toFixed(1)} ms)`);
  if (statSync(path).isFile()) return;
  const listing = await best(() => list(path));
  print(`  ${(reading / listing).toFixed(1)} times listing the folder with sizes (${listing.toFixed(1)} ms)`);
}

/** The disk, with a list of what is read from it. */
function recording(ranges: Range[]): Disk {
  return {
    ...disk,
    async tree(folder, skip) {
      const tree = await disk.tree(folder, skip);
      const sizes = new Map(tree.files.map((file) => [file.path, file.size]));
      return {
        ...tree,
        read: (path, offset, length) => {
          ranges.push({ path: join(folder, path), offset: offset ?? 0, length: length ?? sizes.get(path) ?? 0 });
          return tree.read(path, offset, length);
        },
      };
    },
    async open(path) {
      const file = await disk.open(path);
      return {
        ...file,
        read: (offset, length) => {
          ranges.push({ path, offset, length: Math.min(length, file.size - offset) });
          return file.read(offset, length);
        },
      };
    },
  };
}

function replayed(ranges: readonly Range[]): void {
  for (const { path, offset, length } of ranges) {
    const descriptor = openSync(path, 'r');
    readSync(descriptor, Buffer.allocUnsafe(length), 0, length, offset);
    closeSync(descriptor);
  }
}

function list(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true }))
    if (entry.isFile()) statSync(join(entry.parentPath, entry.name));
}

/** The fastest of the runs, in milliseconds: what disturbs a run only makes it slower. */
async function best(operation: () => unknown): Promise<number> {
  let fastest = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run++) {
    const started = performance.now();
    await operation();
    fastest = Math.min(fastest, performance.now() - started);
  }
  return fastest;
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

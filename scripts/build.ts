// Compiles src to build and bundles it into dist: npm run build [-- --check]
// With --check dist is left alone, and the exit code is 1 when it is not what the sources make, byte for byte.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle, type DistFile, type Loading } from './bundle.ts';
import { declarations } from './declarations.ts';

const entries = { cli: 'hosts/cli/index.js', github: 'hosts/github/index.js', azure: 'hosts/azure/index.js', library: 'index.js' };

/**
 * A step starts with what it needs to see that its inputs are good. The client behind @actions/http-client is half of what @actions/core costs
 * then, and only comments on pull requests need it.
 */
const loading: Readonly<Record<string, Loading>> = {
  github: { later: ['../../check.js', '@actions/github'], unused: ['undici'] },
  azure: { later: ['../../check.js'] },
};

// The ids of modules in a bundle come from their paths below the working directory.
process.chdir(fileURLToPath(new URL('../', import.meta.url)));

compile();
const files: DistFile[] = declarations('library', 'build');
for (const [folder, entry] of Object.entries(entries)) {
  files.push(...(await bundle(folder, `${process.cwd()}/build/${entry}`, loading[folder])));
}

if (process.argv.includes('--check')) {
  const stale = differences();
  for (const line of stale) print(line);
  print(stale.length === 0 ? `dist is what the sources make (${files.length} files)` : 'dist is out of date: npm run build');
  process.exitCode = stale.length === 0 ? 0 : 1;
} else write();

function compile(): void {
  rmSync('build', { recursive: true, force: true });
  const { status } = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json', '--declaration'], {
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(1);
}

function write(): void {
  rmSync('dist', { recursive: true, force: true });
  for (const { path, text, executable } of files) {
    mkdirSync(dirname(`dist/${path}`), { recursive: true });
    writeFileSync(`dist/${path}`, text, { mode: executable ? 0o755 : 0o644 });
  }
  for (const { path, text } of files) if (!path.endsWith('.d.ts')) print(`${String(Buffer.byteLength(text)).padStart(9)} dist/${path}`);
}

function differences(): string[] {
  const expected = new Map(files.map(({ path, text }) => [path, text]));
  const present = readdirSync('dist', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.replaceAll('\\', '/').slice('dist/'.length));
  const extra = present.filter((path) => !expected.has(path)).map((path) => `dist/${path} should not be there`);
  const missing = [...expected.keys()].filter((path) => !present.includes(path)).map((path) => `dist/${path} is missing`);
  const changed = present.filter((path) => expected.has(path) && readFileSync(`dist/${path}`, 'utf8') !== expected.get(path));
  return [...extra, ...missing, ...changed.map((path) => `dist/${path} differs`)];
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

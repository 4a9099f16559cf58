// Brings the published JSON Schemas up to date. Run with Node 24: node scripts/generate-schemas.ts [--check]
// With --check nothing is written, and the exit code is 1 when something is out of date.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { publishedSchemas } from './published-schemas.ts';

const root = new URL('../', import.meta.url);
const check = process.argv.includes('--check');

mkdirSync(new URL('schemas/', root), { recursive: true });
const stale = [...publishedSchemas].filter(([path, text]) => read(path) !== text);
for (const [path, text] of stale) {
  process.stdout.write(`${path}\n`);
  if (!check) writeFileSync(new URL(path, root), text);
}
if (check && stale.length > 0) process.exitCode = 1;

function read(path: string): string | undefined {
  try {
    return readFileSync(new URL(path, root), 'utf8');
  } catch {
    return undefined;
  }
}

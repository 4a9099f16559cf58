import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';

const root = new URL('../', import.meta.url);
const check = process.argv.includes('--check');

/** The text of a file of the project; `undefined` where there is none yet. */
export function currentText(path: string): string | undefined {
  try {
    return readFileSync(new URL(path, root), 'utf8');
  } catch {
    return undefined;
  }
}

/**
 * Brings generated files up to date and prints the paths of those that were not. With --check on the command line nothing is written, and
 * the exit code is 1 when there are any.
 */
export function bringUpToDate(files: ReadonlyMap<string, string>): void {
  const stale = [...files].filter(([path, text]) => currentText(path) !== text);
  for (const [path, text] of stale) {
    process.stdout.write(`${path}\n`);
    if (check) continue;
    const file = new URL(path, root);
    mkdirSync(new URL('./', file), { recursive: true });
    writeFileSync(file, text);
  }
  if (check && stale.length > 0) process.exitCode = 1;
}

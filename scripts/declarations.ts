import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import type { DistFile } from './bundle.ts';

/** The declarations that `index.d.ts` leads to, out of all those that the compiler wrote to `compiled`. Throws where one needs a package. */
export function declarations(folder: string, compiled: string): DistFile[] {
  const found = new Map<string, string>();
  const waiting = ['index.d.ts'];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (found.has(path)) continue;
    const text = readFileSync(`${compiled}/${path}`, 'utf8');
    found.set(path, text);
    for (const [, specifier = ''] of text.matchAll(/^(?:import|export) .* from ['"](.+)['"];$/gm)) {
      if (!specifier.startsWith('.')) throw new Error(`${path}: the declarations need ${specifier}`);
      waiting.push(posix.join(posix.dirname(path), specifier.replace(/\.[jt]s$/, '.d.ts')));
    }
  }
  return [...found].map(([path, text]) => ({ path: `${folder}/${path}`, text, executable: false }));
}

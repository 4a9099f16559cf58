import { realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

/** The folder of the `dotnet` of this machine, links followed; `undefined` where there is none on PATH. */
export function dotnetOnPath(): string | undefined {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    try {
      return dirname(realpathSync(join(folder, 'dotnet')));
    } catch {
      // Not in this folder.
    }
  }
  return undefined;
}

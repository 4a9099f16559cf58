import { fileName, parentPath } from '../windows/paths.ts';
import { type ApplicationFiles, shownName } from './application-files.ts';

/** Bytes kept of one file and of all. A deps.json of a large application has a few MB. */
const largest = { deps: 16 * 1024 * 1024, other: 1024 * 1024, all: 64 * 1024 * 1024 } as const;

export interface StartContents {
  readonly contents: ReadonlyMap<string, Uint8Array>;
  readonly notes: readonly string[];
}

/** The text files the host reads, from the root and from beside what web.config names, and the settings at the root. */
export async function readStartContents(application: ApplicationFiles, named: ReadonlySet<string>): Promise<StartContents> {
  const contents = new Map<string, Uint8Array>();
  const notes: string[] = [];
  let total = 0;
  for (const folder of new Set(['', ...[...named].map(parentPath)])) {
    for (const key of application.inFolder(folder)) {
      if (!isHostFile(key) && !(folder === '' && isSettingsFile(key))) continue;
      const { path, size } = application.files.get(key) ?? { path: key, size: 0 };
      if (size > (key.endsWith('.deps.json') ? largest.deps : largest.other) || total + size > largest.all) {
        notes.push(`${shownName(path)} was not read: it is ${size} bytes long.`);
      } else {
        total += size;
        contents.set(key, await application.read(key));
      }
    }
  }
  return { contents, notes };
}

function isHostFile(key: string): boolean {
  return ['.runtimeconfig.json', '.runtimeconfig.dev.json', '.deps.json'].some((suffix) => key.endsWith(suffix));
}

function isSettingsFile(key: string): boolean {
  return /^appsettings.*\.json$/.test(fileName(key));
}

import type { FileTree } from '../model/file-tree.ts';
import type { ArtifactFile } from '../model/publish-artifact.ts';
import { parentPath, pathKey } from '../windows/paths.ts';

/** The files below one application root of a tree. Keys are `pathKey`s relative to that root. */
export interface ApplicationFiles {
  readonly files: ReadonlyMap<string, ArtifactFile>;
  /** Keys of the files directly in a folder; `''` is the root. */
  inFolder(folder: string): readonly string[];
  /** As `FileTree.read`. A key that is not in `files` is a bug. */
  read(key: string, offset?: number, length?: number): Promise<Uint8Array>;
  /** What is odd about the names themselves, in plain words. */
  readonly notes: readonly string[];
}

/** The files of `tree` below `root` (`''`: all of them) under the names Windows would give them. */
export function applicationFiles(tree: FileTree, root: string): ApplicationFiles {
  const prefix = pathKey(root);
  const files = new Map<string, ArtifactFile>();
  const stored = new Map<string, string>();
  const folders = new Map<string, string[]>();
  const collisions: string[] = [];
  const impossible: string[] = [];
  for (const { path, size } of tree.files) {
    const key = keyBelow(prefix, path);
    if (key === undefined) continue;
    const shown = path.replaceAll('/', '\\').split('\\').filter(isNamed).slice(depth(prefix)).join('\\');
    if (files.has(key)) collisions.push(shown);
    else {
      if (!isPossibleOnWindows(shown)) impossible.push(shown);
      files.set(key, { path: shown, size });
      stored.set(key, path);
      const siblings = folders.get(parentPath(key));
      if (siblings === undefined) folders.set(parentPath(key), [key]);
      else siblings.push(key);
    }
  }
  return {
    files,
    inFolder: (folder) => folders.get(folder) ?? [],
    async read(key, offset, length) {
      const path = stored.get(key);
      if (path === undefined) throw new Error(`${key} is not a file of the application`);
      return tree.read(path, offset, length);
    },
    notes: [
      ...nameNote('Windows ignores case in names and keeps one of two files with the same name', collisions),
      ...nameNote('Windows cannot store a file of this name', impossible),
      ...nameNote('Windows keeps no file and folder of the same name', filesThatAreFolders(files)),
    ],
  };
}

function keyBelow(prefix: string, path: string): string | undefined {
  const key = pathKey(path);
  if (prefix === '') return key;
  return key.startsWith(`${prefix}\\`) ? key.slice(prefix.length + 1) : undefined;
}

function isNamed(segment: string): boolean {
  return segment !== '' && segment !== '.';
}

function depth(key: string): number {
  return key === '' ? 0 : key.split('\\').length;
}

/** Names of devices, whatever extension follows them. */
const deviceName = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?:\.|$)/i;
const longestSegment = 255;

/** Source: learn.microsoft.com/windows/win32/fileio/naming-a-file. */
function isPossibleOnWindows(path: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  if (/[<>:"|?*\u0000-\u001f]|[. ](?:\\|$)/.test(path)) return false;
  return path.split('\\').every((segment) => segment.length <= longestSegment && !deviceName.test(segment));
}

function filesThatAreFolders(files: ReadonlyMap<string, ArtifactFile>): readonly string[] {
  const folders = new Set<string>();
  for (const key of files.keys()) {
    for (let folder = parentPath(key); folder !== '' && !folders.has(folder); folder = parentPath(folder)) folders.add(folder);
  }
  return [...folders].flatMap((folder) => files.get(folder)?.path ?? []);
}

function nameNote(what: string, [first, ...others]: readonly string[]): readonly string[] {
  if (first === undefined) return [];
  const more = others.length > 0 ? ` (and ${others.length} more)` : '';
  return [`${what}: ${shownName(first)}${more}.`];
}

/** A file name for a message: on one line and of bounded length, whatever it is made of. */
export function shownName(name: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is replaced
  const visible = name.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, '?');
  return visible.length > 200 ? `${visible.slice(0, 200)}…` : visible;
}

import {
  closeSync,
  constants,
  type Dirent,
  fstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  realpathSync,
  type Stats,
  statSync,
} from 'node:fs';
import { join, sep } from 'node:path';
import type { Disk, FileTree, LeftOut, RandomAccessFile, TreeFile } from '../model/file-tree.ts';
import { InputError } from '../model/input-error.ts';
import { systemCode, systemReason } from './system-error.ts';

/** More than any publish output or checkout has. Links to folders are counted by themselves, as a few of them can multiply a tree without end. */
const most = { entries: 1_000_000, folderLinks: 5_000, depth: 256 } as const;

/**
 * The disk of this machine. Every failure to read is an `InputError` that names the path.
 * Calls are synchronous inside: a run waits for each of them anyway, and a round trip through the thread pool costs more than the call.
 */
export const disk: Disk = {
  async kind(path) {
    const found = attempt(path, 'a file or folder', () => statOf(path));
    if (found === undefined) return 'absent';
    return found.isDirectory() ? 'folder' : 'file';
  },
  async open(path) {
    return openFile(path);
  },
  async tree(folder, skip = []) {
    return readTree(folder, new Set(skip));
  },
};

/** Runs one file operation and turns the system's error into the one error for unusable input. */
function attempt<T>(path: string, expected: string, operation: () => T): T {
  try {
    return operation();
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError([{ file: path, expected, found: systemReason(error) }]);
  }
}

/** `undefined`: there is nothing, or the path leads through a file. */
function statOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    if (systemCode(error) === 'ENOTDIR') return undefined;
    throw error;
  }
}

/** Opening a pipe would wait for its writer; Windows knows no such flag. */
const openWithoutWaiting = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

function openFile(path: string): RandomAccessFile {
  return attempt(path, 'a readable file', () => {
    const descriptor = openSync(path, openWithoutWaiting);
    const found = fstatSync(descriptor);
    if (!found.isFile()) {
      closeSync(descriptor);
      throw new InputError([{ file: path, expected: 'a readable file', found: found.isDirectory() ? 'a folder' : 'a device or pipe' }]);
    }
    return {
      size: found.size,
      read: async (offset, length) => attempt(path, 'a readable file', () => readRange(descriptor, offset, length)),
      close: async () => closeSync(descriptor),
    };
  });
}

/** `length` bytes from `offset`, fewer at the end of the file. */
function readRange(descriptor: number, offset: number, length: number): Uint8Array {
  const buffer = Buffer.allocUnsafe(length);
  let filled = 0;
  while (filled < length) {
    const count = readSync(descriptor, buffer, filled, length - filled, offset + filled);
    if (count === 0) break;
    filled += count;
  }
  return buffer.subarray(0, filled);
}

function readTree(folder: string, skip: ReadonlySet<string>): FileTree {
  const root = attempt(folder, 'a readable folder', () => realpathSync(folder));
  const walk: TreeWalk = { root, named: folder, skip, files: [], leftOut: [], entries: 0, folderLinks: 0 };
  walkFolder(walk, root, '', new Set([root]));
  const known = new Set(walk.files.map((file) => file.path));
  return {
    name: folder,
    files: walk.files,
    ...(walk.leftOut.length === 0 ? {} : { leftOut: walk.leftOut }),
    async read(path, offset, length) {
      if (!known.has(path)) throw new Error(`${path} is not a file of the tree ${folder}`);
      const full = join(folder, path);
      return attempt(full, 'a readable file', () => {
        if (offset === undefined || length === undefined) return readFileSync(full);
        const descriptor = openSync(full, 'r');
        try {
          return readRange(descriptor, offset, length);
        } finally {
          closeSync(descriptor);
        }
      });
    },
  };
}

interface TreeWalk {
  /** Real path of the tree's root. */
  readonly root: string;
  /** The root as the user named it. */
  readonly named: string;
  readonly skip: ReadonlySet<string>;
  readonly files: TreeFile[];
  readonly leftOut: LeftOut[];
  entries: number;
  folderLinks: number;
}

/** `ancestors`: real paths of the folders on the way here, so that a link back to one of them ends. */
function walkFolder(walk: TreeWalk, folder: string, prefix: string, ancestors: ReadonlySet<string>): void {
  if (ancestors.size > most.depth) throw tooLarge(walk, `folders nested deeper than ${most.depth}`);
  const entries = attempt(join(walk.named, prefix.slice(0, -1)), 'a readable folder', () => readdirSync(folder, { withFileTypes: true }));
  walk.entries += entries.length;
  if (walk.entries > most.entries) throw tooLarge(walk, `more than ${most.entries} entries`);
  for (const entry of entries) {
    if (!walk.skip.has(entry.name) || entry.isFile()) walkEntry(walk, entry, folder, prefix, ancestors);
  }
}

function walkEntry(walk: TreeWalk, entry: Dirent, folder: string, prefix: string, ancestors: ReadonlySet<string>): void {
  const path = prefix + entry.name;
  const full = folder + sep + entry.name;
  if (entry.isSymbolicLink()) followLink(walk, full, path, ancestors);
  else if (entry.isFile()) addFile(walk, path, full);
  else if (!entry.isDirectory()) leaveOut(walk, path, 'it is a pipe, socket or device');
  // U+FFFD stands for bytes that are no text; what has them in its name cannot be asked for.
  else if (entry.name.includes('\ufffd') && statOf(full) === undefined) leaveOut(walk, path, nameless);
  else walkFolder(walk, full, `${path}/`, new Set([...ancestors, full]));
}

const nameless = 'it has gone meanwhile, or its name is no text';

function leaveOut({ leftOut }: TreeWalk, path: string, why: string): void {
  leftOut.push({ path, why });
}

function addFile(walk: TreeWalk, path: string, full: string): void {
  const found = attempt(join(walk.named, path), 'a readable file', () => statSync(full, { throwIfNoEntry: false }));
  if (found?.isFile() === true) walk.files.push({ path, size: found.size });
  else leaveOut(walk, path, nameless);
}

/** A link counts as what it leads to, if that lies in the tree and is not a folder on the way to the link itself. */
function followLink(walk: TreeWalk, link: string, path: string, ancestors: ReadonlySet<string>): void {
  const target = linkTarget(link);
  const found = target === undefined ? undefined : statSync(target, { throwIfNoEntry: false });
  if (target === undefined || found === undefined) leaveOut(walk, path, 'it is a link that leads nowhere');
  else if (target !== walk.root && !target.startsWith(walk.root + sep)) leaveOut(walk, path, 'it is a link out of the folder');
  else if (found.isFile()) addFile(walk, path, target);
  else if (!found.isDirectory()) leaveOut(walk, path, 'it is a link to a pipe, socket or device');
  else if (ancestors.has(target)) leaveOut(walk, path, 'it is a link to a folder that it lies in');
  else {
    walk.folderLinks++;
    if (walk.folderLinks > most.folderLinks) throw tooLarge(walk, `more than ${most.folderLinks} links to folders`);
    walkFolder(walk, target, `${path}/`, new Set([...ancestors, target]));
  }
}

/** `undefined`: the link leads nowhere, or in a circle. */
function linkTarget(link: string): string | undefined {
  try {
    return realpathSync(link);
  } catch {
    return undefined;
  }
}

function tooLarge(walk: TreeWalk, found: string): InputError {
  return new InputError([{ file: walk.named, expected: 'a folder of ordinary size', found }]);
}

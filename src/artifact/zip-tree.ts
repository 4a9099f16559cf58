import type { FileTree, RandomAccessFile } from '../model/file-tree.ts';
import { InputError } from '../model/input-error.ts';
import { shownName } from './application-files.ts';
import { damagedEntry, type EntryData, entryData, entryFile } from './zip-data.ts';
import { readZipEntries, type ZipEntry } from './zip-entries.ts';

/** A ZIP archive as a tree of files. Nothing is unpacked but what is read, and of a large entry its beginning only. */
export interface ZipTree extends FileTree {
  /** What is odd about the archive, in plain words. */
  readonly notes: readonly string[];
  /** A file of it, opened by itself; `undefined` for one that would fill the memory. `path` as in `files`. */
  open(path: string): Promise<RandomAccessFile | undefined>;
}

/** All that is unpacked of one archive, in bytes. Program files shrink to a third; what unpacks to far more is a bomb. */
const mostUnpacked = (size: number): number => Math.min(2 * 1024 * 1024 * 1024, 256 * 1024 * 1024 + 20 * size);

/** From this size on, an archive that unpacks to more than a hundred times its own is worth a word. */
const remarkableSize = 1024 * 1024 * 1024;

/** Opens `file` as a ZIP archive; `name` is what messages call it. Throws `InputError` for one that cannot be used. */
export async function readZipTree(file: RandomAccessFile, name: string): Promise<ZipTree> {
  const entries = await readZipEntries(file, name);
  // Of two entries with one name the first counts, as for `applicationFiles`.
  const byName = new Map(entries.toReversed().map((entry) => [entry.name, entry]));
  let last: EntryData | undefined;
  let unpacked = 0;
  const dataOf = (entry: ZipEntry): EntryData => {
    if (last?.entry !== entry) last = entryData(file, name, entry, count);
    return last;
  };
  const count = (bytes: number): void => {
    unpacked += bytes;
    if (unpacked > mostUnpacked(file.size))
      throw new InputError([{ file: name, expected: 'a package of ordinary size', found: 'one that unpacks without end' }]);
  };
  const entryOf = (path: string): ZipEntry => {
    const entry = byName.get(path);
    if (entry === undefined) throw new Error(`${path} is not an entry of ${name}`);
    return entry;
  };
  return {
    name,
    files: entries.map(({ name: path, size }) => ({ path, size })),
    notes: archiveNotes(entries, file.size),
    open: (path) => entryFile(file, name, entryOf(path)),
    async read(path, offset, length) {
      const entry = entryOf(path);
      if (offset !== undefined && length !== undefined) return dataOf(entry).range(offset, length);
      const bytes = await dataOf(entry).range(0, entry.size);
      if (bytes.length !== entry.size) throw damagedEntry(name, entry, 'more content than is read of one entry');
      return bytes;
    },
  };
}

function archiveNotes(entries: readonly ZipEntry[], size: number): readonly string[] {
  const unpacked = entries.reduce((total, entry) => total + entry.size, 0);
  const links = entries.filter((entry) => entry.isLink);
  const [link] = links;
  const notes: string[] = [];
  if (unpacked > remarkableSize && unpacked > size * 100) {
    notes.push(`The package unpacks to ${Math.round(unpacked / 1024 / 1024)} MB, more than a hundred times its size.`);
  }
  if (link !== undefined) {
    const more = links.length > 1 ? ` and ${links.length - 1} more are links` : ' is a link';
    notes.push(`${shownName(link.name)}${more}; Windows unpacks a link as a small text file.`);
  }
  return notes;
}

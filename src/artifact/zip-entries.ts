import yauzl from 'yauzl';
import type { RandomAccessFile } from '../model/file-tree.ts';
import { InputError, type InputProblem } from '../model/input-error.ts';
import { shownName } from './application-files.ts';

/** One file of an archive, from its central directory. Folders are left out. */
export interface ZipEntry {
  /** As stored; the separator may be `/` or `\`. */
  readonly name: string;
  readonly compressedSize: number;
  readonly size: number;
  readonly crc32: number;
  readonly method: 'stored' | 'deflated' | { readonly unsupported: number };
  /** A link of a Unix archiver; its content is the target's path. */
  readonly isLink: boolean;
  /** Bytes from the start of the archive. */
  readonly headerOffset: number;
}

const mostEntries = 200_000;
const mostProblems = 10;
const localHeaderLength = 30;

/** The central directory is read through windows of this length. */
const windowLength = 256 * 1024;

/**
 * Lists an archive without reading its files. What no unpacking tool could use safely is an `InputError` with every problem of its kind:
 * damaged directory, names that lead out of the folder, encrypted entries, entries that share bytes.
 * Format: pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT.
 */
export async function readZipEntries(file: RandomAccessFile, archive: string): Promise<readonly ZipEntry[]> {
  const listed = await listEntries(file, archive);
  const problems = [...listed.flatMap(({ entry, encrypted }) => entryProblems(archive, entry, encrypted)), ...overlaps(archive, listed)];
  if (problems.length > 0) throw new InputError(problems.slice(0, mostProblems));
  return listed.map(({ entry }) => entry).filter(({ name }) => !/[\\/]$/.test(name));
}

interface ListedEntry {
  readonly entry: ZipEntry;
  readonly encrypted: boolean;
  /** Bytes that the entry takes at least, its own header included. */
  readonly length: number;
}

async function listEntries(file: RandomAccessFile, archive: string): Promise<readonly ListedEntry[]> {
  const listed: ListedEntry[] = [];
  try {
    const options = { autoClose: false, decodeStrings: false, validateEntrySizes: true };
    const zip = await yauzl.fromRandomAccessReaderPromise(new ArchiveReader(file), file.size, options);
    if (zip.entryCount > mostEntries) throw new Error(`${zip.entryCount} entries are more than a publish output has`);
    for await (const entry of zip.eachEntry()) listed.push(listEntry(entry));
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError([{ file: archive, expected: 'a ZIP archive', found: refusalInWords(messageOf(error)) }]);
  }
  return listed;
}

/** yauzl looks for the end of an archive first: of any other file it misses that. */
function refusalInWords(message: string): string {
  return message.startsWith('End of central directory record signature not found')
    ? 'a file that is none, or one without its end'
    : shownName(message);
}

function messageOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error);
}

function listEntry(entry: yauzl.Entry): ListedEntry {
  const name = yauzl.getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, true);
  return {
    entry: {
      name,
      compressedSize: entry.compressedSize,
      size: entry.uncompressedSize,
      crc32: entry.crc32,
      method: methodOf(entry.compressionMethod),
      isLink: isUnixLink(entry),
      headerOffset: entry.relativeOffsetOfLocalHeader,
    },
    encrypted: entry.isEncrypted(),
    length: localHeaderLength + entry.fileNameLength + entry.compressedSize,
  };
}

function methodOf(number: number): ZipEntry['method'] {
  if (number === 0) return 'stored';
  return number === 8 ? 'deflated' : { unsupported: number };
}

/** Made on Unix (upper byte 3) with the file type `S_IFLNK` in the upper half of the external attributes. */
function isUnixLink({ versionMadeBy, externalFileAttributes }: yauzl.Entry): boolean {
  return versionMadeBy >>> 8 === 3 && ((externalFileAttributes >>> 16) & 0xf000) === 0xa000;
}

function entryProblems(archive: string, { name }: ZipEntry, encrypted: boolean): readonly InputProblem[] {
  const place = shownName(name);
  const problems: InputProblem[] = [];
  if (name === '' || /^[\\/]|^[a-z]:/i.test(name))
    problems.push({ file: archive, place, expected: 'a name relative to the archive', found: 'an absolute one' });
  if (name.split(/[\\/]/).includes('..'))
    problems.push({ file: archive, place, expected: 'a name inside the archive', found: 'one that leads out of it' });
  if (encrypted) problems.push({ file: archive, place, expected: 'an entry without encryption', found: 'an encrypted one' });
  return problems;
}

/** Entries that share bytes unpack to far more than they take; no archiver writes them. */
function overlaps(archive: string, listed: readonly ListedEntry[]): readonly InputProblem[] {
  const byOffset = listed.toSorted((left, right) => left.entry.headerOffset - right.entry.headerOffset);
  return byOffset.flatMap(({ entry, length }, index) => {
    const next = byOffset[index + 1];
    if (next === undefined || entry.headerOffset + length <= next.entry.headerOffset) return [];
    return [
      {
        file: archive,
        place: shownName(next.entry.name),
        expected: 'bytes of its own',
        found: `bytes that belong to ${shownName(entry.name)}`,
      },
    ];
  });
}

/** Lets yauzl read through the port, a window at a time. */
class ArchiveReader extends yauzl.RandomAccessReader {
  readonly #file: RandomAccessFile;
  #window: { readonly start: number; readonly bytes: Uint8Array } = { start: 0, bytes: new Uint8Array() };

  constructor(file: RandomAccessFile) {
    super();
    this.#file = file;
  }

  override read(buffer: Buffer, offset: number, length: number, position: number, callback: (error: Error | null) => void): void {
    const inside = position - this.#window.start;
    if (inside >= 0 && inside + length <= this.#window.bytes.length) {
      buffer.set(this.#window.bytes.subarray(inside, inside + length), offset);
      callback(null);
      return;
    }
    const wanted = Math.min(Math.max(length, windowLength), Math.max(0, this.#file.size - position));
    this.#file.read(position, wanted).then((bytes) => {
      this.#window = { start: position, bytes };
      if (bytes.length < length) return callback(new Error('the archive is cut off'));
      buffer.set(bytes.subarray(0, length), offset);
      callback(null);
    }, callback);
  }
}

import yauzl from 'yauzl';
import type { RandomAccessFile } from '../model/file-tree.ts';
import { InputError, type InputProblem } from '../model/input-error.ts';
import { shownName } from './application-files.ts';
import { archiveEnd, isDirectory, noArchive } from './zip-end.ts';

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
const headerLength = { local: 30, directory: 46 } as const;
const utf8Flag = 0x800;

/** The central directory is read through windows of this length. */
const windowLength = 256 * 1024;

/**
 * Lists an archive without reading its files. What no unpacking tool could use safely is an `InputError` with every problem of its kind:
 * damaged directory, names that lead out of the folder, encrypted entries, entries that share bytes.
 * Format: pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT.
 */
export async function readZipEntries(file: RandomAccessFile, archive: string): Promise<readonly ZipEntry[]> {
  const listed = await listEntries(file, archive);
  const problems = [...listed.flatMap((one) => entryProblems(archive, one)), ...overlaps(archive, listed)];
  if (problems.length > 0) throw new InputError(problems.slice(0, mostProblems));
  return listed.map(({ entry }) => entry).filter(({ name }) => !/[\\/]$/.test(name));
}

interface ListedEntry {
  readonly entry: ZipEntry;
  readonly encrypted: boolean;
  /** Bytes that the entry takes at least, its own header included. */
  readonly length: number;
  /** Bytes of its line in the directory. */
  readonly directoryLength: number;
}

async function listEntries(file: RandomAccessFile, archive: string): Promise<readonly ListedEntry[]> {
  const { size, directoryOffset } = await archiveEnd(file, archive);
  const listed: ListedEntry[] = [];
  try {
    const options = { autoClose: false, decodeStrings: false, validateEntrySizes: false };
    const zip = await yauzl.fromRandomAccessReaderPromise(new ArchiveReader(file, size), size, options);
    if (zip.entryCount > mostEntries) throw noArchive(archive, `${zip.entryCount} entries, more than a publish output has`);
    for await (const entry of zip.eachEntry()) listed.push(listEntry(entry));
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw noArchive(archive, shownName(messageOf(error)));
  }
  const read = listed.reduce((total, { directoryLength }) => total + directoryLength, 0);
  if (directoryOffset !== undefined && (await isDirectory(file, directoryOffset + read)))
    throw noArchive(archive, `more entries than the ${listed.length} that its end declares`);
  return listed;
}

function messageOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error);
}

function listEntry(entry: yauzl.Entry): ListedEntry {
  return {
    entry: {
      name: nameOf(entry),
      compressedSize: entry.compressedSize,
      size: entry.uncompressedSize,
      crc32: entry.crc32,
      method: methodOf(entry.compressionMethod),
      isLink: isUnixLink(entry),
      headerOffset: entry.relativeOffsetOfLocalHeader,
    },
    encrypted: entry.isEncrypted(),
    length: headerLength.local + entry.fileNameLength + entry.compressedSize,
    directoryLength: headerLength.directory + entry.fileNameLength + entry.extraFieldLength + entry.fileCommentLength,
  };
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Some archivers write UTF-8 without saying so; what is no UTF-8 is in the code page of old ones. */
function nameOf({ fileNameRaw, generalPurposeBitFlag, extraFields }: yauzl.Entry): string {
  const flags = isUtf8(fileNameRaw) ? generalPurposeBitFlag | utf8Flag : generalPurposeBitFlag;
  return yauzl.getFileNameLowLevel(flags, fileNameRaw, extraFields, true);
}

function methodOf(number: number): ZipEntry['method'] {
  if (number === 0) return 'stored';
  return number === 8 ? 'deflated' : { unsupported: number };
}

/** Made on Unix (upper byte 3) with the file type `S_IFLNK` in the upper half of the external attributes. */
function isUnixLink({ versionMadeBy, externalFileAttributes }: yauzl.Entry): boolean {
  return versionMadeBy >>> 8 === 3 && ((externalFileAttributes >>> 16) & 0xf000) === 0xa000;
}

function entryProblems(archive: string, { entry, encrypted }: ListedEntry): readonly InputProblem[] {
  const { name, method, size, compressedSize } = entry;
  const problems: InputProblem[] = [];
  const add = (expected: string, found: string): void => void problems.push({ file: archive, place: shownName(name), expected, found });
  if (name === '' || /^[\\/]|^[a-z]:/i.test(name)) add('a name relative to the archive', 'an absolute one');
  if (name.split(/[\\/]/).includes('..')) add('a name inside the archive', 'one that leads out of it');
  if (encrypted) add('an entry without encryption', 'an encrypted one');
  else if (method === 'stored' && size !== compressedSize)
    add('an entry that can be unpacked', `${compressedSize} stored bytes instead of ${size}`);
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
  readonly #size: number;
  #window: { readonly start: number; readonly bytes: Uint8Array } = { start: 0, bytes: new Uint8Array() };

  constructor(file: RandomAccessFile, size: number) {
    super();
    this.#file = file;
    this.#size = size;
  }

  override read(buffer: Buffer, offset: number, length: number, position: number, callback: (error: Error | null) => void): void {
    const inside = position - this.#window.start;
    if (inside >= 0 && inside + length <= this.#window.bytes.length) {
      buffer.set(this.#window.bytes.subarray(inside, inside + length), offset);
      callback(null);
      return;
    }
    const wanted = Math.min(Math.max(length, windowLength), Math.max(0, this.#size - position));
    this.#file.read(position, wanted).then((bytes) => {
      this.#window = { start: position, bytes };
      if (bytes.length < length) return callback(new Error('the archive is cut off'));
      buffer.set(bytes.subarray(0, length), offset);
      callback(null);
    }, callback);
  }
}

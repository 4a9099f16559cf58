import { constants, crc32, inflateRawSync } from 'node:zlib';
import type { RandomAccessFile } from '../model/file-tree.ts';
import { InputError } from '../model/input-error.ts';
import { shownName } from './application-files.ts';
import type { ZipEntry } from './zip-entries.ts';

/** The content of one entry. A deflated one is unpacked from its beginning, as far as somebody asks. */
export interface EntryData {
  readonly entry: ZipEntry;
  /** Fewer bytes where the entry ends before or the range lies too far behind its beginning. */
  range(offset: number, length: number): Promise<Uint8Array>;
}

/** Stored entries up to this size are read whole, so that their checksum can be compared. */
const smallEntry = 64 * 1024;

/** Of one entry, what lies behind this is as if it were not there: heads are read, not files. */
const mostOfEntry = 64 * 1024 * 1024;

/** Opens one entry. `count` is told the bytes that are unpacked, and may throw. */
export function entryData(file: RandomAccessFile, archive: string, entry: ZipEntry, count: (bytes: number) => void): EntryData {
  let start: number | undefined;
  let packed: Uint8Array = new Uint8Array();
  let bytes: Uint8Array = new Uint8Array();
  const unpackTo = async (from: number, needed: number): Promise<void> => {
    while (bytes.length < needed && packed.length < entry.compressedSize) {
      const length = Math.min(Math.max(atMostPacked(needed), packed.length * 2), entry.compressedSize);
      const more = await file.read(from + packed.length, length - packed.length);
      packed = packed.length === 0 ? more : Buffer.concat([packed, more]);
      const unpacked = inflate(archive, entry, packed);
      count(unpacked?.length ?? mostOfEntry * 2);
      if (unpacked === undefined || more.length === 0) return;
      bytes = unpacked;
    }
  };
  const readStored = async (from: number, offset: number, length: number): Promise<Uint8Array> => {
    if (bytes.length === 0 && (entry.size <= smallEntry || length === entry.size)) bytes = await file.read(from, entry.size);
    if (bytes.length === 0) return file.read(from + offset, length);
    verify(archive, entry, bytes);
    return bytes.subarray(offset, offset + length);
  };
  return {
    entry,
    async range(offset, length) {
      if (typeof entry.method !== 'string') throw unsupportedMethod(archive, entry, entry.method.unsupported);
      start ??= await dataStart(file, archive, entry);
      const end = Math.min(offset + length, entry.size);
      if (entry.method === 'stored') return readStored(start, offset, Math.max(0, end - offset));
      await unpackTo(start, Math.min(end, mostOfEntry));
      return bytes.subarray(offset, end);
    },
  };
}

/**
 * The most compressed data that this much content can come from: what does not compress is stored in blocks of 64 KB with five bytes in
 * front. Hence a bomb unpacks to a thousand times what somebody asks for, and an image is not unpacked to its end for its head.
 */
function atMostPacked(content: number): number {
  return content + Math.ceil(content / 1024) + 64;
}

function verify(archive: string, entry: ZipEntry, bytes: Uint8Array): void {
  if (bytes.length !== entry.size || crc32(bytes) !== entry.crc32) throw damagedEntry(archive, entry, 'content with another checksum');
}

/** A package inside a package is needed whole: its directory stands at its end. In bytes. */
const largestPackage = 256 * 1024 * 1024;

/** One entry as a file of its own, in memory unless it is stored as it is. `undefined`: it is too large for that. */
export async function entryFile(file: RandomAccessFile, archive: string, entry: ZipEntry): Promise<RandomAccessFile | undefined> {
  if (typeof entry.method !== 'string') throw unsupportedMethod(archive, entry, entry.method.unsupported);
  const start = await dataStart(file, archive, entry);
  const close = async (): Promise<void> => {};
  if (entry.method === 'stored') {
    const read = (offset: number, length: number): Promise<Uint8Array> =>
      file.read(start + offset, Math.max(0, Math.min(length, entry.size - offset)));
    return { size: entry.size, read, close };
  }
  if (entry.size > largestPackage || entry.compressedSize > largestPackage) return undefined;
  const bytes = inflate(archive, entry, await file.read(start, entry.compressedSize), largestPackage) ?? new Uint8Array();
  return { size: bytes.length, read: async (offset, length) => bytes.subarray(offset, offset + length), close };
}

/** What the compressed data unpack to so far. `undefined`: more than is read of one entry, yet not more than it declares. */
function inflate(archive: string, entry: ZipEntry, packed: Uint8Array, most = mostOfEntry * 2): Uint8Array | undefined {
  const whole = packed.length >= entry.compressedSize;
  const maxOutputLength = Math.max(1, Math.min(entry.size, most));
  try {
    const bytes = inflateRawSync(packed, { maxOutputLength, finishFlush: whole ? constants.Z_FINISH : constants.Z_SYNC_FLUSH });
    if (whole && bytes.length !== entry.size)
      throw damagedEntry(archive, entry, `content of ${bytes.length} bytes instead of ${entry.size}`);
    if (whole) verify(archive, entry, bytes);
    return bytes;
  } catch (error) {
    if (error instanceof InputError) throw error;
    if (!isTooLarge(error)) throw damagedEntry(archive, entry, 'compressed data that cannot be read');
    if (entry.size <= maxOutputLength) throw damagedEntry(archive, entry, `more content than the ${entry.size} bytes it declares`);
    return undefined;
  }
}

function isTooLarge(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
}

const localHeader = { length: 30, signature: 0x04034b50, nameLengthAt: 26, extraLengthAt: 28 } as const;

/** The data follow the entry's own header, whose name and extra field may be longer than those of the directory. */
async function dataStart(file: RandomAccessFile, archive: string, entry: ZipEntry): Promise<number> {
  const header = Buffer.from(await file.read(entry.headerOffset, localHeader.length));
  if (header.length < localHeader.length || header.readUInt32LE(0) !== localHeader.signature) {
    throw damagedEntry(archive, entry, 'no entry where the directory points to');
  }
  const fields = header.readUInt16LE(localHeader.nameLengthAt) + header.readUInt16LE(localHeader.extraLengthAt);
  const start = entry.headerOffset + localHeader.length + fields;
  if (start + entry.compressedSize > file.size) throw damagedEntry(archive, entry, 'data that lie behind the end of the archive');
  return start;
}

/** Methods of APPNOTE.TXT (4.4.5) that archivers still write. */
const methodNames: ReadonlyMap<number, string> = new Map([
  [9, 'Deflate64'],
  [12, 'BZip2'],
  [14, 'LZMA'],
  [93, 'Zstandard'],
  [95, 'XZ'],
  [98, 'PPMd'],
  [99, 'AES encryption'],
]);

function unsupportedMethod(archive: string, entry: ZipEntry, method: number): InputError {
  const name = methodNames.get(method);
  const found = `compression method ${method}${name === undefined ? '' : ` (${name})`}`;
  return new InputError([{ file: archive, place: shownName(entry.name), expected: 'an entry that is stored or deflated', found }]);
}

/** The error for an entry that no tool could unpack. */
export function damagedEntry(archive: string, entry: ZipEntry, found: string): InputError {
  return new InputError([{ file: archive, place: shownName(entry.name), expected: 'an entry that can be unpacked', found }]);
}

import type { RandomAccessFile } from '../model/file-tree.ts';
import { InputError } from '../model/input-error.ts';

/** The record at the end of an archive that says where its directory lies (APPNOTE.TXT, 4.3.16). */
const endRecord = { length: 22, signature: 0x06054b50, directorySizeAt: 12, directoryOffsetAt: 16, commentLengthAt: 20 } as const;
const longestComment = 0xffff;
const directorySignature = 0x02014b50;
/** Where a field of the record has this, ZIP64 records in front of it have the value. */
const inZip64 = 0xffffffff;

/** An archive within its file. */
export interface ArchiveEnd {
  /** Bytes of the file that belong to the archive. What follows (padding of tapes, a signature) is no business of it. */
  readonly size: number;
  /** Where the directory begins; absent where ZIP64 records say it. */
  readonly directoryOffset?: number;
}

/**
 * Finds the end of the archive in `file`. Throws `InputError` for what is no archive, and for one whose end can be read in two ways, so
 * that tools unpack different things.
 */
export async function archiveEnd(file: RandomAccessFile, archive: string): Promise<ArchiveEnd> {
  const from = Math.max(0, file.size - endRecord.length - longestComment);
  const tail = Buffer.from(await file.read(from, file.size - from));
  const ends = endRecords(tail);
  const [last] = ends;
  if (last === undefined) throw noArchive(archive, (await foreignFormat(file)) ?? misnamed(archive));
  const whole = ends.filter(({ end }) => end === tail.length);
  if (whole.some(({ at }) => at !== last.at)) throw noArchive(archive, 'a second end of the archive in its comment');
  if (last.end > tail.length) throw noArchive(archive, 'an archive that is cut off inside its comment');
  const size = tail.readUInt32LE(last.at + endRecord.directorySizeAt);
  const directoryOffset = tail.readUInt32LE(last.at + endRecord.directoryOffsetAt);
  if (directoryOffset === inZip64 || size === inZip64) return { size: from + last.end };
  const before = from + last.at - size - directoryOffset;
  if (before > 0 && (await isDirectory(file, directoryOffset + before)) && !(await isDirectory(file, directoryOffset))) {
    throw noArchive(archive, `${before} bytes in front of it that its directory does not count, as in a self-extracting archive`);
  }
  return { size: from + last.end, directoryOffset };
}

interface EndRecord {
  readonly at: number;
  /** Behind the comment; beyond the end of the tail where the comment is cut off. */
  readonly end: number;
}

/** Everything in the tail that looks like the record, the last first. */
function endRecords(tail: Buffer): readonly EndRecord[] {
  const found: EndRecord[] = [];
  for (let at = tail.length - endRecord.length; at >= 0; at--) {
    if (tail.readUInt32LE(at) !== endRecord.signature) continue;
    found.push({ at, end: at + endRecord.length + tail.readUInt16LE(at + endRecord.commentLengthAt) });
  }
  return found;
}

/** Whether an entry of a directory begins at `offset`. */
export async function isDirectory(file: RandomAccessFile, offset: number): Promise<boolean> {
  const bytes = Buffer.from(await file.read(offset, 4));
  return bytes.length === 4 && bytes.readUInt32LE(0) === directorySignature;
}

/** What people take for a ZIP archive, by its first bytes. */
const formats: readonly (readonly [name: string, offset: number, bytes: string])[] = [
  ['a 7z archive', 0, '377abcaf271c'],
  ['a RAR archive', 0, '526172211a07'],
  ['a gzip file', 0, '1f8b'],
  ['an xz file', 0, 'fd377a585a00'],
  ['a Zstandard file', 0, '28b52ffd'],
  ['a cabinet file', 0, '4d534346'],
  ['a tar archive', 257, '7573746172'],
];

async function foreignFormat(file: RandomAccessFile): Promise<string | undefined> {
  if (file.size === 0) return 'an empty file';
  const head = Buffer.from(await file.read(0, 512));
  const found = formats.find(([, offset, bytes]) => head.toString('hex', offset, offset + bytes.length / 2) === bytes);
  if (found !== undefined) return found[0];
  const begins = head.toString('latin1', 0, 2) === 'PK';
  return begins ? 'an archive that is cut off: its end with the directory is missing' : undefined;
}

/** What people name instead of the folder of the publish output. */
function misnamed(archive: string): string {
  if (/\.(?:[a-z]+proj|slnx?)$/i.test(archive)) return 'a project or solution; publish it, and name the folder of the output';
  if (/\.(?:dll|exe)$/i.test(archive)) return 'a file of an application; name the folder that it is in';
  return 'a file that is none, or one without its end';
}

export function noArchive(archive: string, found: string): InputError {
  return new InputError([{ file: archive, expected: 'a ZIP archive', found }]);
}

import type { ImageBytes } from './image-bytes.ts';

/**
 * Headers of a Portable Executable.
 * Layout: learn.microsoft.com/windows/win32/debug/pe-format.
 */
export interface PeHeaders {
  readonly machineCode: number;
  readonly bits: 32 | 64;
  readonly isDll: boolean;
  readonly sections: readonly PeSection[];
  readonly directories: readonly DataDirectory[];
}

export interface PeSection {
  readonly name: string;
  readonly virtualAddress: number;
  readonly rawOffset: number;
  readonly rawSize: number;
}

export interface DataDirectory {
  readonly virtualAddress: number;
  readonly size: number;
}

/** Indexes of the data directories that are read. */
export const directoryIndex = { exports: 0, resources: 2, clrHeader: 14 } as const;

/** `why`: what a loader expected and did not find. */
export type PeHeadersOrWhy = PeHeaders | { readonly why: string };

/** The loader takes no image with more sections. */
const mostSections = 96;

/** Reads the headers of a file that begins with `MZ`. */
export async function readPeHeaders(bytes: ImageBytes): Promise<PeHeadersOrWhy> {
  const dos = await bytes.range(0, 64);
  if (dos === undefined) return { why: 'the file ends inside the MS-DOS header' };
  const start = dos.getUint32(0x3c, true);
  const file = await bytes.range(start, 24);
  if (file === undefined) return { why: 'the PE header lies behind the end of the file' };
  if (file.getUint32(0, true) !== 0x00004550) return { why: 'there is no PE signature where the MS-DOS header points to' };
  const sectionCount = file.getUint16(6, true);
  const optionalSize = file.getUint16(20, true);
  const optional = await bytes.range(start + 24, optionalSize);
  const table = await bytes.range(start + 24 + optionalSize, sectionCount * 40);
  if (optional === undefined || table === undefined) return { why: 'the file ends inside the PE headers' };
  const bits = optionalSize >= 96 ? bitsOf(optional.getUint16(0, true)) : undefined;
  if (bits === undefined) return { why: 'the optional header is neither PE32 nor PE32+' };
  if (sectionCount > mostSections) return { why: `${sectionCount} sections are more than the loader takes` };
  const sections = readSections(table, sectionCount);
  const cut = sections.find((section) => section.rawSize > 0 && section.rawOffset + section.rawSize > bytes.size);
  if (cut !== undefined)
    return { why: `the file is cut off: section ${cut.name} ends at byte ${cut.rawOffset + cut.rawSize} of ${bytes.size}` };
  const isDll = (file.getUint16(22, true) & 0x2000) !== 0;
  return { machineCode: file.getUint16(4, true), bits, isDll, sections, directories: readDirectories(optional, bits) };
}

function bitsOf(magic: number): 32 | 64 | undefined {
  if (magic === 0x10b) return 32;
  return magic === 0x20b ? 64 : undefined;
}

function readDirectories(optional: DataView, bits: 32 | 64): readonly DataDirectory[] {
  const countAt = bits === 32 ? 92 : 108;
  if (optional.byteLength < countAt + 4) return [];
  const room = Math.floor((optional.byteLength - countAt - 4) / 8);
  const count = Math.min(optional.getUint32(countAt, true), room, 16);
  return Array.from({ length: count }, (_, index) => {
    const at = countAt + 4 + index * 8;
    return { virtualAddress: optional.getUint32(at, true), size: optional.getUint32(at + 4, true) };
  });
}

function readSections(table: DataView, count: number): readonly PeSection[] {
  return Array.from({ length: count }, (_, index) => {
    const at = index * 40;
    const name = Array.from({ length: 8 }, (_, letter) => table.getUint8(at + letter));
    return {
      name: printable(name),
      virtualAddress: table.getUint32(at + 12, true),
      rawSize: table.getUint32(at + 16, true),
      rawOffset: table.getUint32(at + 20, true),
    };
  });
}

/** Section names go into messages, so anything but printable ASCII becomes `?`. */
function printable(codes: readonly number[]): string {
  const end = codes.indexOf(0);
  return codes
    .slice(0, end < 0 ? codes.length : end)
    .map((code) => (code > 0x20 && code < 0x7f ? String.fromCharCode(code) : '?'))
    .join('');
}

/** The bytes at a relative virtual address, or `undefined` where no section holds them all in the file. */
export async function bytesAt(
  bytes: ImageBytes,
  headers: PeHeaders,
  virtualAddress: number,
  length: number,
): Promise<DataView | undefined> {
  const place = placeOf(headers, virtualAddress);
  return place === undefined || length > place.room ? undefined : bytes.range(place.offset, length);
}

/** Like `bytesAt`, but fewer where the section ends before. */
export async function bytesUpTo(
  bytes: ImageBytes,
  headers: PeHeaders,
  virtualAddress: number,
  most: number,
): Promise<DataView | undefined> {
  const place = placeOf(headers, virtualAddress);
  return place === undefined ? undefined : bytes.range(place.offset, Math.min(most, place.room));
}

/** Where an address lies in the file, and how many bytes of its section follow. */
function placeOf({ sections }: PeHeaders, virtualAddress: number): { readonly offset: number; readonly room: number } | undefined {
  for (const section of sections) {
    const inside = virtualAddress - section.virtualAddress;
    if (inside >= 0 && inside < section.rawSize) return { offset: section.rawOffset + inside, room: section.rawSize - inside };
  }
  return undefined;
}

/** A data directory that is there, or `undefined`. */
export function directory(headers: PeHeaders, index: number): DataDirectory | undefined {
  const found = headers.directories[index];
  return found === undefined || found.virtualAddress === 0 ? undefined : found;
}

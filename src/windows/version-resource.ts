import type { FileVersion } from './file-version.ts';
import type { ImageBytes } from './image-bytes.ts';
import { bytesAt, type DataDirectory, directory, directoryIndex, type PeHeaders } from './pe-headers.ts';

const versionResourceType = 16;
const fixedFileInfoSignature = 0xfeef04bd;
/** `VS_VERSIONINFO` begins with three words, the key `VS_VERSION_INFO` in UTF-16 with its NUL, and padding to 4 bytes. */
const fixedFileInfoOffset = 40;
const mostEntries = 4096;

/**
 * `VS_FIXEDFILEINFO.dwFileVersion` of an image, or `undefined` where it has no readable version resource.
 * Layout: learn.microsoft.com/windows/win32/menurc/vs-versioninfo.
 */
export async function readFileVersion(bytes: ImageBytes, headers: PeHeaders): Promise<FileVersion | undefined> {
  const resources = directory(headers, directoryIndex.resources);
  if (resources === undefined) return undefined;
  // Three levels: type, name, language; the first of each below the type is taken, as an image has one version resource.
  let entry = await entryOf(bytes, headers, resources, 0, versionResourceType);
  for (let level = 0; level < 2 && entry !== undefined; level++) {
    if (!entry.isDirectory) return undefined;
    entry = await entryOf(bytes, headers, resources, entry.offset);
  }
  if (entry === undefined || entry.isDirectory) return undefined;
  const data = await bytesAt(bytes, headers, resources.virtualAddress + entry.offset, 16);
  if (data === undefined) return undefined;
  const info = await bytesAt(bytes, headers, data.getUint32(0, true), fixedFileInfoOffset + 16);
  if (info === undefined || info.getUint32(fixedFileInfoOffset, true) !== fixedFileInfoSignature) return undefined;
  const word = (index: number): number => info.getUint16(fixedFileInfoOffset + 8 + index * 2, true);
  return [word(1), word(0), word(3), word(2)];
}

interface ResourceEntry {
  readonly isDirectory: boolean;
  /** From the start of the resources. */
  readonly offset: number;
}

/** The entry with this id in the resource directory at `offset`, or its first entry. */
async function entryOf(
  bytes: ImageBytes,
  headers: PeHeaders,
  resources: DataDirectory,
  offset: number,
  id?: number,
): Promise<ResourceEntry | undefined> {
  const at = resources.virtualAddress + offset;
  const head = await bytesAt(bytes, headers, at, 16);
  if (head === undefined) return undefined;
  const count = head.getUint16(12, true) + head.getUint16(14, true);
  if (count === 0 || count > mostEntries) return undefined;
  const entries = await bytesAt(bytes, headers, at + 16, count * 8);
  if (entries === undefined) return undefined;
  for (let index = 0; index < count; index++) {
    if (id !== undefined && entries.getUint32(index * 8, true) !== id) continue;
    const value = entries.getUint32(index * 8 + 4, true);
    return { isDirectory: value >= 0x80000000, offset: value & 0x7fffffff };
  }
  return undefined;
}

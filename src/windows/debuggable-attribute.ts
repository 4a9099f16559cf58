import type { ImageBytes } from './image-bytes.ts';
import type { Stream } from './metadata-rows.ts';
import { tableNumber } from './metadata-tables.ts';
import { bytesUpTo, type PeHeaders } from './pe-headers.ts';

/** The tables and names of one module. */
export interface MetadataNames {
  text(offset: number): string | undefined;
  rows(table: number): Promise<readonly (readonly number[])[] | undefined>;
}

const customAttribute = 0x0c;
/** Row 1 of the Assembly table as a HasCustomAttribute index; tags are those of ECMA-335 II.24.2.6. */
const theAssembly = (1 << 5) | 14;
const memberRefTag = 3;
const typeRefTag = 1;
/** `DebuggableAttribute.DebuggingModes.DisableOptimizations`. */
const disableOptimizations = 0x100;

/**
 * Whether the compiler was told to leave optimizations out, as Debug configurations do. `undefined` where the attribute cannot be found or
 * read. Blob: ECMA-335 II.23.3.
 */
export async function isCompiledForDebugging(
  bytes: ImageBytes,
  headers: PeHeaders,
  blobs: Stream | undefined,
  { text, rows }: MetadataNames,
): Promise<boolean | undefined> {
  if (blobs === undefined) return undefined;
  const attributes = (await rows(customAttribute))?.filter(([parent]) => parent === theAssembly) ?? [];
  const members = attributes.length === 0 ? undefined : await rows(tableNumber.memberRef);
  const types = members === undefined ? undefined : await rows(tableNumber.typeRef);
  for (const [, maker = 0, blob = 0] of attributes) {
    const member = (maker & 7) === memberRefTag ? members?.[(maker >>> 3) - 1] : undefined;
    const parent = member?.[0] ?? 0;
    const type = (parent & 7) === typeRefTag ? types?.[(parent >>> 3) - 1] : undefined;
    if (type === undefined || text(type[1] ?? 0) !== 'DebuggableAttribute') continue;
    const value = await bytesUpTo(bytes, headers, blobs.virtualAddress + blob, 7);
    // A length of one byte, the prolog, then the modes; the constructor of two booleans is shorter and of no compiler in use.
    if (value === undefined || value.byteLength < 7 || value.getUint8(0) < 6 || value.getUint16(1, true) !== 1) return undefined;
    return (value.getUint32(3, true) & disableOptimizations) !== 0;
  }
  return undefined;
}

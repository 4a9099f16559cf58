import { type ImageBytes, terminatedText } from './image-bytes.ts';
import { bytesAt, bytesUpTo, directory, directoryIndex, type PeHeaders } from './pe-headers.ts';

/** More than any dll of the start exports; a table that claims more is not read. */
const mostNames = 4096;
const longestName = 256;

/** The names an image exports, in the table's order; `undefined` where it has no export table or the table cannot be read whole. */
export async function readExportNames(bytes: ImageBytes, headers: PeHeaders): Promise<readonly string[] | undefined> {
  const exports = directory(headers, directoryIndex.exports);
  if (exports === undefined) return undefined;
  const table = await bytesAt(bytes, headers, exports.virtualAddress, 40);
  if (table === undefined) return undefined;
  const count = table.getUint32(24, true);
  if (count > mostNames) return undefined;
  const pointers = await bytesAt(bytes, headers, table.getUint32(32, true), count * 4);
  if (pointers === undefined) return count === 0 ? [] : undefined;
  const names: string[] = [];
  for (let index = 0; index < count; index++) {
    const view = await bytesUpTo(bytes, headers, pointers.getUint32(index * 4, true), longestName);
    const name = view === undefined ? undefined : terminatedText(view, 0, longestName);
    if (name === undefined) return undefined;
    names.push(name);
  }
  return names;
}

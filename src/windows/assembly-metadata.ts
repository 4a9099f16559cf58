import type { AssemblyIdentity } from '../model/binary-image.ts';
import type { ClrImage } from './clr-header.ts';
import { isCompiledForDebugging } from './debuggable-attribute.ts';
import { type FileVersion, formatFileVersion } from './file-version.ts';
import { type ImageBytes, terminatedText } from './image-bytes.ts';
import { readLayout, readRows, readStreams } from './metadata-rows.ts';
import { tableNumber } from './metadata-tables.ts';
import { bytesAt, type PeHeaders } from './pe-headers.ts';

/** .NET refuses assembly names of more. */
const longestName = 1024;

/**
 * Name, version and references of an assembly, and which of `memberNames` it refers to in other assemblies.
 * `undefined` where the metadata is damaged, of a kind that compilers do not write, or larger than any application's.
 * Format: ECMA-335 II.24.
 */
export async function readAssembly(
  bytes: ImageBytes,
  headers: PeHeaders,
  clr: ClrImage,
  memberNames: readonly string[],
): Promise<AssemblyIdentity | undefined> {
  const streams = await readStreams(bytes, headers, clr);
  const tables = streams?.get('#~');
  const heap = streams?.get('#Strings');
  if (tables === undefined || heap === undefined) return undefined;
  const layout = await readLayout(bytes, headers, tables);
  const strings = await bytesAt(bytes, headers, heap.virtualAddress, heap.size);
  if (layout === undefined || strings === undefined) return undefined;
  const text = (offset: number): string | undefined => heapText(strings, offset);
  const assemblies = await readRows(bytes, headers, layout, tableNumber.assembly);
  const references = await readRows(bytes, headers, layout, tableNumber.assemblyRef);
  const members = await readRows(bytes, headers, layout, tableNumber.memberRef);
  const assembly = assemblies?.[0];
  if (assembly === undefined || references === undefined || members === undefined) return undefined;
  const name = text(assembly[7] ?? 0);
  if (name === undefined) return undefined;
  const typeNames = { text, rows: (table: number) => readRows(bytes, headers, layout, table) };
  const debugging = await isCompiledForDebugging(bytes, headers, streams?.get('#Blob'), typeNames);
  return {
    name,
    version: versionOf(assembly.slice(1, 5)),
    references: references.map((row) => ({ name: text(row[6] ?? 0) ?? '', version: versionOf(row.slice(0, 4)) })),
    memberReferences: referredTo(strings, members, memberNames),
    ...(debugging === undefined ? {} : { compiledForDebugging: debugging }),
  };
}

function versionOf(parts: readonly number[]): string {
  const [major = 0, minor = 0, build = 0, revision = 0] = parts;
  return formatFileVersion([major, minor, build, revision] satisfies FileVersion);
}

function heapText(strings: DataView, offset: number): string | undefined {
  const latin = terminatedText(strings, offset, longestName);
  // The heap is UTF-8; names of one byte per character are the rule.
  return latin === undefined ? undefined : new TextDecoder().decode(Uint8Array.from(latin, (character) => character.charCodeAt(0)));
}

/** Names are compared at the offsets the rows give, because the heap may fold one name into the tail of another. */
function referredTo(strings: DataView, members: readonly (readonly number[])[], names: readonly string[]): readonly string[] {
  const found = new Set<string>();
  for (const offset of new Set(members.map((row) => row[1] ?? 0))) {
    const name = names.find((candidate) => isAt(strings, offset, candidate));
    if (name !== undefined) found.add(name);
  }
  return [...found].sort();
}

function isAt(strings: DataView, offset: number, name: string): boolean {
  if (offset + name.length >= strings.byteLength) return false;
  for (let at = 0; at < name.length; at++) if (strings.getUint8(offset + at) !== name.charCodeAt(at)) return false;
  return strings.getUint8(offset + name.length) === 0;
}

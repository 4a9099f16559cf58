import type { AssemblyIdentity } from '../model/binary-image.ts';
import type { ClrImage } from './clr-header.ts';
import { type FileVersion, formatFileVersion } from './file-version.ts';
import { type ImageBytes, terminatedText } from './image-bytes.ts';
import { columnWidth, type IndexWidths, tableColumns, tableNumber } from './metadata-tables.ts';
import { bytesAt, bytesUpTo, type PeHeaders } from './pe-headers.ts';

const metadataSignature = 0x424a5342;
/** Real modules have five or six streams and a version text of 12 bytes. */
const rootLength = 1024;
const mostStreams = 16;
/** .NET refuses assembly names of more. */
const longestName = 1024;

interface Stream {
  readonly virtualAddress: number;
  readonly size: number;
}

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
  return {
    name,
    version: versionOf(assembly.slice(1, 5)),
    references: references.map((row) => ({ name: text(row[6] ?? 0) ?? '', version: versionOf(row.slice(0, 4)) })),
    memberReferences: referredTo(strings, members, memberNames),
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

async function readStreams(
  bytes: ImageBytes,
  headers: PeHeaders,
  { metadata }: ClrImage,
): Promise<ReadonlyMap<string, Stream> | undefined> {
  const root = await bytesUpTo(bytes, headers, metadata.virtualAddress, Math.min(rootLength, metadata.size));
  if (root === undefined || root.byteLength < 16 || root.getUint32(0, true) !== metadataSignature) return undefined;
  let at = 16 + root.getUint32(12, true);
  if (at + 4 > root.byteLength) return undefined;
  const count = Math.min(root.getUint16(at + 2, true), mostStreams);
  const streams = new Map<string, Stream>();
  at += 4;
  for (let index = 0; index < count && at + 8 <= root.byteLength; index++) {
    const name = terminatedText(root, at + 8, 32);
    if (name === undefined) return undefined;
    streams.set(name, { virtualAddress: metadata.virtualAddress + root.getUint32(at, true), size: root.getUint32(at + 4, true) });
    at += 8 + Math.ceil((name.length + 1) / 4) * 4;
  }
  return streams;
}

interface TableLayout extends IndexWidths {
  /** Address of the first row of the first table. */
  readonly rowsAt: number;
}

/** The `#~` stream's header (ECMA-335 II.24.2.6). */
async function readLayout(bytes: ImageBytes, headers: PeHeaders, tables: Stream): Promise<TableLayout | undefined> {
  const view = await bytesUpTo(bytes, headers, tables.virtualAddress, 24 + 64 * 4 + 4);
  if (view === undefined || view.byteLength < 24) return undefined;
  const heapSizes = view.getUint8(6);
  const valid = view.getBigUint64(8, true);
  const rows: number[] = [];
  let at = 24;
  for (let table = 0; table < 64; table++) {
    const present = ((valid >> BigInt(table)) & 1n) === 1n;
    if (present && at + 4 > view.byteLength) return undefined;
    rows.push(present ? view.getUint32(at, true) : 0);
    if (present) at += 4;
  }
  const width = (bit: number): 2 | 4 => ((heapSizes & bit) === 0 ? 2 : 4);
  // 0x40: one more word follows the row counts (dotnet/runtime:src/coreclr/md/inc/metamodel.h, `EXTRA_DATA`).
  const extra = (heapSizes & 0x40) === 0 ? 0 : 4;
  return { rows, heaps: { strings: width(1), guid: width(2), blob: width(4) }, rowsAt: tables.virtualAddress + at + extra };
}

/** Every row of a table as its column values; `undefined` where the table does not lie in the image. */
async function readRows(
  bytes: ImageBytes,
  headers: PeHeaders,
  layout: TableLayout,
  wanted: number,
): Promise<readonly (readonly number[])[] | undefined> {
  const count = layout.rows[wanted] ?? 0;
  if (count === 0) return [];
  let address = layout.rowsAt;
  for (let table = 0; table < wanted; table++) address += (layout.rows[table] ?? 0) * sum(widths(table, layout));
  const columns = widths(wanted, layout);
  const rowLength = sum(columns);
  const view = await bytesAt(bytes, headers, address, count * rowLength);
  return view === undefined ? undefined : Array.from({ length: count }, (_, row) => readRow(view, row * rowLength, columns));
}

function widths(table: number, layout: TableLayout): readonly (2 | 4)[] {
  return (tableColumns[table] ?? []).map((column) => columnWidth(column, layout));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function readRow(view: DataView, offset: number, columns: readonly (2 | 4)[]): readonly number[] {
  let at = offset;
  return columns.map((width) => {
    const value = width === 2 ? view.getUint16(at, true) : view.getUint32(at, true);
    at += width;
    return value;
  });
}

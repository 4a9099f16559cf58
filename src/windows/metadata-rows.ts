import type { ClrImage } from './clr-header.ts';
import { type ImageBytes, terminatedText } from './image-bytes.ts';
import { columnWidth, type IndexWidths, tableColumns } from './metadata-tables.ts';
import { bytesAt, bytesUpTo, type PeHeaders } from './pe-headers.ts';

const metadataSignature = 0x424a5342;
/** Real modules have five or six streams and a version text of 12 bytes. */
const rootLength = 1024;
const mostStreams = 16;
/** Large applications refer to some ten thousand members; each row becomes an object. */
const mostRows = 300_000;

/** One stream of the metadata. */
export interface Stream {
  readonly virtualAddress: number;
  readonly size: number;
}

/** The streams of the metadata root by name (ECMA-335 II.24.2.1). */
export async function readStreams(
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

/** Where the rows of a module lie and how wide its indexes are. */
export interface TableLayout extends IndexWidths {
  /** Address of the first row of the first table. */
  readonly rowsAt: number;
}

/** The `#~` stream's header (ECMA-335 II.24.2.6). */
export async function readLayout(bytes: ImageBytes, headers: PeHeaders, tables: Stream): Promise<TableLayout | undefined> {
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

/** Every row of a table as its column values; `undefined` where the table does not lie in the image, or is larger than any application's. */
export async function readRows(
  bytes: ImageBytes,
  headers: PeHeaders,
  layout: TableLayout,
  wanted: number,
): Promise<readonly (readonly number[])[] | undefined> {
  const count = layout.rows[wanted] ?? 0;
  if (count === 0) return [];
  if (count > mostRows) return undefined;
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

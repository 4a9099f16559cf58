import type { SingleFileBundle } from '../model/binary-image.ts';
import type { ImageBytes } from './image-bytes.ts';

/**
 * The list of files at the end of a single-file executable.
 * Layout: dotnet/runtime:src/installer/managed/Microsoft.NET.HostModel/Bundle/Manifest.cs; header versions: 1 since 3.0, 2 since 5.0,
 * 6 since 6.0. Version 2 adds the places of the two JSON files and flags, version 6 a compressed size in each entry.
 */
const knownHeaders: ReadonlySet<number> = new Set([1, 2, 6]);

/** A self-contained bundle lists some 400 files in 30 KB. */
const most = { listBytes: 1024 * 1024, files: 10_000, nameBytes: 4096, runtimeConfig: 1024 * 1024, deps: 16 * 1024 * 1024 } as const;

interface Entry {
  readonly path: string;
  readonly offset: number;
  readonly size: number;
  readonly compressed: boolean;
}

/** The bundle whose header lies at `offset`; `undefined` where it is damaged or of a version that no host writes. */
export async function readSingleFileBundle(bytes: ImageBytes, offset: number): Promise<SingleFileBundle | undefined> {
  const list = await bytes.range(offset, Math.min(bytes.size - offset, most.listBytes));
  if (list === undefined || list.byteLength < 12) return undefined;
  const major = list.getUint32(0, true);
  const entries = knownHeaders.has(major) ? readEntries(list, major) : undefined;
  if (entries === undefined) return undefined;
  const runtimeConfig = await contentOf(bytes, entries, '.runtimeconfig.json', most.runtimeConfig);
  const deps = await contentOf(bytes, entries, '.deps.json', most.deps);
  return {
    headerVersion: major,
    files: entries.map(({ path }) => path),
    ...(runtimeConfig === undefined ? {} : { runtimeConfig }),
    ...(deps === undefined ? {} : { deps }),
  };
}

function readEntries(list: DataView, major: number): readonly Entry[] | undefined {
  const count = list.getInt32(8, true);
  if (count <= 0 || count > most.files) return undefined;
  const id = readName(list, 12);
  if (id === undefined) return undefined;
  const entries: Entry[] = [];
  let at = id.end + (major === 1 ? 0 : 40);
  const fixed = major === 6 ? 25 : 17;
  for (let index = 0; index < count; index++) {
    if (at + fixed > list.byteLength) return undefined;
    const name = readName(list, at + fixed);
    if (name === undefined) return undefined;
    const offset = Number(list.getBigInt64(at, true));
    const size = Number(list.getBigInt64(at + 8, true));
    entries.push({ path: name.text, offset, size, compressed: major === 6 && list.getBigInt64(at + 16, true) !== 0n });
    at = name.end;
  }
  return entries;
}

/** UTF-8 behind its length in one or two bytes of seven bits, as .NET's BinaryWriter puts it. */
function readName(list: DataView, at: number): { readonly text: string; readonly end: number } | undefined {
  if (at + 2 > list.byteLength) return undefined;
  const first = list.getUint8(at);
  const wide = first >= 0x80;
  const length = wide ? (first & 0x7f) | (list.getUint8(at + 1) << 7) : first;
  const start = at + (wide ? 2 : 1);
  if (length > most.nameBytes || start + length > list.byteLength) return undefined;
  const text = new TextDecoder().decode(new Uint8Array(list.buffer, list.byteOffset + start, length));
  return { text, end: start + length };
}

/** Only the host's own JSON files at the top of the bundle are of interest; those are never compressed. */
async function contentOf(bytes: ImageBytes, entries: readonly Entry[], suffix: string, largest: number): Promise<Uint8Array | undefined> {
  const entry = entries.find(({ path }) => path.endsWith(suffix) && !/[\\/]/.test(path));
  if (entry === undefined || entry.compressed || !(entry.size >= 0 && entry.size <= largest)) return undefined;
  const view = await bytes.range(entry.offset, entry.size);
  return view === undefined ? undefined : new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
}

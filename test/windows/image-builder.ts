/** Builds small Portable Executables byte by byte, after the PE format's and ECMA-335's own descriptions. */

export interface AssemblySpec {
  readonly name: string;
  readonly version: readonly [number, number, number, number];
  readonly references?: readonly { readonly name: string; readonly version: readonly [number, number, number, number] }[];
  readonly members?: readonly string[];
  /** Indexes into the heaps take four bytes. */
  readonly wideHeaps?: boolean;
  /** Rows of an empty Property table, so that the coded indexes over it take four bytes. */
  readonly typeRefs?: number;
}

export interface ImageSpec {
  readonly machine?: number;
  readonly bits?: 32 | 64;
  readonly dll?: boolean;
  readonly clr?: { readonly flags: number; readonly readyToRun?: boolean; readonly assembly?: AssemblySpec };
  readonly version?: readonly [number, number, number, number];
  readonly exports?: readonly string[];
  /** Contents of the `.data` section. */
  readonly data?: Uint8Array;
}

export const machines = {
  x86: 0x14c,
  x64: 0x8664,
  arm64: 0xaa64,
  arm: 0x1c4,
  linuxX64: 0x8664 ^ 0x7b79,
  appleArm64: 0xaa64 ^ 0x4644,
} as const;

const textAddress = 0x2000;
const dataAddress = 0x400000;
const resourceAddress = 0x4000000;
const peOffset = 0x80;

/** An image with the wanted parts and nothing else. */
export function buildImage(spec: ImageSpec): Buffer {
  const bits = spec.bits ?? 64;
  const text = textSection(spec);
  const sections = [
    { name: '.text', address: textAddress, bytes: text.bytes },
    ...(spec.data === undefined ? [] : [{ name: '.data', address: dataAddress, bytes: Buffer.from(spec.data) }]),
    ...(spec.version === undefined ? [] : [{ name: '.rsrc', address: resourceAddress, bytes: versionResource(spec.version) }]),
  ];
  const optionalSize = bits === 32 ? 224 : 240;
  const headers = Buffer.alloc(0x400);
  headers.write('MZ', 0, 'ascii');
  headers.writeUInt32LE(peOffset, 0x3c);
  headers.write('PE\0\0', peOffset, 'ascii');
  headers.writeUInt16LE(spec.machine ?? machines.x64, peOffset + 4);
  headers.writeUInt16LE(sections.length, peOffset + 6);
  headers.writeUInt16LE(optionalSize, peOffset + 20);
  headers.writeUInt16LE(spec.dll === true ? 0x2022 : 0x22, peOffset + 22);
  const optional = peOffset + 24;
  headers.writeUInt16LE(bits === 32 ? 0x10b : 0x20b, optional);
  const directories = optional + (bits === 32 ? 96 : 112);
  headers.writeUInt32LE(16, directories - 4);
  writeDirectory(headers, directories, 0, text.exportsAt);
  writeDirectory(headers, directories, 2, spec.version === undefined ? 0 : resourceAddress);
  writeDirectory(headers, directories, 14, text.clrAt);
  let raw = headers.length;
  const parts = [headers];
  sections.forEach(({ name, address, bytes }, index) => {
    const padded = Buffer.concat([bytes, Buffer.alloc((0x200 - (bytes.length % 0x200)) % 0x200)]);
    const at = optional + optionalSize + index * 40;
    headers.write(name, at, 'ascii');
    headers.writeUInt32LE(bytes.length, at + 8);
    headers.writeUInt32LE(address, at + 12);
    headers.writeUInt32LE(padded.length, at + 16);
    headers.writeUInt32LE(raw, at + 20);
    raw += padded.length;
    parts.push(padded);
  });
  return Buffer.concat(parts);
}

function writeDirectory(headers: Buffer, directories: number, index: number, address: number): void {
  headers.writeUInt32LE(address, directories + index * 8);
  headers.writeUInt32LE(address === 0 ? 0 : 0x48, directories + index * 8 + 4);
}

/** CLR header, ReadyToRun signature, metadata and export table, in this order. */
function textSection(spec: ImageSpec): { readonly bytes: Buffer; readonly clrAt: number; readonly exportsAt: number } {
  const clr = Buffer.alloc(spec.clr === undefined ? 0 : 72);
  const readyToRun = Buffer.from(spec.clr?.readyToRun === true ? 'RTR\0' : '', 'ascii');
  const metadata = spec.clr?.assembly === undefined ? Buffer.alloc(0) : metadataOf(spec.clr.assembly);
  const metadataAt = textAddress + clr.length + readyToRun.length;
  if (spec.clr !== undefined) {
    clr.writeUInt32LE(72, 0);
    clr.writeUInt32LE(metadata.length === 0 ? 0 : metadataAt, 8);
    clr.writeUInt32LE(metadata.length, 12);
    clr.writeUInt32LE(spec.clr.flags, 16);
    clr.writeUInt32LE(readyToRun.length === 0 ? 0 : textAddress + clr.length, 64);
    clr.writeUInt32LE(readyToRun.length, 68);
  }
  const exportsAt = metadataAt + metadata.length;
  const exports = spec.exports === undefined ? Buffer.alloc(0) : exportTable(exportsAt, spec.exports);
  const bytes = Buffer.concat([clr, readyToRun, metadata, exports, Buffer.alloc(16)]);
  return { bytes, clrAt: spec.clr === undefined ? 0 : textAddress, exportsAt: spec.exports === undefined ? 0 : exportsAt };
}

function exportTable(address: number, names: readonly string[]): Buffer {
  const table = Buffer.alloc(40 + names.length * 4);
  table.writeUInt32LE(names.length, 24);
  table.writeUInt32LE(address + 40, 32);
  const texts: Buffer[] = [];
  let at = table.length;
  names.forEach((name, index) => {
    table.writeUInt32LE(address + at, 40 + index * 4);
    texts.push(Buffer.from(`${name}\0`, 'ascii'));
    at += name.length + 1;
  });
  return Buffer.concat([table, ...texts]);
}

/** Type 16, name 1, language 1033, then VS_VERSIONINFO with its VS_FIXEDFILEINFO. */
function versionResource([major, minor, build, revision]: readonly [number, number, number, number]): Buffer {
  const bytes = Buffer.alloc(0x58 + 92);
  [16, 1, 1033].forEach((id, level) => {
    const at = level * 24;
    bytes.writeUInt16LE(1, at + 14);
    bytes.writeUInt32LE(id, at + 16);
    bytes.writeUInt32LE(level === 2 ? 0x48 : at + 24 + 0x80000000, at + 20);
  });
  bytes.writeUInt32LE(resourceAddress + 0x58, 0x48);
  bytes.writeUInt32LE(92, 0x4c);
  const info = 0x58;
  bytes.writeUInt16LE(92, info);
  bytes.writeUInt16LE(52, info + 2);
  bytes.write('VS_VERSION_INFO', info + 6, 'utf16le');
  bytes.writeUInt32LE(0xfeef04bd, info + 40);
  bytes.writeUInt32LE(((major << 16) | minor) >>> 0, info + 48);
  bytes.writeUInt32LE(((build << 16) | revision) >>> 0, info + 52);
  return bytes;
}

function metadataOf(spec: AssemblySpec): Buffer {
  const heap: Buffer[] = [Buffer.from([0])];
  let heapLength = 1;
  const text = (value: string): number => {
    const at = heapLength;
    heap.push(Buffer.from(`${value}\0`, 'utf8'));
    heapLength += Buffer.byteLength(value) + 1;
    return at;
  };
  const wide = spec.wideHeaps === true;
  const index = (value: number): Buffer => (wide ? uint32(value) : uint16(value));
  const typeRefs = spec.typeRefs ?? 1;
  const references = spec.references ?? [];
  const members = spec.members ?? [];
  // MemberRefParent counts TypeRef rows with three tag bits.
  const parent = typeRefs < 2 ** 13 ? uint16((1 << 3) | 1) : uint32((1 << 3) | 1);
  const rows = [
    Buffer.concat([uint16(0), index(text(`${spec.name}.dll`)), index(1), index(0), index(0)]),
    Buffer.concat(Array.from({ length: typeRefs }, () => Buffer.concat([uint16(6), index(0), index(0)]))),
    Buffer.concat(members.map((member) => Buffer.concat([parent, index(text(member)), index(0)]))),
    Buffer.concat([uint32(0x8004), versionWords(spec.version), uint32(0), index(0), index(text(spec.name)), index(0)]),
    Buffer.concat(
      references.map(({ name, version }) =>
        Buffer.concat([versionWords(version), uint32(0), index(0), index(text(name)), index(0), index(0)]),
      ),
    ),
  ];
  const counts: readonly (readonly [number, number])[] = [
    [0x00, 1],
    [0x01, typeRefs],
    [0x0a, members.length],
    [0x20, 1],
    [0x23, references.length],
  ];
  const present = counts.filter(([, count]) => count > 0);
  const valid = Buffer.alloc(8);
  valid.writeBigUInt64LE(present.reduce((bits, [table]) => bits | (1n << BigInt(table)), 0n));
  const tables = padded([
    uint32(0),
    Buffer.from([2, 0, wide ? 7 : 0, 1]),
    valid,
    Buffer.alloc(8),
    ...present.map(([, count]) => uint32(count)),
    ...rows,
  ]);
  const strings = padded(heap);
  const version = Buffer.from('v4.0.30319\0\0', 'ascii');
  const headerLength = 16 + version.length + 4 + (8 + 4) + (8 + 12);
  return Buffer.concat([
    uint32(0x424a5342),
    uint16(1),
    uint16(1),
    uint32(0),
    uint32(version.length),
    version,
    uint16(0),
    uint16(2),
    ...[uint32(headerLength), uint32(tables.length), Buffer.from('#~\0\0', 'ascii')],
    ...[uint32(headerLength + tables.length), uint32(strings.length), Buffer.from('#Strings\0\0\0\0', 'ascii')],
    tables,
    strings,
  ]);
}

function versionWords(version: readonly number[]): Buffer {
  return Buffer.concat(version.map(uint16));
}

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function padded(parts: readonly Buffer[]): Buffer {
  const bytes = Buffer.concat(parts);
  return Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);
}

/** `.data` of an apphost: the bundle header's offset, the marker, then the slot of 1025 bytes with the name. */
export function appHostData({ slot, bundleOffset = 0n, marker = true }: AppHostSpec): Buffer {
  const head = Buffer.alloc(72, 0);
  head.fill(0xab, 8, 24);
  const offset = Buffer.alloc(8);
  offset.writeBigUInt64LE(bundleOffset);
  const signature = Buffer.from('8b1202b96a612038727b930214d7a03213f5b9e6efae3318ee3b2dce24b36aae', 'hex');
  const name = Buffer.alloc(1025);
  name.write(slot, 'utf8');
  return Buffer.concat([head, ...(marker ? [offset, signature] : []), name, Buffer.from('tail\0', 'ascii')]);
}

export interface AppHostSpec {
  readonly slot: string;
  readonly bundleOffset?: bigint;
  /** Hosts before 3.0 have no bundle marker. */
  readonly marker?: boolean;
}

/** One file of a bundle; `compressed` only says that it is. */
export interface BundledFile {
  readonly path: string;
  readonly content: string;
  readonly compressed?: boolean;
}

/**
 * A single-file executable of x64: the files follow the image, and their list follows the files.
 * After dotnet/runtime:src/installer/managed/Microsoft.NET.HostModel/Bundle/Manifest.cs.
 */
export function buildSingleFile(files: readonly BundledFile[], header: 1 | 2 | 6 = 6, spec: ImageSpec = {}): Buffer {
  const imageLength = buildImage({ ...spec, data: appHostData({ slot: 'App.dll' }) }).length;
  const contents = files.map(({ content }) => Buffer.from(content, 'utf8'));
  const listAt = imageLength + contents.reduce((total, { length }) => total + length, 0);
  let at = imageLength;
  const entries = files.map(({ path, compressed }, index) => {
    const length = contents[index]?.length ?? 0;
    const numbers = header === 6 ? [at, length, compressed === true ? length : 0] : [at, length];
    at += length;
    return Buffer.concat([...numbers.map(int64), Buffer.from([0]), prefixed(path)]);
  });
  const head = Buffer.concat([uint32(header), uint32(0), uint32(files.length), prefixed('bundle-id')]);
  const places = Buffer.alloc(header === 1 ? 0 : 40);
  const image = buildImage({ ...spec, data: appHostData({ slot: 'App.dll', bundleOffset: BigInt(listAt) }) });
  return Buffer.concat([image, ...contents, head, places, ...entries]);
}

function int64(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigInt64LE(BigInt(value));
  return bytes;
}

function prefixed(text: string): Buffer {
  const bytes = Buffer.from(text, 'utf8');
  const length = bytes.length < 0x80 ? [bytes.length] : [(bytes.length & 0x7f) | 0x80, bytes.length >> 7];
  return Buffer.concat([Buffer.from(length), bytes]);
}

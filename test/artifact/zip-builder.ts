import { crc32, deflateRawSync } from 'node:zlib';
import type { RandomAccessFile } from '../../src/model/file-tree.ts';

/** One entry of an archive that is written byte by byte, so that every field can lie. */
export interface EntrySpec {
  readonly name: string | Buffer;
  readonly content?: Uint8Array | string;
  readonly stored?: boolean;
  /** General purpose flags; bit 0 encrypted, bit 11 UTF-8. */
  readonly flags?: number;
  readonly method?: number;
  readonly declaredSize?: number;
  readonly declaredCrc?: number;
  readonly versionMadeBy?: number;
  readonly externalAttributes?: number;
  /** Instead of the true place of the entry's header. */
  readonly headerOffset?: number;
  /** Compressed data instead of those of `content`. */
  readonly packed?: Uint8Array;
}

export function buildZip(entries: readonly EntrySpec[], trailer: Uint8Array = Buffer.alloc(0)): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const spec of entries) {
    const name = typeof spec.name === 'string' ? Buffer.from(spec.name, 'utf8') : spec.name;
    const content = Buffer.from(spec.content ?? '');
    const packed = Buffer.from(spec.packed ?? (spec.stored === true ? content : deflateRawSync(content)));
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(spec.flags ?? 0x800, 2);
    fields.writeUInt16LE(spec.method ?? (spec.stored === true ? 0 : 8), 4);
    fields.writeUInt32LE(spec.declaredCrc ?? crc32(content), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(spec.declaredSize ?? content.length, 18);
    fields.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fields, name, packed]);
    const central = Buffer.alloc(46);
    central.write('PK\x01\x02', 0, 'latin1');
    central.writeUInt16LE(spec.versionMadeBy ?? 20, 4);
    fields.copy(central, 6);
    central.writeUInt32LE(spec.externalAttributes ?? 0, 38);
    central.writeUInt32LE(spec.headerOffset ?? offset, 42);
    parts.push(local);
    directory.push(Buffer.concat([central, name]));
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, central, end, trailer]);
}

/** Files to entries, each deflated. */
export function entriesOf(files: Readonly<Record<string, Uint8Array | string>>): EntrySpec[] {
  return Object.entries(files).map(([name, content]) => ({ name, content }));
}

/** A file that exists in memory only, with a count of the bytes read. */
export function memoryFile(bytes: Uint8Array): RandomAccessFile & { bytesRead: number } {
  return {
    bytesRead: 0,
    size: bytes.length,
    async read(offset, length) {
      const part = bytes.subarray(offset, offset + length);
      this.bytesRead += part.length;
      return part;
    },
    async close() {},
  };
}

import type { BinaryImage, Machine, PeImage } from '../model/binary-image.ts';
import { readAppHost } from './apphost-binding.ts';
import { readAssembly } from './assembly-metadata.ts';
import { readClrHeader } from './clr-header.ts';
import { readExportNames } from './export-table.ts';
import { formatFileVersion } from './file-version.ts';
import { type ImageBytes, imageBytes, type ReadBytes } from './image-bytes.ts';
import { readPeHeaders } from './pe-headers.ts';
import { readFileVersion } from './version-resource.ts';

/** What to read besides the headers. */
export interface WantedFacts {
  readonly fileVersion?: boolean;
  readonly exports?: boolean;
  readonly appHost?: boolean;
  /** Assembly identity and references; of member references only these names are looked for. */
  readonly assembly?: { readonly memberNames: readonly string[] };
}

/**
 * What the first bytes of a file say it is, and the wanted facts of a PE image. Reads heads, not files.
 * Damaged input of any kind gives a result, with the facts that cannot be read left out; only `read` itself may throw.
 */
export async function readBinaryImage(read: ReadBytes, size: number, want: WantedFacts = {}): Promise<BinaryImage> {
  if (size === 0) return { format: 'empty' };
  const bytes = imageBytes(read, size);
  const head = await bytes.range(0, Math.min(size, 64));
  if (head === undefined) return { format: 'not-an-image', why: 'the file cannot be read to its end' };
  if (size < 4) return { format: 'not-an-image', why: 'the file is shorter than any executable image' };
  const magic = head.getUint32(0, false);
  if (magic === 0x7f454c46) return { format: 'elf', machine: elfMachine(head) };
  if (machOMagics.has(magic)) return { format: 'mach-o' };
  if (magic >>> 16 !== 0x4d5a) return { format: 'not-an-image', why: 'the file does not begin with MZ' };
  return readPeImage(bytes, want);
}

/** 32 and 64 bits in both byte orders, and the universal header. */
const machOMagics: ReadonlySet<number> = new Set([0xfeedface, 0xfeedfacf, 0xcefaedfe, 0xcffaedfe, 0xcafebabe, 0xcafebabf]);

const elfMachines: ReadonlyMap<number, Machine> = new Map([
  [3, 'x86'],
  [40, 'arm'],
  [62, 'x64'],
  [183, 'arm64'],
]);

/** `e_machine`, in the byte order that `e_ident` names. */
function elfMachine(head: DataView): Machine {
  if (head.byteLength < 20) return 'other';
  return elfMachines.get(head.getUint16(18, head.getUint8(5) !== 2)) ?? 'other';
}

const peMachines: ReadonlyMap<number, Machine> = new Map([
  [0x014c, 'x86'],
  [0x8664, 'x64'],
  [0xaa64, 'arm64'],
  [0x01c4, 'arm'],
]);

/** ReadyToRun images for other systems have their machine xor-ed (dotnet/runtime:src/coreclr/inc/pedecoder.h, `IMAGE_FILE_MACHINE_NATIVE_OS_OVERRIDE`). */
const linuxOverride = 0x7b79;

function peMachine(code: number): Machine {
  return peMachines.get(code) ?? (peMachines.has(code ^ linuxOverride) ? 'linux' : 'other');
}

async function readPeImage(bytes: ImageBytes, want: WantedFacts): Promise<BinaryImage> {
  const headers = await readPeHeaders(bytes);
  if ('why' in headers) return { format: 'not-an-image', why: headers.why };
  const clr = await readClrHeader(bytes, headers);
  if (clr === 'unreadable') return { format: 'not-an-image', why: 'the CLR header lies outside the file' };
  const image: PeImage = {
    format: 'pe',
    machine: peMachine(headers.machineCode),
    machineCode: headers.machineCode,
    bits: headers.bits,
    isDll: headers.isDll,
    ...(clr === undefined ? {} : { clr: clr.header }),
  };
  const version = want.fileVersion === true ? await readFileVersion(bytes, headers) : undefined;
  const exports = want.exports === true && clr === undefined ? await readExportNames(bytes, headers) : undefined;
  const appHost = want.appHost === true && clr === undefined && !headers.isDll ? await readAppHost(bytes, headers, exports) : undefined;
  const assembly =
    want.assembly === undefined || clr === undefined ? undefined : await readAssembly(bytes, headers, clr, want.assembly.memberNames);
  return {
    ...image,
    ...(version === undefined ? {} : { fileVersion: formatFileVersion(version) }),
    ...(exports === undefined ? {} : { exports }),
    ...(assembly === undefined ? {} : { assembly }),
    ...(appHost === undefined ? {} : { appHost }),
  };
}

import type { ClrHeader } from '../model/binary-image.ts';
import type { ImageBytes } from './image-bytes.ts';
import { bytesAt, type DataDirectory, directory, directoryIndex, type PeHeaders } from './pe-headers.ts';

/** The CLR header (ECMA-335 II.25.3.3) with the place of the metadata. */
export interface ClrImage {
  readonly header: ClrHeader;
  readonly metadata: DataDirectory;
}

const headerLength = 72;
/** ECMA-335 II.25.3.3.1; 32BITPREFERRED came with .NET Framework 4.5 (dotnet/runtime:src/coreclr/inc/corhdr.h). */
const flags = { ilOnly: 0x1, require32Bit: 0x2, prefer32Bit: 0x20000 } as const;
/** "RTR", the signature of dotnet/runtime:src/coreclr/inc/readytorun.h. */
const readyToRunSignature = 0x00525452;

/** `undefined` for a native image; `unreadable` where the header is announced and cannot be read. */
export async function readClrHeader(bytes: ImageBytes, headers: PeHeaders): Promise<ClrImage | 'unreadable' | undefined> {
  const clr = directory(headers, directoryIndex.clrHeader);
  if (clr === undefined) return undefined;
  const view = await bytesAt(bytes, headers, clr.virtualAddress, headerLength);
  if (view === undefined || view.getUint32(0, true) < headerLength) return 'unreadable';
  const word = view.getUint32(16, true);
  const prefers32Bit = (word & flags.prefer32Bit) !== 0;
  return {
    header: {
      ilOnly: (word & flags.ilOnly) !== 0,
      requires32Bit: (word & flags.require32Bit) !== 0 && !prefers32Bit,
      prefers32Bit,
      readyToRun: await hasReadyToRunHeader(bytes, headers, { virtualAddress: view.getUint32(64, true), size: view.getUint32(68, true) }),
    },
    metadata: { virtualAddress: view.getUint32(8, true), size: view.getUint32(12, true) },
  };
}

async function hasReadyToRunHeader(bytes: ImageBytes, headers: PeHeaders, native: DataDirectory): Promise<boolean> {
  if (native.virtualAddress === 0 || native.size < 4) return false;
  const signature = await bytesAt(bytes, headers, native.virtualAddress, 4);
  return signature?.getUint32(0, true) === readyToRunSignature;
}

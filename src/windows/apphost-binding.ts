import type { AppHost } from '../model/binary-image.ts';
import type { ImageBytes } from './image-bytes.ts';
import type { PeHeaders } from './pe-headers.ts';
import { readSingleFileBundle } from './single-file-bundle.ts';

/**
 * What the SDK stamps into an apphost, all of it in initialised data: the name of the dll it starts, over a placeholder that is the
 * SHA-256 of "foobar" in hexadecimal, padded with NULs; and, before a 32-byte marker, the offset of a single-file bundle's header, 0 for none.
 * Source: dotnet/runtime:src/installer/managed/Microsoft.NET.HostModel/AppHost/HostWriter.cs; the slot is the array `embed` of
 * dotnet/runtime:src/native/corehost/corehost.cpp.
 */
export const unboundPlaceholder = 'c3ab8ff13720e8ad9047dd39466b3c8974e592c2fa383d4a3960714caef0c4f2';
const bundleMarker = Buffer.from('8b1202b96a61203872' + '7b930214d7a03213f5b9e6efae3318ee3b2dce24b36aae', 'hex');

/** The name is padded to at least the placeholder's length and a NUL, which sets it apart from other texts that end in `.dll`. */
const shortestSlot = unboundPlaceholder.length + 1;
const longestBinding = 1024;

/** `.data` of a single-file host with the runtime linked in is 21 KB; more than this is not an apphost. */
const mostData = 1024 * 1024;

/**
 * What an executable is bound to; `undefined` where nothing says that it is an apphost. `exports` are its own: a host with the runtime
 * linked in exports `DotNetRuntimeInfo` (dotnet/runtime:src/native/corehost/apphost/static), and its bundle is nobody else's business.
 */
export async function readAppHost(
  bytes: ImageBytes,
  headers: PeHeaders,
  exports: readonly string[] | undefined,
): Promise<AppHost | undefined> {
  for (const section of headers.sections) {
    if (section.name !== '.data' || section.rawSize === 0 || section.rawSize > mostData) continue;
    const view = await bytes.range(section.rawOffset, section.rawSize);
    const found = view === undefined ? undefined : appHostIn(Buffer.from(view.buffer, view.byteOffset, view.byteLength), bytes.size);
    if (found === undefined) continue;
    const { boundDll, unbound, bundleAt } = found;
    const hasOwnRuntime = exports?.includes('DotNetRuntimeInfo') === true;
    const bundled = bundleAt === undefined || hasOwnRuntime ? undefined : await readSingleFileBundle(bytes, bundleAt);
    return {
      bundle: bundleAt !== undefined,
      ...(boundDll === undefined ? {} : { boundDll }),
      ...(unbound ? { unbound } : {}),
      ...(bundled === undefined ? {} : { bundled }),
    };
  }
  return undefined;
}

interface Stamp {
  readonly boundDll: string | undefined;
  readonly unbound: boolean;
  /** Offset of the bundle's header; `undefined` without a bundle. */
  readonly bundleAt: number | undefined;
}

function appHostIn(data: Buffer, imageSize: number): Stamp | undefined {
  const marker = data.indexOf(bundleMarker);
  const boundDll = boundName(data, marker < 0 ? 0 : marker + bundleMarker.length);
  const unbound = boundDll === undefined && data.includes(unboundPlaceholder);
  if (marker < 0 && boundDll === undefined && !unbound) return undefined;
  const header = marker >= 8 ? data.readBigUInt64LE(marker - 8) : 0n;
  return { boundDll, unbound, bundleAt: header !== 0n && header < BigInt(imageSize) ? Number(header) : undefined };
}

/** The first text that ends in `.dll` and fills a slot of the placeholder's length. No name reaches back over `markerEnd`. */
function boundName(data: Buffer, markerEnd: number): string | undefined {
  for (let end = data.indexOf('.dll\0', 0, 'latin1'); end >= 0; end = data.indexOf('.dll\0', end + 1, 'latin1')) {
    const afterNul = data.lastIndexOf(0, end) + 1;
    const start = markerEnd <= end ? Math.max(afterNul, markerEnd) : afterNul;
    const text = data.subarray(start, end + 4);
    if (text.length > longestBinding || start + shortestSlot > data.length) continue;
    const padding = data.subarray(end + 4, Math.max(end + 5, start + shortestSlot));
    if (padding.every((byte) => byte === 0)) return text.toString('utf8');
  }
  return undefined;
}

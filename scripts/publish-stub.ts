import { isDeepStrictEqual } from 'node:util';
import type { BinaryImage, PeImage } from '../src/model/binary-image.ts';
import { readBinaryImage, type WantedFacts } from '../src/windows/pe-image.ts';
import { type AssemblySpec, appHostData, buildImage, buildSingleFile, type ImageSpec } from '../test/windows/image-builder.ts';

/** Everything that is read of any image, as src/artifact/start-images.ts and promised-images.ts ask. */
const everything: WantedFacts = {
  fileVersion: true,
  exports: true,
  appHost: true,
  assembly: {
    memberNames: ['CreateSlimBuilder', 'CreateEmptyBuilder', 'UseIIS', 'UseIISIntegration', 'CreateBuilder', 'CreateDefaultBuilder'],
  },
};

const factsOf = (bytes: Buffer, wanted: WantedFacts): Promise<BinaryImage> =>
  readBinaryImage(async (offset, length) => bytes.subarray(offset, offset + length), bytes.length, wanted);

type Four = readonly [number, number, number, number];

function four(version: string): Four {
  const [a = 0, b = 0, c = 0, d = 0] = version.split('.').map(Number);
  return [a, b, c, d];
}

function assemblySpec({ assembly }: PeImage): AssemblySpec | undefined {
  if (assembly === undefined) return undefined;
  return {
    name: assembly.name,
    version: four(assembly.version),
    references: assembly.references.map(({ name, version }) => ({ name, version: four(version) })),
    members: assembly.memberReferences,
  };
}

/** CorFlags of ECMA-335 II.25.3.3.1. */
const corFlags = ({ ilOnly, requires32Bit, prefers32Bit }: NonNullable<PeImage['clr']>): number =>
  (ilOnly ? 1 : 0) | (requires32Bit || prefers32Bit ? 2 : 0) | (prefers32Bit ? 0x20000 : 0);

function imageSpec(image: PeImage): ImageSpec {
  const assembly = assemblySpec(image);
  return {
    machine: image.machineCode,
    bits: image.bits,
    dll: image.isDll,
    ...(image.fileVersion === undefined ? {} : { version: four(image.fileVersion) }),
    ...(image.exports === undefined ? {} : { exports: image.exports }),
    ...(image.clr === undefined
      ? {}
      : { clr: { flags: corFlags(image.clr), readyToRun: image.clr.readyToRun, ...(assembly === undefined ? {} : { assembly }) } }),
    ...(image.appHost === undefined ? {} : { data: appHostData({ slot: image.appHost.boundDll ?? 'not-bound' }) }),
  };
}

const text = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

/** A bundle with the same list of files; only the two JSON files that the host reads keep their content. */
function singleFile(image: PeImage, spec: ImageSpec): Buffer {
  const bundled = image.appHost?.bundled;
  const files = (bundled?.files ?? ['App.dll']).map((path) => {
    const content = path.endsWith('.runtimeconfig.json') ? bundled?.runtimeConfig : path.endsWith('.deps.json') ? bundled?.deps : undefined;
    return { path, content: content === undefined ? '' : text(content) };
  });
  return buildSingleFile(files, 6, spec);
}

function stubOfImage(image: PeImage): Buffer {
  const spec = imageSpec(image);
  return image.appHost?.bundle === true ? singleFile(image, spec) : buildImage(spec);
}

/** Who brought a file. */
export type Origin = 'application' | 'package' | 'runtime';

/** What is read of the files that take part in the start, and of all others. */
function wantedOf(path: string, origin: Origin): WantedFacts {
  if (origin === 'application' || startLibraries.has(path.toLowerCase())) return everything;
  return origin === 'package' ? { fileVersion: true } : {};
}

/** Files of a self-contained runtime that the start looks into; of the hundreds of others nobody asks more than what the head says. */
const startLibraries: ReadonlySet<string> = new Set([
  'hostfxr.dll',
  'hostpolicy.dll',
  'coreclr.dll',
  'clrjit.dll',
  'aspnetcorev2_inprocess.dll',
  'system.private.corelib.dll',
  'microsoft.aspnetcore.server.iis.dll',
]);

/** Facts that a stub need not keep: nobody asks a library of the runtime for them. */
function comparable(image: BinaryImage): unknown {
  if (image.format !== 'pe' || image.assembly === undefined) return image;
  const { compiledForDebugging: _, ...assembly } = image.assembly;
  return { ...image, assembly };
}

/** A file of a publish output, or a small one that says the same to whoever reads heads, not files. */
export async function stubOf(path: string, bytes: Buffer, origin: Origin): Promise<Buffer> {
  if (/\.(?:json|config|xml|htm|html|txt)$/.test(path)) return bytes;
  const wanted = wantedOf(path, origin);
  if (bytes.length <= (wanted === everything ? 8 * 1024 : 1024)) return bytes;
  const image = await factsOf(bytes, wanted);
  if (image.format === 'elf') return bytes.subarray(0, 64);
  if (image.format !== 'pe') return bytes.subarray(0, 64);
  const stub = stubOfImage(image);
  const kept = await factsOf(stub, wanted);
  if (!isDeepStrictEqual(comparable(kept), comparable(image)))
    throw new Error(`The stub of ${path} differs: ${JSON.stringify(comparable(kept))} instead of ${JSON.stringify(comparable(image))}`);
  return stub;
}

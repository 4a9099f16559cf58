import { readPromisedAssets } from '../dotnet/promised-assets.ts';
import type { BinaryImage } from '../model/binary-image.ts';
import type { PublishArtifact } from '../model/publish-artifact.ts';
import { extension, parentPath } from '../windows/paths.ts';
import { readBinaryImage, type WantedFacts } from '../windows/pe-image.ts';
import type { ApplicationFiles } from './application-files.ts';

/**
 * How many files are looked into, and how many bytes of a package are unpacked for their versions: a version resource lies at the end of a
 * file. For the machine, the head is enough.
 */
const most = { files: 200, unpackedBytes: 64 * 1024 * 1024 } as const;

/**
 * Heads of files that a deps.json of the root promises: native libraries for Windows, whose machine counts, and assemblies with a file
 * version, which the file may or may not have; and of dlls at the root that none lists. Files in `known` are left out.
 */
export async function readPromisedImages(
  application: ApplicationFiles,
  contents: ReadonlyMap<string, Uint8Array>,
  known: ReadonlyMap<string, BinaryImage>,
  shape: PublishArtifact['shape'],
): Promise<ReadonlyMap<string, BinaryImage>> {
  const images = new Map<string, BinaryImage>();
  let bytes = 0;
  for (const [key, wanted] of promised(application, contents)) {
    const size = application.files.get(key)?.size;
    if (size === undefined || known.has(key) || images.has(key)) continue;
    if (images.size >= most.files) break;
    if (shape !== 'folder' && wanted.fileVersion === true) {
      if (bytes + size > most.unpackedBytes) continue;
      bytes += size;
    }
    images.set(key, await readBinaryImage((offset, length) => application.read(key, offset, length), size, wanted));
  }
  return images;
}

function promised({ files, inFolder }: ApplicationFiles, contents: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, WantedFacts> {
  const wanted = new Map<string, WantedFacts>();
  const listed = new Set<string>();
  for (const [file, content] of contents) {
    if (!file.endsWith('.deps.json') || parentPath(file) !== '') continue;
    for (const { kind, key, type, rid, fileVersion } of readPromisedAssets(content)?.assets ?? []) {
      listed.add(key);
      if (!files.has(key) || extension(key) !== '.dll' || (rid !== undefined && !rid.startsWith('win'))) continue;
      if (kind === 'native' && type !== 'runtimepack') wanted.set(key, {});
      // The runtime pack has hundreds of files that come and go together; those of the start are looked into anyway.
      if (kind === 'runtime' && type !== 'runtimepack' && rid === undefined && fileVersion !== undefined) {
        wanted.set(key, { fileVersion: true });
      }
    }
  }
  // What lies at the root without being listed was copied in: a native library that the application brings itself, or a leftover.
  const copied = listed.size === 0 ? [] : inFolder('').filter((key) => extension(key) === '.dll' && !listed.has(key));
  for (const key of copied) wanted.set(key, {});
  return wanted;
}

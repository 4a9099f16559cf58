import type { RandomAccessFile } from '../model/file-tree.ts';
import { packageParameters } from './deploy-parameters.ts';
import { chooseRootOf, isPackageMetadata, type PackageShape, packageShape } from './package-shape.ts';
import type { OpenedArtifact } from './publish-facts.ts';
import { readZipTree, type ZipTree } from './zip-tree.ts';

/** Opens a package file by what is in it: a Web Deploy package, a NuGet package or a plain ZIP archive. */
export async function openPackage(file: RandomAccessFile, name: string): Promise<OpenedArtifact> {
  const archive = await readZipTree(file, name);
  const shape = packageShape(archive.files.map(({ path }) => path));
  const parameters = shape === 'web-deploy-package' ? await packageParameters(archive) : [];
  const tree = deliveredFiles(archive, shape);
  return { tree, shape, chooseRoot: chooseRootOf[shape], openFile: tree.open, parameters, notes: archive.notes };
}

/** The archive without the package's own files, under the names it delivers: NuGet writes blanks and the like as `%20`. */
function deliveredFiles(archive: ZipTree, shape: PackageShape): ZipTree {
  if (shape !== 'nupkg') return archive;
  const stored = new Map<string, string>();
  const files = archive.files.flatMap(({ path, size }) => {
    if (isPackageMetadata(shape, path)) return [];
    const delivered = unescaped(path);
    stored.set(delivered, path);
    return [{ path: delivered, size }];
  });
  const storedName = (path: string): string => stored.get(path) ?? path;
  return {
    ...archive,
    files,
    read: (path, offset, length) => archive.read(storedName(path), offset, length),
    open: (path) => archive.open(storedName(path)),
  };
}

/** A name that would lead elsewhere once decoded stays as it is. */
function unescaped(path: string): string {
  try {
    const decoded = decodeURIComponent(path);
    return decoded.split(/[\\/]/).includes('..') ? path : decoded;
  } catch {
    return path;
  }
}

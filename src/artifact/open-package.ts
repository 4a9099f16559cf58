import type { FileTree, RandomAccessFile } from '../model/file-tree.ts';
import { type DeployParameter, readDeployParameters } from './deploy-parameters.ts';
import { chooseRootOf, isPackageMetadata, type PackageShape, packageShape } from './package-shape.ts';
import type { OpenedArtifact } from './publish-facts.ts';
import { readZipTree } from './zip-tree.ts';

/** Opens a package file by what is in it: a Web Deploy package, a NuGet package or a plain ZIP archive. */
export async function openPackage(file: RandomAccessFile, name: string): Promise<OpenedArtifact> {
  const archive = await readZipTree(file, name);
  const shape = packageShape(archive.files.map(({ path }) => path));
  const parameters = shape === 'web-deploy-package' ? await parametersOf(archive) : [];
  return { tree: deliveredFiles(archive, shape), shape, chooseRoot: chooseRootOf[shape], parameters, notes: archive.notes };
}

const largestParameters = 1024 * 1024;

async function parametersOf(archive: FileTree): Promise<readonly DeployParameter[]> {
  const file = archive.files.find(({ path }) => path.toLowerCase() === 'parameters.xml');
  return file === undefined || file.size > largestParameters ? [] : readDeployParameters(await archive.read(file.path));
}

/** The archive without the package's own files, under the names it delivers: NuGet writes blanks and the like as `%20`. */
function deliveredFiles(archive: FileTree, shape: PackageShape): FileTree {
  if (shape !== 'nupkg') return archive;
  const stored = new Map<string, string>();
  const files = archive.files.flatMap(({ path, size }) => {
    if (isPackageMetadata(shape, path)) return [];
    const delivered = unescaped(path);
    stored.set(delivered, path);
    return [{ path: delivered, size }];
  });
  return { name: archive.name, files, read: (path, offset, length) => archive.read(stored.get(path) ?? path, offset, length) };
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

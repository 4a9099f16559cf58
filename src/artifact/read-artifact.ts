import type { Disk, FileTree, RandomAccessFile } from '../model/file-tree.ts';
import { InputError } from '../model/input-error.ts';
import type { PublishArtifact } from '../model/publish-artifact.ts';
import { folderRoot } from './folder-root.ts';
import { readPublishFacts } from './publish-facts.ts';

/**
 * Reads a publish output into facts: a folder, or a ZIP archive, Web Deploy package or NuGet package, without unpacking it to the disk.
 * `root` names the folder inside the input that is to count as the application root; absent: the one that the shape implies.
 * Throws `InputError` when there is nothing at `path`, or something that cannot be read.
 */
export async function readPublishArtifact(path: string, disk: Disk, root?: string): Promise<PublishArtifact> {
  const kind = await disk.kind(path);
  if (kind === 'absent') throw new InputError([{ file: path, expected: 'a publish folder or package', found: 'nothing at this path' }]);
  if (kind === 'folder') return readFolderArtifact(await disk.tree(path), root);
  const file = await disk.open(path);
  try {
    return await readPackageArtifact(file, path, root);
  } finally {
    await file.close();
  }
}

/** Reads a folder. `root` as for `readPublishArtifact`. */
export async function readFolderArtifact(tree: FileTree, root?: string): Promise<PublishArtifact> {
  return readPublishFacts({ tree, shape: 'folder', chooseRoot: root === undefined ? folderRoot : () => ({ root, notes: [] }), notes: [] });
}

/** Reads a package; `name` is what messages call it. `root` as for `readPublishArtifact`. */
export async function readPackageArtifact(file: RandomAccessFile, name: string, root?: string): Promise<PublishArtifact> {
  // Loaded for packages only: a run over a folder has no use for the reader of archives.
  const { openPackage } = await import('./open-package.ts');
  const opened = await openPackage(file, name);
  return readPublishFacts(root === undefined ? opened : { ...opened, chooseRoot: () => ({ root, notes: [] }) });
}

import type { Disk, FileTree } from '../model/file-tree.ts';
import { InputError } from '../model/input-error.ts';
import type { PublishArtifact } from '../model/publish-artifact.ts';
import { readPublishFacts } from './publish-facts.ts';

/**
 * Reads a publish output into facts: a folder, or a package opened without unpacking it.
 * `root` names the folder inside the input that is to count as the application root; absent: the input's own, by its shape.
 * Throws `InputError` when there is nothing at `path`, or something that cannot be read.
 */
export async function readPublishArtifact(path: string, disk: Disk, root?: string): Promise<PublishArtifact> {
  const kind = await disk.kind(path);
  if (kind === 'absent') throw new InputError([{ file: path, expected: 'a publish folder or package', found: 'nothing at this path' }]);
  if (kind === 'folder') return readFolderArtifact(await disk.tree(path), root);
  throw new InputError([{ file: path, expected: 'a publish folder', found: 'a file' }]);
}

/** Reads a folder. `root` as for `readPublishArtifact`. */
export async function readFolderArtifact(tree: FileTree, root = ''): Promise<PublishArtifact> {
  return readPublishFacts({ tree, shape: 'folder', root, notes: [] });
}

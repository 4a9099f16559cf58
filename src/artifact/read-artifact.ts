import type { Disk, FileTree, RandomAccessFile } from '../model/file-tree.ts';
import { InputError } from '../model/input-error.ts';
import type { PublishArtifact } from '../model/publish-artifact.ts';
import { shownName } from './application-files.ts';
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
  const chooseRoot = root === undefined ? folderRoot : () => ({ root, notes: [] });
  return readPublishFacts({ tree, shape: 'folder', chooseRoot, notes: backslashNote(tree) });
}

/** File names with a `\` come from archives of Windows that were unpacked by a tool for which it is a letter like any other. */
function backslashNote({ files }: FileTree): readonly string[] {
  const odd = files.filter(({ path }) => path.includes('\\'));
  const [first] = odd;
  if (first === undefined) return [];
  return [
    `${odd.length} file name${odd.length > 1 ? 's' : ''} contain${odd.length > 1 ? '' : 's'} a \\, which separates folders on Windows and was read so, such as ${shownName(first.path)}.`,
  ];
}

/** Reads a package; `name` is what messages call it. `root` as for `readPublishArtifact`. */
export async function readPackageArtifact(file: RandomAccessFile, name: string, root?: string): Promise<PublishArtifact> {
  // Loaded for packages only: a run over a folder has no use for the reader of archives.
  const { openPackage } = await import(/* webpackMode: "eager" */ './open-package.ts');
  const opened = await openPackage(file, name);
  return readPublishFacts(root === undefined ? opened : { ...opened, chooseRoot: () => ({ root, notes: [] }) });
}

import type { Disk, FileTree, RandomAccessFile } from '../model/file-tree.ts';
import { InputError } from '../model/input-error.ts';
import type { PublishArtifact } from '../model/publish-artifact.ts';
import { pathKey, withoutTrailingSeparators } from '../windows/paths.ts';
import { shownName } from './application-files.ts';
import { isApplication, mostApplications, readApplications } from './applications.ts';
import { packageParameters } from './deploy-parameters.ts';
import { folderRoot } from './folder-root.ts';
import { chooseRootOf, packageShape } from './package-shape.ts';
import { packagesInside } from './packages-inside.ts';
import { atRoot, type OpenedArtifact, readPublishFacts } from './publish-facts.ts';

/**
 * Reads what lies at `path` into facts: a folder, or a ZIP archive, Web Deploy package or NuGet package, without unpacking it to the disk.
 * `drop.zip/shop` means the folder or package `shop` inside the package. One input gives several artifacts when its top is no application
 * and several folders or packages below are. Throws `InputError` when there is nothing at `path` or no file in it, or something that cannot be read.
 */
export async function readPublishArtifacts(path: string, disk: Disk): Promise<readonly PublishArtifact[]> {
  const kind = await disk.kind(path);
  if (kind === 'folder') return readFolder(await disk.tree(path), path, disk);
  const inside = kind === 'file' ? { file: path } : await folderInPackage(path, disk);
  if (inside === undefined) throw new InputError([{ file: path, expected: 'a publish folder or package', found: 'nothing at this path' }]);
  const file = await disk.open(inside.file);
  try {
    const opened = await openPackageFile(file, inside.file);
    return 'root' in inside ? await readInside(opened, inside.root, path) : await readPackage(opened);
  } finally {
    await file.close();
  }
}

/** A folder inside a package, or a package inside it. */
async function readInside(opened: OpenedArtifact, root: string, path: string): Promise<readonly PublishArtifact[]> {
  const named = opened.tree.files.find((file) => pathKey(file.path) === pathKey(root));
  if (named !== undefined) return readPackageInside(opened, named.path, path);
  const artifact = await readPublishFacts(atRoot(opened, root));
  if (artifact.files.size === 0)
    throw new InputError([{ file: path, expected: `files below ${shownName(root)} in the package`, found: 'none' }]);
  return [{ ...artifact, label: path }];
}

async function readPackageInside(opened: OpenedArtifact, stored: string, name: string): Promise<readonly PublishArtifact[]> {
  const file = await opened.openFile?.(stored);
  return file === undefined ? [] : readApplications(await openPackageFile(file, name));
}

async function readFolder(tree: FileTree, path: string, disk: Disk): Promise<readonly PublishArtifact[]> {
  return readOrLookInside(await openFolder(tree), (name) => readPublishArtifacts(below(path, name), disk));
}

async function readPackage(opened: OpenedArtifact): Promise<readonly PublishArtifact[]> {
  return readOrLookInside(opened, (name) => readPackageInside(opened, name, below(opened.tree.name, name)));
}

/** What is no application but holds packages of some, as pipelines drop them and portals hand them out, is as good as these. */
async function readOrLookInside(
  opened: OpenedArtifact,
  readInner: (name: string) => Promise<readonly PublishArtifact[]>,
): Promise<readonly PublishArtifact[]> {
  if (opened.tree.files.length === 0) throw withoutFiles(opened);
  const artifacts = await readApplications(opened);
  if (artifacts.some(isApplication)) return artifacts;
  const applications: PublishArtifact[] = [];
  for (const name of packagesInside(opened.tree).slice(0, mostApplications)) {
    applications.push(...(await readInner(name)).filter(isApplication));
  }
  return applications.length > 0 ? applications : artifacts;
}

/** Mostly a path that is wrong, or an upload that went wrong; nobody deploys nothing. */
function withoutFiles({ tree: { name, leftOut = [] }, shape }: OpenedArtifact): InputError {
  const but =
    leftOut.length > 0 ? `; ${leftOut.length === 1 ? 'one entry was' : `${leftOut.length} entries were`} left out, being no file` : '';
  const found = `${shape === 'folder' ? 'a folder' : 'a package'} without files${but}`;
  return new InputError([{ file: name, expected: 'a publish output', found }]);
}

function below(path: string, name: string): string {
  return `${withoutTrailingSeparators(path)}/${name}`;
}

/** The package that a path leads through, and the folder in it: `drop.zip/shop` where drop.zip is a file. */
async function folderInPackage(path: string, disk: Disk): Promise<{ readonly file: string; readonly root: string } | undefined> {
  for (const match of path.matchAll(/\.(?:zip|nupkg)[\\/]/gi)) {
    const end = match.index + match[0].length - 1;
    const file = path.slice(0, end);
    const root = withoutTrailingSeparators(path.slice(end + 1)).replaceAll('\\', '/');
    if ((await disk.kind(file)) === 'file') return { file, root };
  }
  return undefined;
}

/** Reads a folder. `root` names the folder inside it that is to count as the application root; absent: the one that the shape implies. */
export async function readFolderArtifact(tree: FileTree, root?: string): Promise<PublishArtifact> {
  const opened = await openFolder(tree);
  return readPublishFacts(root === undefined ? opened : atRoot(opened, root));
}

/** A Web Deploy package may also be a folder, as `msdeploy -dest:archiveDir=…` writes it. */
async function openFolder(tree: FileTree): Promise<OpenedArtifact> {
  const notes = [...backslashNote(tree), ...leftOutNote(tree)];
  const shape = packageShape(tree.files.map(({ path }) => path));
  if (shape !== 'web-deploy-package') return { tree, shape: 'folder', chooseRoot: folderRoot, notes };
  return { tree, shape, chooseRoot: chooseRootOf[shape], parameters: await packageParameters(tree), notes };
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

/** What is no file is not deployed, or not as a file; it may be why something seems to be missing. */
function leftOutNote({ leftOut = [] }: FileTree): readonly string[] {
  const [first, ...others] = leftOut;
  if (first === undefined) return [];
  const more = others.length > 0 ? ` ${others.length} more ${others.length > 1 ? 'entries were' : 'entry was'} left out too.` : '';
  return [`${shownName(first.path)} was left out: ${first.why}.${more}`];
}

/** Reads a package; `name` is what messages call it. `root` as for `readFolderArtifact`. */
export async function readPackageArtifact(file: RandomAccessFile, name: string, root?: string): Promise<PublishArtifact> {
  const opened = await openPackageFile(file, name);
  return readPublishFacts(root === undefined ? opened : atRoot(opened, root));
}

async function openPackageFile(file: RandomAccessFile, name: string): Promise<OpenedArtifact> {
  // Loaded for packages only: a run over a folder has no use for the reader of archives.
  const { openPackage } = await import(/* webpackMode: "eager" */ './open-package.ts');
  return openPackage(file, name);
}

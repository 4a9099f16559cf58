import type { Disk, FileTree } from '../model/file-tree.ts';
import { InputError } from '../model/input-error.ts';
import { checkoutKey, checkoutPath, folderOf } from './checkout-path.ts';
import { type MsbuildFile, readMsbuildFile } from './msbuild-file.ts';
import { type PublishCommand, readPublishCommands } from './publish-command.ts';

/** The parts of a checkout that can cause a finding. Maps are keyed by `checkoutKey` of the path. */
export interface SourceTree {
  /** The folder that holds the checkout, and the folder that relative paths of the user start from. */
  readonly root: string;
  readonly workingDirectory: string;
  /** Every file of the checkout by its key, as committed. */
  readonly files: ReadonlyMap<string, string>;
  /** Folders, as `checkoutKey`, that hold a solution. */
  readonly solutionFolders: ReadonlySet<string>;
  /** Project, props, targets and pubxml files. */
  readonly msbuildFiles: ReadonlyMap<string, MsbuildFile>;
  readonly publishCommands: readonly PublishCommand[];
  /** The pipeline file that runs the check, as `checkoutKey`; absent where nobody said. */
  readonly pipeline?: string;
  /** Bytes of the configuration files that lie beside a project. */
  readonly contents: ReadonlyMap<string, Uint8Array>;
}

/** Folders that hold no source of their own. */
const skippedFolders = ['.git', '.vs', 'node_modules', 'bin', 'obj', 'dist'];

/** More files than this are not read: what is then left unread could be the real cause, so nothing is located at all. */
const maximumFilesRead = 2000;
const maximumBytesRead = 32 * 1024 * 1024;
/** A file larger than this was not written by hand. */
const maximumFileSize = 1024 * 1024;
const maximumCommands = 500;

/**
 * Reads a checkout once for all findings of a run. Only project files, pipeline files and the configuration files beside a project are
 * opened, and only up to a limit.
 * @param root The folder that holds the checkout.
 * @param workingDirectory Where relative paths that the user gave start; the root where nothing else is said.
 */
export async function readSourceTree(root: string, disk: Disk, workingDirectory = root): Promise<SourceTree> {
  const tree = await unlessUnreadable(disk.tree(root, skippedFolders), { name: root, files: [], read: async () => new Uint8Array() });
  const files = committedFiles(tree);
  const wanted = wantedFiles(tree);
  const solutionFolders = new Set([...files.keys()].filter((key) => /\.slnx?$/.test(key)).map(folderOf));
  const named = { root, workingDirectory, files, solutionFolders };
  const empty = { ...named, msbuildFiles: new Map(), publishCommands: [], contents: new Map() };
  if (wanted.length > maximumFilesRead || wanted.reduce((sum, { size }) => sum + size, 0) > maximumBytesRead) return empty;

  const msbuildFiles = new Map<string, MsbuildFile>();
  const publishCommands: PublishCommand[] = [];
  const contents = new Map<string, Uint8Array>();
  for (const { storedPath, path, size, kind } of wanted) {
    const bytes = await unlessUnreadable(tree.read(storedPath, 0, size), undefined);
    if (bytes === undefined) continue;
    if (kind === 'pipeline') publishCommands.push(...readPublishCommands(path, decodeText(bytes)));
    else if (kind === 'configuration') contents.set(checkoutKey(path), bytes);
    else {
      const file = readMsbuildFile(path, decodeText(bytes));
      if (file !== undefined) msbuildFiles.set(checkoutKey(path), file);
    }
  }
  return { ...named, msbuildFiles, publishCommands: publishCommands.slice(0, maximumCommands), contents };
}

/** A checkout that cannot be read costs the lines of the findings, never the findings. */
async function unlessUnreadable<Wanted, Otherwise>(reading: Promise<Wanted>, otherwise: Otherwise): Promise<Wanted | Otherwise> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof InputError) return otherwise;
    throw error;
  }
}

/** The text of a committed file: UTF-8, or what its byte order mark says. Bytes that are no text become U+FFFD. */
export function decodeText(bytes: Uint8Array): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}

/** Two files that differ only in case cannot be told apart later, so neither is found. */
function committedFiles(tree: FileTree): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  const twice = new Set<string>();
  for (const { path } of tree.files) {
    const committed = checkoutPath('', path);
    if (committed === undefined) continue;
    const key = checkoutKey(committed);
    if (files.has(key)) twice.add(key);
    files.set(key, committed);
  }
  for (const key of twice) files.delete(key);
  return files;
}

type SourceKind = 'msbuild' | 'pipeline' | 'configuration';

interface WantedFile {
  readonly storedPath: string;
  readonly path: string;
  readonly size: number;
  readonly kind: SourceKind;
}

function wantedFiles(tree: FileTree): readonly WantedFile[] {
  const small = tree.files.flatMap(({ path: storedPath, size }) => {
    const path = checkoutPath('', storedPath);
    return path === undefined || size > maximumFileSize ? [] : [{ storedPath, path, size }];
  });
  const projectFolders = new Set(small.filter(({ path }) => isProject(path)).map(({ path }) => folderOf(path)));
  return small.flatMap((file) => {
    const kind = sourceKind(file.path, projectFolders);
    return kind === undefined ? [] : [{ ...file, kind }];
  });
}

/** Whether a path names a project file of a .NET language. */
export const isProject = (path: string): boolean => /\.(?:cs|fs|vb)proj$/i.test(path);

function sourceKind(path: string, projectFolders: ReadonlySet<string>): SourceKind | undefined {
  if (isProject(path) || /\.(?:props|targets|pubxml)$/i.test(path)) return 'msbuild';
  if (/\.ya?ml$/i.test(path) && isPipelinePath(path.toLowerCase())) return 'pipeline';
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (/^(?:web\.[\w.-]{0,100}config|appsettings[\w.-]{0,100}\.json)$/i.test(name) && projectFolders.has(folderOf(path))) {
    return 'configuration';
  }
  return undefined;
}

/** GitHub keeps workflows in one folder; Azure Pipelines lets people choose, and these are the choices of most. `path` in lower case. */
function isPipelinePath(path: string): boolean {
  if (path.startsWith('.github/') || !path.includes('/')) return true;
  const folders = folderOf(path).split('/');
  const name = path.slice(path.lastIndexOf('/') + 1);
  const usual = ['.azure', '.azuredevops', '.ado', '.ci', 'ci', 'build', 'eng', 'deploy', 'deployment'];
  return name.includes('pipeline') || folders.some((folder) => usual.includes(folder) || folder.includes('pipeline'));
}

import { checkoutKey, checkoutPath, folderOf, isBelow } from './checkout-path.ts';
import type { MsbuildFile } from './msbuild-file.ts';
import { type Setting, sameName } from './setting.ts';
import { isProject, type SourceTree } from './source-tree.ts';

/** A project with the files that MSBuild adds to it without being told, as far as they are in the checkout. */
export interface SourceProject {
  readonly file: MsbuildFile;
  /** Folder of the project file, `''` for the root of the checkout. */
  readonly folder: string;
  /** The project file and what it imports, in the order of evaluation. */
  readonly own: readonly MsbuildFile[];
  /** The Directory.Build.props that applies and what it imports: evaluated before the project, which may override it. */
  readonly before: readonly MsbuildFile[];
  /** The Directory.Build.targets that applies and what it imports: evaluated after the project. */
  readonly after: readonly MsbuildFile[];
  /** Publish profiles below the project. Which of them is used, the command that publishes says. */
  readonly profiles: readonly MsbuildFile[];
}

/** Files that import each other in circles or without end are followed this far. */
const maximumImports = 50;
/** References from property to property are followed this far. */
const maximumReferences = 16;

/**
 * The project that made an artifact: the one whose assembly has that name. `undefined` when there is none, or more than one.
 * @param exceptBelow Folders, as `checkoutKey`, whose projects are copies inside a publish output.
 */
export function producingProject(tree: SourceTree, assemblyName: string, exceptBelow: readonly string[]): SourceProject | undefined {
  const found: SourceProject[] = [];
  for (const [key, file] of tree.msbuildFiles) {
    if (!isProject(key) || exceptBelow.some((folder) => folder !== '' && isBelow(key, folder))) continue;
    const project = sourceProject(tree, file);
    if (sameName(assemblyNameOf(project) ?? '', assemblyName)) found.push(project);
  }
  const [only, ...others] = found;
  return only === undefined || others.length > 0 ? undefined : { ...only, profiles: profilesBelow(tree, only.folder) };
}

const profilesBelow = (tree: SourceTree, folder: string): readonly MsbuildFile[] =>
  [...tree.msbuildFiles].flatMap(([key, file]) => (key.endsWith('.pubxml') && isBelow(key, checkoutKey(folder)) ? [file] : []));

function sourceProject(tree: SourceTree, file: MsbuildFile): SourceProject {
  const folder = folderOf(file.path);
  const nearest = (name: string): readonly MsbuildFile[] => {
    const directoryFile = fileAbove(tree, folder, name);
    return directoryFile === undefined ? [] : withImports(tree, directoryFile, folder);
  };
  return {
    file,
    folder,
    own: withImports(tree, file, folder),
    before: nearest('Directory.Build.props'),
    after: nearest('Directory.Build.targets'),
    profiles: [],
  };
}

/** Whether the Web SDK builds the project: it is what writes web.config and brings the request handler. */
export const isWebProject = ({ file }: SourceProject): boolean => file.sdks.some(({ name }) => sameName(name, 'Microsoft.NET.Sdk.Web'));

/** A file and what it imports, imports first: a property of the file itself then comes last and wins. */
function withImports(tree: SourceTree, file: MsbuildFile, projectFolder: string): readonly MsbuildFile[] {
  const found = new Map<string, MsbuildFile>([[file.path, file]]);
  for (const importing of found.values()) {
    if (found.size > maximumImports) break;
    for (const written of importing.imports) {
      const imported = importedFile(tree, importing, written, projectFolder);
      if (imported !== undefined) found.set(imported.path, imported);
    }
  }
  return [...found.values()].reverse();
}

function importedFile(tree: SourceTree, importing: MsbuildFile, written: string, projectFolder: string): MsbuildFile | undefined {
  const folder = folderOf(importing.path);
  const above = /GetPathOfFileAbove\( {0,8}['"]?([\w.-]{1,100})/i.exec(written)?.[1];
  if (above !== undefined) return fileAbove(tree, folder === '' ? undefined : folderOf(folder), above);
  const known = written
    .replace(/^\$\(MSBuildThisFileDirectory\)/i, '')
    .replace(/^\$\(MSBuildProjectDirectory\)/i, '../'.repeat(folder === '' ? 0 : folder.split('/').length) + projectFolder);
  if (/[$@%]\(|[*?]/.test(known)) return undefined;
  const path = checkoutPath(folder, known);
  return path === undefined ? undefined : tree.msbuildFiles.get(checkoutKey(path));
}

/** The file of that name in a folder or the nearest one above. */
function fileAbove(tree: SourceTree, from: string | undefined, name: string): MsbuildFile | undefined {
  for (let folder = from; folder !== undefined; folder = folder === '' ? undefined : folderOf(folder)) {
    const file = tree.msbuildFiles.get(checkoutKey(folder === '' ? name : `${folder}/${name}`));
    if (file !== undefined) return file;
  }
  return undefined;
}

/** `AssemblyName`, which is the name of the project file where nothing else is said; `undefined` where it cannot be told. */
function assemblyNameOf(project: SourceProject): string | undefined {
  const written = lastSetting(project, 'AssemblyName');
  if (written === undefined) return projectName(project);
  return written === 'unclear' ? undefined : expanded(project, written.value);
}

const projectName = ({ file }: SourceProject): string => file.path.slice(file.path.lastIndexOf('/') + 1).replace(/\.\w+$/, '');

/** The line of the project's files that gives a property its value; `unclear` when a condition decides. */
export function lastSetting(project: SourceProject, name: string): Setting | 'unclear' | undefined {
  for (const files of [project.after, project.own, project.before]) {
    const last = settingsNamed(files, name).at(-1);
    if (last !== undefined) return last.conditional ? 'unclear' : last;
  }
  return undefined;
}

/** Every line of some files that sets a property, in order of evaluation. */
export const settingsNamed = (files: readonly MsbuildFile[], name: string): readonly Setting[] =>
  files.flatMap(({ properties }) => properties.get(name.toLowerCase()) ?? []);

/** Replaces `$(Name)` by what the project's files say; `undefined` when a reference cannot be followed, or not in a few steps. */
export function expanded(project: SourceProject, value: string): string | undefined {
  let text = value;
  for (let step = 0; step < maximumReferences && text.length < 1000; step += 1) {
    const reference = /\$\(([\w.]{1,100})\)/.exec(text);
    if (reference === null) return text.includes('$(') ? undefined : text;
    const name = reference[1] ?? '';
    const setting = lastSetting(project, name);
    if (setting === 'unclear') return undefined;
    const replacement = sameName(name, 'MSBuildProjectName') ? projectName(project) : setting?.value;
    if (replacement === undefined) return undefined;
    text = text.slice(0, reference.index) + replacement + text.slice(reference.index + reference[0].length);
  }
  return undefined;
}

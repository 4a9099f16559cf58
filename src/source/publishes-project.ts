import { checkoutKey, checkoutPath, folderOf, isBelow } from './checkout-path.ts';
import type { PublishCommand } from './publish-command.ts';
import { isWebProject, type SourceProject } from './source-project.ts';
import { isProject, type SourceTree } from './source-tree.ts';

/**
 * The publish commands of the checkout that may have published a project: those of the pipeline that runs the check, where it has any.
 * A target that cannot be told counts only when there is no other command.
 */
export function publishesProject(tree: SourceTree, project: SourceProject): readonly PublishCommand[] {
  const all = commandsFor(tree, project);
  const running = all.filter(({ file }) => checkoutKey(file) === tree.pipeline);
  return running.length > 0 ? running : all;
}

function commandsFor(tree: SourceTree, project: SourceProject): readonly PublishCommand[] {
  return tree.publishCommands.filter((command) => {
    if (command.everyWebProject) return isWebProject(project);
    const targets = command.targets.length === 0 ? [''] : command.targets;
    return targets.some((target) => {
      const reached = reaches(tree, project, command, target);
      return reached === 'unclear' ? tree.publishCommands.length === 1 : reached;
    });
  });
}

function reaches(tree: SourceTree, project: SourceProject, command: PublishCommand, target: string): boolean | 'unclear' {
  const place = startFolder(command, target);
  if (place === undefined) return 'unclear';
  const key = checkoutKey(place.path);
  const projectKey = checkoutKey(project.file.path);
  if (isProject(key) || key.includes('*')) return matchesPath(projectKey, key, place.exact);
  if (/\.sln[xf]?$/.test(key)) return isBelow(projectKey, place.exact ? folderOf(key) : '');
  if (!place.exact) return checkoutKey(project.folder) === key || checkoutKey(project.folder).endsWith(`/${key}`);
  return checkoutKey(project.folder) === key || (tree.solutionFolders.has(key) && isBelow(projectKey, key));
}

/**
 * A target as a path of the checkout. A leading expression, such as `$(Build.SourcesDirectory)`, is most often the root of the checkout,
 * but not known to be: what follows it then only has to fit the end of the project's path (`exact: false`).
 */
function startFolder(command: PublishCommand, target: string): { readonly path: string; readonly exact: boolean } | undefined {
  if (command.workingDirectory === undefined && target === '') return undefined;
  const written = `${command.workingDirectory ?? ''}/${target}`;
  const afterExpression = written.split(/\$\{\{[^}]{0,200}\}\}|\$\([^)]{0,200}\)|\$\{?[\w:]{1,100}\}?|%\w{1,100}%/);
  const path = checkoutPath('', afterExpression.at(-1) ?? '');
  if (path === undefined) return undefined;
  const exact = afterExpression.length === 1 && command.workingDirectory !== undefined;
  return !exact && path === '' ? undefined : { path, exact };
}

/** Patterns of Azure Pipelines: `**` stands for any folders, `*` for a part of a name. Only the file name and fixed folders are compared. */
function matchesPath(project: string, pattern: string, exact: boolean): boolean {
  const wanted = pattern.split('/');
  const actual = project.split('/');
  if (!matchesName(actual.at(-1) ?? '', wanted.at(-1) ?? '')) return false;
  if (!pattern.includes('*')) return exact ? project === pattern : project === pattern || project.endsWith(`/${pattern}`);
  const folders = actual.slice(0, -1);
  return wanted.slice(0, -1).every((folder) => folder.includes('*') || folders.includes(folder));
}

function matchesName(name: string, pattern: string): boolean {
  const [first = '', ...rest] = pattern.split('*');
  if (rest.length === 0) return name === pattern;
  if (!name.startsWith(first)) return false;
  let from = first.length;
  for (const part of rest.slice(0, -1)) {
    const at = name.indexOf(part, from);
    if (at < 0) return false;
    from = at + part.length;
  }
  const last = rest.at(-1) ?? '';
  return name.length - last.length >= from && name.endsWith(last);
}

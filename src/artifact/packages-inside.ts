import type { FileTree } from '../model/file-tree.ts';
import { pathKey } from '../windows/paths.ts';
import { type ApplicationFiles, shownName } from './application-files.ts';

const isPackage = (path: string): boolean => /\.(?:zip|nupkg)$/i.test(path);

/** The packages among the files of an input, those of the outer folders first. */
export function packagesInside({ files }: FileTree): readonly string[] {
  const depth = (path: string): number => pathKey(path).split('\\').length;
  return files
    .map(({ path }) => path)
    .filter(isPackage)
    .toSorted((left, right) => depth(left) - depth(right));
}

/** The note about packages that lie where no application does, when none was found in them either; empty when there are no packages. */
export function packagesWithoutApplication(
  input: 'folder' | 'package',
  files: ApplicationFiles['files'],
  roots: readonly string[],
): readonly string[] {
  const packages = roots.length > 0 ? [] : [...files.values()].map(({ path }) => path).filter(isPackage);
  const [first, ...others] = packages;
  if (first === undefined) return [];
  const more = others.length > 0 ? ` and ${others.length} more` : '';
  const advice = others.length > 0 ? ' Name one to check it.' : '';
  return [`No application lies in the ${input}, and none was found in the packages that do: ${shownName(first)}${more}.${advice}`];
}

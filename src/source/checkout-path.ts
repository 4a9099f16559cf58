import { isAbsolutePath } from '../windows/paths.ts';

/**
 * Paths inside a checkout: relative to its root, `/` between folders, letter case as committed.
 * Pure text work, the same on every operating system.
 */

const isAbsolute = (path: string): boolean => path.startsWith('/') || isAbsolutePath(path);

/** Joins a folder of the checkout and a path relative to it. `undefined` when the result would be outside the checkout. */
export function checkoutPath(folder: string, path: string): string | undefined {
  const segments: string[] = [];
  for (const segment of `${folder}/${path}`.split(/[\\/]/)) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') segments.push(segment);
    else if (segments.pop() === undefined) return undefined;
  }
  return segments.join('/');
}

/**
 * A path that a user named, as a path of the checkout: `''` is its root, `undefined` is outside.
 * `root` and `workingDirectory` are full paths, or both are written relative to the same folder.
 */
export function pathInCheckout(path: string, root: string, workingDirectory: string): string | undefined {
  const full = isAbsolute(path) ? path : `${workingDirectory}/${path}`;
  const fullSegments = normalized(full);
  const rootSegments = normalized(root);
  if (isAbsolute(full) !== isAbsolute(root) || fullSegments[0] === '..') return undefined;
  // A drive letter and the names below it ignore case on Windows only.
  const key = isAbsolutePath(root) ? (segment: string | undefined) => segment?.toLowerCase() : (segment: string | undefined) => segment;
  if (!rootSegments.every((segment, index) => key(segment) === key(fullSegments[index]))) return undefined;
  return fullSegments.slice(rootSegments.length).join('/');
}

function normalized(path: string): string[] {
  const segments: string[] = [];
  for (const segment of path.split(/[\\/]/)) {
    if (segment === '' || segment === '.') continue;
    if (segment === '..' && segments.length > 0 && segments.at(-1) !== '..') segments.pop();
    else segments.push(segment);
  }
  return segments;
}

/** The key under which files of the checkout are found: MSBuild and IIS are used to file systems without regard to case. */
export const checkoutKey = (path: string): string => path.toLowerCase();

/** The folder of a path, `''` for the root of the checkout. */
export const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

/** Whether a path lies in a folder or below it, both as `checkoutKey`. */
export const isBelow = (path: string, folder: string): boolean => folder === '' || path === folder || path.startsWith(`${folder}/`);

/**
 * Paths as Windows compares them, on every operating system: without regard to case, `/` and `\` alike.
 * Pure text work; nothing here asks a disk.
 */

/** Splits off `.` and empty segments and resolves `..`; `..` above the start stays. */
function normalizedSegments(path: string): string[] {
  const segments: string[] = [];
  for (const segment of path.split(/[\\/]+/)) {
    if (segment === '' || segment === '.') continue;
    if (segment === '..' && segments.length > 0 && segments.at(-1) !== '..') segments.pop();
    else segments.push(segment);
  }
  return segments;
}

/** The key under which a relative path of the artifact is stored: lower case, `\` between segments, no `.` segments. */
export function pathKey(path: string): string {
  return normalizedSegments(path).join('\\').toLowerCase();
}

/** Whether Windows would take `path` as absolute: a drive with a root, or a UNC or device path. */
export function isAbsolutePath(path: string): boolean {
  return /^(?:[a-z]:[\\/]|[\\/]{2})/i.test(path);
}

/** Whether Windows would take `path` from the root of the current drive: it starts with one separator. */
export function isRootedPath(path: string): boolean {
  return /^[\\/](?![\\/])/.test(path);
}

/** The drive or the UNC share that a full path starts with; `''` when there is none. */
export function rootName(path: string): string {
  return /^(?:[a-z]:|[\\/]{2}[^\\/]+[\\/]+[^\\/]+)/i.exec(path)?.[0] ?? '';
}

/** Joins a folder and a relative path with `\` and resolves `.` and `..`; an absolute second part wins. */
export function joinPath(folder: string, path: string): string {
  if (isAbsolutePath(path)) return path;
  const prefix = rootName(folder);
  const segments = normalizedSegments(`${folder.slice(prefix.length)}\\${path}`);
  return prefix === '' ? segments.join('\\') : `${prefix}\\${segments.join('\\')}`;
}

/** The last segment. */
export function fileName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('\\'), path.lastIndexOf('/')) + 1);
}

/** Everything before the last segment, without the separator; `''` when there is none. */
export function parentPath(path: string): string {
  return path.slice(0, Math.max(0, Math.max(path.lastIndexOf('\\'), path.lastIndexOf('/'))));
}

/** The path without the separators it ends in. A pattern would look through long runs of them again and again. */
export function withoutTrailingSeparators(path: string): string {
  let end = path.length;
  while (end > 0 && (path[end - 1] === '\\' || path[end - 1] === '/')) end--;
  return path.slice(0, end);
}

/** The path without the separators it begins and ends in. */
export function withoutOuterSeparators(path: string): string {
  return withoutTrailingSeparators(path.replace(/^[\\/]+/, ''));
}

/** The extension with its dot as written, or `''`: what follows the last dot of the last segment. */
export function extension(path: string): string {
  const name = fileName(path);
  const dot = name.lastIndexOf('.');
  return dot < 0 ? '' : name.slice(dot);
}

/** The path up to the last dot of its last segment: what `<app>.runtimeconfig.json` is named after for `<app>.dll`. */
export function withoutExtension(path: string): string {
  return path.slice(0, path.length - extension(path).length);
}

/** The key of a full path on the server, a trailing separator ignored: two that name the same file or folder have the same. */
export function fullPathKey(path: string): string {
  return path
    .replace(/[\\/]+/g, '\\')
    .replace(/\\$/, '')
    .toLowerCase();
}

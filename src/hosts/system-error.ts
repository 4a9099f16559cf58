const reasons: ReadonlyMap<string, string> = new Map([
  ['ENOENT', 'no such file or folder'],
  ['EACCES', 'permission denied'],
  ['EPERM', 'permission denied'],
  ['EISDIR', 'a folder'],
  ['ENOTDIR', 'a path through something that is not a folder'],
  ['ELOOP', 'a loop of links'],
  ['ENAMETOOLONG', 'a path that is too long for this system'],
  ['EMFILE', 'too many open files'],
  ['ENOSPC', 'no space left on the disk'],
  ['EROFS', 'a disk that is read-only'],
  ['EBUSY', 'a file that something else has open'],
]);

/** Why the operating system refused, in words. */
export function systemReason(error: unknown): string {
  const code = systemCode(error);
  return reasons.get(code) ?? (code === '' ? String(error) : code);
}

/** Such as `ENOENT`; empty where an error has no code. */
export function systemCode(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

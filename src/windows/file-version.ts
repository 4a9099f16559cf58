/** The four numbers of a Windows file version, each 0 to 65535. */
export type FileVersion = readonly [number, number, number, number];

/** Reads `a`, `a.b`, `a.b.c` or `a.b.c.d`; parts left out are 0. `undefined` for anything else. */
export function parseFileVersion(text: string): FileVersion | undefined {
  if (!/^\d{1,5}(?:\.\d{1,5}){0,3}$/.test(text)) return undefined;
  const [major = 0, minor = 0, build = 0, revision = 0] = text.split('.').map(Number);
  const version = [major, minor, build, revision] as const;
  return version.every((part) => part <= 0xffff) ? version : undefined;
}

/** Negative when `left` is older than `right`, 0 when they are the same, positive when it is newer. */
export function compareFileVersions(left: FileVersion, right: FileVersion): number {
  return left[0] - right[0] || left[1] - right[1] || left[2] - right[2] || left[3] - right[3];
}

/** `a.b.c.d` */
export function formatFileVersion(version: FileVersion): string {
  return version.join('.');
}

/** The same for every way to write the path of an artifact: `./publish/`, `publish` and `.\publish` are one. */
export function artifactKey(path: string): string {
  return path
    .replaceAll('\\', '/')
    .replace(/^(?:\.\/)+/, '')
    .replace(/\/+$/, '');
}

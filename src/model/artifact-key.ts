/** The paths, each artifact once, as it is written first. */
export function eachArtifactOnce(paths: readonly string[]): readonly string[] {
  const first = new Map<string, string>();
  for (const path of paths) if (!first.has(artifactKey(path))) first.set(artifactKey(path), path);
  return [...first.values()];
}

/** The same for every way to write the path of an artifact: `./publish/`, `publish` and `.\publish` are one. */
export function artifactKey(path: string): string {
  const key = path.replaceAll('\\', '/').replace(/^(?:\.\/)+/, '');
  const segments = key.split('/');
  return segments.slice(0, segments.findLastIndex((segment) => segment !== '') + 1).join('/');
}

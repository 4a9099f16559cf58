import type { StartFacts } from '../model/start-facts.ts';
import { fullPathKey, isAbsolutePath, isRootedPath, joinPath, pathKey, rootName, withoutTrailingSeparators } from '../windows/paths.ts';

/** The application's folder on the server without a trailing `\`, or a placeholder for texts when the manifest does not say. */
export function applicationFolder(facts: StartFacts): string {
  const path = facts.target.current?.physicalPath;
  return path === undefined ? '{application folder}' : withoutTrailingSeparators(path);
}

/** Where a path that the module joins to the application folder leads. */
export type ApplicationPath =
  /** Inside the folder: `key` looks it up in the artifact, `relative` is for people. */
  | { readonly in: 'application'; readonly key: string; readonly relative: string }
  /** Elsewhere on the server, as a full path. */
  | { readonly in: 'server'; readonly path: string }
  /** A full path, while nobody said where the application lies. */
  | { readonly in: 'unknown'; readonly missingFacts: readonly string[] };

const physicalPathFact = 'iis.sites[].applications[].physicalPath';

/**
 * Resolves `path` against the application's folder, as the module does for a relative path: `\App.exe` leads to the root of the drive
 * (std::filesystem::path::operator/, dotnet/aspnetcore:…/CommonLib/HostFxrResolver.cpp).
 */
export function resolveApplicationPath(facts: StartFacts, path: string): ApplicationPath {
  if (!isAbsolutePath(path) && !isRootedPath(path)) {
    const key = pathKey(path);
    if (!key.startsWith('..')) return { in: 'application', key, relative: path.replace(/^(?:\.[\\/]+)+/, '') };
  }
  const folder = facts.target.current?.physicalPath;
  if (folder === undefined) return { in: 'unknown', missingFacts: [physicalPathFact] };
  const full = isRootedPath(path) ? `${rootName(folder)}${path}` : joinPath(folder, path);
  return inside(folder, full) ?? { in: 'server', path: full };
}

/** `path` below the application's folder as the module's own texts have it: nothing is resolved, so `.\` stays in the middle. */
export function pathInTexts(facts: StartFacts, path: string): string {
  if (isAbsolutePath(path)) return path;
  const folder = applicationFolder(facts);
  return isRootedPath(path) ? `${rootName(folder)}${path}` : `${folder}\\${path}`;
}

function inside(folder: string, path: string): ApplicationPath | undefined {
  const base = `${fullPathKey(folder)}\\`;
  const full = joinPath(path, '');
  if (!fullPathKey(full).startsWith(base)) return undefined;
  const relative = full.replace(/[\\/]+/g, '\\').slice(base.length);
  return { in: 'application', key: pathKey(relative), relative };
}

/** Whether a file outside the application exists on the server, as far as the manifest says. */
export function serverFileExists(facts: StartFacts, path: string): boolean | undefined {
  const wanted = fullPathKey(path);
  const listed = facts.server?.existingFiles;
  if (listed?.some((file) => fullPathKey(file) === wanted) === true) return true;
  return listed === undefined ? undefined : false;
}

/** Whether the file exists: in the artifact, or on the server as far as the manifest says; otherwise which facts would tell. */
export function fileExists(
  facts: StartFacts,
  path: ApplicationPath,
): { readonly exists: boolean } | { readonly missingFacts: readonly string[] } {
  if (path.in === 'application') return { exists: facts.artifact.files.has(path.key) };
  if (path.in === 'unknown') return { missingFacts: path.missingFacts };
  const exists = serverFileExists(facts, path.path);
  return exists === undefined ? { missingFacts: ['existingFiles'] } : { exists };
}

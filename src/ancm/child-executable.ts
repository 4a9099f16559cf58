import type { EnvironmentBlock } from '../model/environment.ts';
import type { Certainty } from '../model/finding.ts';
import type { StartFacts } from '../model/start-facts.ts';
import type { DotnetRoot } from '../model/target-server.ts';
import { pathFolders } from '../windows/path-search.ts';
import { extension, fileName, isAbsolutePath, joinPath, parentPath, pathKey } from '../windows/paths.ts';
import { type ApplicationPath, fileExists, resolveApplicationPath, serverFileExists } from './application-folder.ts';
import { rootAt } from './dotnet-search.ts';

/** What CreateProcess finds under the process path. */
export type ChildExecutable =
  | { readonly found: 'dotnet'; readonly root: DotnetRoot; readonly how: string }
  /** A file of the artifact, relative to its root. */
  | { readonly found: 'artifact'; readonly file: string }
  /** A program of the server that is there, or may be there, and about which nothing more is known. */
  | { readonly found: 'other'; readonly path: string }
  | { readonly found: 'missing'; readonly isDotnet: boolean; readonly certainty: Certainty; readonly evidence: string }
  | { readonly found: 'unknown'; readonly missingFacts: readonly string[] };

/** Programs of Windows itself that a web.config may start. */
const systemPrograms = /^(?:cmd|powershell|cscript|wscript)(?:\.exe)?$/i;

/** Where CreateProcess looks before it looks on PATH: the folder of w3wp.exe, which is also its current directory, and Windows' own. */
const foldersBeforePath: readonly string[] = ['C:\\Windows\\System32\\inetsrv', 'C:\\Windows\\System32', 'C:\\Windows'];

export const isDotnetExe = (path: string): boolean => fileName(path).toLowerCase() === 'dotnet.exe';

const missing = (evidence: string, certainty: Certainty = 'certain', isDotnet = false): ChildExecutable => ({
  found: 'missing',
  isDotnet,
  certainty,
  evidence,
});

/** Windows finds no such program on the PATH of the worker process, as far as the manifest says what is there. */
function searchProgram(facts: StartFacts, name: string, path: string): ChildExecutable {
  if (systemPrograms.test(name)) return { found: 'other', path: name };
  const file = extension(name) === '' ? `${name}.exe` : name;
  const folders = [...foldersBeforePath, ...pathFolders(path)];
  const found = folders.map((folder) => joinPath(folder, file)).find((full) => serverFileExists(facts, full) === true);
  if (found !== undefined) return { found: 'other', path: found };
  if (facts.artifact.files.has(pathKey(file)))
    return missing(`${file} is in the artifact, but Windows does not look for a bare name in the application folder.`);
  const everythingListed = facts.server?.existingFiles !== undefined;
  return missing(
    `${name} is not in the artifact, and nothing says that a folder on PATH has it.`,
    everythingListed || name.includes('%') ? 'certain' : 'likely',
  );
}

/** A bare name: the system folders, then the PATH of the worker process. Whatever its architecture, the first dotnet.exe wins. */
function searchBareName(facts: StartFacts, name: string, environment: EnvironmentBlock): ChildExecutable {
  const isDotnet = /^dotnet(?:\.exe)?$/i.test(name);
  const roots = facts.server?.dotnet;
  if (isDotnet && roots === undefined) return { found: 'unknown', missingFacts: ['dotnet'] };
  const path = environment('PATH');
  if (!path.known) return { found: 'unknown', missingFacts: path.missingFacts };
  if (!isDotnet || roots === undefined) return searchProgram(facts, name, path.value ?? '');
  // Every Windows has a PATH, so a manifest that lists variables and not this one does not say what it is.
  if (path.value === undefined) return { found: 'unknown', missingFacts: ['environment'] };
  for (const folder of pathFolders(path.value)) {
    const root = rootAt(roots, folder);
    if (root !== undefined) return { found: 'dotnet', root, how: 'first on the PATH of the worker process' };
    // Whether IIS expands the value of a pool's variable is not known.
    if (folder.includes('%')) return { found: 'unknown', missingFacts: [] };
  }
  return missing('No folder on the PATH of the worker process holds a dotnet.exe.', 'certain', true);
}

/** A file of the server outside the application; `undefined` where it is not there. */
function onServer(facts: StartFacts, full: string, resolved: ApplicationPath): ChildExecutable | undefined {
  // `C:\PROGRA~1`: which folder a short name stands for, only its drive knows.
  if (/~\d/.test(full)) return { found: 'unknown', missingFacts: [] };
  if (isDotnetExe(full)) {
    const roots = facts.server?.dotnet;
    if (roots === undefined) return { found: 'unknown', missingFacts: ['dotnet'] };
    const root = rootAt(roots, parentPath(full));
    return root === undefined ? undefined : { found: 'dotnet', root, how: 'named in processPath' };
  }
  const found = fileExists(facts, resolved);
  if ('missingFacts' in found) return { found: 'unknown', missingFacts: found.missingFacts };
  return found.exists ? { found: 'other', path: full } : undefined;
}

/**
 * A full path. The documentation of CreateProcess says that a name with a folder gets no .exe appended; whether that is so for a full path
 * was not seen on IIS, so what fails over it alone is not certain.
 */
function atFullPath(facts: StartFacts, path: string): ChildExecutable {
  const resolved = resolveApplicationPath(facts, path);
  const file = resolved.in === 'application' ? facts.artifact.files.get(resolved.key) : undefined;
  if (file !== undefined) return { found: 'artifact', file: file.path };
  if (extension(path) === '') {
    const exe = atFullPath(facts, `${path}.exe`).found;
    return missing(`${path} has no extension; a name with a folder gets no .exe appended.`, exe === 'missing' ? 'certain' : 'likely');
  }
  if (resolved.in === 'application') return missing(`${path} is not in the artifact.`);
  const found = onServer(facts, path, resolved);
  if (found !== undefined) return found;
  return isDotnetExe(path)
    ? missing(`The manifest lists no dotnet at ${parentPath(path)}.`, 'certain', true)
    : missing(`${path} is not among the files known to exist on the server.`);
}

/** Below the application folder as written, a leading separator or not, or beside it where the value climbs out with `..`. */
function belowApplication(facts: StartFacts, path: string): ChildExecutable | undefined {
  const resolved = resolveApplicationPath(facts, path.replace(/^[\\/]+/, ''));
  switch (resolved.in) {
    case 'application': {
      const file = facts.artifact.files.get(resolved.key);
      return file === undefined ? undefined : { found: 'artifact', file: file.path };
    }
    case 'server':
      return onServer(facts, resolved.path, resolved);
    case 'unknown':
      return { found: 'unknown', missingFacts: resolved.missingFacts };
  }
}

/**
 * The program that CreateProcess starts. A value without `:` and `%` is first tried below the application folder, as written; what is
 * left goes to CreateProcess, which appends .exe only to a bare name and never looks in the application folder.
 * Source: dotnet/aspnetcore:…/OutOfProcessRequestHandler/serverprocess.cpp `SetupCommandLine`; learn.microsoft.com, CreateProcessW.
 */
export function childExecutable(facts: StartFacts, processPath: string, environment: EnvironmentBlock): ChildExecutable {
  if (isAbsolutePath(processPath)) return atFullPath(facts, processPath);
  const below = /[:%]/.test(processPath) ? undefined : belowApplication(facts, processPath);
  if (below !== undefined) return below;
  return fileName(processPath) === processPath
    ? searchBareName(facts, processPath, environment)
    : missing(`${processPath} is not in the artifact; a name with a folder gets no .exe appended.`);
}

import type { Architecture } from '../model/architecture.ts';
import type { BinaryImage } from '../model/binary-image.ts';
import type { EnvironmentBlock } from '../model/environment.ts';
import type { StartFacts } from '../model/start-facts.ts';
import { type Hresult, hresults } from '../model/startup-failure.ts';
import type { DotnetRoot } from '../model/target-server.ts';
import { pathFolders } from '../windows/path-search.ts';
import { extension, fileName, isAbsolutePath, parentPath, pathKey } from '../windows/paths.ts';
import { fileExists, resolveApplicationPath } from './application-folder.ts';
import { rootAt } from './dotnet-search.ts';

/** What CreateProcess finds under the process path. */
export type ChildExecutable =
  | { readonly found: 'dotnet'; readonly root: DotnetRoot; readonly how: string }
  | { readonly found: 'artifact'; readonly file: string; readonly image: BinaryImage | undefined }
  /** A program of the server that is there, or may be there, and about which nothing more is known. */
  | { readonly found: 'other'; readonly path: string }
  | { readonly found: 'missing'; readonly isDotnet: boolean; readonly evidence: string }
  | { readonly found: 'unknown'; readonly missingFacts: readonly string[] };

/** Programs of Windows itself that a web.config may start. */
const systemPrograms = /^(?:cmd|powershell|cscript|wscript)(?:\.exe)?$/i;

const isDotnet = (path: string): boolean => /^dotnet(?:\.exe)?$/i.test(fileName(path));

/** A bare name: the system folders, then the PATH of the worker process. Whatever its architecture, the first dotnet.exe wins. */
function searchBareName(facts: StartFacts, name: string, environment: EnvironmentBlock): ChildExecutable {
  if (systemPrograms.test(name)) return { found: 'other', path: name };
  if (!isDotnet(name))
    return { found: 'missing', isDotnet: false, evidence: `${name} is not in the artifact, and Windows would look for it on PATH only.` };
  const roots = facts.server?.dotnet;
  if (roots === undefined) return { found: 'unknown', missingFacts: ['dotnet'] };
  const path = environment('PATH');
  if (!path.known) return { found: 'unknown', missingFacts: path.missingFacts };
  for (const folder of pathFolders(path.value ?? '')) {
    const root = rootAt(roots, folder);
    if (root !== undefined) return { found: 'dotnet', root, how: 'first on the PATH of the worker process' };
  }
  return { found: 'missing', isDotnet: true, evidence: 'No folder on the PATH of the worker process holds a dotnet.exe.' };
}

function fullPath(facts: StartFacts, path: string): ChildExecutable {
  const resolved = resolveApplicationPath(facts, path);
  if (resolved.in === 'application') {
    const file = facts.artifact.files.get(resolved.key);
    if (file !== undefined) return { found: 'artifact', file: file.path, image: facts.artifact.images.get(resolved.key) };
    return { found: 'missing', isDotnet: false, evidence: `${path} is not in the artifact.` };
  }
  if (isDotnet(path)) {
    const roots = facts.server?.dotnet;
    if (roots === undefined) return { found: 'unknown', missingFacts: ['dotnet'] };
    const root = rootAt(roots, parentPath(path));
    if (root !== undefined) return { found: 'dotnet', root, how: 'named in processPath' };
    return { found: 'missing', isDotnet: true, evidence: `The manifest lists no dotnet at ${parentPath(path)}.` };
  }
  const found = fileExists(facts, resolved);
  if ('missingFacts' in found) return { found: 'unknown', missingFacts: found.missingFacts };
  return found.exists
    ? { found: 'other', path }
    : { found: 'missing', isDotnet: false, evidence: `${path} is not among the files known to exist on the server.` };
}

/**
 * The program that CreateProcess starts. A value without `:` and `%` is first tried below the application folder, as written; what is
 * left goes to CreateProcess, which appends .exe only to a bare name and never looks in the application folder.
 * Source: dotnet/aspnetcore:…/OutOfProcessRequestHandler/serverprocess.cpp `SetupCommandLine`; learn.microsoft.com, CreateProcessW.
 */
export function childExecutable(facts: StartFacts, processPath: string, environment: EnvironmentBlock): ChildExecutable {
  if (isAbsolutePath(processPath)) return fullPath(facts, processPath);
  if (!/[:%]/.test(processPath)) {
    const key = pathKey(processPath);
    const file = facts.artifact.files.get(key);
    if (file !== undefined) return { found: 'artifact', file: file.path, image: facts.artifact.images.get(key) };
  }
  if (fileName(processPath) !== processPath || processPath.includes('%')) {
    return {
      found: 'missing',
      isDotnet: false,
      evidence: `${processPath} is not in the artifact; a name with a folder gets no .exe appended.`,
    };
  }
  if (extension(processPath) === '' || /^\.exe$/i.test(extension(processPath))) return searchBareName(facts, processPath, environment);
  return { found: 'missing', isDotnet: false, evidence: `${processPath} is not in the artifact.` };
}

/** Why Windows refuses to start `image`; `undefined` when it starts it. Windows on ARM64 also runs x86 and x64 programs. */
export function whyNotStartable(
  image: BinaryImage,
  file: string,
  os: Architecture | undefined,
): { readonly why: string; readonly hresult: Hresult } | undefined {
  const bad = (why: string) => ({ why, hresult: hresults.ERROR_BAD_EXE_FORMAT });
  switch (image.format) {
    case 'elf':
      return bad('it is a Linux program (ELF)');
    case 'mach-o':
      return bad('it is a macOS program (Mach-O)');
    case 'empty':
      return bad('the file is empty');
    case 'not-an-image':
      return bad(`it is not a Windows program: ${image.why}`);
    case 'pe':
      if (image.isDll || /^\.dll$/i.test(extension(file))) return bad('it is a library, not a program');
      if (os === undefined || image.machine === os) return undefined;
      if (os === 'arm64' || (os === 'x64' && image.machine === 'x86')) return undefined;
      return { why: `it is compiled for ${image.machine}, and Windows is ${os}`, hresult: hresults.ERROR_EXE_MACHINE_TYPE_MISMATCH };
  }
}

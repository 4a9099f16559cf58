import type { Architecture } from '../model/architecture.ts';
import type { EnvironmentBlock } from '../model/environment.ts';
import type { StartServer } from '../model/start-facts.ts';
import type { DotnetRoot } from '../model/target-server.ts';
import type { ModuleGeneration } from '../model/worked-out.ts';
import { pathFolders } from '../windows/path-search.ts';
import { fileName, fullPathKey, joinPath, parentPath } from '../windows/paths.ts';

/** Where dotnet.exe was found, or why not; `trail` lists the places looked at, for evidence. */
export type DotnetSearch =
  | { readonly found: true; readonly exe: string; readonly root: DotnetRoot; readonly how: string; readonly trail: readonly string[] }
  | { readonly found: false; readonly trail: readonly string[] }
  | { readonly found: 'unknown'; readonly missingFacts: readonly string[] };

export interface DotnetSearchFacts {
  readonly server: StartServer | undefined;
  readonly module: ModuleGeneration;
  readonly workerArchitecture: Architecture;
  readonly workerEnvironment: EnvironmentBlock;
}

/** The dotnet root whose folder is `folder`. The manifest lists every root, so one that is not in it is not there. */
export function rootAt(roots: readonly DotnetRoot[], folder: string): DotnetRoot | undefined {
  return roots.find(({ root }) => fullPathKey(root) === fullPathKey(folder));
}

/** The build day (`YYDDD`) of `aspnetcorev2.dll`, the third part of its file version; 0 when nobody said. */
function buildDay(server: StartServer | undefined): number {
  const module = server?.aspNetCoreModule;
  const version = module?.installed === true ? module.version : undefined;
  return Number(/^\d+\.\d+\.(\d{5})(?:\.|$)/.exec(version ?? '')?.[1] ?? 0);
}

/**
 * Whether a dotnet.exe that where.exe lists is taken. The comparison changed twice in servicing:
 * by `GetBinaryType` against "the worker is AMD64", by PE32/PE32+ (dotnet/aspnetcore#61894, May 2025), by exact machine (#63652, September 2025).
 * It only makes a difference for a native ARM64 worker.
 */
function matchesWorker(architecture: Architecture, { server, module, workerArchitecture }: DotnetSearchFacts): boolean {
  if (workerArchitecture !== 'arm64') return architecture === workerArchitecture;
  const day = buildDay(server);
  if (module.major >= 10 || day >= 25260) return architecture === 'arm64';
  return day >= 25139 ? architecture !== 'x86' : architecture === 'x86';
}

function onPath(search: DotnetSearchFacts, roots: readonly DotnetRoot[], trail: string[]): DotnetSearch | undefined {
  const path = search.workerEnvironment('PATH');
  if (!path.known) return { found: 'unknown', missingFacts: path.missingFacts };
  for (const folder of pathFolders(path.value ?? '')) {
    const root = rootAt(roots, folder);
    if (root === undefined) continue;
    if (root.architecture === undefined) return { found: 'unknown', missingFacts: ['dotnet[].architecture'] };
    if (matchesWorker(root.architecture, search)) return found(root, 'first match on PATH', trail);
    trail.push(`PATH: ${root.root} is ${root.architecture} and is skipped`);
  }
  trail.push(`PATH: no dotnet.exe for an ${search.workerArchitecture} worker process`);
  return undefined;
}

/** From 3.0 on: the registered install location. A native ARM64 worker reads the x86 key, like a 32-bit one. */
function registered(search: DotnetSearchFacts, roots: readonly DotnetRoot[], trail: string[]): DotnetSearch | undefined {
  if (search.module.major < 3) return undefined;
  const key = search.workerArchitecture === 'x64' ? 'x64' : 'x86';
  const location = search.server?.dotnetInstallLocations?.[key];
  if (location === undefined) return undefined;
  const root = rootAt(roots, location);
  if (root !== undefined) return found(root, `registered InstallLocation (${key})`, trail);
  trail.push(`registry: InstallLocation (${key}) is ${location}, where no dotnet.exe is`);
  return undefined;
}

function inProgramFiles(search: DotnetSearchFacts, roots: readonly DotnetRoot[], trail: string[]): DotnetSearch | undefined {
  const programFiles = search.workerEnvironment('ProgramFiles');
  if (!programFiles.known) return { found: 'unknown', missingFacts: programFiles.missingFacts };
  const folder = joinPath(programFiles.value ?? 'C:\\Program Files', 'dotnet');
  const root = rootAt(roots, folder);
  if (root !== undefined) return found(root, '%ProgramFiles%\\dotnet as this worker process sees it', trail);
  trail.push(`%ProgramFiles%: ${folder} has no dotnet.exe`);
  return undefined;
}

function found(root: DotnetRoot, how: string, trail: readonly string[]): DotnetSearch {
  return { found: true, exe: `${root.root}\\dotnet.exe`, root, how, trail };
}

/**
 * The module's search for dotnet.exe, after a path relative to the application was tried: a folder in the request settles it, then
 * where.exe, the registry, and Program Files.
 * Source: dotnet/aspnetcore:src/Servers/IIS/AspNetCoreModuleV2/CommonLib/HostFxrResolver.cpp `GetAbsolutePathToDotnet`.
 */
export function searchDotnet(request: string, search: DotnetSearchFacts): DotnetSearch {
  const roots = search.server?.dotnet;
  if (roots === undefined) return { found: 'unknown', missingFacts: ['dotnet'] };
  const trail: string[] = [];
  if (fileName(request) !== request) {
    const root = rootAt(roots, parentPath(request));
    return root === undefined ? { found: false, trail: [`${request} is not there`] } : found(root, 'named in processPath', trail);
  }
  return (
    onPath(search, roots, trail) ?? registered(search, roots, trail) ?? inProgramFiles(search, roots, trail) ?? { found: false, trail }
  );
}

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

/** The build day (`YYDDD`) of `aspnetcorev2.dll`, the third part of its file version; `undefined` when nobody said. */
function buildDay(server: StartServer | undefined): number | undefined {
  const module = server?.aspNetCoreModule;
  const version = module?.installed === true ? module.version : undefined;
  const day = /^\d+\.\d+\.(\d{5})(?:\.|$)/.exec(version ?? '')?.[1];
  return day === undefined ? undefined : Number(day);
}

type Comparison = 'GetBinaryType' | 'PE32 or PE32+' | 'machine';

/**
 * How this shim tells whether a dotnet.exe that where.exe lists is one for its worker process. It changed twice in servicing of 8.0 and 9.0
 * (dotnet/aspnetcore#61894, May 2025; #63652, September 2025); the first builds afterwards may or may not have the change.
 */
function comparisons({ server, module }: DotnetSearchFacts): readonly Comparison[] {
  if (module.major >= 10) return ['machine'];
  if (module.major < 8) return ['GetBinaryType'];
  const day = buildDay(server);
  if (day === undefined) return ['GetBinaryType', 'PE32 or PE32+', 'machine'];
  if (day < 25139) return ['GetBinaryType'];
  if (day < 25199) return ['GetBinaryType', 'PE32 or PE32+'];
  if (day < 25260) return ['PE32 or PE32+'];
  return day < 25293 ? ['PE32 or PE32+', 'machine'] : ['machine'];
}

/**
 * GetBinaryType fails on an ARM64 file in an emulated x64 process. Up to the last change "64-bit" meant that the worker is AMD64, so that
 * a native ARM64 worker passed for a 32-bit one.
 */
function matches(comparison: Comparison, architecture: Architecture, worker: Architecture): boolean {
  switch (comparison) {
    case 'machine':
      return architecture === worker;
    case 'PE32 or PE32+':
      return (architecture !== 'x86') === (worker === 'x64');
    case 'GetBinaryType':
      return architecture === (worker === 'arm64' ? 'x86' : worker);
  }
}

/** Whether a dotnet.exe that where.exe lists is taken; `undefined` while it is not known how this shim compares. */
function matchesWorker(architecture: Architecture, search: DotnetSearchFacts): boolean | undefined {
  const answers = new Set(comparisons(search).map((comparison) => matches(comparison, architecture, search.workerArchitecture)));
  const [answer] = answers;
  return answers.size === 1 ? answer : undefined;
}

/** A dotnet.exe that is among the files known to exist, in a folder that is not among the dotnet roots. */
function hasUndescribedDotnet({ server }: DotnetSearchFacts, folder: string): boolean {
  const exe = fullPathKey(`${folder}\\dotnet.exe`);
  return server?.existingFiles?.some((file) => fullPathKey(file) === exe) ?? false;
}

function onPath(search: DotnetSearchFacts, roots: readonly DotnetRoot[], trail: string[]): DotnetSearch | undefined {
  const path = search.workerEnvironment('PATH');
  if (!path.known) return { found: 'unknown', missingFacts: path.missingFacts };
  for (const folder of pathFolders(path.value ?? '')) {
    const root = rootAt(roots, folder);
    if (root === undefined && hasUndescribedDotnet(search, folder)) return { found: 'unknown', missingFacts: ['dotnet'] };
    if (root === undefined) continue;
    if (root.architecture === undefined) return { found: 'unknown', missingFacts: ['dotnet[].architecture'] };
    const taken = matchesWorker(root.architecture, search);
    if (taken === undefined) return { found: 'unknown', missingFacts: [] };
    if (taken) return found(root, 'first match on PATH', trail);
    trail.push(`PATH: ${root.root} is ${root.architecture} and is skipped`);
  }
  trail.push(`PATH: no dotnet.exe for an ${search.workerArchitecture} worker process`);
  return undefined;
}

/**
 * Whether it hangs on the registry, about which nobody said anything: Program Files, where installers register, has no dotnet for the
 * worker process, and another folder has.
 */
function registryDecides({ server, workerArchitecture }: DotnetSearchFacts, roots: readonly DotnetRoot[], fallback: DotnetSearch): boolean {
  if (server?.dotnetInstallLocations !== undefined || fallback.found === 'unknown') return false;
  const suits = ({ architecture }: DotnetRoot) => architecture === undefined || architecture === workerArchitecture;
  return !(fallback.found && suits(fallback.root)) && roots.some(suits);
}

function registered(search: DotnetSearchFacts, roots: readonly DotnetRoot[], trail: string[]): DotnetSearch | undefined {
  const { workerArchitecture } = search;
  const location = search.server?.dotnetInstallLocations?.[workerArchitecture];
  if (location === undefined) return undefined;
  const root = rootAt(roots, location);
  if (root !== undefined) return found(root, `registered InstallLocation (${workerArchitecture})`, trail);
  trail.push(`registry: InstallLocation (${workerArchitecture}) is ${location}, where no dotnet.exe is`);
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
 * From 3.0 on: the registered install location, then Program Files. Locations are registered in the 32-bit view of the registry; a native
 * ARM64 worker asks for the x86 one in its own view, where there is none.
 */
function behindPath(search: DotnetSearchFacts, roots: readonly DotnetRoot[], trail: string[]): DotnetSearch {
  const readsRegistry = search.module.major >= 3 && search.workerArchitecture !== 'arm64';
  const location = readsRegistry ? registered(search, roots, trail) : undefined;
  if (location !== undefined) return location;
  const fallback = inProgramFiles(search, roots, trail) ?? { found: false, trail };
  if (readsRegistry && registryDecides(search, roots, fallback)) return { found: 'unknown', missingFacts: ['dotnetInstallLocations'] };
  return fallback;
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
    if (root === undefined && hasUndescribedDotnet(search, parentPath(request))) return { found: 'unknown', missingFacts: ['dotnet'] };
    return root === undefined ? { found: false, trail: [`${request} is not there`] } : found(root, 'named in processPath', trail);
  }
  return onPath(search, roots, trail) ?? behindPath(search, roots, trail);
}

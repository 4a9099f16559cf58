import type { Architecture } from '../model/architecture.ts';
import type { Place } from '../model/finding.ts';
import type { StartFacts } from '../model/start-facts.ts';
import type { WorkedOut } from '../model/worked-out.ts';
import { joinPath, parentPath, pathKey } from '../windows/paths.ts';
import { applicationFolder } from './application-folder.ts';
import { whyAssemblyRefused, whyNotLoadable } from './image-architecture.ts';

/** A file of the application that its process cannot load. */
export interface UnloadableFile {
  /** Relative to the application root, as written in the artifact. */
  readonly file: string;
  readonly why: string;
  /** The file that it is looked for beside; absent where it is there itself. */
  readonly beside?: string;
}

/** Where the report points at: at the file, or at what is there of what belongs to it. */
export const placeOfFile = ({ file, beside }: UnloadableFile): Place => ({ in: 'artifact', file: beside ?? file });

export interface RunningApplication {
  /** Entry assembly, relative to the application root. */
  readonly dll: string;
  readonly host: WorkedOut['host'];
  /** Of the process. */
  readonly architecture: Architecture;
}

/** Native parts of the runtime; without one of them it does not come up. */
const nativeParts = ['coreclr.dll', 'clrjit.dll'];

/** What coreclr.dll looks for in its own folder, whatever deps.json says; coreclr.dll itself is the host's business. */
const besideCoreclr = ['clrjit.dll', 'System.Private.CoreLib.dll'];

function missingPart({ artifact }: StartFacts, dll: string): UnloadableFile | undefined {
  const inFolder = (name: string): string => joinPath(parentPath(dll), name);
  const coreclr = artifact.files.get(pathKey(inFolder('coreclr.dll')));
  if (coreclr === undefined) return undefined;
  const name = besideCoreclr.find((candidate) => !artifact.files.has(pathKey(inFolder(candidate))));
  return name === undefined ? undefined : { file: inFolder(name), why: 'it is not in the artifact', beside: coreclr.path };
}

function refusedAssembly(facts: StartFacts, name: string, { dll, host, architecture }: RunningApplication): UnloadableFile | undefined {
  return host.selfContained ? unloadable(facts, dll, name, (image) => whyAssemblyRefused(image, architecture)) : undefined;
}

/**
 * The managed side of IIS hosting that a self-contained application brings, where its process refuses it. The in-process handler hooks it
 * in; out-of-process the default builders call it too (dotnet/aspnetcore:src/DefaultBuilder/src/WebHost.cs `ConfigureWebDefaults`).
 */
export function unloadableServer(facts: StartFacts, application: RunningApplication): UnloadableFile | undefined {
  return refusedAssembly(facts, 'Microsoft.AspNetCore.Server.IIS.dll', application);
}

/** The exception over it, as far as it can be known. */
export function assemblyRefusedText({ file }: UnloadableFile): string {
  return `System.BadImageFormatException: Could not load file or assembly '${file}'.`;
}

/** A part of a self-contained application's runtime that its process cannot load or does not find: coreclr.dll, clrjit.dll or System.Private.CoreLib.dll. */
export function unloadableRuntime(facts: StartFacts, application: RunningApplication): UnloadableFile | undefined {
  const { dll, host, architecture } = application;
  if (!host.selfContained) return undefined;
  for (const name of nativeParts) {
    const problem = unloadable(facts, dll, name, (image) => whyNotLoadable(image, architecture));
    if (problem !== undefined) return problem;
  }
  return refusedAssembly(facts, 'System.Private.CoreLib.dll', application) ?? missingPart(facts, dll);
}

type Judge = (image: Parameters<typeof whyNotLoadable>[0]) => string | undefined;

function unloadable({ artifact }: StartFacts, dll: string, name: string, judge: Judge): UnloadableFile | undefined {
  const key = pathKey(`${parentPath(dll)}\\${name}`);
  const image = artifact.images.get(key);
  const why = image === undefined ? undefined : judge(image);
  return why === undefined ? undefined : { file: artifact.files.get(key)?.path ?? key, why };
}

/** What hostpolicy writes about it; CoreClrInitFailure (dotnet/runtime:src/native/corehost/hostpolicy/coreclr.cpp). */
export function runtimeFailureText(facts: StartFacts, { host, architecture }: RunningApplication, { file }: UnloadableFile): string {
  if (!/coreclr\.dll$/i.test(file)) return 'Failed to create CoreCLR';
  const path = `${applicationFolder(facts)}\\${file}`;
  const since10 = Number.parseInt(host.hostpolicyVersion ?? '', 10) >= 10;
  const load = since10
    ? [`Failed to load [${path}], HRESULT: 0x800700C1`, `  - Ensure the library matches the current process architecture: ${architecture}`]
    : [`Failed to load the dll from [${path}], HRESULT: 0x800700C1`];
  return [...load, `Failed to bind to CoreCLR at '${parentPath(path)}\\'`, 'Failed to create CoreCLR, HRESULT: 0x80008088'].join('\n');
}

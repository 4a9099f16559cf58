import { defaultLocation } from '../dotnet/find-dotnet-root.ts';
import type { Architecture } from '../model/architecture.ts';
import type { SingleFileBundle } from '../model/binary-image.ts';
import type { HostApplication, HostStartRequest } from '../model/host-start.ts';
import { onceForEach } from '../model/once-for-each.ts';
import type { PublishArtifact } from '../model/publish-artifact.ts';
import type { StartFacts } from '../model/start-facts.ts';
import type { DotnetRoot } from '../model/target-server.ts';
import { fileName, fullPathKey, parentPath, pathKey } from '../windows/paths.ts';
import { applicationFolder } from './application-folder.ts';
import { bundledHostVersion } from './bundled-host-version.ts';
import { fileBeside } from './file-beside.ts';
import { whyNotLoadable } from './image-architecture.ts';

/** Bytes of a JSON file that belongs to the dll's name, such as `.runtimeconfig.json`. */
export function besideDll({ artifact }: StartFacts, dll: string, suffix: string): Uint8Array | undefined {
  return artifact.contents.get(pathKey(fileBeside(dll, suffix)));
}

/** The application as the host sees it: its folder, its dll, and the JSON files that belong to the dll's name, or those of `bundle`. */
export function hostApplication(facts: StartFacts, dll: string, bundle?: SingleFileBundle): HostApplication {
  const folder = parentPath(dll);
  if (bundle !== undefined) return bundledApplication(facts, dll, bundle);
  const content = (suffix: string) => besideDll(facts, dll, suffix);
  const [runtimeConfig, runtimeConfigDev, deps] = [
    content('.runtimeconfig.json'),
    content('.runtimeconfig.dev.json'),
    content('.deps.json'),
  ];
  return {
    directory: directoryOf(facts, folder),
    dll: fileName(dll),
    files: filesBelow(facts.artifact, folder),
    ...(runtimeConfig === undefined ? {} : { runtimeConfig }),
    ...(runtimeConfigDev === undefined ? {} : { runtimeConfigDev }),
    ...(deps === undefined ? {} : { deps }),
  };
}

function directoryOf(facts: StartFacts, folder: string): string {
  return folder === '' ? applicationFolder(facts) : `${applicationFolder(facts)}\\${folder}`;
}

/** For the host, the files of a bundle lie in the folder of its executable. */
function bundledApplication(facts: StartFacts, dll: string, { files, runtimeConfig, deps }: SingleFileBundle): HostApplication {
  const folder = parentPath(dll);
  return {
    directory: directoryOf(facts, folder),
    dll: fileName(dll),
    files: new Set([...filesBelow(facts.artifact, folder), ...files.map(pathKey)]),
    ...(runtimeConfig === undefined ? {} : { runtimeConfig }),
    ...(deps === undefined ? {} : { deps }),
  };
}

const allFiles = onceForEach((artifact: PublishArtifact): ReadonlySet<string> => new Set(artifact.files.keys()));

function filesBelow(artifact: PublishArtifact, folder: string): ReadonlySet<string> {
  if (folder === '') return allFiles(artifact);
  const prefix = `${pathKey(folder)}\\`;
  return new Set([...artifact.files.keys()].filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length)));
}

/** Where multi-level lookup goes on: the registered install location of the architecture, then the default one. */
function globalRoots(facts: StartFacts, root: DotnetRoot, architecture: Architecture): DotnetRoot[] {
  const all = facts.server?.dotnet ?? [];
  const registered = facts.server?.dotnetInstallLocations?.[architecture];
  const standard = defaultLocation({ architecture, osArchitecture: facts.server?.os?.architecture });
  const wanted = [registered, standard].filter((path) => path !== undefined).map(fullPathKey);
  return wanted.flatMap((path) => all.filter((other) => fullPathKey(other.root) === path && path !== fullPathKey(root.root)));
}

/** hostpolicy.dll beside the dll, where a process of `architecture` cannot load it. */
function unloadableLibraries({ images }: PublishArtifact, dll: string, architecture: Architecture): ReadonlyMap<string, string> {
  const image = images.get(pathKey(`${parentPath(dll)}\\hostpolicy.dll`));
  const why = image === undefined ? undefined : whyNotLoadable(image, architecture);
  return new Map(why === undefined ? [] : [['hostpolicy.dll', why]]);
}

export interface HostRequestFacts {
  readonly facts: StartFacts;
  readonly mode: HostStartRequest['mode'];
  readonly dll: string;
  readonly dotnetRoot: DotnetRoot;
  readonly hostfxrVersion: string | undefined;
  readonly architecture: Architecture;
  readonly environment: ReadonlyMap<string, string>;
  /** The single file that holds the application; absent where it lies in files of its own. */
  readonly bundle?: SingleFileBundle;
}

/** The question for the .NET host. */
export function hostStartRequest({
  facts,
  mode,
  dll,
  dotnetRoot,
  hostfxrVersion,
  architecture,
  environment,
  bundle,
}: HostRequestFacts): HostStartRequest {
  const bundled = bundledHostVersion(facts.artifact, dll);
  return {
    mode,
    ...(hostfxrVersion === undefined ? {} : { hostfxrVersion }),
    ...(bundled === undefined ? {} : { bundledHostpolicyVersion: bundled }),
    dotnetRoot,
    globalRoots: globalRoots(facts, dotnetRoot, architecture),
    otherArchitectures: (facts.server?.dotnet ?? []).filter(
      (root) => root.architecture !== undefined && root.architecture !== architecture,
    ),
    architecture,
    application: { ...hostApplication(facts, dll, bundle), unloadable: unloadableLibraries(facts.artifact, dll, architecture) },
    environment,
    folderExists: new Map((facts.server?.existingFiles ?? []).map((path) => [fullPathKey(path), true])),
    ...(facts.server?.existingFiles === undefined ? {} : { everythingListed: true }),
  };
}

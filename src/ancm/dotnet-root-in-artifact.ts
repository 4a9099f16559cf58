import { highestFxVersion } from '../dotnet/fx-version.ts';
import { type Architecture, isArchitecture } from '../model/architecture.ts';
import type { StartFacts } from '../model/start-facts.ts';
import type { DotnetRoot, InstalledVersion } from '../model/target-server.ts';
import { pathKey } from '../windows/paths.ts';
import { applicationFolder } from './application-folder.ts';

/** Version folders directly below `start`, spelled as in the artifact; complete when `file` lies in them. */
function versionFolders(paths: readonly string[], start: readonly string[], file: string): InstalledVersion[] {
  const below = paths
    .map((path) => path.split('\\'))
    .filter((parts) => start.every((part, index) => parts[index]?.toLowerCase() === part.toLowerCase()));
  const versions = new Set(below.filter(({ length }) => length > start.length + 1).map((parts) => parts[start.length] ?? ''));
  const has = (version: string) =>
    below.some((parts) => parts[start.length] === version && parts[start.length + 1]?.toLowerCase() === file.toLowerCase());
  return [...versions].map((version) => ({ version, complete: has(version) }));
}

/** Of the hostfxr.dll in the highest version folder, which is the one that is loaded, else of dotnet.exe. */
function architectureOf({ artifact }: StartFacts, folder: string, hostfxr: readonly InstalledVersion[]): Architecture | undefined {
  const loaded = `host\\fxr\\${highestFxVersion(hostfxr)?.version ?? ''}\\hostfxr.dll`;
  for (const file of [loaded, 'dotnet.exe']) {
    const image = artifact.images.get(pathKey(`${folder}\\${file}`));
    if (image?.format === 'pe' && isArchitecture(image.machine)) return image.machine;
  }
  return undefined;
}

/**
 * A private dotnet root that is part of the artifact: what it holds is read off the file list.
 * `folder` is relative to the application root, `''` for the root itself.
 */
export function dotnetRootInArtifact(facts: StartFacts, folder: string): DotnetRoot {
  const prefix = folder === '' ? '' : `${folder}\\`.toLowerCase();
  const paths = [...facts.artifact.files.values()]
    .map(({ path }) => path)
    .filter((path) => path.toLowerCase().startsWith(prefix))
    .map((path) => path.slice(prefix.length));
  const hostfxr = versionFolders(paths, ['host', 'fxr'], 'hostfxr.dll');
  const architecture = architectureOf(facts, folder, hostfxr);
  const names = new Set(paths.filter((path) => /^shared\\[^\\]+\\/i.test(path)).map((path) => path.split('\\')[1] ?? ''));
  return {
    root: folder === '' ? applicationFolder(facts) : `${applicationFolder(facts)}\\${folder}`,
    ...(architecture === undefined ? {} : { architecture }),
    hostfxr,
    frameworks: new Map([...names].map((name) => [name, versionFolders(paths, ['shared', name], `${name}.deps.json`)])),
  };
}

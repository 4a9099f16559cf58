import type { Architecture } from '../model/architecture.ts';
import { onceForEach } from '../model/once-for-each.ts';
import type { StartServer } from '../model/start-facts.ts';
import type { DotnetRoot, TargetServer } from '../model/target-server.ts';
import { environmentBlock, expandEnvironmentVariables, windowsVariables } from '../windows/environment.ts';
import { pathFolders } from '../windows/path-search.ts';
import { fullPathKey, parentPath } from '../windows/paths.ts';

const rootsByKey = onceForEach((roots: readonly DotnetRoot[]) => new Map(roots.map(({ root }) => [fullPathKey(root), root])));

const foldersOf = onceForEach((files: readonly string[]) => new Set(files.map((file) => fullPathKey(parentPath(file)))));

/** A PATH that names no folder; an empty value would mean that there is none. */
const noFolder = ';';

/**
 * PATH without the folders that decide nothing: a start looks there for dotnet.exe, of which the manifest lists every place, and for a
 * program that is among the files known to exist.
 */
function withDecidingFolders(written: string, { dotnet = [], existingFiles = [], environment, os }: TargetServer): string {
  const path = asServicesSeeIt(written, environment, os?.architecture);
  const byKey = rootsByKey(dotnet);
  const others = foldersOf(existingFiles);
  const deciding = pathFolders(path)
    .flatMap((folder) => byKey.get(fullPathKey(folder)) ?? (others.has(fullPathKey(folder)) ? folder : []))
    .map((folder) => (folder.includes(';') ? `"${folder}"` : folder));
  return deciding.length === 0 && path !== '' ? noFolder : deciding.join(';');
}

/** A PATH copied from the registry, where `%SystemRoot%` and the like still stand in it. */
function asServicesSeeIt(path: string, variables: TargetServer['environment'], windows: Architecture | undefined): string {
  if (variables === undefined || !path.includes('%')) return path;
  const block = environmentBlock([{ fact: 'environment', variables }], windowsVariables(windows ?? 'x64', windows));
  const expanded = expandEnvironmentVariables(path, block);
  return expanded.known ? expanded.text : path;
}

/** What a start can read of a server, and nothing else: servers that are alike in this are one kind of server. */
export function startServer(server: TargetServer): StartServer {
  const { name: _name, collectedAt: _collectedAt, manifest: _manifest, notes: _notes, environment, iis, ...facts } = server;
  const path = environment?.get('PATH');
  return {
    ...facts,
    ...(environment === undefined ? {} : { environment }),
    ...(typeof path === 'string' ? { environment: new Map(environment).set('PATH', withDecidingFolders(path, server)) } : {}),
    ...(iis === undefined ? {} : { iis: withoutPlaces(iis) }),
  };
}

function withoutPlaces({
  sites: _sites,
  appPools: _appPools,
  ...configuration
}: NonNullable<TargetServer['iis']>): NonNullable<StartServer['iis']> {
  return configuration;
}

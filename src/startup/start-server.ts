import { onceForEach } from '../model/once-for-each.ts';
import type { StartServer } from '../model/start-facts.ts';
import type { DotnetRoot, TargetServer } from '../model/target-server.ts';
import { pathFolders } from '../windows/path-search.ts';
import { fileName, fullPathKey, parentPath } from '../windows/paths.ts';

const rootsByKey = onceForEach((roots: readonly DotnetRoot[]) => new Map(roots.map(({ root }) => [fullPathKey(root), root])));

/** Folders of dotnet.exe among the files that are known to exist. */
const listedByKey = onceForEach(
  (files: readonly string[]) =>
    new Map(files.filter((file) => /^dotnet\.exe$/i.test(fileName(file))).map((file) => [fullPathKey(parentPath(file)), parentPath(file)])),
);

/** PATH without the folders that decide nothing: a start looks there for dotnet.exe only, and the manifest lists every place that has one. */
function withDotnetFolders(path: string, { dotnet = [], existingFiles = [] }: TargetServer): string {
  const [roots, listed] = [rootsByKey(dotnet), listedByKey(existingFiles)];
  return pathFolders(path)
    .flatMap((folder) => roots.get(fullPathKey(folder)) ?? listed.get(fullPathKey(folder)) ?? [])
    .map((folder) => (folder.includes(';') ? `"${folder}"` : folder))
    .join(';');
}

/** What a start can read of a server, and nothing else: servers that are alike in this are one kind of server. */
export function startServer(server: TargetServer): StartServer {
  const { name: _name, collectedAt: _collectedAt, manifest: _manifest, notes: _notes, environment, iis, ...facts } = server;
  const path = environment?.get('PATH');
  return {
    ...facts,
    ...(environment === undefined ? {} : { environment }),
    ...(typeof path === 'string' ? { environment: new Map(environment).set('PATH', withDotnetFolders(path, server)) } : {}),
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

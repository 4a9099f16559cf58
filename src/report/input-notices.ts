import { artifactKey } from '../model/artifact-key.ts';
import type { ApplicationMapping } from '../model/configuration.ts';
import type { PublishArtifact } from '../model/publish-artifact.ts';
import type { Notice } from '../model/report.ts';
import type { TargetServer } from '../model/target-server.ts';

/**
 * Mappings of the configuration file that place nothing although something is left to place: for an artifact that is not in the run while
 * another has no mapping, or for a server that is not in the run. Most often a name is misspelt.
 */
export function mappingNotices(
  mappings: readonly ApplicationMapping[],
  artifacts: readonly PublishArtifact[],
  servers: readonly TargetServer[],
): readonly Notice[] {
  const names = artifacts.map(({ name, label }) => label ?? name);
  const known = new Set(names.map(artifactKey));
  const mapped = new Set(mappings.map(({ artifact }) => artifactKey(artifact)));
  const free = names.filter((name) => !mapped.has(artifactKey(name)));
  return mappings.flatMap(({ artifact, server, at }) => {
    if (!known.has(artifactKey(artifact))) {
      const message = `No artifact of this run is called ${artifact}, and the file does not say where ${free.join(', ')} goes.`;
      return free.length === 0 ? [] : [{ message, location: at }];
    }
    if (server === undefined || servers.length === 0 || servers.some(({ name }) => name === server)) return [];
    return [{ message: `No server of this run is called ${server}, so ${artifact} is not checked for it.`, location: at }];
  });
}

/** What the readers have to say about the inputs themselves: files that were not read, a bundle the data do not know. */
export function inputNotices(artifacts: readonly PublishArtifact[], servers: readonly TargetServer[]): readonly Notice[] {
  const ofArtifacts = artifacts.flatMap(({ name, label, notes }) => notes.map((note) => ({ message: `${label ?? name}: ${note}` })));
  const ofServers = servers.flatMap(({ name, manifest, notes = [] }) =>
    notes.map((note) => ({ message: `${name}: ${note}`, location: { file: manifest.file } })),
  );
  return [...ofArtifacts, ...ofServers];
}

import type { PublishArtifact } from '../model/publish-artifact.ts';
import type { Notice } from '../model/report.ts';
import type { TargetServer } from '../model/target-server.ts';

/** What the readers have to say about the inputs themselves: files that were not read, a bundle the data do not know. */
export function inputNotices(artifacts: readonly PublishArtifact[], servers: readonly TargetServer[]): readonly Notice[] {
  const ofArtifacts = artifacts.flatMap(({ name, label, notes }) => notes.map((note) => ({ message: `${label ?? name}: ${note}` })));
  const ofServers = servers.flatMap(({ name, manifest, notes = [] }) =>
    notes.map((note) => ({ message: `${name}: ${note}`, location: { file: manifest.file } })),
  );
  return [...ofArtifacts, ...ofServers];
}

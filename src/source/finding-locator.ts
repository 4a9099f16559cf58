import type { Disk } from '../model/file-tree.ts';
import type { Finding } from '../model/finding.ts';
import type { PublishArtifact } from '../model/publish-artifact.ts';
import type { Location } from '../model/report.ts';
import type { TargetServer } from '../model/target-server.ts';
import { locateFinding, readSourceTree, type SourceContext, type SourceTree, sourceContext } from './locate.ts';

/** Says where a finding of one start is shown. */
export type FindingLocator = (finding: Finding, artifact: PublishArtifact, server?: TargetServer) => Location | undefined;

/** Where the finding itself says it is: below the artifact, or in the server manifest. */
function ownPlace({ place }: Finding, artifact: PublishArtifact, server: TargetServer | undefined): Location | undefined {
  if (place === undefined) return undefined;
  if (place.in === 'server') {
    if (server === undefined) return undefined;
    const position = server.manifest.positions.get(place.fact);
    return { file: server.manifest.file, ...(position ?? {}) };
  }
  const folder = artifact.root === '' ? artifact.name : `${artifact.name}/${artifact.root}`;
  const file = `${folder.replace(/[\\/]+$/, '')}/${place.file}`.replaceAll('\\', '/');
  return {
    file,
    ...(place.line === undefined ? {} : { line: place.line }),
    ...(place.column === undefined ? {} : { column: place.column }),
  };
}

/** One context for each artifact and server, made when it is first needed. */
function contexts(tree: SourceTree): (artifact: PublishArtifact, server: TargetServer | undefined) => SourceContext {
  const made = new Map<PublishArtifact, Map<TargetServer | undefined, SourceContext>>();
  return (artifact, server) => {
    const ofArtifact = made.get(artifact) ?? new Map<TargetServer | undefined, SourceContext>();
    made.set(artifact, ofArtifact);
    const context = ofArtifact.get(server) ?? sourceContext(tree, artifact, server);
    ofArtifact.set(server, context);
    return context;
  };
}

/**
 * Prepares locating: in the committed source below `root` where a line there is the cause, else where the finding itself says.
 * Without a root only the latter.
 */
export async function findingLocator(root: string | undefined, disk: Disk): Promise<FindingLocator> {
  if (root === undefined) return ownPlace;
  const contextOf = contexts(await readSourceTree(root, disk));
  return (finding, artifact, server) => locateFinding(finding, contextOf(artifact, server)) ?? ownPlace(finding, artifact, server);
}

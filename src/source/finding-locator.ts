import type { Disk } from '../model/file-tree.ts';
import type { Finding } from '../model/finding.ts';
import type { PublishArtifact } from '../model/publish-artifact.ts';
import type { Location } from '../model/report.ts';
import type { TargetServer } from '../model/target-server.ts';
import { checkoutKey, checkoutPath } from './checkout-path.ts';
import { locateFinding } from './locate.ts';
import { manifestPosition } from './manifest-position.ts';
import { type SourceContext, sourceContext, withManifest } from './source-context.ts';
import { readSourceTree } from './source-tree.ts';

/** Tells where to show the findings of one start. */
export type FindingLocator = (start: {
  readonly artifact: PublishArtifact;
  readonly server?: TargetServer;
}) => (finding: Finding) => Location | undefined;

/**
 * Reads the checkout once and finds in it the lines behind the findings of every start of a run. A finding without such a line is shown
 * where it is in the artifact or in the manifest; one without a place, nowhere.
 * @param sourceRoot The folder of the checkout; absent: nothing is looked for in it.
 * @param pipeline The pipeline file that runs the check, relative to the checkout.
 */
export async function findingLocator(sourceRoot: string | undefined, disk: Disk, pipeline?: string): Promise<FindingLocator> {
  const read = sourceRoot === undefined ? undefined : await readSourceTree(sourceRoot, disk);
  const tree = read === undefined || pipeline === undefined ? read : { ...read, pipeline: checkoutKey(pipeline) };
  // One artifact may go to thousands of servers.
  const contexts = new Map<PublishArtifact, SourceContext>();
  return ({ artifact, server }) => {
    if (tree === undefined) return (finding) => ownPlace(finding, artifact, server);
    const known = contexts.get(artifact) ?? sourceContext(tree, artifact);
    contexts.set(artifact, known);
    const context = server === undefined ? known : withManifest(known, server);
    return (finding) => locateFinding(finding, context) ?? ownPlace(finding, artifact, server);
  };
}

/** The place of a finding as the user knows it: below the artifact, or in the manifest. */
function ownPlace({ place }: Finding, artifact: PublishArtifact, server: TargetServer | undefined): Location | undefined {
  if (place === undefined) return undefined;
  if (place.in === 'server') {
    const position = server && manifestPosition(server.manifest.positions, place.fact);
    return position && { file: server.manifest.file, line: position.line, column: position.column };
  }
  const below = checkoutPath(artifact.root, place.file) ?? place.file;
  return {
    file: `${artifact.name.replace(/[\\/]$/, '')}/${below}`,
    ...(place.line === undefined ? {} : { line: place.line }),
    ...(place.column === undefined ? {} : { column: place.column }),
  };
}

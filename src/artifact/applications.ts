import type { PublishArtifact } from '../model/publish-artifact.ts';
import { pathKey, withoutTrailingSeparators } from '../windows/paths.ts';
import { atRoot, type OpenedArtifact, readPublishFacts } from './publish-facts.ts';

/** An input with more of them is no pipeline artifact but a disk; it is taken as it is. */
export const mostApplications = 20;

/**
 * The applications of an opened input. Its own root counts when it is one. Otherwise the check goes on where one is: in the only folder
 * below that looks like one, or in each of several.
 */
export async function readApplications(opened: OpenedArtifact): Promise<readonly PublishArtifact[]> {
  const whole = await readPublishFacts(opened);
  if (isApplication(whole)) return [whole];
  const roots = outermost(whole.otherRoots);
  const [root, ...others] = roots;
  if (root === undefined || roots.length > mostApplications) return [whole];
  if (others.length === 0) return [await readPublishFacts(atRoot(opened, root))];
  const input = withoutTrailingSeparators(whole.name);
  const applications: PublishArtifact[] = [];
  for (const below of roots) applications.push({ ...(await readPublishFacts(atRoot(opened, below))), label: `${input}/${below}` });
  return applications;
}

/** IIS would find an application at its root, or at least somebody meant it to. */
export function isApplication({ webConfig, files }: PublishArtifact): boolean {
  if (webConfig.state !== 'absent') return true;
  const suffix = '.runtimeconfig.json';
  const top = [...files.keys()].filter((key) => !key.includes('\\'));
  // A single file and a native executable have nothing beside them that says what they are.
  return top.some((key) => key.endsWith('.exe') || (key.endsWith(suffix) && files.has(`${key.slice(0, -suffix.length)}.dll`)));
}

/** Without those that lie inside another. `roots`: shallowest first. */
function outermost(roots: readonly string[]): readonly string[] {
  const kept: string[] = [];
  for (const root of roots) {
    if (root !== '' && !kept.some((outer) => pathKey(root).startsWith(`${pathKey(outer)}\\`))) kept.push(root);
  }
  return kept;
}

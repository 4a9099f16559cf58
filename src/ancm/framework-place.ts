import type { Place } from '../model/finding.ts';
import type { PublishArtifact } from '../model/publish-artifact.ts';
import { pathKey } from '../windows/paths.ts';

/**
 * Where a runtimeconfig.json asks for a framework: the line of its name, or of the file when it is a framework that asks for it.
 * For people only; what the host reads is decided by `startHost`.
 */
export function frameworkPlace({ contents }: PublishArtifact, file: string, framework: string): Place {
  const bytes = contents.get(pathKey(file));
  const text = bytes === undefined ? '' : new TextDecoder().decode(bytes);
  const at = text.indexOf(JSON.stringify(framework));
  if (at < 0) return { in: 'artifact', file };
  const before = text.slice(0, at).split('\n');
  return { in: 'artifact', file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

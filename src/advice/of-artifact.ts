import type { PublishArtifact } from '../model/publish-artifact.ts';

/** What the artifact alone decides, worked out once for each artifact: it may go to thousands of servers. */
export function ofArtifact<T>(compute: (artifact: PublishArtifact) => T): (artifact: PublishArtifact) => T {
  const known = new WeakMap<PublishArtifact, { readonly value: T }>();
  return (artifact) => {
    const before = known.get(artifact) ?? { value: compute(artifact) };
    known.set(artifact, before);
    return before.value;
  };
}

import type { Architecture } from '../model/architecture.ts';
import type { FailureCause } from '../model/finding.ts';
import type { PublishArtifact } from '../model/publish-artifact.ts';

/** A refusal of the .NET host in terms of a finding; which status it becomes depends on who asked the host. */
export type RefusalFinding = Omit<FailureCause, 'certainty'>;

export interface RefusalContext {
  /** Entry assembly, relative to the application root. */
  readonly dll: string;
  readonly architecture: Architecture;
  readonly dotnetRoot: string;
  readonly artifact: PublishArtifact;
}

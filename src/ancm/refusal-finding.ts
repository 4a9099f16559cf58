import type { Architecture } from '../model/architecture.ts';
import type { FailureRuleId } from '../model/failure-rules.ts';
import type { Place, Remedy } from '../model/finding.ts';
import type { PublishArtifact } from '../model/publish-artifact.ts';

/** A refusal of the .NET host in terms of a finding; which status it becomes depends on who asked the host. */
export interface RefusalFinding {
  readonly rule: FailureRuleId;
  readonly message: string;
  readonly evidence: readonly string[];
  readonly remedies: readonly Remedy[];
  readonly place?: Place;
}

export interface RefusalContext {
  /** Entry assembly, relative to the application root. */
  readonly dll: string;
  readonly architecture: Architecture;
  readonly dotnetRoot: string;
  readonly artifact: PublishArtifact;
}

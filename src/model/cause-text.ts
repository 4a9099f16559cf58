import type { Remedy } from './finding.ts';

/** Why a rule is broken and what mends it, whatever the application; the finding of a check names files and versions. */
export interface CauseText {
  /** What happens and how it usually came to be, in a few sentences. */
  readonly why: string;
  /** Those of the application's side first. */
  readonly remedies: readonly Remedy[];
}

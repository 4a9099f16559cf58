/** Why a rule is broken and what mends it, whatever the application; the finding of a check names files and versions. */
export interface FailureCause {
  /** What happens and how it usually came to be, in a few sentences. */
  readonly why: string;
  /** What to do about it in the application or its pipeline. */
  readonly app?: string;
  /** What to do about it on the server. */
  readonly server?: string;
}

import type { TextPosition } from './configuration-element.ts';
import type { RuleId } from './rules.ts';

/** From which finding on a run counts as failed; each level includes the ones before it. `never`: nothing does. */
export const failOnLevels = ['error', 'warning', 'undetermined', 'never'] as const;

export type FailOn = (typeof failOnLevels)[number];

/** Where an artifact goes. Names as in the report. */
export interface ApplicationMapping {
  readonly artifact: string;
  /** A server's name; absent: every server of the run. */
  readonly server?: string;
  readonly site?: string;
  readonly application?: string;
  readonly appPool?: string;
  /** Where it stands, for messages about it. */
  readonly at: { readonly file: string } & Partial<TextPosition>;
}

/** Findings that are accepted, and why. Without `artifact` and `server` it covers every start. */
export interface Suppression {
  readonly rule: RuleId;
  readonly reason: string;
  /** The last day on which it holds, `YYYY-MM-DD`. */
  readonly until?: string;
  readonly artifact?: string;
  readonly server?: string;
  /** Where it stands, for messages about it. */
  readonly at: { readonly file: string } & Partial<TextPosition>;
}

/** The configuration file as read. */
export interface Configuration {
  readonly failOn?: FailOn;
  /** Manifest files, relative to the working directory of the run or absolute. */
  readonly servers: readonly string[];
  readonly applications: readonly ApplicationMapping[];
  readonly suppressions: readonly Suppression[];
}

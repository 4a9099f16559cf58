import type { Remedy } from './finding.ts';
import type { Hresult } from './startup-failure.ts';

/** The head of an error page: what stands after `HTTP Error 500.31 - `, and which binary writes it so. */
export interface ErrorPage {
  readonly title: string;
  readonly shownBy: string;
}

/** An entry of the Application event log that goes with a status. */
export interface EventMeaning {
  readonly source: string;
  readonly id: number;
  readonly meaning: string;
}

/** What is known about a status whatever its cause. The causes are the rules whose `statuses` include it. */
export interface FailureText {
  /** What it means, in one or two sentences. */
  readonly meaning: string;
  /** Which binary answers, and so decides how the failure is shown. */
  readonly answeredBy: string;
  /** Newest wording first. */
  readonly pages: readonly ErrorPage[];
  readonly hresults: readonly Hresult[];
  readonly events: readonly EventMeaning[];
  /** The first things to do; the cause of a finding knows better. */
  readonly remedies: readonly Remedy[];
}

/** Source names in the Application event log. */
export const eventSources = {
  module: 'IIS AspNetCore Module V2',
  processActivation: 'Microsoft-Windows-WAS',
  worker: 'Microsoft-Windows-IIS-W3SVC-WP',
} as const;

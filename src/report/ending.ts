import { pageHeading } from '../model/failure-catalogue.ts';
import type { Prediction, ReportedFinding, StartReport } from '../model/report.ts';
import type { EventLogEntry } from '../model/startup-failure.ts';
import { oneLine, shorten } from './visible-text.ts';

/** The finding that ends a start; `undefined` when it does not fail or the report does not say which. */
export function endingFinding(start: StartReport): ReportedFinding | undefined {
  return start.prediction.finding === undefined ? undefined : start.findings[start.prediction.finding];
}

/** The configuration file accepts that this start fails: the finding that ends it is suppressed. */
export function isAccepted(start: StartReport): boolean {
  return start.prediction.outcome === 'fails' && endingFinding(start)?.suppressed !== undefined;
}

/** Whether a start counts as failed: it fails and that is not accepted, or another error was found that is not. */
export function countsAsFailed(start: StartReport): boolean {
  return (start.prediction.outcome === 'fails' && !isAccepted(start)) || start.findings.some(isOpenError);
}

/** An error that the configuration file does not accept. */
export function isOpenError({ severity, suppressed }: ReportedFinding): boolean {
  return severity === 'error' && suppressed === undefined;
}

/** What helps most when nothing is known of the server. */
export const serverHint =
  'No server manifest was given. --server FILE (the input server) takes one; `iis-preflight collect` on the server prints it. The shortest one by hand:';
export const shortestManifest = '{ "manifestVersion": 1, "hostingBundle": "8.0.11", "iis": { "appPools": [{ "name": "shop" }] } }';

/** The first line about a failed start: what people will see, or that the code depends on what is missing. */
export function failureHeading(start: StartReport): string {
  const { status, title, certainty } = start.prediction;
  const likely = certainty === 'likely' ? ' (likely)' : '';
  if (status === undefined) return `The start fails; which error people see depends on facts that are missing${likely}`;
  return `${pageHeading(status, title === undefined ? undefined : shorten(oneLine(title), 120))}${likely}`;
}

/** A sign for one start in a matrix: the status, ✗ where the code depends on a missing fact, ✓ or ?. */
export function sign(start: StartReport): string {
  const { outcome, status } = start.prediction;
  if (outcome === 'starts') return '✓';
  if (outcome === 'undetermined') return '?';
  return `${status ?? '✗'}${isAccepted(start) ? ' (accepted)' : ''}`;
}

/** ` (also 1010)`: ids of what else the failure writes to the event log; empty when there is nothing. */
export function furtherEventIds({ event, furtherEvents = [] }: Prediction): string {
  const ids = new Set(furtherEvents.map(({ id }) => id));
  if (event !== undefined) ids.delete(event.id);
  return ids.size === 0 ? '' : ` (also ${[...ids].join(', ')})`;
}

/** The further entry that holds what the .NET host wrote: the only one of several lines. */
export function hostEvent({ furtherEvents = [] }: Prediction): EventLogEntry | undefined {
  return furtherEvents.find(({ message }) => message.trim().includes('\n'));
}

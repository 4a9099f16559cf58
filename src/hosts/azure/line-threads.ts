import { createHash } from 'node:crypto';
import type { Location } from '../../model/report.ts';
import { renderFinding } from '../../report/markdown-finding.ts';
import { pathInCheckout } from '../../source/checkout-path.ts';
import type { RankedFinding } from '../ranked-findings.ts';
import { withoutMentions } from './mentions.ts';
import { type Iteration, marked, type NewThread, type Thread } from './thread.ts';
import { isSettled, noLongerFound, stillFound, type ThreadChange } from './thread-changes.ts';

/** An error or a warning on a committed line. */
export interface LineFinding {
  /** What its thread is found by: the same in every run, wherever the line moves and whatever artifact has it. */
  readonly name: string;
  readonly found: RankedFinding;
  readonly location: Required<Pick<Location, 'line'>> & Location;
}

/** The folder a location is relative to, and the repository in it. Both are full paths. */
export interface Folders {
  readonly directory: string;
  readonly repository: string;
}

/** The findings that belong on a line, each once, in their order. `step`: the name of the step, as `stepName` gives it. */
export function lineFindings(ranked: readonly RankedFinding[], step: string, { directory, repository }: Folders): LineFinding[] {
  const found = new Map<string, LineFinding>();
  for (const one of ranked) {
    const { severity, location, rule, message } = one.finding;
    if (severity === 'note' || location?.line === undefined) continue;
    const file = pathInCheckout(location.file, repository, directory);
    if (file === undefined || file === '') continue;
    const name = `${step} ${digest([rule, file, message])}`;
    if (found.has(name)) continue;
    found.set(name, { name, found: one, location: { ...location, line: location.line, file } });
  }
  return [...found.values()];
}

const bodyOf = ({ found }: LineFinding): string => withoutMentions(renderFinding(found));

const digest = (parts: readonly string[]): string => createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);

/** What is done to the threads that are there. `own`: the line threads of this step. */
export function threadsToUpdate(own: readonly Thread[], findings: readonly LineFinding[]): ThreadChange[] {
  const byName = new Map(findings.map((finding) => [finding.name, finding]));
  return own.flatMap((thread) => {
    const finding = byName.get(thread.mark.name);
    return finding === undefined ? noLongerFound(thread) : stillFound(thread, bodyOf(finding));
  });
}

/** How many threads wait for somebody after this run. */
export function unsettled(own: readonly Thread[], findings: readonly LineFinding[]): number {
  const names = new Set(findings.map(({ name }) => name));
  return own.filter((thread) => names.has(thread.mark.name) && !isSettled(thread)).length;
}

/** The findings that have no thread yet. */
export function withoutThread(own: readonly Thread[], findings: readonly LineFinding[]): LineFinding[] {
  const names = new Set(own.map(({ mark }) => mark.name));
  return findings.filter(({ name }) => !names.has(name));
}

/**
 * Threads to begin, at most `limit`, in the order of the findings. Only on files that the pull request changes: Azure shows no other file, and
 * forgets the line of a thread on one. Those findings are in the summary.
 */
export function threadsToBegin(findings: readonly LineFinding[], iteration: Iteration, limit: number): NewThread[] {
  const changed = findings.flatMap((finding) => {
    const changeTrackingId = iteration.files.get(finding.location.file);
    return changeTrackingId === undefined ? [] : [{ finding, changeTrackingId }];
  });
  return changed.slice(0, Math.max(0, limit)).map(({ finding, changeTrackingId }): NewThread => {
    const { file, line, column = 1 } = finding.location;
    const content = marked({ name: finding.name, state: 'open' }, bodyOf(finding));
    return { status: 'active', content, place: { file, line, column, iteration: iteration.id, changeTrackingId } };
  });
}

import type { ReportedFinding, StartReport } from '../model/report.ts';
import { endingFinding } from './ending.ts';

/** Starts that end alike; the first one stands for all in a report. */
export interface StartGroup {
  readonly first: StartReport;
  readonly starts: readonly StartReport[];
}

/** Groups starts that fail for the same reason, and those that wait for the same facts. Those that start are left out. Order is kept. */
export function distinctStarts(starts: readonly StartReport[], outcome: 'fails' | 'undetermined'): StartGroup[] {
  const groups = new Map<string, StartReport[]>();
  for (const start of starts) {
    if (start.prediction.outcome !== outcome) continue;
    const key = endingKey(start);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [start]);
    else group.push(start);
  }
  return [...groups.values()].flatMap((group) => (group[0] === undefined ? [] : [{ first: group[0], starts: group }]));
}

function endingKey(start: StartReport): string {
  const { status, title, missingFacts } = start.prediction;
  const ending = endingFinding(start);
  return JSON.stringify([
    start.artifact,
    start.application,
    status,
    title,
    ending?.rule,
    ending?.message,
    ending?.suppressed,
    missingFacts,
  ]);
}

/** A finding that is not the end of a start, and the starts it was found in. */
export interface FindingGroup {
  readonly finding: ReportedFinding;
  readonly starts: readonly StartReport[];
}

/** Findings besides the ones that end the starts, each once, errors before warnings before notes. */
export function otherFindings(starts: readonly StartReport[]): FindingGroup[] {
  const order = { error: 0, warning: 1, note: 2 };
  return groupFindings(starts, (start, index) => index !== start.prediction.finding).sort(
    (left, right) => order[left.finding.severity] - order[right.finding.severity],
  );
}

/** All findings, each once, in the order of the starts. */
export function distinctFindings(starts: readonly StartReport[]): FindingGroup[] {
  return groupFindings(starts, () => true);
}

function groupFindings(starts: readonly StartReport[], wanted: (start: StartReport, index: number) => boolean): FindingGroup[] {
  const groups = new Map<string, { finding: ReportedFinding; starts: StartReport[] }>();
  for (const start of starts) {
    start.findings.forEach((finding, index) => {
      if (!wanted(start, index)) return;
      const { rule, severity, message, location, suppressed, hiddenBehind } = finding;
      const key = JSON.stringify([start.artifact, rule, severity, message, location, suppressed, hiddenBehind === undefined]);
      const group = groups.get(key);
      if (group === undefined) groups.set(key, { finding, starts: [start] });
      else group.starts.push(start);
    });
  }
  return [...groups.values()];
}

import type { Report, ReportedFinding, StartReport } from '../model/report.ts';

/** A finding that is not accepted, with the start that stands for all that have it. */
export interface RankedFinding {
  readonly start: StartReport;
  readonly finding: ReportedFinding;
  /** Whether it ends that start. */
  readonly ends: boolean;
  /** Other starts with the same finding at the same place. */
  readonly others: number;
}

const order = { error: 0, warning: 1, note: 2 } as const;

/** What ends a start first, then errors, warnings and notes; findings that others hide come after those that show. */
function rank({ finding, ends }: RankedFinding): number {
  return order[finding.severity] * 4 + (ends ? 0 : 2) + (finding.hiddenBehind === undefined ? 0 : 1);
}

/** Every finding that counts, once, the worst first. Accepted ones are not among them. */
export function rankedFindings(report: Report): RankedFinding[] {
  const known = new Map<string, RankedFinding>();
  for (const start of report.starts) {
    for (const [index, finding] of start.findings.entries()) {
      if (finding.suppressed !== undefined) continue;
      const key = JSON.stringify([start.artifact, finding.rule, finding.location, finding.message]);
      const same = known.get(key);
      known.set(
        key,
        same === undefined ? { start, finding, ends: start.prediction.finding === index, others: 0 } : { ...same, others: same.others + 1 },
      );
    }
  }
  return [...known.values()].sort((left, right) => rank(left) - rank(right));
}

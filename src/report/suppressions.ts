import { artifactKey } from '../model/artifact-key.ts';
import type { Suppression } from '../model/configuration.ts';
import type { Notice, Report, ReportedFinding, StartReport } from '../model/report.ts';

/**
 * Marks the findings that the configuration accepts. A suppression whose last day has passed marks nothing and says so, and so does one
 * that no finding of this run matches. Findings stay in the report. `today`: `YYYY-MM-DD`.
 */
export function applySuppressions(report: Report, suppressions: readonly Suppression[], today: string): Report {
  if (suppressions.length === 0) return report;
  const inForce = suppressions.filter((suppression) => !isExpired(suppression, today));
  const used = new Set<Suppression>();
  const mark = (start: StartReport, finding: ReportedFinding): ReportedFinding => {
    const suppression = inForce.find((candidate) => covers(candidate, start, finding));
    if (suppression === undefined) return finding;
    used.add(suppression);
    const { reason, until } = suppression;
    return { ...finding, suppressed: until === undefined ? { reason } : { reason, until } };
  };
  const starts = report.starts.map((start) => ({ ...start, findings: start.findings.map((finding) => mark(start, finding)) }));
  const notices = suppressions.flatMap((suppression) => noticeAbout(suppression, used, today));
  if (notices.length === 0) return { ...report, starts };
  return { ...report, starts, notices: [...(report.notices ?? []), ...notices] };
}

/** Dates of the form `YYYY-MM-DD` compare as text. */
function isExpired({ until }: Suppression, today: string): boolean {
  return until !== undefined && until < today;
}

function covers({ rule, artifact, server }: Suppression, start: StartReport, finding: ReportedFinding): boolean {
  if (finding.rule !== rule) return false;
  if (artifact !== undefined && artifactKey(artifact) !== artifactKey(start.artifact)) return false;
  return server === undefined || server === start.server;
}

function noticeAbout(suppression: Suppression, used: ReadonlySet<Suppression>, today: string): Notice[] {
  const { rule, until, reason, at } = suppression;
  if (isExpired(suppression, today)) {
    return [
      { message: `The suppression of ${rule} ended on ${until}, so its findings count again. Its reason was: ${reason}`, location: at },
    ];
  }
  if (used.has(suppression)) return [];
  return [{ message: `The suppression of ${rule} matches nothing in this run; remove it if that stays so.`, location: at }];
}

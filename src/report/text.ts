import type { Report, StartReport } from '../model/report.ts';
import { withoutAgentCommands } from './agent-commands.ts';
import { distinctStarts, otherFindings, type StartGroup } from './distinct-starts.ts';
import { matrixOf } from './matrix.ts';
import { type Page, plainPage } from './page.ts';
import { coverageLines, noticeLines } from './text-coverage.ts';
import { findingLines } from './text-findings.ts';
import { matrixLines } from './text-matrix.ts';
import { failureLines, healthyLine, undeterminedLines } from './text-start.ts';

/** Different endings that are described at most; the JSON report has them all. */
const groupLimit = 50;

/** The report for a person at a terminal. A broken artifact fits one screen; a healthy one is a line and its coverage. */
export function renderText(report: Report, page: Page = plainPage): string {
  const [only] = report.starts;
  const body = report.starts.length === 1 && only !== undefined ? oneStart(only, page) : manyStarts(report.starts, page);
  // The facts that would settle a single start stand in its own paragraph.
  const named = new Set(report.starts.length === 1 ? only?.prediction.missingFacts : []);
  const notices = noticeLines(report, page);
  const apart = body.length > 1 || notices.length > 0 ? [''] : [];
  const lines = [...body, ...notices, ...apart, ...coverageLines(report, named, page)];
  return withoutAgentCommands(`${lines.join('\n')}\n`);
}

function oneStart(start: StartReport, page: Page): string[] {
  return [...endingLines(start, page), ...findingLines(otherFindings([start]), start, page)];
}

function endingLines(start: StartReport, page: Page, others: readonly StartReport[] = []): string[] {
  const { outcome } = start.prediction;
  if (outcome === 'fails') return failureLines(start, others, page);
  if (outcome === 'undetermined') return undeterminedLines(start, others, page);
  return [healthyLine(start, page)];
}

function manyStarts(starts: readonly StartReport[], page: Page): string[] {
  if (starts.length === 0) return ['Nothing was checked.'];
  const groups = [...distinctStarts(starts, 'fails'), ...distinctStarts(starts, 'undetermined')];
  const sections = groups.slice(0, groupLimit).flatMap((group) => ['', ...groupLines(group, page)]);
  const rest = groups.length - groupLimit;
  return [
    ...matrixLines(matrixOf(starts), page),
    ...sections,
    ...(rest > 0 ? ['', `${rest} more endings are left out here; the JSON report (--format json) has them all.`] : []),
    ...findingLines(otherFindings(starts), undefined, page),
  ];
}

function groupLines({ first, starts }: StartGroup, page: Page): string[] {
  return endingLines(first, page, starts.slice(1));
}

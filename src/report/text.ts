import type { Report, StartReport } from '../model/report.ts';
import { withoutAgentCommands } from './agent-commands.ts';
import { distinctStarts, otherFindings, type StartGroup } from './distinct-starts.ts';
import { matrixOf } from './matrix.ts';
import { type Paint, plain } from './paint.ts';
import { coverageLines, noticeLines } from './text-coverage.ts';
import { findingLines } from './text-findings.ts';
import { matrixLines } from './text-matrix.ts';
import { failureLines, healthyLine, undeterminedLines } from './text-start.ts';

/** Different endings that are described at most; the JSON report has them all. */
const groupLimit = 50;

/** The report for a person at a terminal. A broken artifact fits one screen; a healthy one is a line and its coverage. */
export function renderText(report: Report, paint: Paint = plain): string {
  const [only] = report.starts;
  const body = report.starts.length === 1 && only !== undefined ? oneStart(only, paint) : manyStarts(report.starts, paint);
  const lines = [...body, ...noticeLines(report, paint), ...(body.length > 1 ? [''] : []), ...coverageLines(report, paint)];
  return withoutAgentCommands(`${lines.join('\n')}\n`);
}

function oneStart(start: StartReport, paint: Paint): string[] {
  return [...endingLines(start, paint), ...findingLines(otherFindings([start]), start, paint)];
}

function endingLines(start: StartReport, paint: Paint, others: readonly StartReport[] = []): string[] {
  const { outcome } = start.prediction;
  if (outcome === 'fails') return failureLines(start, others, paint);
  if (outcome === 'undetermined') return undeterminedLines(start, others, paint);
  return [healthyLine(start, paint)];
}

function manyStarts(starts: readonly StartReport[], paint: Paint): string[] {
  if (starts.length === 0) return ['Nothing was checked.'];
  const groups = [...distinctStarts(starts, 'fails'), ...distinctStarts(starts, 'undetermined')];
  const sections = groups.slice(0, groupLimit).flatMap((group) => ['', ...groupLines(group, paint)]);
  const rest = groups.length - groupLimit;
  return [
    ...matrixLines(matrixOf(starts), paint),
    ...sections,
    ...(rest > 0 ? ['', `${rest} more endings are left out here; the JSON report (--format json) has them all.`] : []),
    ...findingLines(otherFindings(starts), undefined, paint),
  ];
}

function groupLines({ first, starts }: StartGroup, paint: Paint): string[] {
  return endingLines(first, paint, starts.slice(1));
}

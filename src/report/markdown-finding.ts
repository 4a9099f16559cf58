import type { ReportedFinding, StartReport } from '../model/report.ts';
import { failureHeading } from './ending.ts';
import { markdownText } from './markdown-escape.ts';
import { remedyItems } from './markdown-sections.ts';
import { startName } from './start-names.ts';

/** A finding for a comment on the line that causes it, and a start that has it. */
export interface CommentedFinding {
  readonly start: StartReport;
  readonly finding: ReportedFinding;
  /** Whether it ends that start. */
  readonly ends: boolean;
  /** Further starts that have it. */
  readonly others: number;
}

/** One finding for its line: what people will see, the cause, what to do. Below 150,000 characters, whatever is in it. */
export function renderFinding(commented: CommentedFinding): string {
  const { start, finding, others } = commented;
  const where = others === 0 ? startName(start) : `${startName(start)} and ${others} more`;
  const remedies = finding.remedies.slice(0, 4);
  return [
    `**${markdownText(headline(commented))}**`,
    '',
    `${markdownText(finding.message)} \\[${finding.rule}\\]`,
    ...(remedies.length === 0 ? [] : ['', '**What to do**', '', ...remedyItems(remedies)]),
    '',
    markdownText(where),
  ].join('\n');
}

/** The code people would see, where there is one. */
function headline({ start, finding, ends }: CommentedFinding): string {
  if (ends) return failureHeading(start);
  const name = { error: 'Error', warning: 'Warning', note: 'Note' }[finding.severity];
  const code = finding.status === undefined ? '' : `: HTTP Error ${finding.status}`;
  const behind = finding.hiddenBehind === undefined ? '' : `, hidden behind ${start.prediction.status ?? 'another failure'}`;
  return `${name}${code}${behind}`;
}

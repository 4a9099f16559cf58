import type { Report } from '../model/report.ts';
import { withoutAgentCommands } from './agent-commands.ts';
import { distinctStarts, otherFindings } from './distinct-starts.ts';
import { healthyText } from './healthy-text.ts';
import { markdownText } from './markdown-escape.ts';
import { endingSection, findingItem } from './markdown-sections.ts';
import { matrixOf } from './matrix.ts';
import { placeOf } from './text-findings.ts';

/** Bytes of UTF-8; below the limit of a comment on GitHub and far below that of a summary. */
const byteLimit = 60_000;
/** Kept for what follows the sections. */
const reserve = 12_000;
const columnLimit = 12;
const rowLimit = 40;
const findingLimit = 20;

/** The report for the summary of a build: the matrix, then each way to fail once. Never larger than 60,000 bytes; what is left out is said. */
export function renderMarkdown(report: Report): string {
  const head = [heading(report), ...matrixTable(report)];
  const groups = [...distinctStarts(report.starts, 'fails'), ...distinctStarts(report.starts, 'undetermined')];
  const sections = fitting(groups.map(endingSection), byteLimit - reserve - bytes(head));
  const rest = groups.length - sections.length;
  const omitted =
    rest === 0 ? [] : ['', `${rest} more ${rest === 1 ? 'ending is' : 'endings are'} left out here; the JSON report has them all.`];
  const lines = [...head, ...sections.flat(), ...omitted, ...findings(report), ...notices(report), ...coverage(report)];
  return withoutAgentCommands(`${lines.join('\n')}\n`);
}

function heading({ starts }: Report): string {
  const count = (outcome: string): number => starts.filter((start) => start.prediction.outcome === outcome).length;
  const [fails, open] = [count('fails'), count('undetermined')];
  if (starts.length === 0) return '## iis-preflight: nothing was checked';
  if (starts.length === 1) {
    const only =
      fails === 1 ? 'the start will fail ❌' : open === 1 ? 'it cannot be told whether this starts ❔' : 'the start will succeed ✅';
    return `## iis-preflight: ${only}`;
  }
  if (fails + open === 0) return `## iis-preflight: all ${starts.length} starts will succeed ✅`;
  return `## iis-preflight: of ${starts.length} starts, ${[fails > 0 ? `${fails} will fail ❌` : '', open > 0 ? `${open} cannot be told ❔` : ''].filter((part) => part !== '').join(', ')}`;
}

function matrixTable({ starts }: Report): string[] {
  if (starts.length < 2)
    return starts.filter(({ prediction }) => prediction.outcome === 'starts').flatMap((start) => ['', markdownText(healthyText(start))]);
  const { head, rows } = matrixOf(starts);
  const columns = head.slice(0, columnLimit);
  const row = (name: string, cells: readonly string[]): string =>
    `| ${name} | ${columns.map((_, index) => cells[index] ?? '').join(' | ')} |`;
  const shown = rows.slice(0, rowLimit).map(({ name, cells }) => row(markdownText(name), cells.map(boldStatus)));
  const hidden = [
    rows.length > rowLimit ? `${rows.length - rowLimit} more rows` : '',
    head.length > columnLimit ? `${head.length - columnLimit} more columns` : '',
  ];
  const left = hidden.filter((part) => part !== '').join(' and ');
  return [
    '',
    row(
      '',
      columns.map((name) => markdownText(name)),
    ),
    row(
      '---',
      columns.map(() => '---'),
    ),
    ...shown,
    ...(left === '' ? [] : ['', `${left} are in the JSON report.`]),
  ];
}

function boldStatus(cell: string): string {
  return /^\d/.test(cell) ? `**${cell}**` : cell;
}

/** As many of the sections, from the first on, as fit into `limit` bytes. */
function fitting(sections: readonly (readonly string[])[], limit: number): (readonly string[])[] {
  let used = 0;
  const end = sections.findIndex((section) => {
    used += bytes(section);
    return used > limit;
  });
  return end < 0 ? [...sections] : sections.slice(0, end);
}

function bytes(lines: readonly string[]): number {
  return Buffer.byteLength(lines.join('\n')) + 1;
}

function findings({ starts }: Report): string[] {
  const groups = otherFindings(starts);
  if (groups.length === 0) return [];
  const items = fitting(
    groups.slice(0, findingLimit).map((group) => findingItem(group, starts.length > 1)),
    reserve / 2,
  );
  const rest = groups.length - items.length;
  return ['', '### Also found', '', ...items.flat(), ...(rest > 0 ? [`- … and ${rest} more in the JSON report`] : [])];
}

function notices({ notices: all = [] }: Report): string[] {
  return all.slice(0, 10).flatMap(({ message, location }) => {
    const place = location === undefined ? '' : `${markdownText(placeOf(location))}: `;
    return ['', `> Note: ${place}${markdownText(message, 300)}`];
  });
}

function coverage({ coverage: { checked, notCheckable, wouldSettle } }: Report): string[] {
  const settle = wouldSettle.slice(0, 10).map(({ fact, findings: count }) => `${markdownText(fact, 100)} (${count})`);
  return [
    '',
    '<details><summary>What was checked, and what was not</summary>',
    '',
    ...checked.slice(0, 40).map((point) => `- ${markdownText(point, 150)}`),
    '',
    `Not checkable before a deployment: ${notCheckable.map((point) => markdownText(point, 150)).join('; ')}.`,
    ...(settle.length === 0 ? [] : ['', `The server manifest could settle more with: ${settle.join(', ')}.`]),
    '',
    '</details>',
  ];
}

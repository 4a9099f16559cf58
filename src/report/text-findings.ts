import type { Remedy } from '../model/finding.ts';
import type { Location, StartReport } from '../model/report.ts';
import type { FindingGroup } from './distinct-starts.ts';
import type { Page } from './page.ts';
import { inReadingOrder, remedySentence } from './remedy-words.ts';
import { sharedTargets, shortName } from './start-names.ts';
import { oneLine, shorten, visibleLines } from './visible-text.ts';
import { wrap } from './wrap.ts';

const findingLimit = 10;

/** What else was found, each once. `only`: the one start of the report; with several, the starts are named. */
export function findingLines(groups: readonly FindingGroup[], only: StartReport | undefined, page: Page): string[] {
  if (groups.length === 0) return [];
  const shown = groups.slice(0, findingLimit).flatMap((group) => oneFinding(group, only, page));
  const rest = groups.length - findingLimit;
  const more = rest > 0 ? [`  … and ${rest} more findings in the JSON report`] : [];
  return ['', page.paint('strong', 'Also found'), ...shown, ...more];
}

function oneFinding({ finding, starts }: FindingGroup, only: StartReport | undefined, { paint, width }: Page): string[] {
  const quiet = finding.suppressed !== undefined || finding.severity === 'note';
  const mark = { error: '✗', warning: '!', note: 'i' }[finding.severity];
  const hidden = finding.hiddenBehind === undefined ? '' : `${hiddenBehind(starts[0])} `;
  const accepted = finding.suppressed === undefined ? '' : ` (accepted: ${oneLine(finding.suppressed.reason)})`;
  const place = finding.location === undefined ? '' : ` ${placeOf(finding.location)}`;
  const where = only === undefined ? ` (${shortName(starts[0]?.artifact ?? '')} on ${sharedTargets(starts)})` : '';
  const text = `${hidden}${oneLine(finding.message)}${accepted}${where} [${finding.rule}]${place}`;
  const lines = wrap(shorten(text, 600), width, `  ${mark} `);
  const [remedy] = inReadingOrder(finding.remedies);
  const fix = remedy === undefined || quiet ? [] : wrap(shorten(oneLine(remedy.text), 300), width, '    → ');
  return [...lines, ...fix].map((line, index) =>
    index === 0 ? line.replace(mark, paint(quiet ? 'faint' : toneOf(finding.severity), mark)) : line,
  );
}

function toneOf(severity: 'error' | 'warning' | 'note'): 'failure' | 'doubt' | 'faint' {
  return severity === 'error' ? 'failure' : severity === 'warning' ? 'doubt' : 'faint';
}

/** Why this one does not show yet: the start ends before it. */
function hiddenBehind(start: StartReport | undefined): string {
  const status = start?.prediction.status;
  return status === undefined ? '(hidden behind the failure above)' : `(hidden behind ${status})`;
}

const snippetLineLimit = 6;

/** What to do, the application's side first. */
export function remedyLines(remedies: readonly Remedy[], page: Page): string[] {
  if (remedies.length === 0) return [];
  return [page.paint('strong', 'What to do'), ...inReadingOrder(remedies).flatMap((remedy) => oneRemedy(remedy, page))];
}

function oneRemedy(remedy: Remedy, { width }: Page): string[] {
  const { snippet } = remedy;
  const snippetLines = snippet === undefined ? [] : visibleLines(snippet);
  const rest = snippetLines.length - snippetLineLimit;
  return [
    ...wrap(shorten(oneLine(remedySentence(remedy)), 420), width, '  • '),
    ...snippetLines.slice(0, snippetLineLimit).map((line) => `      ${shorten(line, 200)}`),
    ...(rest > 0 ? [`      … ${rest} more lines`] : []),
  ];
}

/** `web.config:3:5`, as editors and terminals open it. */
export function placeOf({ file, line, column }: Location): string {
  return [shortName(file), line, line === undefined ? undefined : column].filter((part) => part !== undefined).join(':');
}

import type { Remedy } from '../model/finding.ts';
import type { Location, StartReport } from '../model/report.ts';
import type { FindingGroup } from './distinct-starts.ts';
import type { Paint } from './paint.ts';
import { sharedTargets, shortName } from './start-names.ts';
import { oneLine, shorten, visibleLines } from './visible-text.ts';
import { wrap } from './wrap.ts';

const findingLimit = 10;

/** What else was found, each once. `only`: the one start of the report; with several, the starts are named. */
export function findingLines(groups: readonly FindingGroup[], only: StartReport | undefined, paint: Paint): string[] {
  if (groups.length === 0) return [];
  const shown = groups.slice(0, findingLimit).flatMap((group) => oneFinding(group, only, paint));
  const rest = groups.length - findingLimit;
  const more = rest > 0 ? [`  … and ${rest} more findings in the JSON report`] : [];
  return ['', paint('strong', 'Also found'), ...shown, ...more];
}

function oneFinding({ finding, starts }: FindingGroup, only: StartReport | undefined, paint: Paint): string[] {
  const quiet = finding.suppressed !== undefined || finding.severity === 'note';
  const mark = { error: '✗', warning: '!', note: 'i' }[finding.severity];
  const hidden = finding.hiddenBehind === undefined ? '' : `${hiddenBehind(starts[0])} `;
  const accepted = finding.suppressed === undefined ? '' : ` (accepted: ${oneLine(finding.suppressed.reason)})`;
  const place = finding.location === undefined ? '' : ` ${placeOf(finding.location)}`;
  const where = only === undefined ? ` (${shortName(starts[0]?.artifact ?? '')} on ${sharedTargets(starts)})` : '';
  const text = `${hidden}${oneLine(finding.message)}${accepted}${where} [${finding.rule}]${place}`;
  const lines = wrap(shorten(text, 600), `  ${mark} `);
  const [remedy] = finding.remedies;
  const fix = remedy === undefined || quiet ? [] : wrap(shorten(oneLine(remedy.text), 300), '    → ');
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

const sides = { app: 'In the application: ', server: 'On the server: ' } as const;
const snippetLineLimit = 6;

/** What to do, the application's side first. */
export function remedyLines(remedies: readonly Remedy[], paint: Paint): string[] {
  if (remedies.length === 0) return [];
  const ordered = [...remedies].sort((left, right) => left.side.localeCompare(right.side));
  return [paint('strong', 'What to do'), ...ordered.flatMap(oneRemedy)];
}

function oneRemedy({ side, text, snippet }: Remedy): string[] {
  const snippetLines = snippet === undefined ? [] : visibleLines(snippet);
  const rest = snippetLines.length - snippetLineLimit;
  return [
    ...wrap(`${sides[side]}${shorten(oneLine(text), 400)}`, '  • '),
    ...snippetLines.slice(0, snippetLineLimit).map((line) => `      ${shorten(line, 200)}`),
    ...(rest > 0 ? [`      … ${rest} more lines`] : []),
  ];
}

/** `web.config:3:5`, as editors and terminals open it. */
export function placeOf({ file, line, column }: Location): string {
  return [shortName(file), line, line === undefined ? undefined : column].filter((part) => part !== undefined).join(':');
}

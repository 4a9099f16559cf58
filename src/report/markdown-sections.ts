import type { Remedy } from '../model/finding.ts';
import type { Prediction, StartReport } from '../model/report.ts';
import type { FindingGroup, StartGroup } from './distinct-starts.ts';
import { endingFinding, failureHeading, furtherEventIds, hostEvent, serverHint, shortestManifest } from './ending.ts';
import { codeBlock, markdownText } from './markdown-escape.ts';
import { inReadingOrder, remedySentence } from './remedy-words.ts';
import { sharedTargets, startName } from './start-names.ts';
import { placeOf } from './text-findings.ts';
import { unknownStages } from './unknown-stages.ts';

/** One way to fail, or one set of facts that is missing, with the starts it concerns. */
export function endingSection({ first, starts }: StartGroup): string[] {
  const fails = first.prediction.outcome === 'fails';
  const where = starts.length === 1 ? startName(first) : `${first.artifact} on ${sharedTargets(starts)}`;
  const accepted = endingFinding(first)?.suppressed;
  return [
    '',
    `### ${markdownText(fails ? failureHeading(first) : 'It cannot be told whether this starts')}`,
    '',
    markdownText(where),
    ...(accepted === undefined
      ? []
      : ['', `Accepted${accepted.until === undefined ? '' : ` until ${markdownText(accepted.until)}`}: ${markdownText(accepted.reason)}`]),
    ...(fails ? cause(first) : []),
    ...settle(first.prediction, fails),
    ...(fails ? [] : unknownItems(first)),
    ...(fails || first.server !== undefined ? [] : ['', markdownText(serverHint), '', ...codeBlock(shortestManifest)]),
    ...trace(first),
  ];
}

function cause(start: StartReport): string[] {
  const ending = endingFinding(start);
  const facts = (ending?.evidence ?? []).slice(0, 12).map((fact) => `- ${markdownText(fact, 400)}`);
  const place = ending?.location === undefined ? [] : [`- at ${markdownText(placeOf(ending.location))}`];
  return [
    ...(ending === undefined ? [] : ['', `**${markdownText(ending.message)}** \\[${ending.rule}\\]`]),
    ...(facts.length + place.length === 0 ? [] : ['', ...facts, ...place]),
    ...event(start.prediction),
    ...(ending === undefined || ending.remedies.length === 0 ? [] : ['', '**What to do**', '', ...remedyItems(ending.remedies)]),
  ];
}

function event(prediction: Prediction): string[] {
  const { event: entry, hresult } = prediction;
  const code = hresult === undefined ? '' : `, ${hresult}`;
  if (entry === undefined) return hresult === undefined ? [] : ['', `HRESULT ${hresult}`];
  const host = hostEvent(prediction);
  return [
    '',
    `Application event log: ${markdownText(entry.source, 100)}, event ${entry.id}${furtherEventIds(prediction)}${code}`,
    '',
    ...codeBlock(entry.message, '', 12),
    ...(host === undefined ? [] : ['', `Then event ${host.id}:`, '', ...codeBlock(host.message, '', 24)]),
  ];
}

/** What to do, as a list; the application's side first. */
export function remedyItems(all: readonly Remedy[]): string[] {
  return inReadingOrder(all).flatMap((remedy) => [
    `- ${markdownText(remedySentence(remedy))}`,
    ...(remedy.snippet === undefined ? [] : ['', ...codeBlock(remedy.snippet, '  '), '']),
  ]);
}

function settle({ missingFacts, status }: Prediction, fails: boolean): string[] {
  if (missingFacts.length === 0 || (fails && status !== undefined)) return [];
  const facts = missingFacts.slice(0, 20).map((fact) => markdownText(fact, 100));
  return ['', `${fails ? 'Which error people see depends on' : 'These facts of the server would settle it'}: ${facts.join(', ')}`];
}

function unknownItems(start: StartReport): string[] {
  const { own, waiting } = unknownStages(start);
  const items = own.map(({ stage, because }) => `- ? ${stage}: ${markdownText(because, 300)}`);
  const all = [...items, ...(waiting === undefined ? [] : [`- ${waiting}`])];
  return all.length === 0 ? [] : ['', ...all];
}

const signs = { passed: '✓', failed: '✗', unknown: '?', 'not-applicable': '–' } as const;

function trace(start: StartReport): string[] {
  if (start.trace.length === 0) return [];
  const end = start.trace.findIndex((entry) => entry.stage === start.prediction.stage);
  const shown = end < 0 ? start.trace : start.trace.slice(0, end + 1);
  const rows = shown.map((entry) => `| ${signs[entry.outcome]} | ${entry.stage} | ${markdownText(entry.because, 300)} |`);
  return ['', '<details><summary>The start, stage by stage</summary>', '', '| | stage | |', '|---|---|---|', ...rows, '', '</details>'];
}

/** One line about a finding that does not end the start. */
export function findingItem({ finding, starts }: FindingGroup, several: boolean): string[] {
  const mark = { error: '❌', warning: '⚠️', note: 'ℹ️' }[finding.severity];
  const status = starts[0]?.prediction.status;
  const hidden = finding.hiddenBehind === undefined ? '' : `(hidden behind ${status ?? 'the failure above'}) `;
  const accepted = finding.suppressed === undefined ? '' : ` (accepted: ${markdownText(finding.suppressed.reason, 200)})`;
  const place = finding.location === undefined ? '' : ` at ${markdownText(placeOf(finding.location))}`;
  const where = several ? ` (${markdownText(`${starts[0]?.artifact ?? ''} on ${sharedTargets(starts)}`, 300)})` : '';
  const [remedy] = inReadingOrder(finding.remedies);
  const fix = remedy === undefined ? [] : [`  ${markdownText(remedy.text, 300)}`];
  return [`- ${mark} ${hidden}${markdownText(finding.message, 500)}${accepted}${where} \\[${finding.rule}\\]${place}`, ...fix];
}

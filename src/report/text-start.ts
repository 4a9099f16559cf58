import { failurePage } from '../model/failure-catalogue.ts';
import type { Prediction, StartReport } from '../model/report.ts';
import { endingFinding, failureHeading, furtherEventIds, hostEvent } from './ending.ts';
import { healthyText } from './healthy-text.ts';
import type { Paint } from './paint.ts';
import { sharedTargets, shortName, startName } from './start-names.ts';
import { placeOf, remedyLines } from './text-findings.ts';
import { traceLines } from './text-trace.ts';
import { oneLine, shorten, visibleLines } from './visible-text.ts';
import { textWidth, wrap } from './wrap.ts';

/** A failed start: what people will see, why, and what to do. `others` are further starts that end the same way. */
export function failureLines(start: StartReport, others: readonly StartReport[], paint: Paint): string[] {
  const ending = endingFinding(start);
  const { prediction } = start;
  const accepted = ending?.suppressed;
  return [
    paint(accepted === undefined ? 'failure' : 'doubt', failureHeading(start)),
    ...whereLines(start, others).map((line) => paint('faint', line)),
    ...(accepted === undefined
      ? []
      : wrap(`Accepted${accepted.until === undefined ? '' : ` until ${accepted.until}`}: ${oneLine(accepted.reason)}`)),
    '',
    ...(ending === undefined ? [] : wrap(oneLine(ending.message)).map((line) => paint('strong', line))),
    ...evidenceLines(ending?.evidence ?? []),
    ...(ending?.location === undefined ? [] : [`  at ${placeOf(ending.location)}`]),
    ...(prediction.status === undefined ? settleLines(prediction, 'Which error people see depends on') : []),
    ...eventLines(prediction, paint),
    '',
    paint('strong', 'The start'),
    ...traceLines(start.trace, prediction.stage, paint),
    '',
    ...remedyLines(ending?.remedies ?? [], paint),
    ...(prediction.status === undefined
      ? []
      : [paint('faint', `More: iis-preflight explain ${prediction.status} (${failurePage(prediction.status)})`)]),
  ];
}

/** A start that cannot be told: which stages do not know, and which facts would settle it. */
export function undeterminedLines(start: StartReport, others: readonly StartReport[], paint: Paint): string[] {
  const unknown = start.trace.filter((entry) => entry.outcome === 'unknown');
  const waiting = unknown.filter(({ because }) => because.startsWith('Waits for '));
  const own = unknown.filter((entry) => !waiting.includes(entry));
  return [
    paint('doubt', '? It cannot be told whether this starts'),
    ...whereLines(start, others).map((line) => paint('faint', line)),
    '',
    ...(unknown.length === 0 ? [] : [paint('strong', 'What is not known'), ...traceLines(own, undefined, paint)]),
    ...(waiting.length === 0 ? [] : [paint('faint', `    ${waiting.length} more stages wait for ${own.length === 1 ? 'it' : 'these'}.`)]),
    ...settleLines(start.prediction, 'These facts would settle it:'),
    ...(start.server === undefined ? serverHint : []),
  ];
}

/** One line for a start with nothing in its way. */
export function healthyLine(start: StartReport, paint: Paint): string {
  return paint('success', `✓ ${healthyText(start)}`);
}

const serverHint = [
  'No server manifest was given. Give one with --server FILE; `iis-preflight collect` on the server prints',
  'it. The shortest one by hand:',
  '  { "manifestVersion": 1, "hostingBundle": "8.0.11", "iis": { "appPools": [{ "name": "shop" }] } }',
];

function whereLines(first: StartReport, others: readonly StartReport[]): string[] {
  if (others.length === 0) return wrap(startName(first));
  return wrap(`${shortName(first.artifact)} on ${sharedTargets([first, ...others])}`);
}

const evidenceLimit = 8;

function evidenceLines(evidence: readonly string[]): string[] {
  const shown = evidence.slice(0, evidenceLimit).flatMap((fact) => wrap(shorten(oneLine(fact), 400), '  • '));
  const rest = evidence.length - evidenceLimit;
  return rest > 0 ? [...shown, `  • … and ${rest} more`] : shown;
}

function settleLines({ missingFacts }: Prediction, lead: string): string[] {
  if (missingFacts.length === 0) return [];
  return wrap(missingFacts.map(oneLine).join(', '), `${lead} `, '  ');
}

const eventLineLimit = 5;
const hostLineLimit = 11;

function messageLines(message: string, limit: number): string[] {
  const lines = visibleLines(message)
    .filter((line) => line.trim() !== '')
    .flatMap((line) => wrap(shorten(line, 2 * textWidth), '  '));
  const rest = lines.length - limit;
  return [...lines.slice(0, rest > 1 ? limit : undefined), ...(rest > 1 ? [`  … ${rest} more lines`] : [])];
}

/** The event-log entry people will find, and the one with the words of the .NET host, cut to a few lines each. */
function eventLines(prediction: Prediction, paint: Paint): string[] {
  const { event, hresult } = prediction;
  if (event === undefined) return hresult === undefined ? [] : ['', `HRESULT ${hresult}`];
  const head = `Application event log: ${shortName(event.source)}, event ${event.id}${furtherEventIds(prediction)}${hresult === undefined ? '' : `, ${hresult}`}`;
  const host = hostEvent(prediction);
  return [
    '',
    paint('strong', head),
    ...messageLines(event.message, eventLineLimit),
    ...(host === undefined ? [] : [`  Then event ${host.id}:`, ...messageLines(host.message, hostLineLimit).map((line) => `  ${line}`)]),
  ];
}

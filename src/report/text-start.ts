import { failurePage } from '../model/failure-catalogue.ts';
import type { Prediction, ReportedFinding, StartReport } from '../model/report.ts';
import { endingFinding, failureHeading, furtherEventIds, hostEvent, serverHint, shortestManifest } from './ending.ts';
import { healthyText } from './healthy-text.ts';
import type { Page } from './page.ts';
import { sharedTargets, shortName, startName } from './start-names.ts';
import { placeOf, remedyLines } from './text-findings.ts';
import { traceLines, unknownLines } from './text-trace.ts';
import { unknownStages } from './unknown-stages.ts';
import { oneLine, shorten, visibleLines } from './visible-text.ts';
import { wrap } from './wrap.ts';

/** A failed start: what people will see, why, and what to do. `others` are further starts that end the same way. */
export function failureLines(start: StartReport, others: readonly StartReport[], page: Page): string[] {
  const ending = endingFinding(start);
  const { prediction } = start;
  const { paint } = page;
  return [
    paint(ending?.suppressed === undefined ? 'failure' : 'doubt', failureHeading(start)),
    ...whereLines(start, others, page),
    ...acceptedLines(ending?.suppressed, page),
    '',
    ...(ending === undefined ? [] : causeLines(ending, page)),
    ...(prediction.status === undefined ? settleLines(prediction, 'Which error people see depends on', page) : []),
    ...eventLines(prediction, page),
    '',
    paint('strong', 'The start'),
    ...traceLines(start.trace, prediction.stage, page),
    '',
    ...remedyLines(ending?.remedies ?? [], page),
    ...(prediction.status === undefined
      ? []
      : [paint('faint', `More: iis-preflight explain ${prediction.status} (${failurePage(prediction.status)})`)]),
  ];
}

function acceptedLines(accepted: ReportedFinding['suppressed'], { width }: Page): string[] {
  if (accepted === undefined) return [];
  const until = accepted.until === undefined ? '' : ` until ${accepted.until}`;
  return wrap(`Accepted${until}: ${oneLine(accepted.reason)}`, width);
}

/** The cause in one sentence with the rule to look up or to accept, the facts behind it, and where it is. */
function causeLines({ message, rule, evidence, location }: ReportedFinding, page: Page): string[] {
  return [
    ...wrap(`${oneLine(message)} [${rule}]`, page.width).map((line) => page.paint('strong', line)),
    ...evidenceLines(evidence, page),
    ...(location === undefined ? [] : [`  at ${placeOf(location)}`]),
  ];
}

/** A start that cannot be told: which stages do not know, and which facts would settle it. */
export function undeterminedLines(start: StartReport, others: readonly StartReport[], page: Page): string[] {
  const { paint } = page;
  const { own, waiting } = unknownStages(start);
  return [
    paint('doubt', '? It cannot be told whether this starts'),
    ...whereLines(start, others, page),
    '',
    ...(own.length === 0 && waiting === undefined ? [] : [paint('strong', 'What is not known'), ...unknownLines(own, page)]),
    ...(waiting === undefined ? [] : [paint('faint', `    ${waiting}`)]),
    ...settleLines(start.prediction, 'These facts would settle it:', page),
    ...(start.server === undefined ? [...wrap(serverHint, page.width), `  ${shortestManifest}`] : []),
  ];
}

/** One line for a start with nothing in its way. */
export function healthyLine(start: StartReport, { paint }: Page): string {
  return paint('success', `✓ ${healthyText(start)}`);
}

function whereLines(first: StartReport, others: readonly StartReport[], { paint, width }: Page): string[] {
  const where = others.length === 0 ? startName(first) : `${shortName(first.artifact)} on ${sharedTargets([first, ...others])}`;
  return wrap(where, width).map((line) => paint('faint', line));
}

const evidenceLimit = 8;

function evidenceLines(evidence: readonly string[], { width }: Page): string[] {
  const shown = evidence.slice(0, evidenceLimit).flatMap((fact) => wrap(shorten(oneLine(fact), 400), width, '  • '));
  const rest = evidence.length - evidenceLimit;
  return rest > 0 ? [...shown, `  • … and ${rest} more`] : shown;
}

function settleLines({ missingFacts }: Prediction, lead: string, { width }: Page): string[] {
  if (missingFacts.length === 0) return [];
  return wrap(missingFacts.map(oneLine).join(', '), width, `${lead} `, '  ');
}

const eventLineLimit = 5;
const hostLineLimit = 11;

function messageLines(message: string, limit: number, width: number): string[] {
  const lines = visibleLines(message)
    .filter((line) => line.trim() !== '')
    .flatMap((line) => wrap(shorten(line, 200), width, '  '));
  const rest = lines.length - limit;
  return [...lines.slice(0, rest > 1 ? limit : undefined), ...(rest > 1 ? [`  … ${rest} more lines`] : [])];
}

/** The event-log entry people will find, and the one with the words of the .NET host, cut to a few lines each. */
function eventLines(prediction: Prediction, { paint, width }: Page): string[] {
  const { event, hresult } = prediction;
  if (event === undefined) return hresult === undefined ? [] : ['', `HRESULT ${hresult}`];
  const head = `Application event log: ${shortName(event.source)}, event ${event.id}${furtherEventIds(prediction)}${hresult === undefined ? '' : `, ${hresult}`}`;
  const host = hostEvent(prediction);
  return [
    '',
    ...wrap(head, width).map((line) => paint('strong', line)),
    ...messageLines(event.message, eventLineLimit, width),
    ...(host === undefined
      ? []
      : [`  Then event ${host.id}:`, ...messageLines(host.message, hostLineLimit, width - 2).map((line) => `  ${line}`)]),
  ];
}

import { failureCatalogue } from '../../src/model/failure-catalogue.ts';
import type { StartReport } from '../../src/model/report.ts';
import { type RuleId, rules } from '../../src/model/rules.ts';
import type { Scenario } from './scenario.ts';

/** What a prediction gets wrong, one line each; empty when it is right. */
export function mismatches(scenario: Scenario, start: StartReport): readonly string[] {
  const { expect } = scenario;
  const { prediction, findings } = start;
  const wrong: string[] = [];
  const outcomes = [expect.outcome, ...(scenario.acceptOutcomes ?? [])];
  if (!outcomes.includes(prediction.outcome)) wrong.push(`outcome ${prediction.outcome}, expected ${outcomes.join(' or ')}`);
  const statuses = [expect.status ?? null, ...(scenario.acceptStatuses ?? [])].map(withoutZero);
  // An accepted outcome that is no failure has no status.
  if (prediction.outcome !== expect.outcome && prediction.outcome !== 'fails') statuses.push(null);
  const status = withoutZero(prediction.status ?? null);
  if (!statuses.includes(status)) wrong.push(`status ${status}, expected ${statuses.join(' or ')}`);
  if (expect.status !== undefined && status === withoutZero(expect.status)) wrong.push(...pageMismatches(expect, prediction));
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (expect.noErrors === true) wrong.push(...errors.map(({ rule, message }) => `error ${rule}: ${message}`));
  if (expect.notCertain === true && prediction.outcome === 'fails' && prediction.certainty === 'certain') wrong.push('certain');
  if (expect.missingFacts !== undefined && prediction.outcome === 'undetermined') {
    const words = expect.missingFacts.map(lettersAndDigits);
    const named = prediction.missingFacts.some((fact) => words.some((word) => lettersAndDigits(fact).includes(word)));
    if (!named) wrong.push(`missing facts [${prediction.missingFacts.join(', ')}], expected one of [${expect.missingFacts.join(', ')}]`);
  }
  return [...wrong, ...unexplained(start), ...untypable(start)];
}

/** What is predicted and `explain`, with the pages of `docs/failures`, does not know of. */
function unexplained({ prediction, findings }: StartReport): readonly string[] {
  const { status, title, hresult, event, furtherEvents = [] } = prediction;
  if (status === undefined) return [];
  const known = failureCatalogue[status];
  const events = [...(event === undefined ? [] : [event]), ...furtherEvents];
  return [
    ...(title === undefined || known.pages.some((page) => page.title === title) ? [] : [`no page of ${status} is called "${title}"`]),
    ...(hresult === undefined || known.hresults.includes(hresult) ? [] : [`HRESULT ${hresult} is none of ${status}`]),
    ...events.filter(({ id }) => !known.events.some((one) => one.id === id)).map(({ id }) => `event ${id} is none of ${status}`),
    ...findings.flatMap(({ rule, status: own }) =>
      own === undefined || ruleStatuses(rule).includes(own) ? [] : [`rule ${rule} does not know ${own}`],
    ),
  ];
}

/** No PATH has the folder of appcmd. */
function untypable({ findings }: StartReport): readonly string[] {
  const lines = findings.flatMap(({ remedies }) => remedies.flatMap(({ snippet = '' }) => snippet.split('\n')));
  return lines.filter((line) => /^appcmd\b/.test(line));
}

const ruleStatuses = (rule: RuleId): readonly string[] => rules[rule].statuses;

/** Title, HRESULT and event, which only apply when the status is the expected one. */
function pageMismatches(expect: Scenario['expect'], prediction: StartReport['prediction']): readonly string[] {
  const wrong: string[] = [];
  const { title, hresult, event } = expect;
  if (title !== undefined && !sameText(prediction.title, title)) wrong.push(`title "${prediction.title}", expected "${title}"`);
  if (hresult !== undefined && !sameText(prediction.hresult, hresult)) wrong.push(`HRESULT ${prediction.hresult}, expected ${hresult}`);
  if (event === undefined) return wrong;
  const ids = [event.id].flat();
  if (prediction.event === undefined || !ids.includes(prediction.event.id)) {
    wrong.push(`event ${prediction.event?.id}, expected ${ids.join(' or ')}`);
  }
  const texts = [event.messageContains ?? []].flat();
  const message = plain(prediction.event?.message ?? '');
  if (texts.length > 0 && !texts.some((text) => message.includes(plain(text)))) {
    wrong.push(`event says "${prediction.event?.message}", expected "${texts.join('" or "')}"`);
  }
  return wrong;
}

/** `503.0` and `503` are the same. */
function withoutZero(status: string | null): string | null {
  return status === '503.0' ? '503' : status;
}

function sameText(left: string | undefined, right: string): boolean {
  return left !== undefined && plain(left) === plain(right);
}

/** Without regard to case and the kind of white space. */
function plain(text: string): string {
  return text.toLowerCase().replace(/\s+/g, ' ').trim();
}

function lettersAndDigits(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** A prediction on a few lines, for the message of a failing comparison. */
export function summary({ prediction, findings, trace }: StartReport): string {
  const { outcome, status, stage, certainty, missingFacts } = prediction;
  const finding = findings[prediction.finding ?? 0];
  const said = trace.filter((entry) => entry.outcome !== 'not-applicable');
  const stop = said.findIndex((entry) => entry.outcome !== 'passed');
  const tail = said.slice(Math.max(0, (stop < 0 ? said.length : stop) - 1)).slice(0, 4);
  return [
    `predicted ${outcome} ${status ?? ''} at ${stage ?? '-'} (${certainty}) ${missingFacts.join(', ')}`,
    ...(finding === undefined ? [] : [`${finding.rule}: ${finding.message}`]),
    ...tail.map((entry) => `  ${entry.outcome} ${entry.stage}: ${entry.because}`),
  ].join('\n');
}

import { advicePage, isAdviceRule } from '../model/advice-rules.ts';
import { failureCatalogue, failurePage, pageHeading } from '../model/failure-catalogue.ts';
import type { FailureText } from '../model/failure-text.ts';
import { hostErrorTexts } from '../model/host-error-texts.ts';
import { type HostErrorName, hostErrorCodes } from '../model/host-start.ts';
import { hresultMeanings } from '../model/hresult-meanings.ts';
import { type RuleId, rules } from '../model/rules.ts';
import { type Hresult, type HttpStatus, httpStatuses } from '../model/startup-failure.ts';
import type { Paint } from './paint.ts';
import { remedyLines } from './text-findings.ts';
import { wrap } from './wrap.ts';

/** What somebody wants to have explained. */
export type ExplainQuery =
  | { readonly kind: 'status'; readonly status: HttpStatus }
  | { readonly kind: 'hresult'; readonly hresult: Hresult }
  | { readonly kind: 'host-error'; readonly error: HostErrorName }
  | { readonly kind: 'event'; readonly id: number }
  | { readonly kind: 'rule'; readonly rule: RuleId };

/** What is known about a status, an HRESULT, an exit code of the .NET host, an event id or a rule, as text for a terminal. */
export function explain(query: ExplainQuery, paint: Paint): string {
  return `${linesAbout(query, paint).join('\n')}\n`;
}

function linesAbout(query: ExplainQuery, paint: Paint): string[] {
  switch (query.kind) {
    case 'status':
      return aboutStatus(query.status, paint);
    case 'hresult':
      return aboutHresult(query.hresult, paint);
    case 'host-error':
      return aboutHostError(query.error, paint);
    case 'event':
      return aboutEvent(query.id, paint);
    case 'rule':
      return aboutRule(query.rule, paint);
  }
}

function aboutStatus(status: HttpStatus, paint: Paint): string[] {
  const text = failureCatalogue[status];
  const causes = rulesFor(status);
  return [
    paint('strong', pageHeading(status, text.pages[0]?.title)),
    '',
    ...wrap(text.meaning),
    '',
    ...labelled('Answered by', [text.answeredBy]),
    ...labelled(
      'Page titles',
      text.pages.map(({ title, shownBy }) => `${title} (${shownBy})`),
    ),
    ...labelled(
      'HRESULTs',
      text.hresults.map((hresult) => `${hresult}  ${hresultMeanings[hresult]}`),
    ),
    ...labelled(
      'Event log',
      text.events.map(({ source, id, meaning }) => `${id}  ${meaning} (${source})`),
    ),
    '',
    paint('strong', 'Causes that are looked for'),
    ...causes.flatMap((rule) => wrap(`${rules[rule].headline} [${rule}]`, '  • ')),
    '',
    ...remedyLines(text.remedies, paint),
    '',
    `More: ${failurePage(status)}`,
  ];
}

function aboutHresult(hresult: Hresult, paint: Paint): string[] {
  return [
    paint('strong', hresult),
    '',
    ...wrap(`${hresultMeanings[hresult]}.`),
    '',
    ...statusList((text) => text.hresults.includes(hresult), paint),
  ];
}

function aboutHostError(error: HostErrorName, paint: Paint): string[] {
  const { meaning, rules: causes } = hostErrorTexts[error];
  const code = hostErrorCodes[error];
  return [
    paint('strong', `0x${code.toString(16)} ${error}`),
    '',
    ...wrap(`Exit code of the .NET host, ${code | 0} as a signed number: ${meaning}.`),
    '',
    paint('strong', 'Causes that are looked for'),
    ...causes.flatMap((rule) => wrap(`${rules[rule].headline} [${rule}]`, '  • ')),
    '',
    ...statusList((_text, status) => causes.some((rule) => rules[rule].statuses.some((shown) => shown === status)), paint),
  ];
}

function aboutEvent(id: number, paint: Paint): string[] {
  const meanings = Object.values(failureCatalogue).flatMap(({ events }) => events.filter((event) => event.id === id));
  const lines = new Set(meanings.map(({ source, meaning }) => `${meaning} (${source})`));
  return [
    paint('strong', `Event ${id}`),
    '',
    ...[...lines].flatMap((line) => wrap(line)),
    '',
    ...statusList((text) => text.events.some((event) => event.id === id), paint),
  ];
}

function aboutRule(rule: RuleId, paint: Paint): string[] {
  const { headline, statuses } = rules[rule];
  if (isAdviceRule(rule)) {
    return [paint('strong', rule), '', ...wrap(`${headline}. It does not stop the start.`), '', `More: ${advicePage(rule)}`];
  }
  return [paint('strong', rule), '', ...wrap(`${headline}.`), '', ...statusList((_text, status) => statuses.includes(status), paint)];
}

function statusList(belongs: (text: FailureText, status: HttpStatus) => boolean, paint: Paint): string[] {
  const statuses = httpStatuses.filter((status) => belongs(failureCatalogue[status], status));
  const items = statuses.map((status) => `  ${status.padEnd(6)}  ${failureCatalogue[status].pages[0]?.title ?? ''}`);
  return [paint('strong', 'What people see with it'), ...items, '', `More: iis-preflight explain ${statuses[0] ?? '500.30'}`];
}

/** Rules whose violation can show as `status`, in the order of the start. */
function rulesFor(status: HttpStatus): RuleId[] {
  // Object.keys of a table typed by RuleId.
  return (Object.keys(rules) as RuleId[]).filter((rule) => rules[rule].statuses.includes(status));
}

const labelWidth = 13;

function labelled(label: string, values: readonly string[]): string[] {
  return values.flatMap((value, index) => wrap(value, (index === 0 ? label : '').padEnd(labelWidth)));
}

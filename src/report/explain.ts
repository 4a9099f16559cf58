import { advicePage, isAdviceRule } from '../model/advice-rules.ts';
import { failureCatalogue, failurePage, pageHeading } from '../model/failure-catalogue.ts';
import { failureRules } from '../model/failure-rules.ts';
import type { FailureText } from '../model/failure-text.ts';
import { hostErrorTexts } from '../model/host-error-texts.ts';
import { type HostErrorName, hostErrorCodes } from '../model/host-start.ts';
import { hresultMeanings } from '../model/hresult-meanings.ts';
import { type RuleId, ruleIds, rules } from '../model/rules.ts';
import { type Hresult, type HttpStatus, httpStatuses } from '../model/startup-failure.ts';
import type { Page } from './page.ts';
import { ruleExplanation } from './rule-explanation.ts';
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
export function explain(query: ExplainQuery, page: Page): string {
  return `${linesAbout(query, page).join('\n')}\n`;
}

function linesAbout(query: ExplainQuery, page: Page): string[] {
  switch (query.kind) {
    case 'status':
      return aboutStatus(query.status, page);
    case 'hresult':
      return aboutHresult(query.hresult, page);
    case 'host-error':
      return aboutHostError(query.error, page);
    case 'event':
      return aboutEvent(query.id, page);
    case 'rule':
      return aboutRule(query.rule, page);
  }
}

function aboutStatus(status: HttpStatus, page: Page): string[] {
  const text = failureCatalogue[status];
  const causes = rulesFor(status);
  return [
    page.paint('strong', pageHeading(status, text.pages[0]?.title)),
    '',
    ...wrap(text.meaning, page.width),
    '',
    ...labelled(page, 'Answered by', [text.answeredBy]),
    ...labelled(
      page,
      'Page titles',
      text.pages.map(({ title, shownBy }) => `${title} (${shownBy})`),
    ),
    ...labelled(
      page,
      'HRESULTs',
      text.hresults.map((hresult) => `${hresult}  ${hresultMeanings[hresult]}`),
    ),
    ...labelled(
      page,
      'Event log',
      text.events.map(({ source, id, meaning }) => `${id}  ${meaning} (${source})`),
    ),
    '',
    page.paint('strong', 'Causes that are looked for'),
    ...causes.flatMap((rule) => wrap(`${rules[rule].headline} [${rule}]`, page.width, '  • ')),
    '',
    ...remedyLines(text.remedies, page),
    '',
    `More: ${failurePage(status)}`,
  ];
}

function aboutHresult(hresult: Hresult, page: Page): string[] {
  return [
    page.paint('strong', hresult),
    '',
    ...wrap(`${hresultMeanings[hresult]}.`, page.width),
    '',
    ...statusList((text) => text.hresults.includes(hresult), page),
  ];
}

function aboutHostError(error: HostErrorName, page: Page): string[] {
  const { meaning, rules: causes } = hostErrorTexts[error];
  const code = hostErrorCodes[error];
  return [
    page.paint('strong', `0x${code.toString(16)} ${error}`),
    '',
    ...wrap(`Exit code of the .NET host, ${code | 0} as a signed number: ${meaning}.`, page.width),
    '',
    page.paint('strong', 'Causes that are looked for'),
    ...causes.flatMap((rule) => wrap(`${rules[rule].headline} [${rule}]`, page.width, '  • ')),
    '',
    ...statusList((_text, status) => causes.some((rule) => rules[rule].statuses.some((shown) => shown === status)), page),
  ];
}

function aboutEvent(id: number, page: Page): string[] {
  const meanings = Object.values(failureCatalogue).flatMap(({ events }) => events.filter((event) => event.id === id));
  const lines = new Set(meanings.map(({ source, meaning }) => `${meaning} (${source})`));
  return [
    page.paint('strong', `Event ${id}`),
    '',
    ...[...lines].flatMap((line) => wrap(line, page.width)),
    '',
    ...statusList((text) => text.events.some((event) => event.id === id), page),
  ];
}

function aboutRule(rule: RuleId, page: Page): string[] {
  const advice = isAdviceRule(rule);
  const { why, whatToDo } = ruleExplanation(rule);
  return [
    page.paint('strong', rule),
    '',
    ...wrap(`${rules[rule].headline}.${advice ? ' It does not stop the start.' : ''}`, page.width),
    '',
    ...why.flatMap((paragraph) => [...wrap(paragraph, page.width), '']),
    page.paint('strong', 'What to do'),
    ...whatToDo.flatMap((paragraph) => wrap(paragraph, page.width, '  • ')),
    '',
    'To accept such a finding, give the reason in iis-preflight.json:',
    `  { "suppressions": [{ "rule": "${rule}", "reason": "why it is fine here" }] }`,
    '',
    ...(advice ? [`More: ${advicePage(rule)}`] : statusLines(failureRules[rule].statuses, page)),
  ];
}

function statusList(belongs: (text: FailureText, status: HttpStatus) => boolean, page: Page): string[] {
  const statuses = httpStatuses.filter((status) => belongs(failureCatalogue[status], status));
  // A 2.2 module says 500.0 for what later ones tell apart: whoever asks has more likely one of the others before their eyes.
  return statusLines([...statuses.filter((status) => status !== '500.0'), ...statuses.filter((status) => status === '500.0')], page);
}

function statusLines(statuses: readonly HttpStatus[], page: Page): string[] {
  const items = statuses.map((status) => `  ${status.padEnd(6)}  ${failureCatalogue[status].pages[0]?.title ?? ''}`);
  return [page.paint('strong', 'What people see with it'), ...items, '', `More: iis-preflight explain ${statuses[0] ?? '500.30'}`];
}

/** Rules whose violation can show as `status`, in the order of the start. */
function rulesFor(status: HttpStatus): RuleId[] {
  return ruleIds.filter((rule) => rules[rule].statuses.includes(status));
}

const labelWidth = 13;

function labelled({ width }: Page, label: string, values: readonly string[]): string[] {
  return values.flatMap((value, index) => wrap(value, width, (index === 0 ? label : '').padEnd(labelWidth)));
}

import type { Report } from '../model/report.ts';
import type { Page } from './page.ts';
import { placeOf } from './text-findings.ts';
import { oneLine, shorten } from './visible-text.ts';
import { wrap } from './wrap.ts';

const factLimit = 6;

/** What a clean run means: how much was checked, what cannot be, and which facts would tell more, besides those that were `named` above. */
export function coverageLines({ coverage }: Report, named: ReadonlySet<string>, { paint, width }: Page): string[] {
  const checked = `Checked: ${coverage.checked.length} points.`;
  const not =
    coverage.notCheckable.length === 0 ? '' : ` Not checkable before a deployment: ${coverage.notCheckable.map(oneLine).join('; ')}.`;
  const open = coverage.wouldSettle.filter(({ fact }) => !named.has(fact));
  const facts = open.slice(0, factLimit).map(({ fact, findings }) => `${oneLine(fact)} (${findings})`);
  const rest = open.length - factLimit;
  const settle =
    facts.length === 0 ? '' : `The server manifest could settle more with: ${facts.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}.`;
  return [...wrap(`${checked}${not}`, width), ...(settle === '' ? [] : wrap(settle, width))].map((line) => paint('faint', line));
}

/** Notes about the run itself, in a paragraph of their own. */
export function noticeLines({ notices = [] }: Report, { paint, width }: Page): string[] {
  const lines = notices.flatMap(({ message, location }) => {
    const place = location === undefined ? '' : `${placeOf(location)}: `;
    return wrap(`Note: ${place}${shorten(oneLine(message), 600)}`, width).map((line) => paint('doubt', line));
  });
  return lines.length === 0 ? [] : ['', ...lines];
}

import type { Report } from '../model/report.ts';
import type { Paint } from './paint.ts';
import { placeOf } from './text-findings.ts';
import { oneLine, shorten } from './visible-text.ts';
import { wrap } from './wrap.ts';

const factLimit = 6;

/** What a clean run means: how much was checked, what cannot be, and which facts would tell more. */
export function coverageLines({ coverage }: Report, paint: Paint): string[] {
  const checked = `Checked: ${coverage.checked.length} points.`;
  const not =
    coverage.notCheckable.length === 0 ? '' : ` Not checkable before a deployment: ${coverage.notCheckable.map(oneLine).join('; ')}.`;
  const facts = coverage.wouldSettle.slice(0, factLimit).map(({ fact, findings }) => `${oneLine(fact)} (${findings})`);
  const rest = coverage.wouldSettle.length - factLimit;
  const settle =
    facts.length === 0 ? '' : `The server manifest could settle more with: ${facts.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}.`;
  return [...wrap(`${checked}${not}`), ...(settle === '' ? [] : wrap(settle))].map((line) => paint('faint', line));
}

/** Notes about the run itself. */
export function noticeLines({ notices = [] }: Report, paint: Paint): string[] {
  return notices.flatMap(({ message, location }) => {
    const place = location === undefined ? '' : `${placeOf(location)}: `;
    return wrap(`Note: ${place}${shorten(oneLine(message), 600)}`).map((line) => paint('doubt', line));
  });
}

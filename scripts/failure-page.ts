import { failureCatalogue, pageHeading } from '../src/model/failure-catalogue.ts';
import { hresultMeanings } from '../src/model/hresult-meanings.ts';
import { rules } from '../src/model/rules.ts';
import { type HttpStatus, httpStatuses } from '../src/model/startup-failure.ts';
import { proseMarker, proseOf } from './page-prose.ts';

const marker = proseMarker('the failure catalogue');

/** A page with its generated part brought up to date and its prose kept. */
export function failurePageText(status: HttpStatus, current: string | undefined): string {
  return `${head(status)}\n${marker}\n\n${proseOf(current)}`;
}

/** The list of all pages. */
export function failureIndexText(): string {
  const rows = httpStatuses.map((status) => {
    const { pages, meaning } = failureCatalogue[status];
    return `| [${status}](${status}.md) | ${pages[0]?.title ?? ''} | ${meaning} |`;
  });
  return ['# What a failed start looks like', '', '| status | title | meaning |', '|---|---|---|', ...rows, ''].join('\n');
}

function head(status: HttpStatus): string {
  const { meaning, answeredBy, pages, hresults, events } = failureCatalogue[status];
  return [
    `# ${pageHeading(status, pages[0]?.title)}`,
    '',
    meaning,
    '',
    '| | |',
    '|---|---|',
    `| Answered by | ${answeredBy} |`,
    `| Page titles | ${cell(pages.map(({ title, shownBy }) => `“${title}” (${shownBy})`))} |`,
    ...(hresults.length === 0 ? [] : [`| HRESULT | ${cell(hresults.map((hresult) => `\`${hresult}\` ${hresultMeanings[hresult]}`))} |`]),
    ...(events.length === 0
      ? []
      : [`| Event log | ${cell(events.map(({ source, id, meaning: text }) => `${source} **${id}**: ${text}`))} |`]),
    '',
    'Causes that `iis-preflight check` looks for:',
    '',
    ...Object.entries(rules)
      .filter(([, rule]) => rule.statuses.includes(status))
      .map(([id, rule]) => `- ${rule.headline} (\`${id}\`)`),
    '',
  ].join('\n');
}

function cell(values: readonly string[]): string {
  return values.join('<br>');
}

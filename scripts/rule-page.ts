import { type AdviceRuleId, adviceRules, isAdviceRule } from '../src/model/advice-rules.ts';
import { proseMarker, proseOf } from './page-prose.ts';

const marker = proseMarker('src/model/advice-rules.ts');

/** Every rule of advice, in the order of the catalogue. */
export const adviceRuleIds = Object.keys(adviceRules).filter(isAdviceRule);

/** What a new page asks its author for; the tests fail until the two in the middle have examples. */
const partsOfPage = ['Why', 'Reported', 'Not reported', 'What to do'];

/** A page with its generated part brought up to date and its prose kept. */
export function rulePageText(id: AdviceRuleId, current: string | undefined): string {
  const prose = current === undefined ? partsOfPage.map((part) => `## ${part}\n\n…\n`).join('\n') : proseOf(current);
  return `${head(id)}\n${marker}\n\n${prose}`;
}

/** The list of all pages. */
export function ruleIndexText(): string {
  return [
    '# Advice',
    '',
    'Rules that do not stop the start. What does is listed by status in [docs/failures](../failures/README.md).',
    '',
    'Every page has examples of what is reported and what is not, and the tests run them. Each is laid over a healthy application for .NET 10',
    '(`App.dll` and what belongs to it) on a healthy server: `web.config` is whole or the element that matters, `server` is merged into the',
    'description of the server, `files` lists files of the artifact with what they are, and `- file` takes one out.',
    '',
    '| rule | finding |',
    '|---|---|',
    ...adviceRuleIds.map((id) => `| [${id}](${id}.md) | ${adviceRules[id].headline} |`),
    '',
  ].join('\n');
}

function head(id: AdviceRuleId): string {
  return [
    `# ${adviceRules[id].headline}`,
    '',
    `Rule \`${id}\`. It is advice: the prediction of the start does not depend on it, and it is never an error.`,
    '',
    'To accept a finding, give the reason in the [configuration file](../configuration.md):',
    '',
    '```json',
    `{ "suppressions": [{ "rule": "${id}", "reason": "why it is fine here" }] }`,
    '```',
    '',
  ].join('\n');
}

// Brings the generated parts of docs/failures and docs/rules up to date, and what the command line says of the latter. Run with Node 24: node scripts/generate-docs.ts [--check]
// With --check nothing is written, and the exit code is 1 when something is out of date.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { advicePage } from '../src/model/advice-rules.ts';
import { failurePage } from '../src/model/failure-catalogue.ts';
import { httpStatuses } from '../src/model/startup-failure.ts';
import { paragraphsOf } from './advice-text.ts';
import { failureIndexText, failurePageText } from './failure-page.ts';
import { adviceRuleIds, ruleIndexText, rulePageText } from './rule-page.ts';

const root = new URL('../', import.meta.url);
const check = process.argv.includes('--check');

const pages = new Map<string, string>([['docs/failures/README.md', failureIndexText()]]);
for (const status of httpStatuses) pages.set(failurePage(status), failurePageText(status, read(failurePage(status))));
pages.set('docs/rules/README.md', ruleIndexText());
for (const id of adviceRuleIds) pages.set(advicePage(id), rulePageText(id, read(advicePage(id))));
pages.set('src/model/advice-texts.json', `${JSON.stringify(adviceTexts(), null, 2)}\n`);

for (const folder of ['docs/failures/', 'docs/rules/']) mkdirSync(new URL(folder, root), { recursive: true });
const stale = [...pages].filter(([path, text]) => read(path) !== text);
for (const [path, text] of stale) {
  process.stdout.write(`${path}\n`);
  if (!check) writeFileSync(new URL(path, root), text);
}
if (check && stale.length > 0) process.exitCode = 1;

function adviceTexts(): object {
  return Object.fromEntries(
    adviceRuleIds.map((id) => {
      const page = pages.get(advicePage(id)) ?? '';
      return [id, { why: paragraphsOf(page, 'Why'), whatToDo: paragraphsOf(page, 'What to do') }];
    }),
  );
}

function read(path: string): string | undefined {
  try {
    return readFileSync(new URL(path, root), 'utf8');
  } catch {
    return undefined;
  }
}

// Brings the generated parts of docs/failures and docs/rules up to date, and what the command line says of the latter.
// Run with Node 24: node scripts/generate-docs.ts [--check]
import { advicePage } from '../src/model/advice-rules.ts';
import { failurePage } from '../src/model/failure-catalogue.ts';
import { httpStatuses } from '../src/model/startup-failure.ts';
import { paragraphsOf } from './advice-text.ts';
import { failureIndexText, failurePageText } from './failure-page.ts';
import { bringUpToDate, currentText } from './generated-files.ts';
import { adviceRuleIds, ruleIndexText, rulePageText } from './rule-page.ts';

const pages = new Map<string, string>([['docs/failures/README.md', failureIndexText()]]);
for (const status of httpStatuses) pages.set(failurePage(status), failurePageText(status, currentText(failurePage(status))));
pages.set('docs/rules/README.md', ruleIndexText());
for (const id of adviceRuleIds) pages.set(advicePage(id), rulePageText(id, currentText(advicePage(id))));
pages.set('src/model/advice-texts.json', `${JSON.stringify(adviceTexts(), null, 2)}\n`);
bringUpToDate(pages);

function adviceTexts(): object {
  return Object.fromEntries(
    adviceRuleIds.map((id) => {
      const page = pages.get(advicePage(id)) ?? '';
      return [id, { why: paragraphsOf(page, 'Why'), whatToDo: paragraphsOf(page, 'What to do') }];
    }),
  );
}

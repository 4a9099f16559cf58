// Brings the generated parts of docs/failures and docs/rules up to date. Run with Node 24: node scripts/generate-docs.ts [--check]
import { advicePage } from '../src/model/advice-rules.ts';
import { failurePage } from '../src/model/failure-catalogue.ts';
import { httpStatuses } from '../src/model/startup-failure.ts';
import { failureIndexText, failurePageText } from './failure-page.ts';
import { bringUpToDate, currentText } from './generated-files.ts';
import { adviceRuleIds, ruleIndexText, rulePageText } from './rule-page.ts';

const pages = new Map<string, string>([['docs/failures/README.md', failureIndexText()]]);
for (const status of httpStatuses) pages.set(failurePage(status), failurePageText(status, currentText(failurePage(status))));
pages.set('docs/rules/README.md', ruleIndexText());
for (const id of adviceRuleIds) pages.set(advicePage(id), rulePageText(id, currentText(advicePage(id))));
bringUpToDate(pages);

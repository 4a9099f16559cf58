import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { failureIndexText, failurePageText } from '../../scripts/failure-page.ts';
import { proseMarker, proseOf } from '../../scripts/page-prose.ts';
import { httpStatuses } from '../../src/model/startup-failure.ts';

const folder = new URL('../../docs/failures/', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8');

describe('docs/failures', () => {
  test.each(httpStatuses)('%s is up to date (node scripts/generate-docs.ts) and has prose', (status) => {
    const page = read(`${status}.md`);
    expect(page).toBe(failurePageText(status, page));
    for (const part of ['## What you see', '## Why it happens', '## Which cause it is', '## What to do', '## Often confused with']) {
      expect(proseOf(page)).toContain(part);
    }
  });

  test('there is a page for each status and no other', () => {
    expect(readdirSync(folder).sort()).toEqual(['README.md', ...httpStatuses.map((status) => `${status}.md`)].sort());
    expect(read('README.md')).toBe(failureIndexText());
  });
});

test('the prose below the marker survives', () => {
  const marker = proseMarker('the failure catalogue');
  const page = failurePageText('500.31', `# Old head\n${marker}\n\n## What you see\n\nMine.\n`);
  expect(page).toMatch(/^# HTTP Error 500\.31 - Failed to load ASP\.NET Core runtime\n/);
  expect(page.endsWith(`${marker}\n\n## What you see\n\nMine.\n`)).toBe(true);
  expect(page).not.toContain('Old head');
});

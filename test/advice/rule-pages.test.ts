import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { proseOf } from '../../scripts/page-prose.ts';
import { adviceRuleIds, ruleIndexText, rulePageText } from '../../scripts/rule-page.ts';
import { brokenSentences } from '../scenarios/sentences.ts';
import { examplesOf, performExample } from './rule-example.ts';

const folder = new URL('../../docs/rules/', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8');

describe('docs/rules', () => {
  test('there is a page for each rule of advice and no other', () => {
    expect(readdirSync(folder).sort()).toEqual(['README.md', ...adviceRuleIds.map((id) => `${id}.md`)].sort());
    expect(read('README.md')).toBe(ruleIndexText());
  });

  test.each(adviceRuleIds)('%s is up to date (node scripts/generate-docs.ts) and has prose', (id) => {
    const page = read(`${id}.md`);
    expect(page).toBe(rulePageText(id, page));
    for (const part of ['## Why', '## Reported', '## Not reported', '## What to do']) expect(proseOf(page)).toContain(part);
    expect(proseOf(page)).not.toMatch(/^…$/m);
  });

  test('a new page begins with the parts that are to be written', () => {
    const page = rulePageText('web-garden', undefined);
    expect(page.match(/^## .*$/gm)).toEqual(['## Why', '## Reported', '## Not reported', '## What to do']);
    expect(rulePageText('web-garden', page)).toBe(page);
  });
});

const examples = (heading: string) =>
  adviceRuleIds.flatMap((id) => examplesOf(proseOf(read(`${id}.md`)), heading).map((example) => ({ id, title: example.title, example })));

describe('the examples of the pages', () => {
  test.each(examples('Reported'))('$id, reported: $title', async ({ id, example }) => {
    const start = await performExample(example);
    const { findings, prediction } = start;
    const found = findings.filter(({ rule }) => rule === id);
    expect(found).toHaveLength(1);
    expect(found[0]?.severity).not.toBe('error');
    expect(prediction.outcome).not.toBe('fails');
    expect(brokenSentences(start)).toEqual([]);
  });

  test.each(examples('Not reported'))('$id, not reported: $title', async ({ id, example }) => {
    const { findings } = await performExample(example);
    expect(findings.filter(({ rule }) => rule === id)).toEqual([]);
  });

  test.each(adviceRuleIds)('%s has one of each kind', (id) => {
    const page = proseOf(read(`${id}.md`));
    expect(examplesOf(page, 'Reported').length).toBeGreaterThan(0);
    expect(examplesOf(page, 'Not reported').length).toBeGreaterThan(0);
  });

  test('the healthy application they are laid over gets no advice', async () => {
    expect((await performExample({ title: '', blocks: [] })).findings).toEqual([]);
  });
});

import { describe, expect, test } from '@jest/globals';
import { type Mark, marked, markOf, type Thread, type ThreadStatus } from '../../../src/hosts/azure/thread.ts';
import { noLongerFound, stillFound, summaryChanges, type ThreadChange } from '../../../src/hosts/azure/thread-changes.ts';

const name = 'iis-preflight 12 build preflight 0a1b2c3d4e5f6071';

function thread(status: ThreadStatus, state: Mark['state'], body = 'old'): Thread {
  const mark = { name, state };
  return { id: 5, status, comment: 1, content: marked(mark, body), mark };
}

/** `active`, `fixed` and the text's new state, in the order in which they are sent. */
const inWords = (changes: readonly ThreadChange[]): string =>
  changes
    .map((change) => {
      if (change.kind === 'status') return change.status;
      return change.kind === 'edit' ? `text ${markOf(change.content)?.mark.state}` : `create ${change.thread.status}`;
    })
    .join(', ');

describe('a mark', () => {
  test.each([
    [marked({ name, state: 'open' }, 'body\n'), { mark: { name, state: 'open' }, body: 'body\n' }],
    [`[//]: <> (iis-preflight a done)\r\n\r\nbody`, { mark: { name: 'iis-preflight a', state: 'done' }, body: 'body' }],
    [`[//]: <> (iis-preflight a done)`, { mark: { name: 'iis-preflight a', state: 'done' }, body: '' }],
    ['Looks good.', undefined],
    [`> ${marked({ name, state: 'open' }, 'quoted')}`, undefined],
    ['[//]: <> (another-tool a open)', undefined],
    ['[//]: <> (iis-preflight a fixed)', undefined],
  ])('%j', (content, expected) => {
    expect(markOf(content)).toEqual(expected);
  });
});

// The status of the thread, and how the last run left it, decide together.
describe('a thread about a finding', () => {
  const rows: readonly (readonly [ThreadStatus, Mark['state'], string, string])[] = [
    // status, left as, while the finding is there, when it is gone
    ['active', 'open', 'text open', 'fixed, text done'],
    ['unknown', 'open', 'text open', 'fixed, text done'],
    ['pending', 'open', 'text open', 'fixed, text done'],
    // Resolved by a person.
    ['fixed', 'open', '', ''],
    ['wontFix', 'open', '', ''],
    ['closed', 'open', '', ''],
    ['byDesign', 'open', '', ''],
    // Resolved by a run, and untouched since.
    ['fixed', 'done', 'active, text open', ''],
    // Resolved by a run, then by a person in another way.
    ['wontFix', 'done', '', ''],
    ['closed', 'done', '', ''],
    ['byDesign', 'done', '', ''],
    // Resolved by a run, and opened again by a person.
    ['active', 'done', 'text open', ''],
  ];

  test.each(rows)('%s, left %s: "%s" while it is there, "%s" when it is gone', (status, state, there, gone) => {
    expect(inWords(stillFound(thread(status, state), 'new'))).toBe(there);
    expect(inWords(noLongerFound(thread(status, state)))).toBe(gone);
  });

  test('is not written again when nothing changed', () => {
    expect(stillFound(thread('active', 'open', 'same'), 'same')).toEqual([]);
    const stored = { ...thread('active', 'open'), content: `${marked({ name, state: 'open' }, 'a\r\nb')}\n` };
    expect(stillFound(stored, 'a\nb')).toEqual([]);
  });

  test('says that it is gone above what it said', () => {
    expect(noLongerFound(thread('active', 'open', 'The cause.')).at(-1)).toMatchObject({
      content: `[//]: <> (${name} done)\n\n✅ **The latest run no longer reports this.**\n\nThe cause.`,
    });
  });
});

describe('the thread about the run', () => {
  const rows: readonly (readonly [ThreadStatus, Mark['state'], string, string])[] = [
    // status, left as, while something is at or above fail-on, when nothing is
    ['active', 'open', 'text open', 'fixed, text done'],
    ['pending', 'open', 'text open', 'fixed, text done'],
    ['fixed', 'done', 'active, text open', 'text done'],
    ['active', 'done', 'text open', 'text done'],
    // The status of a person stays; the text is that of the latest run.
    ['fixed', 'open', 'text open', 'text done'],
    ['wontFix', 'open', 'text open', 'text done'],
    ['closed', 'done', 'text open', 'text done'],
    ['byDesign', 'done', 'text open', 'text done'],
  ];

  test.each(rows)('%s, left %s: "%s" while it fails, "%s" when it does not', (status, state, failed, passed) => {
    expect(inWords(summaryChanges([thread(status, state)], { name, state: 'open', body: 'new', isWorthTelling: true }))).toBe(failed);
    expect(inWords(summaryChanges([thread(status, state)], { name, state: 'done', body: 'new', isWorthTelling: false }))).toBe(passed);
  });

  test.each<[Mark['state'], boolean, string]>([
    ['open', true, 'create active'],
    ['done', true, 'create fixed'],
    ['done', false, ''],
  ])('when there is none: %s, worth telling %s: "%s"', (state, isWorthTelling, expected) => {
    expect(inWords(summaryChanges([], { name, state, body: 'new', isWorthTelling }))).toBe(expected);
  });

  test('is not written again when nothing changed', () => {
    expect(summaryChanges([thread('active', 'open', 'same')], { name, state: 'open', body: 'same', isWorthTelling: true })).toEqual([]);
  });
});

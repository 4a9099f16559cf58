import { expect, test } from '@jest/globals';
import { nearMatch } from '../../src/report/near-match.ts';

test.each([
  ['sever', 'server'],
  ['fromat', 'format'],
  ['SERVER', 'server'],
  ['outputs', 'output'],
  ['xyz', undefined],
  ['s', undefined],
  ['', undefined],
  ['x'.repeat(100_000), undefined],
])('%s', (word, expected) => {
  expect(nearMatch(word, ['server', 'format', 'output'])).toBe(expected);
});

import { expect, test } from '@jest/globals';
import { wrap } from '../../src/report/wrap.ts';

test.each([
  ['fits', 'aa bb', '', 10, ['aa bb']],
  ['breaks at a space', 'aa bb cc', '', 5, ['aa bb', 'cc']],
  ['indents what follows as far as the first line', 'aa bb cc', '• ', 7, ['• aa bb', '  cc']],
  ['keeps a long word whole', 'a C:\\very\\long\\path b', '', 5, ['a', 'C:\\very\\long\\path', 'b']],
  ['an empty text is the prefix', '', '- ', 5, ['- ']],
])('%s', (_what, text, first, width, expected) => {
  expect(wrap(text, width, first)).toEqual(expected);
});

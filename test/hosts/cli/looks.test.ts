import { expect, test } from '@jest/globals';
import { looksOf } from '../../../src/hosts/cli/looks.ts';

test.each([
  ['a terminal', {}, true, true],
  ['a pipe', {}, false, false],
  ['NO_COLOR on a terminal', { NO_COLOR: '1' }, true, false],
  ['an empty NO_COLOR is none', { NO_COLOR: '' }, true, true],
  ['FORCE_COLOR in a pipe', { FORCE_COLOR: '1' }, false, true],
  ['FORCE_COLOR=0 on a terminal', { FORCE_COLOR: '0' }, true, false],
  ['FORCE_COLOR wins over NO_COLOR', { FORCE_COLOR: '3', NO_COLOR: '1' }, false, true],
  ['a dumb terminal', { TERM: 'dumb' }, true, false],
])('%s', (_what, environment, isTerminal, expected) => {
  expect(looksOf(environment, { isTTY: isTerminal })).toEqual({ color: expected });
});

test.each([
  ['a terminal keeps its last column free', { isTTY: true, columns: 80 }, 79],
  ['a terminal that does not tell', { isTTY: true, columns: undefined }, undefined],
  ['a terminal of no width', { isTTY: true, columns: 0 }, undefined],
  ['a pipe has no edge', { isTTY: false, columns: 80 }, undefined],
])('%s', (_what, stream, expected) => {
  expect(looksOf({}, stream).width).toBe(expected);
});

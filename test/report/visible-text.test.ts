import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { oneLine, shorten, shortenStart, visibleLines } from '../../src/report/visible-text.ts';

describe('oneLine', () => {
  test.each([
    ['plain text stays', 'Größe ✓ “x” 日本', 'Größe ✓ “x” 日本'],
    ['an escape becomes its picture', '\u001b[31mred', '␛[31mred'],
    ['line breaks and tabs become one space', 'a\r\n\tb\nc', 'a b c'],
    ['C1 controls are named', 'a\u009b31m', 'a\\u{9b}31m'],
    ['DEL has a picture', '\u007f', '␡'],
    ['a bidirectional override is named', 'exe\u202etxt', 'exe\\u{202e}txt'],
    ['a zero-width space is named', 'a\u200bb', 'a\\u{200b}b'],
    ['a line separator is named', 'a\u2028b', 'a\\u{2028}b'],
    ['tag characters are named', 'a\u{e0041}', 'a\\u{e0041}'],
    ['half of a pair is named', 'a\ud83db\udc00', 'a\\u{d83d}b\\u{dc00}'],
    ['a pair stays', '😀', '😀'],
  ])('%s', (_what, text, expected) => {
    expect(oneLine(text)).toBe(expected);
  });

  test('no text leaves a control character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        // biome-ignore lint/suspicious/noControlCharactersInRegex: what must not be left
        expect(oneLine(text)).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e]/);
      }),
    );
  });
});

test('visibleLines splits at every kind of line break and drops empty lines at the end', () => {
  expect(visibleLines('a\r\nb\rc\n\n')).toEqual(['a', 'b', 'c']);
  expect(visibleLines('\tx')).toEqual(['    x']);
  expect(visibleLines('')).toEqual([]);
});

describe('shorten', () => {
  test.each([
    ['abc', 3, 'abc'],
    ['abcd', 3, 'ab…'],
    ['a😀b', 3, 'a…'],
    ['', 0, ''],
  ])('%j to %d', (text, limit, expected) => {
    expect(shorten(text, limit)).toBe(expected);
  });
});

describe('shortenStart', () => {
  test.each([
    ['abc', 3, 'abc'],
    ['abcd', 3, '…cd'],
    ['b😀a', 3, '…a'],
    ['', 0, ''],
  ])('%j to %d', (text, limit, expected) => {
    expect(shortenStart(text, limit)).toBe(expected);
  });
});

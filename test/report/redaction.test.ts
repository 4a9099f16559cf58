import { describe, expect, test } from '@jest/globals';
import { redactReport } from '../../src/report/redaction.ts';
import { failing, reportOf } from './sample-reports.ts';

/** What is left of a text in a report when these are secret. */
function shown(text: string, ...secrets: readonly string[]): string | undefined {
  return redactReport(reportOf({ ...failing, artifact: text }), new Set(secrets)).starts[0]?.artifact;
}

describe('secrets in a report', () => {
  test.each<[string, string, readonly string[], string]>([
    ['one', 'Password=hunter2!;', ['hunter2!'], 'Password=***;'],
    ['twice, and another', 'hunter2! hunter2! sesame', ['hunter2!', 'sesame'], '*** *** ***'],
    ['at both ends', 'sesame and sesame', ['sesame'], '*** and ***'],
    ['one that begins like another', 'sesame-street sesame', ['sesame', 'sesame-street'], '*** ***'],
    ['one inside another', 'open-sesame-now', ['sesame', 'open-sesame-now'], '***'],
    ['two that overlap', 'abcdefghijkl', ['abcdefgh', 'efghijkl'], '***'],
    ['two in a row', 'sesamehunter2!', ['sesame', 'hunter2!'], '******'],
    ['none', 'sesam', ['sesame'], 'sesam'],
    ['a short one, which would hit ordinary words', 'abcde', ['abcde'], 'abcde'],
    ['a word of everybody', 'Production 123456', ['Production', '123456'], 'Production 123456'],
    ['letters outside the first plane', '🔑🔑🔑x', ['🔑🔑🔑'], '***x'],
  ])('%s', (_what, text, secrets, expected) => {
    expect(shown(text, ...secrets)).toBe(expected);
  });

  test('stay where there are none', () => {
    const report = reportOf(failing);
    expect(redactReport(report, new Set())).toBe(report);
  });

  test('many of them that begin alike', () => {
    const secrets = Array.from({ length: 50_000 }, (_, index) => `secret value ${index}`);
    expect(shown(`secret value 49999, secret value x, ${'secret '.repeat(100)}`, ...secrets)).toBe(
      `***, secret value x, ${'secret '.repeat(100)}`,
    );
  });
});

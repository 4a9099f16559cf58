import { describe, expect, test } from '@jest/globals';
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import type { Report, ReportedFinding, StartReport } from '../../src/model/report.ts';
import { renderJunit } from '../../src/report/junit.ts';
import { failing, healthy, hostileStart, reportOf, undetermined } from './sample-reports.ts';

/** Reads XML strictly and gives the elements in order. */
function elements(report: Report): { name: string; attributes: Record<string, string>; text: string }[] {
  const all: { name: string; attributes: Record<string, string>; text: string }[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }: SaxesTagPlain) => {
    all.push({ name, attributes, text: '' });
  });
  parser.on('text', (text) => {
    const last = all.at(-1);
    if (last !== undefined) last.text += text;
  });
  parser.write(renderJunit(report)).close();
  return all;
}

const moduleMissing: ReportedFinding = {
  rule: 'module-dll-missing',
  severity: 'error',
  certainty: 'certain',
  message: 'The module is missing.',
  evidence: [],
  remedies: [],
  hiddenBehind: 0,
};

describe('junit', () => {
  test('a start is a test case, an artifact a suite', () => {
    const [root, suite, failed, failure, output, passed, open, skipped] = elements(reportOf(failing, healthy, undetermined));
    expect(root).toMatchObject({
      name: 'testsuites',
      attributes: { name: 'iis-preflight', tests: '3', failures: '1', errors: '0', skipped: '1' },
    });
    expect(suite).toMatchObject({ name: 'testsuite', attributes: { name: 'publish', tests: '3', failures: '1', skipped: '1' } });
    expect(failed).toMatchObject({
      name: 'testcase',
      attributes: { classname: 'publish', name: 'web01, Default Web Site/shop, pool shop' },
    });
    expect(failure).toMatchObject({
      name: 'failure',
      attributes: { type: '500.31', message: 'HTTP Error 500.31 - Failed to load ASP.NET Core runtime' },
    });
    expect(failure?.text).toContain('On the server: Install the .NET 8 Hosting Bundle.');
    expect(output).toMatchObject({ name: 'system-out' });
    expect(output?.text).toContain('warning: startupTimeLimit is 0');
    expect(passed).toMatchObject({ name: 'testcase', attributes: { name: 'web02, Default Web Site/shop, pool shop' } });
    expect(open).toMatchObject({ name: 'testcase', attributes: { name: 'no server given' } });
    expect(skipped?.attributes).toEqual({ message: 'Not known: dotnet, iis.appPools[].enable32BitAppOnWin64' });
  });

  test('an accepted failure is none', () => {
    const accepted: StartReport = {
      ...failing,
      findings: failing.findings.map((finding) => ({ ...finding, suppressed: { reason: 'known' } })),
    };
    const [root, , , output] = elements(reportOf(accepted));
    expect(root?.attributes).toMatchObject({ tests: '1', failures: '0' });
    expect(output?.text).toContain('(accepted: known) [shared-framework-missing]');
  });

  test('an error behind an accepted failure is one', () => {
    const [ending, ...others] = failing.findings;
    const open_ = { ...failing, findings: [{ ...ending, suppressed: { reason: 'known' } }, ...others, moduleMissing] } as StartReport;
    const [root, , , failure, output] = elements(reportOf(open_));
    expect(root?.attributes).toMatchObject({ failures: '1' });
    expect(failure?.attributes).toEqual({ type: 'module-dll-missing', message: 'The module is missing.' });
    expect(output?.text).toContain('(accepted: known) [shared-framework-missing]');
    expect(output?.text).not.toContain('module-dll-missing');
  });

  test('readers that add up times find a number', () => {
    const timed = elements(reportOf(failing, healthy)).filter(({ name }) => /^test/.test(name));
    expect(timed.map(({ attributes }) => attributes['time'])).toEqual(['0', '0', '0', '0']);
  });

  test('the application’s side comes before the server’s', () => {
    const text = elements(reportOf(failing))[3]?.text ?? '';
    expect(text.indexOf('In the application: Publish')).toBeLessThan(text.indexOf('On the server: Install'));
  });

  test('hostile texts stay texts', () => {
    const xml = renderJunit(reportOf(hostileStart()));
    // biome-ignore lint/suspicious/noControlCharactersInRegex: what must not be left
    expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/);
    expect(xml).not.toMatch(/##(\[|vso\[)|^\s*::|\]\]>/m);
    const all = elements(reportOf(hostileStart()));
    expect(all.map(({ name }) => name)).toEqual(['testsuites', 'testsuite', 'testcase', 'failure', 'system-out']);
    expect(all[1]?.attributes).toMatchObject({ name: expect.stringContaining('##vso[task.setvariable variable=a]b') });
  });

  test('halves of surrogate pairs are dropped', () => {
    expect(elements(reportOf({ ...healthy, artifact: 'a\ud800b\uffff' }))[1]?.attributes).toMatchObject({ name: 'ab' });
  });
});

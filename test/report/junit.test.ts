import { describe, expect, test } from '@jest/globals';
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import type { Report, StartReport } from '../../src/model/report.ts';
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
    expect(elements(reportOf(accepted))[0]?.attributes).toMatchObject({ tests: '1', failures: '0' });
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

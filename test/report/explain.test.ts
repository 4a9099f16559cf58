import { describe, expect, test } from '@jest/globals';
import { failureCatalogue, pageHeading } from '../../src/model/failure-catalogue.ts';
import { type HostErrorName, hostErrorCodes } from '../../src/model/host-start.ts';
import { type RuleId, rules } from '../../src/model/rules.ts';
import { httpStatuses } from '../../src/model/startup-failure.ts';
import { explain } from '../../src/report/explain.ts';
import { pageOf, plainPage } from '../../src/report/page.ts';

// Object.keys of a table typed by HostErrorName.
const hostErrors = Object.keys(hostErrorCodes) as readonly HostErrorName[];

describe('explain', () => {
  test('the whole look of a status', () => {
    expect(explain({ kind: 'status', status: '500.31' }, plainPage)).toMatchSnapshot();
  });

  test.each(httpStatuses)('%s has all parts', (status) => {
    const text = explain({ kind: 'status', status }, plainPage);
    expect(text).toContain('Answered by');
    expect(text).toContain('What to do');
    expect(text).toContain(`More: docs/failures/${status}.md`);
    expect(text).toMatch(/Causes that are looked for\n {2}• /);
    expect(text).not.toContain('undefined');
  });

  test('an HRESULT lists the statuses it goes with', () => {
    const text = explain({ kind: 'hresult', hresult: '0x800700c1' }, plainPage);
    expect(text).toContain('another architecture');
    expect(text).toContain('  500.32  Failed to load .NET Core host');
    expect(text).not.toContain('500.35');
  });

  test('an event says what it means and with which pages it goes', () => {
    const text = explain({ kind: 'event', id: 1008 }, plainPage);
    expect(text).toContain('A second in-process application in the pool (IIS AspNetCore Module V2)');
    expect(text).toContain('  500.35  ');
  });

  test.each(hostErrors)('%s, an exit code of the .NET host, says what it means and where it shows', (error) => {
    const text = explain({ kind: 'host-error', error }, plainPage);
    expect(text).toContain(`0x${hostErrorCodes[error].toString(16)} ${error}`);
    expect(text).toMatch(/Causes that are looked for\n {2}• /);
    expect(text).toMatch(/What people see with it\n {2}50[02]/);
    expect(text).not.toContain('undefined');
  });

  // dotnet/runtime:docs/design/features/host-error-codes.md has the codes as signed numbers too.
  test('the whole look of an exit code', () => {
    expect(explain({ kind: 'host-error', error: 'FrameworkCompatFailure' }, plainPage)).toBe(
      [
        '0x8000809c FrameworkCompatFailure',
        '',
        'Exit code of the .NET host, -2147450724 as a signed number: references to one framework exclude each',
        'other.',
        '',
        'Causes that are looked for',
        '  • Framework references contradict each other [framework-references-conflict]',
        '',
        'What people see with it',
        '  500.31  Failed to load ASP.NET Core runtime',
        '  500.30  ASP.NET Core app failed to start',
        '  502.5   ANCM Out-Of-Process Startup Failure',
        '  502.3   Bad Gateway',
        '  500.0   ASP.NET Core IIS hosting failure (in-process)',
        '',
        'More: iis-preflight explain 500.31',
        '',
      ].join('\n'),
    );
  });

  test('a rule says what people see with it', () => {
    const text = explain({ kind: 'rule', rule: 'hosting-models-mixed' }, plainPage);
    expect(text).toContain('Two hosting models share an application pool.');
    expect(text).toContain('  500.34  ');
    expect(text).toContain('  500.0   ');
  });

  test('colours add nothing but colour', () => {
    const query = { kind: 'status', status: '503' } as const;
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the escapes to be taken away
    expect(explain(query, pageOf({ color: true })).replace(/\u001b\[\d+m/g, '')).toBe(explain(query, plainPage));
  });
});

describe('the catalogue', () => {
  test('every status is a status of some rule', () => {
    const used = new Set(Object.values(rules).flatMap(({ statuses }) => statuses));
    expect(httpStatuses.filter((status) => !used.has(status))).toEqual([]);
  });

  // Titles as dotnet/aspnetcore writes them since 5.0, and those of 3.x (src/Servers/IIS/AspNetCoreModuleV2).
  test.each([
    ['500.30', 'ASP.NET Core app failed to start', 'ANCM In-Process Start Failure'],
    ['500.31', 'Failed to load ASP.NET Core runtime', 'ANCM Failed to Find Native Dependencies'],
    ['500.32', 'Failed to load .NET Core host', 'ANCM Failed to Load dll'],
    ['500.33', 'Failed to load ASP.NET Core request handler', 'ANCM Request Handler Load Failure'],
    ['500.34', 'ASP.NET Core does not support mixing hosting models', 'ANCM Mixed Hosting Models Not Supported'],
    ['500.35', 'ASP.NET Core does not support multiple apps in the same app pool', 'ANCM Multiple In-Process Applications in same Process'],
    ['500.36', 'ASP.NET Core IIS hosting failure (out-of-process)', 'ANCM Out-Of-Process Handler Load Failure'],
    ['500.37', 'ASP.NET Core app failed to start within startup time limit', 'ANCM Failed to Start Within Startup Time Limit'],
    ['500.38', 'Failed to locate ASP.NET Core app', 'ANCM Application DLL Not Found'],
  ] as const)('%s has both titles', (status, since5, before5) => {
    expect(failureCatalogue[status].pages.map(({ title }) => title)).toEqual([since5, before5]);
  });

  test.each([
    ['500.31', undefined, 'HTTP Error 500.31 - Internal Server Error'],
    ['403.14', undefined, 'HTTP Error 403.14 - Forbidden'],
    ['404', undefined, 'HTTP Error 404.0 - Not Found'],
    ['503', undefined, 'HTTP Error 503. The service is unavailable.'],
    ['502.5', undefined, 'HTTP Error 502.5 - ANCM Out-Of-Process Startup Failure'],
  ] as const)('the heading of %s without a title', (status, title, expected) => {
    expect(pageHeading(status, title)).toBe(expected);
  });

  test('every event of one source and id means the same where it is named', () => {
    const all = Object.values(failureCatalogue).flatMap(({ events }) => events);
    const sources = new Map(all.map(({ source, id }) => [id, source]));
    expect(all.filter(({ source, id }) => sources.get(id) !== source)).toEqual([]);
  });
});

describe('a rule', () => {
  test('that ends the start: why, what mends it, how to accept it, and what people see, the usual status first', () => {
    expect(explain({ kind: 'rule', rule: 'hostfxr-not-loadable' }, plainPage)).toBe(
      [
        'hostfxr-not-loadable',
        '',
        'The worker process cannot load hostfxr.dll.',
        '',
        'hostfxr.dll must have the architecture of the worker process. Nearly always a self-contained',
        'application of one architecture is in a pool of the other.',
        '',
        'What to do',
        '  • In the application: Publish for the architecture of the pool, or framework-dependent.',
        '  • On the server: Set enable32BitAppOnWin64 of the pool to what the application was published for.',
        '',
        'To accept such a finding, give the reason in iis-preflight.json:',
        '  { "suppressions": [{ "rule": "hostfxr-not-loadable", "reason": "why it is fine here" }] }',
        '',
        'What people see with it',
        '  500.32  Failed to load .NET Core host',
        '  500.0   ASP.NET Core IIS hosting failure (in-process)',
        '  502.5   ANCM Out-Of-Process Startup Failure',
        '  502.3   Bad Gateway',
        '',
        'More: iis-preflight explain 500.32',
        '',
      ].join('\n'),
    );
  });

  test('of advice: what its page says, and where that is', () => {
    expect(explain({ kind: 'rule', rule: 'stack-size-decimal' }, plainPage)).toBe(
      [
        'stack-size-decimal',
        '',
        'stackSize is written as a decimal number. It does not stop the start.',
        '',
        'The handler setting `stackSize` is read as a hexadecimal number, with or without `0x`.',
        '`value="1048576"`, meant as one megabyte, makes sixteen for every thread of the application.',
        '',
        'Digits alone do not tell how a number was meant: `200000` in the documentation is hexadecimal, and',
        'makes two megabytes. Reported are whole kilobytes in decimal, and stacks of sixteen megabytes and',
        'more.',
        '',
        'What to do',
        '  • Write the number in hexadecimal, with `0x` so that everybody sees it.',
        '',
        'To accept such a finding, give the reason in iis-preflight.json:',
        '  { "suppressions": [{ "rule": "stack-size-decimal", "reason": "why it is fine here" }] }',
        '',
        'More: docs/rules/stack-size-decimal.md',
        '',
      ].join('\n'),
    );
  });

  // Object.keys of a table typed by RuleId.
  test.each(Object.keys(rules) as readonly RuleId[])('%s says why and what to do', (rule) => {
    const text = explain({ kind: 'rule', rule }, plainPage);
    expect(text).toMatch(/\.\n\nWhat to do\n.{20}/);
    expect(text).toContain(`{ "suppressions": [{ "rule": "${rule}", "reason": `);
    expect(text).not.toContain('](');
  });
});

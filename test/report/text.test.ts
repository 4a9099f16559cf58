import { describe, expect, test } from '@jest/globals';
import type { StartReport } from '../../src/model/report.ts';
import { pageOf } from '../../src/report/page.ts';
import { renderText } from '../../src/report/text.ts';
import { failing, healthy, hostileStart, reportOf, stage, stdoutLogOn, undetermined } from './sample-reports.ts';

const escape_ = '\u001b';

describe('one start that fails', () => {
  const text = renderText(reportOf(failing));
  const lines = text.split('\n');

  test('the first line is what people will see', () => {
    expect(lines[0]).toBe('HTTP Error 500.31 - Failed to load ASP.NET Core runtime');
  });

  test('it fits one screen', () => {
    expect(lines.length).toBeLessThanOrEqual(43);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(100);
  });

  test('the whole look', () => {
    expect(text).toMatchSnapshot();
  });

  test('the trace ends where the start ends', () => {
    expect(text).toContain('✗ framework-resolution');
    expect(text).not.toContain('request-handler');
  });

  test('the application’s side comes before the server’s', () => {
    expect(text.indexOf('In the application: Publish')).toBeLessThan(text.indexOf('On the server: Install'));
    expect(text).toContain('      dotnet publish -c Release -r win-x64 --self-contained');
  });

  test('a finding that is hidden behind the failure is marked', () => {
    expect(text).toContain('! (hidden behind 500.31) startupTimeLimit is 0');
  });
});

describe('the first line', () => {
  const heading = (prediction: Partial<StartReport['prediction']>): string => {
    const { status: _status, title: _title, ...rest } = failing.prediction;
    return renderText(reportOf({ ...failing, prediction: { ...rest, ...prediction } })).split('\n')[0] ?? '';
  };

  test.each([
    [{ status: '500.19' } as const, 'HTTP Error 500.19 - Internal Server Error'],
    [{ status: '403.14' } as const, 'HTTP Error 403.14 - Forbidden'],
    [{ status: '404' } as const, 'HTTP Error 404.0 - Not Found'],
    [{ status: '503' } as const, 'HTTP Error 503. The service is unavailable.'],
    [{ status: '502.3' } as const, 'HTTP Error 502.3 - Bad Gateway'],
    [{ status: '500.0' } as const, 'HTTP Error 500.0 - Internal Server Error'],
    [
      { status: '500.0', title: 'ANCM In-Process Handler Load Failure' } as const,
      'HTTP Error 500.0 - ANCM In-Process Handler Load Failure',
    ],
    [{ status: '500.19', certainty: 'likely' } as const, 'HTTP Error 500.19 - Internal Server Error (likely)'],
    [{}, 'The start fails; which error people see depends on facts that are missing'],
  ])('%j', (prediction, expected) => {
    expect(heading(prediction)).toBe(expected);
  });
});

test('a failure whose code depends on a fact names the fact', () => {
  const { status: _status, title: _title, event: _event, hresult: _hresult, ...rest } = failing.prediction;
  const text = renderText(reportOf({ ...failing, prediction: { ...rest, missingFacts: ['aspNetCoreModule.version'] } }));
  expect(text).toContain('Which error people see depends on aspNetCoreModule.version');
  expect(text).not.toContain('500.31 -');
});

describe('a healthy start', () => {
  test('is one line and its coverage', () => {
    expect(renderText(reportOf(healthy))).toBe(
      '✓ publish on web02, Default Web Site/shop, pool shop will start (in-process, x64, Microsoft.AspNetCore.App 8.0.11)\n' +
        "Checked: 3 points. Not checkable before a deployment: the application's own exceptions; file\n" +
        'permissions; whether services were restarted.\n',
    );
  });

  test('says when it is only likely', () => {
    const text = renderText(reportOf({ ...healthy, prediction: { ...healthy.prediction, certainty: 'likely' } }));
    expect(text).toContain('✓ publish on web02, Default Web Site/shop, pool shop will probably start');
  });

  test('lists what else was found', () => {
    const { hiddenBehind: _hidden, ...warning } = stdoutLogOn;
    const text = renderText(reportOf({ ...healthy, findings: [warning] }));
    expect(text).toContain('  ! startupTimeLimit is 0');
    expect(text).toContain('    → Remove the attribute.');
    expect(text).not.toContain('hidden');
  });
});

describe('a start that cannot be told', () => {
  test('names the facts and how to give a manifest', () => {
    const text = renderText(reportOf(undetermined));
    expect(text).toContain('? It cannot be told whether this starts');
    expect(text).toContain('These facts would settle it: dotnet, iis.appPools[].enable32BitAppOnWin64');
    expect(text).toContain('--server FILE');
    expect(text).not.toContain('aspnetcore-section');
  });

  test('says every reason whole, and once for neighbours that share it', () => {
    const long = `Which sections the server knows and locks is not described. ${'word '.repeat(30)}end.`;
    const trace = [
      stage('application-pool', 'unknown', 'No server is described.'),
      stage('worker-process', 'unknown', 'No server is described.'),
      stage('configuration', 'unknown', long),
    ];
    const text = renderText(reportOf({ ...undetermined, trace }));
    expect(text).toContain('  ? application-pool, worker-process: No server is described.\n');
    expect(text.replace(/\s+/g, ' ')).toContain(`? configuration: ${long}`);
  });

  test('facts that are named once are not named again, those of other starts are', () => {
    const again = 'The server manifest could settle more with: dotnet (1).';
    expect(renderText(reportOf(undetermined))).not.toContain(again);
    expect(renderText(reportOf(undetermined, healthy))).toContain(again);
  });

  test('with a manifest there is no hint to give one', () => {
    expect(renderText(reportOf({ ...undetermined, server: 'web01' }))).not.toContain('--server FILE');
  });
});

describe('several starts', () => {
  test('begin with a matrix and tell each failure once', () => {
    const text = renderText(reportOf(failing, healthy, { ...failing, server: 'web03' }));
    expect(text.split('\n').slice(0, 4)).toEqual(['       publish', 'web01  500.31', 'web02  ✓', 'web03  500.31']);
    expect(text.match(/HTTP Error 500\.31/g)).toHaveLength(1);
    expect(text).toContain('publish on web01, web03\n');
  });

  test('other causes are told apart', () => {
    const other = {
      ...failing,
      server: 'web03',
      findings: failing.findings.map((finding) => ({ ...finding, message: 'Something else.' })),
    };
    expect(renderText(reportOf(failing, other)).match(/HTTP Error 500\.31/g)).toHaveLength(2);
  });

  test('rows run along the longer side', () => {
    const text = renderText(reportOf(healthy, { ...healthy, artifact: 'admin' }, { ...healthy, artifact: 'api' }));
    expect(text.split('\n').slice(0, 4)).toEqual(['         web02', 'publish  ✓', 'admin    ✓', 'api      ✓']);
  });

  test('many servers that do the same are one row', () => {
    const starts = Array.from({ length: 500 }, (_, index) => ({ ...healthy, server: `web${index}` }));
    expect(
      renderText(reportOf(...starts, failing))
        .split('\n')
        .slice(1, 3),
    ).toEqual(['web0, web1 and 498 more  ✓', 'web01                    500.31']);
  });

  test('an artifact that goes to two applications has two columns', () => {
    const text = renderText(reportOf(healthy, { ...healthy, application: '/admin' }));
    expect(text).toContain('publish → /shop');
    expect(text).toContain('publish → /admin');
  });

  test('artifacts are named without the folder they share; what is too long loses its beginning', () => {
    const long = `Contoso.${'Very'.repeat(12)}.Long.Shop`;
    const names = ['out/drop/admin', 'out/drop/shop', `out/drop/${long}`].map((artifact) => ({ ...healthy, artifact }));
    const rows = renderText(reportOf(...names))
      .split('\n')
      .slice(1, 4);
    expect(rows.map((row) => row.split(' ')[0])).toEqual(['admin', 'shop', `…${long.slice(-39)}`]);
    expect(renderText(reportOf(healthy, { ...healthy, artifact: 'D:\\a\\admin' }))).toContain('D:\\a\\admin');
  });

  test('a healthy matrix has no sections', () => {
    expect(renderText(reportOf(healthy, { ...healthy, server: 'web03' })).split('\n')).toHaveLength(7);
  });
});

describe('accepted and expired', () => {
  const accepted = (): StartReport => ({
    ...failing,
    findings: failing.findings.map((finding) => ({
      ...finding,
      suppressed: { reason: 'The server is rebuilt next week.', until: '2026-12-01' },
    })),
  });

  test('an accepted failure says why', () => {
    expect(renderText(reportOf(accepted()))).toContain('Accepted until 2026-12-01: The server is rebuilt next week.');
    expect(renderText(reportOf(accepted(), healthy))).toContain('500.31 (accepted)');
  });

  test('notices about the run are shown', () => {
    const text = renderText({
      ...reportOf(healthy),
      notices: [{ message: 'It ended.', location: { file: 'c.json', line: 4, column: 5 } }],
    });
    expect(text).toContain('\n\nNote: c.json:4:5: It ended.\n\n');
  });
});

describe('the trace', () => {
  test('neighbours that do not apply share a line', () => {
    const trace = [
      stage('listen-port', 'not-applicable', 'In-process.'),
      stage('create-process', 'not-applicable', 'In-process.'),
      stage('framework-resolution', 'failed', 'No.'),
    ];
    expect(renderText(reportOf({ ...failing, trace }))).toContain('  – listen-port, create-process  not part of this start\n');
  });

  test('an unknown stage is never folded away', () => {
    const trace = failing.trace.map((entry, index) => (index === 1 ? { ...entry, outcome: 'unknown' as const } : entry));
    expect(renderText(reportOf({ ...failing, trace }))).toContain('  ? worker-process');
  });
});

describe('a narrow terminal', () => {
  const lines = renderText(reportOf(failing, { ...failing, server: 'web02', findings: [] }, undetermined), pageOf({ width: 60 })).split(
    '\n',
  );

  test('has no line that is longer, but for words that are', () => {
    const long = lines.filter((line) => line.length > 60 && /\S\s+\S/.test(line.trim().replace(/^\S+ /, '')));
    // Ready to paste, and the message of an event.
    expect(long.filter((line) => !/^ {6}|manifestVersion|^ {4}/.test(line))).toEqual([]);
  });

  test('has the same words', () => {
    const words = (text: string): string => text.replace(/…|\s+/g, ' ').trim();
    const wide = renderText(reportOf(undetermined));
    expect(words(renderText(reportOf(undetermined), pageOf({ width: 60 })))).toBe(words(wide));
  });

  test('is never taken to be narrower than 40 columns, nor wider than 100', () => {
    expect([1, 60, 400].map((width) => pageOf({ width }).width)).toEqual([40, 60, 100]);
  });
});

describe('colour', () => {
  test('the text is the same without its escapes', () => {
    const report = reportOf(failing, healthy, undetermined);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the escapes to be taken away
    expect(renderText(report, pageOf({ color: true })).replace(/\u001b\[\d+m/g, '')).toBe(renderText(report));
  });

  test('there is none unless asked for', () => {
    expect(renderText(reportOf(failing, healthy, undetermined))).not.toContain(escape_);
  });

  test('a healthy start is green', () => {
    expect(renderText(reportOf(healthy), pageOf({ color: true }))).toContain(`${escape_}[32m✓ publish`);
  });
});

describe('hostile texts', () => {
  const text = renderText(reportOf(hostileStart(), { ...hostileStart(), server: 'b' }, { ...undetermined, artifact: '\u001b]0;x\u0007' }));

  test('no control character but line breaks is left', () => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: what must not be left
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
  });

  test('no line is a command of a build agent', () => {
    expect(text).not.toMatch(/^\s*::/m);
    expect(text).not.toMatch(/##(\[|vso\[)/i);
  });

  test('it does not grow with the texts', () => {
    const long = 'x'.repeat(1_000_000);
    const start = { ...failing, artifact: long, findings: failing.findings.map((finding) => ({ ...finding, evidence: [long, long] })) };
    expect(renderText(reportOf(start)).length).toBeLessThan(10_000);
  });
});

test('a report without starts says so', () => {
  expect(renderText(reportOf())).toContain('Nothing was checked.');
});

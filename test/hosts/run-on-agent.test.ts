import { describe, expect, test } from '@jest/globals';
import { runOnAgent } from '../../src/hosts/run-on-agent.ts';
import { InputError } from '../../src/model/input-error.ts';
import type { Report } from '../../src/model/report.ts';
import { failing, fakeAgent, fakeStep, finding, healthy, reportOf, undetermined } from './fake-agent.ts';

async function step(report: Report | Error, inputs: Readonly<Record<string, string>> = { path: 'publish' }) {
  const { agent, told } = fakeAgent(inputs);
  const { surroundings, written, asked } = fakeStep(report);
  await runOnAgent(agent, surroundings);
  return { ...told, written, asked };
}

describe('what a step asks', () => {
  test('lists come one on each line, and the checkout is the working directory', async () => {
    const { asked } = await step(reportOf(healthy), {
      path: ' a \n\nb.zip\r\n',
      server: 'web01.json',
      site: 'Shop',
      application: '/api',
      'app-pool': 'shop',
      'expect-transform': 'true',
    });
    expect(asked).toEqual([
      {
        artifacts: ['a', 'b.zip'],
        servers: ['web01.json'],
        site: 'Shop',
        application: '/api',
        appPool: 'shop',
        expectTransform: true,
        version: '1.2.3',
        today: '2026-11-24',
        sourceRoot: '/home/runner/work/shop/shop',
      },
    ]);
  });

  test('a pipeline that the host names is looked at first', async () => {
    const { agent } = fakeAgent({ path: 'publish' });
    const { surroundings, asked } = fakeStep(reportOf(healthy));
    await runOnAgent(agent, { ...surroundings, pipeline: '.github/workflows/ci.yml' });
    expect(asked).toEqual([expect.objectContaining({ sourcePipeline: '.github/workflows/ci.yml' })]);
  });

  test('everything that is wrong with the inputs at once', async () => {
    const { annotations, finished, asked } = await step(reportOf(healthy), { path: ' ', 'fail-on': 'errors', 'expect-transform': 'yes' });
    expect(asked).toEqual([]);
    expect(annotations.map(({ message }) => message)).toEqual([
      'the input path: expected a publish output: a folder or a package, found nothing',
      'the input fail-on: expected error, warning, undetermined or never, found "errors"',
      'the input expect-transform: expected true or false, found "yes"',
    ]);
    expect(finished.map(([result]) => result)).toEqual(['failed']);
  });
});

describe('how a step ends', () => {
  const warning = finding({ severity: 'warning' });
  const rows: readonly (readonly [string, Report, string, string])[] = [
    ['healthy', reportOf(healthy), '', 'succeeded'],
    ['a start that fails', reportOf(failing([finding()])), '', 'failed'],
    ['a start that fails, never', reportOf(failing([finding()])), 'never', 'warned'],
    ['a warning', reportOf({ ...healthy, findings: [warning] }), 'error', 'warned'],
    ['a warning, at warning', reportOf({ ...healthy, findings: [warning] }), 'warning', 'failed'],
    ['undetermined', reportOf(undetermined), 'warning', 'warned'],
    ['undetermined, at undetermined', reportOf(undetermined), 'Undetermined', 'failed'],
    ['one of two', reportOf(healthy, failing([finding()])), '', 'failed'],
  ];
  test.each(rows.map((row) => [row[0], row] as const))('%s', async (_, [, report, failOn, expected]) => {
    const { finished } = await step(report, { path: 'publish', 'fail-on': failOn });
    expect(finished.map(([result]) => result)).toEqual([expected]);
  });

  const accepted = failing([finding({ suppressed: { reason: 'known' } })]);
  const words: readonly (readonly [Report, string])[] = [
    [reportOf(healthy), 'nothing stands in the way of the start'],
    [reportOf(failing([finding()]), healthy, accepted), '1 of 3 starts will fail: HTTP Error 500.31 - Failed to load ASP.NET Core runtime'],
    [reportOf({ ...healthy, findings: [finding(), warning] }), '1 error'],
    [reportOf(undetermined, { ...healthy, findings: [warning, warning] }), '1 of 2 starts cannot be told, 2 warnings'],
    [reportOf(undetermined), 'it cannot be told whether this starts'],
    [reportOf(accepted), 'the start will fail, which the configuration file accepts'],
    [reportOf(accepted, { ...healthy, findings: [warning] }), '1 warning, 1 of 2 starts will fail, which the configuration file accepts'],
  ];
  test.each(words.map(([report, expected]) => [expected, report] as const))('it says: %s', async (expected, report) => {
    const { finished } = await step(report);
    expect(finished.map(([, message]) => message)).toEqual([`iis-preflight: ${expected}`]);
  });

  test('a report that cannot be written fails the step, and hides nothing of what was found', async () => {
    for (const inputs of [{ report: '/full/report.json' }, { sarif: '/full/report.sarif' }]) {
      const { annotations, outputs, summaries, finished } = await step(reportOf(healthy), { path: 'publish', ...inputs });
      expect(annotations.map(({ message }) => message)).toEqual([
        `${Object.values(inputs)[0]}: expected a file that can be written, found no space left on the disk`,
      ]);
      expect(outputs.get('outcome')).toBe('starts');
      expect(outputs.has('report-path')).toBe('sarif' in inputs);
      expect(summaries).toHaveLength(1);
      expect(finished).toEqual([['failed', 'iis-preflight: nothing stands in the way of the start; 1 report could not be written']]);
    }
  });

  test('the outputs tell the worst', async () => {
    const { outputs, written } = await step(reportOf(healthy, failing([finding(), warning, finding({ severity: 'note' })]), undetermined));
    expect(Object.fromEntries(outputs)).toEqual({
      outcome: 'fails',
      status: '500.31',
      'report-path': '/tmp/agent/iis-preflight-report.json',
      findings: '2',
    });
    expect(JSON.parse(written.get('/tmp/agent/iis-preflight-report.json') ?? '').reportVersion).toBe(1);
  });

  test('reports go where they are wanted', async () => {
    const { outputs, written } = await step(reportOf(healthy), { path: 'publish', report: 'out/r.json', sarif: 'out/r.sarif' });
    expect([...written.keys()]).toEqual(['out/r.json', 'out/r.sarif']);
    expect(outputs.get('report-path')).toBe('out/r.json');
  });
});

describe('annotations', () => {
  test('what ends the start comes first and has the name of the page', async () => {
    const { annotations } = await step(
      reportOf(failing([finding(), finding({ rule: 'module-dll-missing', message: 'Hidden.', hiddenBehind: 0 })])),
    );
    expect(annotations.map(({ title }) => title)).toEqual([
      'HTTP Error 500.31 - Failed to load ASP.NET Core runtime',
      'module-dll-missing',
    ]);
    expect(annotations[1]?.message.split('\n')[0]).toBe('(hidden behind 500.31) Hidden.');
    expect(annotations[0]).toEqual({
      severity: 'error',
      title: 'HTTP Error 500.31 - Failed to load ASP.NET Core runtime',
      message: 'The framework is missing. [shared-framework-missing]\nOn the server: Install it.\n(publish on web01)',
      rule: 'shared-framework-missing',
      file: 'src/App/App.csproj',
      line: 4,
      column: 5,
    });
  });

  test('an error that nothing hides is told without that', async () => {
    const { annotations } = await step(reportOf({ ...healthy, findings: [finding({ message: 'Plain.' })] }));
    expect(annotations[0]?.message.split('\n')[0]).toBe('Plain.');
  });

  test('at most nine, the worst of all starts, before the last word', async () => {
    const notes = Array.from({ length: 8 }, (_, index) => finding({ severity: 'note', message: `note ${index}` }));
    const errors = Array.from({ length: 6 }, (_, index) => finding({ message: `error ${index}` }));
    const { annotations } = await step(reportOf({ ...healthy, findings: notes }, failing(errors)));
    expect(annotations.map(({ severity }) => severity)).toEqual([...Array(6).fill('error'), ...Array(3).fill('notice')]);
  });

  test('the same finding on several servers is one', async () => {
    const { annotations } = await step(reportOf(failing([finding()]), failing([finding()], { server: 'web02' })));
    expect(annotations.map(({ message }) => message.split('\n').at(-1))).toEqual(['(publish on web01 and 1 more)']);
  });

  test('accepted findings are not shown', async () => {
    const { annotations } = await step(reportOf(failing([finding({ suppressed: { reason: 'known' } })])));
    expect(annotations).toEqual([]);
  });

  test('a full path in the checkout becomes a relative one; one outside is named in the text', async () => {
    const inside = finding({ location: { file: '/home/runner/work/shop/shop/publish/web.config', line: 2 } });
    const outside = finding({ rule: 'module-dll-missing', location: { file: '/tmp/publish/web.config', line: 2 } });
    const { annotations } = await step(reportOf(failing([inside, outside])));
    expect(annotations.map(({ file, line }) => [file, line])).toEqual([
      ['publish/web.config', 2],
      [undefined, undefined],
    ]);
    expect(annotations[1]?.message).toContain('In /tmp/publish/web.config.');
  });
});

describe('what goes wrong with showing does not hide the findings', () => {
  test('a summary that cannot be written', async () => {
    const { agent, told } = fakeAgent({ path: 'publish' }, { shown: false, why: 'ENOSPC\n::error::x ##vso[task.complete]' });
    await runOnAgent(agent, fakeStep(reportOf(failing([finding()]))).surroundings);
    expect(told.annotations).toHaveLength(1);
    expect(told.printed).toContain('The summary could not be shown: ENOSPC ::error::x # #vso[task.complete]');
    expect(told.finished.map(([result]) => result)).toEqual(['failed']);
  });

  test('a comment that cannot be written', async () => {
    const { agent, told } = fakeAgent({ path: 'publish' });
    await runOnAgent(agent, fakeStep(reportOf(failing([finding()]))).surroundings, async () => 'Forbidden\n::error::x');
    expect(told.annotations).toHaveLength(1);
    expect(told.printed).toContain('Forbidden ::error::x');
  });

  test('a token in the words of a refusal is not shown', async () => {
    const { agent, told } = fakeAgent({ path: 'publish', token: 'se\ncret' });
    const refused = async () => `"Bearer se\ncret" is invalid. ${'x'.repeat(5000)}`;
    await runOnAgent(agent, fakeStep(reportOf(healthy)).surroundings, refused);
    expect(told.printed).toContain('"Bearer ***" is invalid.');
    expect(told.printed).not.toMatch(/cret|x{1000}/);
  });

  test.each([
    ['error', false],
    ['warning', true],
    ['never', false],
  ])('a pull request is told whether something is at or above fail-on: %s, %s', async (failOn, failed) => {
    const { agent } = fakeAgent({ path: 'publish', 'fail-on': failOn });
    const told: unknown[] = [];
    const report = reportOf({ ...healthy, findings: [finding({ severity: 'warning' })] });
    await runOnAgent(agent, fakeStep(report).surroundings, async (published) => void told.push(published));
    expect(told).toEqual([{ markdown: expect.stringContaining('## iis-preflight'), report, failed }]);
  });
});

describe('text that nobody vouches for', () => {
  const hostile = 'x\n::error::owned\n##vso[task.complete result=Succeeded;]\n::set-output name=a::b';
  test('cannot give commands through the log', async () => {
    const { printed, summaries } = await step(
      reportOf(failing([finding({ message: hostile, evidence: [hostile], location: { file: `${hostile}.json` } })], { artifact: hostile })),
    );
    for (const text of [printed, ...summaries]) {
      expect(text).not.toMatch(/^\s*::/m);
      expect(text).not.toContain('##vso[');
    }
  });
});

describe('unusable input and bugs', () => {
  test('every problem, on its line, and no stack', async () => {
    const problems = [
      { file: 'web01.json', place: '3:5', expected: 'x64, x86 or arm64', found: '"amd64"' },
      { file: 'publish', expected: 'a folder or a package' },
    ];
    const { annotations, printed, finished } = await step(new InputError(problems));
    expect(annotations).toEqual([
      {
        severity: 'error',
        title: 'iis-preflight: unusable input',
        message: 'web01.json:3:5: expected x64, x86 or arm64, found "amd64"',
        file: 'web01.json',
        line: 3,
        column: 5,
      },
      { severity: 'error', title: 'iis-preflight: unusable input', message: 'publish: expected a folder or a package' },
    ]);
    expect(printed).toBe('');
    expect(finished).toEqual([['failed', 'iis-preflight: 2 problems with the input; nothing was checked']]);
  });

  test('a problem outside the checkout has no line of it; a full path inside becomes a relative one', async () => {
    const problems = ['/etc/web01.json', '/home/runner/work/shop/shop/servers/web01.json'].map((file) => ({
      file,
      place: '3:5',
      expected: 'x',
    }));
    const { annotations } = await step(new InputError(problems));
    expect(annotations.map(({ file, line }) => [file, line])).toEqual([
      [undefined, undefined],
      ['servers/web01.json', 3],
    ]);
  });

  test('a bug says so', async () => {
    const { printed, finished } = await step(new TypeError('boom'));
    expect(printed).toContain('TypeError: boom');
    expect(finished[0]?.[1]).toMatch(/^iis-preflight 1\.2\.3: this is a bug in iis-preflight/);
  });
});

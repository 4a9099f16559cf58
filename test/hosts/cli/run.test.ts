import { describe, expect, test } from '@jest/globals';
import type { CheckRequest } from '../../../src/check.ts';
import { run } from '../../../src/hosts/cli/run.ts';
import type { Surroundings } from '../../../src/hosts/cli/surroundings.ts';
import { InputError } from '../../../src/model/input-error.ts';
import type { Report } from '../../../src/model/report.ts';
import { memoryDisk } from '../../model/memory-disk.ts';
import { failing, healthy, reportOf, undetermined } from '../../report/sample-reports.ts';

interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  readonly files: ReadonlyMap<string, string>;
  readonly requests: readonly CheckRequest[];
}

async function cli(line: string, answer: Report | Error = reportOf(healthy), more: Partial<Surroundings> = {}): Promise<Run> {
  let [out, err] = ['', ''];
  const files = new Map<string, string>();
  const requests: CheckRequest[] = [];
  const code = await run(line.split(' '), {
    disk: memoryDisk({}),
    async check(request) {
      requests.push(request);
      if (answer instanceof Error) throw answer;
      return answer;
    },
    version: '0.1.0',
    today: '2026-11-20',
    looks: {},
    print: (text) => {
      out += text;
    },
    complain: (text) => {
      err += text;
    },
    writeFile: async (file, text) => {
      files.set(file, text);
    },
    ...more,
  });
  return { code, out, err, files, requests };
}

describe('check', () => {
  test.each([
    ['healthy', healthy, 0],
    ['failing', failing, 1],
    ['undetermined', undetermined, 0],
  ])('%s', async (_what, start, code) => {
    const { code: actual, out, err } = await cli('check publish', reportOf(start));
    expect([actual, err]).toEqual([code, '']);
    expect(out).toContain('publish');
  });

  test.each([
    ['--fail-on never', failing, 0],
    ['--fail-on undetermined', undetermined, 1],
    ['--fail-on warning', undetermined, 0],
  ])('%s', async (flags, start, code) => {
    expect((await cli(`check publish ${flags}`, reportOf(start))).code).toBe(code);
  });

  test('hands on what was asked for, and leaves out what was not', async () => {
    const { requests } = await cli('check a b --server s.json --site Default --app /shop --pool shop');
    expect(requests).toEqual([
      {
        artifacts: ['a', 'b'],
        servers: ['s.json'],
        site: 'Default',
        application: '/shop',
        appPool: 'shop',
        version: '0.1.0',
        today: '2026-11-20',
      },
    ]);
    expect((await cli('check a')).requests).toEqual([{ artifacts: ['a'], servers: [], version: '0.1.0', today: '2026-11-20' }]);
  });

  test.each([
    ['json', /^\{\n {2}"reportVersion": 1/],
    ['markdown', /^## iis-preflight/],
    ['sarif', /"version": "2\.1\.0"/],
    ['junit', /^<\?xml/],
    ['text', /^✓ publish/],
  ])('--format %s', async (format, start) => {
    expect((await cli(`check publish --format ${format}`)).out).toMatch(start);
  });

  test('--output writes the file and prints nothing, without colour', async () => {
    const { out, files } = await cli('check publish --output report.txt', reportOf(healthy), { looks: { color: true } });
    expect(out).toBe('');
    expect(files.get('report.txt')).toMatch(/^✓ publish/);
  });

  test('a colour terminal gets colour', async () => {
    expect((await cli('check publish', reportOf(healthy), { looks: { color: true } })).out.startsWith('\u001b[32m✓ publish')).toBe(true);
  });

  test('unusable input is 2, with every problem on the standard error stream and no stack', async () => {
    const problems = [
      { file: 'server.json', place: '3:5', expected: 'x64, x86 or arm64', found: '"amd64"' },
      { file: 'publish', expected: 'a folder' },
    ];
    const { code, out, err } = await cli('check publish', new InputError(problems));
    expect([code, out]).toEqual([2, '']);
    expect(err).toBe(
      'iis-preflight: server.json:3:5: expected x64, x86 or arm64, found "amd64"\niis-preflight: publish: expected a folder\n',
    );
  });

  test('a hostile file name in a problem stays on its line', async () => {
    const { err } = await cli('check publish', new InputError([{ file: 'a\n::error::\u001b[31m##vso[x]', expected: 'a folder' }]));
    expect(err).toBe('iis-preflight: a ::error::␛[31m# #vso[x]: expected a folder\n');
  });

  test('anything else is 3, a bug, with version and stack', async () => {
    const { code, err } = await cli('check publish', new TypeError('x is undefined'));
    expect(code).toBe(3);
    expect(err).toContain('iis-preflight 0.1.0: this is a bug in iis-preflight');
    expect(err).toContain('TypeError: x is undefined\n    at ');
    expect(err).toContain('Please report it');
  });

  test('a bug with a hostile message commands nothing', async () => {
    const { err } = await cli('check publish', new Error('a\n::error::b\u001b[2J ##vso[x]'));
    expect(err).toContain('Error: a\n: :error::b␛[2J # #vso[x]\n');
  });

  test('a file that cannot be written is 2', async () => {
    const { code, err } = await cli('check publish --output /no/such/x', reportOf(healthy), {
      writeFile: async (file) => {
        throw new InputError([{ file, expected: 'a file that can be written', found: 'ENOENT' }]);
      },
    });
    expect([code, err]).toEqual([2, 'iis-preflight: /no/such/x: expected a file that can be written, found ENOENT\n']);
  });
});

describe('explain', () => {
  test('prints', async () => {
    const { code, out } = await cli('explain HTTP 500.31');
    expect(code).toBe(0);
    expect(out).toMatch(/^HTTP Error 500\.31 - Failed to load ASP\.NET Core runtime\n/);
  });

  test('what is unknown is 2, with what was probably meant', async () => {
    const { code, out, err } = await cli('explain 502.9');
    expect([code, out]).toEqual([2, '']);
    expect(err).toBe(
      'iis-preflight: command line: expected a status of a failed start, an HRESULT, an event id or a rule id, found "502.9"; did you mean 502.3 or 502.5?\n',
    );
  });
});

describe('the rest', () => {
  test.each([
    ['--help', /^iis-preflight: will this ASP\.NET Core/],
    ['check --help', /^iis-preflight check <artifact>/],
    ['help requirements', /^iis-preflight requirements/],
    ['--version', /^0\.1\.0\n$/],
  ])('%s', async (line, start) => {
    const { code, out } = await cli(line);
    expect(code).toBe(0);
    expect(out).toMatch(start);
  });

  test('a wrong command line is 2', async () => {
    const { code, err } = await cli('chek publish');
    expect([code, err]).toEqual([
      2,
      'iis-preflight: command line: expected a command: check, explain, collect or requirements, found "chek"; did you mean check?\n',
    ]);
  });

  test('help fits a terminal', async () => {
    for (const about of ['--help', 'check --help', 'explain --help', 'collect --help', 'requirements --help']) {
      const { out } = await cli(about);
      expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
    }
  });
});

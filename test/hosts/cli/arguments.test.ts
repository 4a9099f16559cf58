import { describe, expect, test } from '@jest/globals';
import { parseArguments } from '../../../src/hosts/cli/arguments.ts';
import { describeProblem, InputError } from '../../../src/model/input-error.ts';

const words = (line: string): string[] => line.split(' ').filter((word) => word !== '');

/** The problems of a command line, as printed. */
function problems(args: readonly string[]): string[] {
  try {
    parseArguments(args);
  } catch (error) {
    if (error instanceof InputError) return error.problems.map(describeProblem);
    throw error;
  }
  return [];
}

describe('parseArguments', () => {
  test.each([
    ['', { command: 'help' }],
    ['--help', { command: 'help' }],
    ['-h', { command: 'help' }],
    ['help', { command: 'help' }],
    ['help check', { command: 'help', about: 'check' }],
    ['check --help', { command: 'help', about: 'check' }],
    ['explain -h', { command: 'help', about: 'explain' }],
    ['--version', { command: 'version' }],
    ['check publish', { command: 'check', artifacts: ['publish'], servers: [], format: 'text' }],
    [
      'check a b --server 1.json --server=2.yaml --site Default --app /shop --pool shop --config c.json --format sarif --output o --fail-on never',
      {
        command: 'check',
        artifacts: ['a', 'b'],
        servers: ['1.json', '2.yaml'],
        site: 'Default',
        application: '/shop',
        appPool: 'shop',
        config: 'c.json',
        format: 'sarif',
        output: 'o',
        failOn: 'never',
      },
    ],
    ['check --server s.json publish', { command: 'check', artifacts: ['publish'], servers: ['s.json'], format: 'text' }],
    ['check publish --expect-transform', { command: 'check', artifacts: ['publish'], servers: [], format: 'text', expectTransform: true }],
    ['check -- --odd', { command: 'check', artifacts: ['--odd'], servers: [], format: 'text' }],
    ['explain HTTP 500.31', { command: 'explain', query: 'HTTP 500.31' }],
    ['explain -2147024883', { command: 'explain', query: '-2147024883' }],
    ['collect', { command: 'collect' }],
    ['collect --output c.ps1', { command: 'collect', output: 'c.ps1' }],
    ['requirements publish', { command: 'requirements', artifact: 'publish', format: 'text' }],
    [
      'requirements publish --format yaml --output m.yaml',
      { command: 'requirements', artifact: 'publish', format: 'yaml', output: 'm.yaml' },
    ],
  ])('%s', (line, expected) => {
    expect(parseArguments(words(line))).toEqual(expected);
  });

  const checkOptions = '--server, --site, --app, --pool, --config, --expect-transform, --format, --output, --fail-on or --help';

  test.each([
    ['chek publish', ['command line: expected a command: check, explain, collect or requirements, found "chek"; did you mean check?']],
    ['frobnicate', ['command line: expected a command: check, explain, collect or requirements, found "frobnicate"']],
    ['version', ['command line: expected a command: check, explain, collect or requirements, found "version"; did you mean --version?']],
    ['publish', ['command line: expected a command: check, explain, collect or requirements, found "publish"']],
    [
      './publish',
      ['command line: expected a command: check, explain, collect or requirements, found "./publish"; did you mean check ./publish?'],
    ],
    [
      'Shop.zip x',
      ['command line: expected a command: check, explain, collect or requirements, found "Shop.zip"; did you mean check Shop.zip?'],
    ],
    ['--server s.json', ['command line: expected a command: check, explain, collect or requirements, found "--server"']],
    ['help chek', ['command line: expected a command: check, explain, collect or requirements, found "chek"; did you mean check?']],
    ['check', ['command line: expected at least one artifact: a publish folder or a package']],
    ['explain', ['command line: expected a status such as 500.31, an HRESULT, an event id or a rule id']],
    ['requirements', ['command line: expected an artifact: a publish folder or a package']],
    ['requirements a b', ['command line: expected one artifact, found 2 of them']],
    ['collect x', ['command line: expected no further arguments for collect, found "x"']],
    ['check p --sever s.json', [`command line: expected ${checkOptions}, found --sever; did you mean --server?`]],
    ['check p --x', [`command line: expected ${checkOptions}, found --x`]],
    ['check p --constructor', [`command line: expected ${checkOptions}, found --constructor`]],
    ['check p -f json', [`command line: expected ${checkOptions}, found -f`]],
    ['check p -abc', [`command line: expected ${checkOptions}, found -abc`]],
    [
      'check p -s=x --sever=y',
      [`command line: expected ${checkOptions}, found -s`, `command line: expected ${checkOptions}, found --sever; did you mean --server?`],
    ],
    ['check p --format jsn', ['command line: expected text, json, markdown, sarif or junit for --format, found "jsn"; did you mean json?']],
    ['check p --expect-transform=yes', ['command line: expected --expect-transform without a value, found "yes"']],
    [
      'check p --fail-on=errors',
      ['command line: expected error, warning, undetermined or never for --fail-on, found "errors"; did you mean error?'],
    ],
    ['check p --server', ['command line: expected a value for --server']],
    ['check p --server --format json', ['command line: expected a value for --server, found --format']],
    ['check p --site a --site b', ['command line: expected --site once, found it more than once']],
    [
      'check --sever x --format jsn --site a --site b --output',
      [
        `command line: expected ${checkOptions}, found --sever; did you mean --server?`,
        'command line: expected text, json, markdown, sarif or junit for --format, found "jsn"; did you mean json?',
        'command line: expected --site once, found it more than once',
        'command line: expected a value for --output',
      ],
    ],
    ['explain 500.31 --format json', ['command line: expected --help, found --format']],
  ])('%s is refused, with every problem', (line, expected) => {
    expect(problems(words(line))).toEqual(expected);
  });

  test.each([
    [['check', ''], 'at least one artifact: a publish folder or a package'],
    [['check', 'publish', ' '], 'at least one artifact: a publish folder or a package'],
    [['requirements', ''], 'an artifact: a publish folder or a package'],
    [['explain', ''], 'a status such as 500.31, an HRESULT, an event id or a rule id'],
  ])('%j: an argument that says nothing is refused', (args, expected) => {
    expect(problems(args)).toEqual([`command line: expected ${expected}, found an empty argument`]);
  });
});

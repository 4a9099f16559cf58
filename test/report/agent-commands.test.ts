import { describe, expect, test } from '@jest/globals';
import { jsonWithoutAgentCommands, withoutAgentCommands, xmlWithoutAgentCommands } from '../../src/report/agent-commands.ts';

describe('withoutAgentCommands', () => {
  test.each([
    ['::error::x', ': :error::x'],
    ['  ::error::x', '  : :error::x'],
    ['\u001b[1m::error::x', '\u001b[1m: :error::x'],
    ['a\n::error::x', 'a\n: :error::x'],
    ['a ::error::x', 'a ::error::x'],
    ['x ##vso[task.complete]', 'x # #vso[task.complete]'],
    ['x ##VSO[task.complete]', 'x # #VSO[task.complete]'],
    ['x ##[error]', 'x # #[error]'],
    ['###[error]', '## #[error]'],
    ['## Heading', '## Heading'],
  ])('%j becomes %j', (text, expected) => {
    expect(withoutAgentCommands(text)).toBe(expected);
  });
});

test('JSON keeps its value', () => {
  const value = { a: '##vso[x]##[y]\\##[z]', '##[key': ['::error::'] };
  const json = jsonWithoutAgentCommands(JSON.stringify(value, undefined, 2));
  expect(json).not.toMatch(/##(\[|vso\[)/);
  expect(JSON.parse(json)).toEqual(value);
});

test('XML spells commands with references', () => {
  expect(xmlWithoutAgentCommands('<a b="##vso[x]">\n::error::</a>')).toBe('<a b="&#35;&#35;vso[x]">\n&#58;:error::</a>');
});

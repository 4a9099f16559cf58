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

describe('what is hidden in a text', () => {
  const hidden = 'exe\u202etxt\u009b31m\u2028::error::\u{e0041}\ufeff';

  test('is spelled with escapes in JSON', () => {
    const json = jsonWithoutAgentCommands(JSON.stringify({ [hidden]: hidden }));
    expect(json).toContain('exe\\u202etxt\\u009b31m\\u2028::error::\\udb40\\udc41\\ufeff');
    expect(JSON.parse(json)).toEqual({ [hidden]: hidden });
  });

  test('is spelled with references in XML', () => {
    expect(xmlWithoutAgentCommands(`<a b="${hidden}">😀ö</a>`)).toBe(
      '<a b="exe&#x202e;txt&#x9b;31m&#x2028;&#58;:error::&#xe0041;&#xfeff;">😀ö</a>',
    );
  });
});

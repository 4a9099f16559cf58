import { describe, expect, test } from '@jest/globals';
import { childProcessArguments, commandLineToArgv } from '../../src/windows/command-line.ts';

describe('CommandLineToArgvW', () => {
  test.each<[string, readonly string[]]>([
    ['', []],
    ['App.dll', ['App.dll']],
    ['.\\App.dll --urls http://*:80', ['.\\App.dll', '--urls', 'http://*:80']],
    ['App.dll\targument', ['App.dll', 'argument']],
    // Leading blanks: the program name is empty.
    [' exec App.dll', ['', 'exec', 'App.dll']],
    ['\tApp.dll', ['', 'App.dll']],
    // Blanks at the end are ignored.
    ['App.dll  ', ['App.dll']],
    // The program name: quotes delimit it, a backslash means itself, and what follows the quote begins the next argument.
    ['"C:\\dir with space\\App.dll" x', ['C:\\dir with space\\App.dll', 'x']],
    ['"a\\" b', ['a\\', 'b']],
    ['"never closed x', ['never closed x']],
    ['"a"b c', ['a', 'b', 'c']],
    ['a"b c"d', ['a"b', 'cd']],
    // The documentation's table, after a program name.
    ['p "abc" d e', ['p', 'abc', 'd', 'e']],
    ['p a\\\\b d"e f"g h', ['p', 'a\\\\b', 'de fg', 'h']],
    ['p a\\\\\\"b c d', ['p', 'a\\"b', 'c', 'd']],
    ['p a\\\\\\\\"b c" d e', ['p', 'a\\\\b c', 'd', 'e']],
    // An empty argument, and three quotes that make one character.
    ['p "" x', ['p', '', 'x']],
    ['p """a b""" c', ['p', '"a', 'b"', 'c']],
    // Inside quotes a pair makes one character and ends the quoted part, so the last quote opens another.
    ['p "a""b" c', ['p', 'a"b c']],
    ['p a"b"" c d', ['p', 'ab"', 'c', 'd']],
  ])('%j', (text, expected) => {
    expect(commandLineToArgv(text)).toEqual(expected);
  });
});

describe('what a child process sees', () => {
  test.each<[string, readonly string[]]>([
    ['', []],
    ['  App.dll  x ', ['App.dll', 'x']],
    ['"dir with space\\App.dll"', ['dir with space\\App.dll']],
    ['"a\\\\" b', ['a\\', 'b']],
    ['a\\\\\\"b c d', ['a\\"b', 'c', 'd']],
    // In quotes, a pair of quotes is one character and the quotes stay open.
    ['a"b"" c d', ['ab" c d']],
    ['"" x', ['', 'x']],
  ])('%j', (text, expected) => {
    expect(childProcessArguments(text)).toEqual(expected);
  });
});

import { describe, expect, test } from '@jest/globals';
import { type HostJson, isHostObject, type JsonDialect, memberOf, readHostJson } from '../../src/dotnet/host-json.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (text: string, dialect: JsonDialect = 'rapidjson') => readHostJson(bytes(text), dialect);

/** `ok`, or the words and the offset of the first error. */
function outcome(file: Uint8Array | string, dialect: JsonDialect = 'rapidjson'): string {
  const result = readHostJson(typeof file === 'string' ? bytes(file) : file, dialect);
  return result.ok ? 'ok' : `${result.text} at ${result.offset}`;
}

function jsonOf(text: string): HostJson {
  const result = read(text);
  if (!result.ok) throw new Error(result.text);
  return result.value;
}

describe('numbers', () => {
  test.each<readonly [string, HostJson]>([
    ['0', 0n],
    ['-0', 0n],
    ['-9223372036854775808', -9223372036854775808n],
    ['18446744073709551615', 18446744073709551615n],
    ['18446744073709551616', 18446744073709552000],
    ['-9223372036854775809', -9223372036854776000],
    ['1.0', 1],
    ['1e2', 100],
    ['1E-2', 0.01],
    [`0.${'0'.repeat(500)}1`, 0],
  ])('%s', (text, expected) => {
    expect(jsonOf(text)).toBe(expected);
  });
  test.each([
    ['-', 'Invalid value. at 1'],
    ['.5', 'Invalid value. at 0'],
    ['NaN', 'Invalid value. at 0'],
    ['1.', 'Miss fraction part in number. at 2'],
    ['1.e5', 'Miss fraction part in number. at 2'],
    ['1e+', 'Miss exponent in number. at 3'],
    ['1e309', 'Number too big to be stored in double. at 0'],
    ['0e400', 'Number too big to be stored in double. at 0'],
    ['0.1e309', 'ok'],
    ['1e-400', 'ok'],
    ['9'.repeat(400), 'Number too big to be stored in double. at 0'],
    ['[01]', "Missing a comma or ']' after an array element. at 2"],
  ])('%s: %s', (text, expected) => {
    expect(outcome(text)).toBe(expected);
  });
});

describe('texts', () => {
  test.each([
    ['"\\u00e9\\/\\n"', 'é/\n'],
    ['"\\ud83d\\ude00"', '😀'],
    ['"\\u0000"', '\0'],
  ])('%s', (text, expected) => {
    expect(jsonOf(text)).toBe(expected);
  });
  test.each([
    ['"\\ud800"', 'The surrogate pair in string is invalid. at 1'],
    ['"\\udc00"', 'The surrogate pair in string is invalid. at 1'],
    ['"\\ud800\\u0041"', 'The surrogate pair in string is invalid. at 1'],
    ['"a\\x"', 'Invalid escape character in string. at 2'],
    ['"\\u12g4"', 'Incorrect hex digit after \\u escape in string. at 1'],
    ['"a', 'Missing a closing quotation mark in string. at 2'],
    ['"a\tb"', 'Invalid encoding in string. at 2'],
  ])('%s: %s', (text, expected) => {
    expect(outcome(text)).toBe(expected);
  });
  test.each([
    ['a lone byte of another code page', [0x4a, 0x6f, 0x73, 0xe9], 4],
    ['and what follows it', [0xc3, 0xa9, 0xe9, 0x20, 0x61], 3],
    ['a sequence cut short', [0x61, 0xe2, 0x82], 2],
    ['an overlong one', [0xc0, 0xaf], 1],
    ['half a surrogate pair', [0x61, 0xed, 0xa0, 0x80], 2],
    ['beyond Unicode', [0xf4, 0x90, 0x80, 0x80], 1],
  ])('%s is no UTF-8, and the character tells where', (_, content, offset) => {
    expect(outcome(Uint8Array.from([0x22, ...content, 0x22]))).toBe(`Invalid encoding in string. at ${offset}`);
  });
});

describe('a NUL', () => {
  test.each([
    ['{}\0garbage', 'ok'],
    ['\0{}', 'The document is empty. at 0'],
    ['// \0\n{}', 'The document is empty. at 3'],
    ['/* \0 */{}', 'Unspecific syntax error. at 3'],
    ['{"a":"b\0c"}', 'Missing a closing quotation mark in string. at 7'],
    ['{\0"a":1}', 'Missing a name for object member. at 1'],
  ])('ends %j for RapidJSON: %s', (text, expected) => {
    expect(outcome(text)).toBe(expected);
  });
  test('is a character like any other for cpprestsdk', () => {
    expect(outcome('{}\0', 'cpprest')).toBe('Left-over characters in stream after parsing a JSON value at 2');
  });
});

describe('arrays and objects', () => {
  test('may be nested as deep as anybody likes', () => {
    expect(outcome('['.repeat(100_000) + ']'.repeat(100_000))).toBe('ok');
    expect(outcome('{"a":'.repeat(100_000))).toBe('Invalid value. at 500000');
  });
  test('the first of equal names is found, and all are there', () => {
    const value = jsonOf('{"a":1,"b":2,"a":3}');
    expect(value).toEqual({
      members: [
        ['a', 1n],
        ['b', 2n],
        ['a', 3n],
      ],
    });
    expect(isHostObject(value) && memberOf(value, 'a')).toBe(1n);
  });
  test.each([
    ['{"a":1,}', 'Missing a name for object member. at 7'],
    ['[1,]', 'Invalid value. at 3'],
    ['{"a" 1}', 'Missing a colon after a name of object member. at 5'],
    ['{"a":1 "b":2}', "Missing a comma or '}' after an object member. at 7"],
    ['[1}', "Missing a comma or ']' after an array element. at 2"],
    ['[/*a*/1/*b*/,//c\n2]', 'ok'],
    ['[1/', 'Unspecific syntax error. at 3'],
    ['/*', 'Unspecific syntax error. at 2'],
    ['', 'The document is empty. at 0'],
    ['\ufeff\ufeff{}', 'Invalid value. at 0'],
  ])('%j: %s', (text, expected) => {
    expect(outcome(text)).toBe(expected);
  });
});

import { describe, expect, test } from '@jest/globals';
import { placeIn, readSettingsJson, settingsText } from '../../src/dotnet/settings-json.ts';

const nested = (levels: number): string => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;

/** Each file was given to AddJsonFile of Microsoft.Extensions.Configuration.Json 10.0.12; it loads those of the first list, and throws on the others. */
const loaded: readonly (readonly [string, string])[] = [
  ['comments', '/* c */{"A":1 // x\n}'],
  ['a comma behind the last entry', '{"A":1,}'],
  ['a comma behind the last of a list', '{"A":[1,],}'],
  ['an object in two parts', '{"A":{"x":1},"A":{"y":2}}'],
  ['an object and a value under one key', '{"A":{"x":1},"A":2}'],
  ['an empty object behind a value', '{"A":1,"A":{}}'],
  ['an empty key', '{"":1}'],
  ['a number out of range', '{"A":1e999}'],
  ['64 levels', nested(64)],
  ['many values below a long key', `{"${'a'.repeat(20_000)}":{${Array.from({ length: 5000 }, (_, index) => `"k${index}":1`).join()}}}`],
  ['letters that only look alike', '{"k":1,"\u212a":2,"ß":3,"SS":4,"i":5,"ı":6,"İ":7}'],
  ['a surrogate pair', '{"\\ud83d\\ude00":"\\uD83D\\uDE00"}'],
  ['a DEL in a text', '{"A":"\u007f"}'],
];

const refused: readonly (readonly [string, string, string])[] = [
  ['nothing', '', 'value expected'],
  ['a comment and nothing else', '// x', 'value expected'],
  ['a list', '[]', 'the root is not an object'],
  ['null', 'null', 'the root is not an object'],
  ['a missing comma', '{"A":1 "B":2}', 'comma expected'],
  ['two commas', '{"A":1,,"B":2}', 'property name expected'],
  ['something behind the end', '{} x', 'invalid symbol'],
  ['a second value', '{} {}', 'end of file expected'],
  ['a comment that does not end', '{"A":1} /* x', 'unexpected end of comment'],
  ['a backslash of a path', '{"A":"C:\\dir"}', 'invalid escape character'],
  ['a line break in a text', '{"A":"a\nb"}', 'unexpected end of string'],
  ['a tab in a text', '{"A":"a\tb"}', 'invalid character'],
  ['a leading zero', '{"A":01}', 'comma expected'],
  ['single quotes', "{'A':1}", 'invalid symbol'],
  ['a key twice', '{"A":1,"A":2}', 'the key A occurs twice'],
  ['a key twice in other letters', '{"Level":1,"level":2}', 'the key level occurs twice'],
  ['a key twice in other letters of another alphabet', '{"Größe":1,"GRÖSSE":2,"größe":3}', 'the key größe occurs twice'],
  ['half of a surrogate pair in a text', '{"A":"\\uD83D"}', 'an escape stands for one half of a surrogate pair'],
  ['the other half in a key', '{"\\ude00":{"A":1}}', 'an escape stands for one half of a surrogate pair'],
  ['a key twice, once as a path', '{"A:B":1,"A":{"B":2}}', 'the key A:B occurs twice'],
  ['an index of a list as a key', '{"A":[1,2],"A:1":5}', 'the key A:1 occurs twice'],
  ['a value behind null', '{"A":null,"A":1}', 'the key A occurs twice'],
  ['a value behind an empty list', '{"A":[],"A":1}', 'the key A occurs twice'],
  ['65 levels', nested(65), 'more than 64 levels of lists and objects'],
  ['a depth that would exhaust the stack', `{"a":${'['.repeat(500_000)}`, 'more than 64 levels of lists and objects'],
];

describe('a settings file', () => {
  test.each(loaded)('is loaded with %s', (_, text) => {
    expect(readSettingsJson(text)).toMatchObject({ ok: true });
  });

  test.each(refused)('is refused with %s', (_, text, problem) => {
    expect(readSettingsJson(text)).toMatchObject({ ok: false, problem });
  });

  test('the problem has its place', () => {
    expect(readSettingsJson('{\n  "A": 1\n  "B": 2\n}')).toMatchObject({ line: 3, column: 3 });
    expect(readSettingsJson('{\n  "A": 1,\n  "a": 2\n}')).toMatchObject({ line: 3, column: 8 });
  });

  test('settings are paths with values, in the order of the file', () => {
    const text = '{ "Logging": { "Level": "Warning" }, "Ports": [80, 443], "Empty": {}, "Off": false, "Name": null }';
    const read = readSettingsJson(text);
    expect(read.ok && read.settings.map(({ key, value }) => `${key}=${value}`)).toEqual([
      'Logging:Level=Warning',
      'Ports:0=80',
      'Ports:1=443',
      'Off=false',
      'Name=null',
    ]);
    expect(read.ok && placeIn(text, read.settings[1]?.offset ?? 0)).toEqual({ line: 1, column: 48 });
  });
});

describe('the text of a settings file', () => {
  const json = '{"Grüße":1}';
  const utf16 = Buffer.from(`\ufeff${json}`, 'utf16le');
  test.each<[string, Uint8Array]>([
    ['UTF-8', Buffer.from(json)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${json}`)],
    // Set-Content and > of Windows PowerShell write it.
    ['UTF-16', utf16],
    ['UTF-16, big endian', Buffer.from(utf16).swap16()],
  ])('%s', (_, bytes) => {
    expect(settingsText(bytes)).toBe(json);
  });

  test('a few bytes', () => {
    expect(settingsText(new Uint8Array())).toBe('');
    expect(settingsText(Uint8Array.of(0xff))).toBe('\ufffd');
  });
});

/**
 * JSON as the .NET host reads it. Up to 3.1 the parser is cpprestsdk, from 5.0 on RapidJSON with comments and "stop when done": what
 * follows the root value is ignored. Both take `//` and `/* *​/`, skip a UTF-8 byte-order mark and refuse trailing commas; of duplicate keys
 * the first one wins.
 * Source: dotnet/runtime:src/native/corehost/json_parser.cpp; Tencent/rapidjson:include/rapidjson/{reader,error/en}.h.
 */
export type JsonDialect = 'cpprest' | 'rapidjson';

export type HostJson = string | number | boolean | null | readonly HostJson[] | ReadonlyMap<string, HostJson>;

/** A syntax error: RapidJSON's words, the offset in bytes behind the byte-order mark, and the place, 1-based. */
export interface HostJsonError {
  readonly ok: false;
  readonly text: string;
  readonly offset: number;
  readonly line: number;
  readonly column: number;
}

export type HostJsonResult = { readonly ok: true; readonly value: HostJson } | HostJsonError;

class SyntaxProblem extends Error {
  readonly offset: number;
  constructor(text: string, offset: number) {
    super(text);
    this.offset = offset;
  }
}

/** Deeper nesting than any real file has; it keeps hostile ones from exhausting the stack. */
const deepest = 1000;

const code = (character: string): number => character.charCodeAt(0);
const [quote, backslash, slash, star, newline] = [code('"'), code('\\'), code('/'), code('*'), code('\n')];
const numberSigns: ReadonlySet<number> = new Set([...'+-.eE'].map(code));
const escapes = new Map([...'"\\/bfnrt'].map((character, index) => [code(character), '"\\/\b\f\n\r\t'[index] ?? '']));

interface Cursor {
  readonly bytes: Uint8Array;
  at: number;
}

const peek = (cursor: Cursor): number => cursor.bytes[cursor.at] ?? 0;

function skipBlanks(cursor: Cursor): void {
  for (;;) {
    const byte = peek(cursor);
    if (byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09) cursor.at++;
    else if (byte === slash) skipComment(cursor);
    else return;
  }
}

function skipComment(cursor: Cursor): void {
  const { bytes } = cursor;
  const kind = bytes[cursor.at + 1];
  if (kind === slash) {
    const end = bytes.indexOf(newline, cursor.at);
    cursor.at = end < 0 ? bytes.length : end + 1;
    return;
  }
  if (kind === star) {
    for (let at = cursor.at + 2; at < bytes.length - 1; at++) {
      if (bytes[at] === star && bytes[at + 1] === slash) {
        cursor.at = at + 2;
        return;
      }
    }
  }
  throw new SyntaxProblem('Unspecific syntax error.', kind === star ? bytes.length : cursor.at + 1);
}

function parseHex(cursor: Cursor, escapeAt: number): number {
  const digits = String.fromCharCode(...cursor.bytes.subarray(cursor.at, cursor.at + 4));
  if (!/^[0-9A-Fa-f]{4}$/.test(digits)) throw new SyntaxProblem('Incorrect hex digit after \\u escape in string.', escapeAt);
  cursor.at += 4;
  return Number.parseInt(digits, 16);
}

function parseEscape(cursor: Cursor): string {
  const escapeAt = cursor.at;
  const kind = cursor.bytes[cursor.at + 1] ?? 0;
  cursor.at += 2;
  const simple = escapes.get(kind);
  if (simple !== undefined) return simple;
  if (kind !== code('u')) throw new SyntaxProblem('Invalid escape character in string.', escapeAt);
  const unit = parseHex(cursor, escapeAt);
  if (unit < 0xd800 || unit > 0xdfff) return String.fromCharCode(unit);
  const paired = unit <= 0xdbff && peek(cursor) === backslash && cursor.bytes[cursor.at + 1] === code('u');
  if (!paired) throw new SyntaxProblem('The surrogate pair in string is invalid.', escapeAt);
  cursor.at += 2;
  const low = parseHex(cursor, escapeAt);
  if (low < 0xdc00 || low > 0xdfff) throw new SyntaxProblem('The surrogate pair in string is invalid.', escapeAt);
  return String.fromCharCode(unit, low);
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function decodeRun(bytes: Uint8Array, start: number, end: number): string {
  try {
    return strictUtf8.decode(bytes.subarray(start, end));
  } catch {
    throw new SyntaxProblem('Invalid encoding in string.', start);
  }
}

function parseString(cursor: Cursor): string {
  const { bytes } = cursor;
  cursor.at++;
  let text = '';
  let runStart = cursor.at;
  for (;;) {
    const byte = bytes[cursor.at];
    if (byte === undefined || byte === 0) throw new SyntaxProblem('Missing a closing quotation mark in string.', cursor.at);
    if (byte < 0x20) throw new SyntaxProblem('Invalid encoding in string.', cursor.at);
    if (byte !== quote && byte !== backslash) {
      cursor.at++;
      continue;
    }
    text += decodeRun(bytes, runStart, cursor.at);
    if (byte === quote) {
      cursor.at++;
      return text;
    }
    text += parseEscape(cursor);
    runStart = cursor.at;
  }
}

const isNumberByte = (byte: number | undefined): boolean =>
  byte !== undefined && ((byte >= code('0') && byte <= code('9')) || numberSigns.has(byte));

/** The characters a number may be made of, from the cursor on. */
function numberText({ bytes, at }: Cursor): string {
  let end = at;
  while (isNumberByte(bytes[end])) end++;
  return Buffer.from(bytes.buffer, bytes.byteOffset + at, end - at).toString('latin1');
}

function parseNumber(cursor: Cursor): number {
  const text = numberText(cursor);
  const match = /^-?(?:0|[1-9]\d*)(?:(\.)(\d*))?(?:([eE])[+-]?(\d*))?/.exec(text);
  if (match === null) throw new SyntaxProblem('Invalid value.', cursor.at + (text.startsWith('-') ? 1 : 0));
  if (match[1] !== undefined && match[2] === '')
    throw new SyntaxProblem('Miss fraction part in number.', cursor.at + match[0].indexOf('.') + 1);
  if (match[3] !== undefined && match[4] === '') throw new SyntaxProblem('Miss exponent in number.', cursor.at + match[0].length);
  const value = Number(match[0]);
  if (!Number.isFinite(value)) throw new SyntaxProblem('Number too big to be stored in double.', cursor.at);
  cursor.at += match[0].length;
  return value;
}

function parseWord(cursor: Cursor): boolean | null {
  for (const [word, value] of [
    ['true', true],
    ['false', false],
    ['null', null],
  ] as const) {
    if (code(word) !== peek(cursor)) continue;
    let matched = 0;
    while (matched < word.length && cursor.bytes[cursor.at + matched] === word.charCodeAt(matched)) matched++;
    if (matched < word.length) throw new SyntaxProblem('Invalid value.', cursor.at + matched);
    cursor.at += word.length;
    return value;
  }
  throw new SyntaxProblem('Invalid value.', cursor.at);
}

function parseObject(cursor: Cursor, depth: number): ReadonlyMap<string, HostJson> {
  const members = new Map<string, HostJson>();
  cursor.at++;
  skipBlanks(cursor);
  if (peek(cursor) === code('}')) {
    cursor.at++;
    return members;
  }
  for (;;) {
    if (peek(cursor) !== quote) throw new SyntaxProblem('Missing a name for object member.', cursor.at);
    const name = parseString(cursor);
    skipBlanks(cursor);
    if (peek(cursor) !== code(':')) throw new SyntaxProblem('Missing a colon after a name of object member.', cursor.at);
    cursor.at++;
    skipBlanks(cursor);
    const value = parseValue(cursor, depth + 1);
    if (!members.has(name)) members.set(name, value);
    skipBlanks(cursor);
    const byte = peek(cursor);
    if (byte !== code(',') && byte !== code('}')) throw new SyntaxProblem("Missing a comma or '}' after an object member.", cursor.at);
    cursor.at++;
    if (byte === code('}')) return members;
    skipBlanks(cursor);
  }
}

function parseArray(cursor: Cursor, depth: number): readonly HostJson[] {
  const elements: HostJson[] = [];
  cursor.at++;
  skipBlanks(cursor);
  if (peek(cursor) === code(']')) {
    cursor.at++;
    return elements;
  }
  for (;;) {
    elements.push(parseValue(cursor, depth + 1));
    skipBlanks(cursor);
    const byte = peek(cursor);
    if (byte !== code(',') && byte !== code(']')) throw new SyntaxProblem("Missing a comma or ']' after an array element.", cursor.at);
    cursor.at++;
    if (byte === code(']')) return elements;
    skipBlanks(cursor);
  }
}

function parseValue(cursor: Cursor, depth: number): HostJson {
  if (depth > deepest) throw new SyntaxProblem(`Nested deeper than ${deepest} levels.`, cursor.at);
  const byte = peek(cursor);
  if (byte === quote) return parseString(cursor);
  if (byte === code('{')) return parseObject(cursor, depth);
  if (byte === code('[')) return parseArray(cursor, depth);
  return byte === code('-') || (byte >= code('0') && byte <= code('9')) ? parseNumber(cursor) : parseWord(cursor);
}

function withPlace({ message, offset }: SyntaxProblem, bytes: Uint8Array): HostJsonError {
  let line = 1;
  let lineStart = 0;
  for (let at = bytes.indexOf(newline); at >= 0 && at < offset; at = bytes.indexOf(newline, at + 1)) {
    line++;
    lineStart = at + 1;
  }
  return { ok: false, text: message, offset, line, column: offset - lineStart + 1 };
}

/** Reads a file of the host. Never throws: whatever the bytes are, the answer is a value or the first syntax error. */
export function readHostJson(file: Uint8Array, dialect: JsonDialect): HostJsonResult {
  const bytes = file[0] === 0xef && file[1] === 0xbb && file[2] === 0xbf ? file.subarray(3) : file;
  const cursor: Cursor = { bytes, at: 0 };
  try {
    skipBlanks(cursor);
    if (cursor.at >= bytes.length || peek(cursor) === 0) throw new SyntaxProblem('The document is empty.', cursor.at);
    const value = parseValue(cursor, 0);
    if (dialect === 'cpprest') {
      skipBlanks(cursor);
      if (cursor.at < bytes.length) throw new SyntaxProblem('Left-over characters in stream after parsing a JSON value', cursor.at);
    }
    return { ok: true, value };
  } catch (problem) {
    if (problem instanceof SyntaxProblem) return withPlace(problem, bytes);
    throw problem;
  }
}

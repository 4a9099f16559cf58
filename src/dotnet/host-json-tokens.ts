// Tokens of JSON as RapidJSON reads them. Source: Tencent/rapidjson:include/rapidjson/reader.h.

/** Leaves the reading of a file; never leaves `readHostJson`. */
export class SyntaxProblem extends Error {
  readonly offset: number;
  constructor(text: string, offset: number) {
    super(text);
    this.offset = offset;
  }
}

export const code = (character: string): number => character.charCodeAt(0);
export const [quote, backslash, slash, star, newline] = [code('"'), code('\\'), code('/'), code('*'), code('\n')];
const escapes = new Map([...'"\\/bfnrt'].map((character, index) => [code(character), '"\\/\b\f\n\r\t'[index] ?? '']));

export interface Cursor {
  readonly bytes: Uint8Array;
  at: number;
}

export const peek = (cursor: Cursor): number => cursor.bytes[cursor.at] ?? 0;

export function skipBlanks(cursor: Cursor): void {
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

/** Sequences of UTF-8 by their first byte, up to this one: how many bytes, and between which the second one is. */
const sequences = [
  { upTo: 0x7f, length: 1, second: [0, 0xff] },
  { upTo: 0xc1, length: 0, second: [0, 0] },
  { upTo: 0xdf, length: 2, second: [0x80, 0xbf] },
  { upTo: 0xe0, length: 3, second: [0xa0, 0xbf] },
  { upTo: 0xec, length: 3, second: [0x80, 0xbf] },
  { upTo: 0xed, length: 3, second: [0x80, 0x9f] },
  { upTo: 0xef, length: 3, second: [0x80, 0xbf] },
  { upTo: 0xf0, length: 4, second: [0x90, 0xbf] },
  { upTo: 0xf3, length: 4, second: [0x80, 0xbf] },
  { upTo: 0xf4, length: 4, second: [0x80, 0x8f] },
] as const;

/** Length of the well-formed sequence that begins `bytes`; 0 where there is none. */
function sequenceLength(bytes: Uint8Array): number {
  const sequence = sequences.find(({ upTo }) => (bytes[0] ?? 0) <= upTo);
  if (sequence === undefined || sequence.length > bytes.length) return 0;
  const { length, second } = sequence;
  const follows = (byte: number, index: number): boolean =>
    index === 0 ? byte >= second[0] && byte <= second[1] : byte >= 0x80 && byte <= 0xbf;
  return bytes.subarray(1, length).every(follows) ? length : 0;
}

/** Where the first character begins that is none. */
function illFormedAt(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end) {
    const length = sequenceLength(bytes.subarray(at, Math.min(end, at + 4)));
    if (length === 0) break;
    at += length;
  }
  return at;
}

function decodeRun(bytes: Uint8Array, start: number, end: number): string {
  try {
    return strictUtf8.decode(bytes.subarray(start, end));
  } catch {
    throw new SyntaxProblem('Invalid encoding in string.', illFormedAt(bytes, start, end));
  }
}

export function parseString(cursor: Cursor): string {
  const { bytes } = cursor;
  cursor.at++;
  let text = '';
  let runStart = cursor.at;
  for (;;) {
    const byte = bytes[cursor.at];
    if (byte !== undefined && byte >= 0x20 && byte !== quote && byte !== backslash) {
      cursor.at++;
      continue;
    }
    text += decodeRun(bytes, runStart, cursor.at);
    if (byte === undefined || byte === 0) throw new SyntaxProblem('Missing a closing quotation mark in string.', cursor.at);
    if (byte < 0x20) throw new SyntaxProblem('Invalid encoding in string.', cursor.at);
    if (byte === quote) {
      cursor.at++;
      return text;
    }
    text += parseEscape(cursor);
    runStart = cursor.at;
  }
}

const numberPattern = /-?(0|[1-9]\d*)(\.(\d*))?([eE]([+-]?)(\d*))?/y;
const [leastInteger, greatestInteger] = [-(2n ** 63n), 2n ** 64n - 1n];
/** More digits than an integer of 64 bits has. */
const mostDigits = 20;

/** RapidJSON refuses a number by its exponent before it looks at the digits: `0e400` is too big. */
function isTooBig([text, integer, , fraction = '', , sign, exponent = '']: RegExpExecArray): boolean {
  if (sign !== '-' && Number(exponent) > 308 + fraction.length) return true;
  return !Number.isFinite(Number(integer)) || !Number.isFinite(Number(text));
}

export function parseNumber(cursor: Cursor): bigint | number {
  const { bytes, at } = cursor;
  let end = at;
  while (end < bytes.length && '+-.0123456789Ee'.includes(String.fromCharCode(bytes[end] ?? 0))) end++;
  numberPattern.lastIndex = 0;
  const match = numberPattern.exec(strictUtf8.decode(bytes.subarray(at, end)));
  if (match === null) throw new SyntaxProblem('Invalid value.', at + (bytes[at] === code('-') ? 1 : 0));
  const [text, integer = '', withDot, fraction, withExponent, , exponent] = match;
  if (withDot !== undefined && fraction === '') throw new SyntaxProblem('Miss fraction part in number.', at + text.indexOf('.') + 1);
  if (withExponent !== undefined && exponent === '') throw new SyntaxProblem('Miss exponent in number.', at + text.length);
  if (isTooBig(match)) throw new SyntaxProblem('Number too big to be stored in double.', at);
  cursor.at += text.length;
  if (withDot !== undefined || withExponent !== undefined || integer.length > mostDigits) return Number(text);
  const whole = BigInt(text);
  return whole < leastInteger || whole > greatestInteger ? Number(text) : whole;
}

export function parseWord(cursor: Cursor): boolean | null {
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

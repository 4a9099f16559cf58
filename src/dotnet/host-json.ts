import {
  type Cursor,
  code,
  newline,
  parseNumber,
  parseString,
  parseWord,
  peek,
  quote,
  SyntaxProblem,
  skipBlanks,
} from './host-json-tokens.ts';

/**
 * JSON as the .NET host reads it. Up to 3.1 the parser is cpprestsdk, from 5.0 on RapidJSON with comments and "stop when done": what
 * follows the root value is ignored. Both take `//` and `/* *​/`, skip a UTF-8 byte-order mark and refuse trailing commas.
 * Source: dotnet/runtime:src/native/corehost/json_parser.cpp; Tencent/rapidjson:include/rapidjson/{reader,error/en}.h.
 */
export type JsonDialect = 'cpprest' | 'rapidjson';

/** A `bigint` is a number that the host keeps as an integer of 64 bits, a `number` one that it keeps as a double. */
export type HostJson = string | bigint | number | boolean | null | readonly HostJson[] | HostJsonObject;

export type HostJsonMember = readonly [name: string, value: HostJson];

/** In the order of the file. A name may come several times: who looks for it finds the first, who goes through all of them sees each. */
export interface HostJsonObject {
  readonly members: readonly HostJsonMember[];
}

export function isHostObject(value: HostJson | undefined): value is HostJsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The first member of this name; `undefined` where there is none. */
export function memberOf(object: HostJsonObject, name: string): HostJson | undefined {
  return object.members.find(([candidate]) => candidate === name)?.[1];
}

/** A syntax error: RapidJSON's words, the offset in bytes behind the byte-order mark, and the place, 1-based. */
export interface HostJsonError {
  readonly ok: false;
  readonly text: string;
  readonly offset: number;
  readonly line: number;
  readonly column: number;
}

export type HostJsonResult = { readonly ok: true; readonly value: HostJson } | HostJsonError;

/** An array or object whose end has not come yet. */
type Open =
  | { readonly kind: 'array'; readonly elements: HostJson[] }
  | { readonly kind: 'object'; readonly members: HostJsonMember[]; name: string };

function parseName(cursor: Cursor): string {
  if (peek(cursor) !== quote) throw new SyntaxProblem('Missing a name for object member.', cursor.at);
  const name = parseString(cursor);
  skipBlanks(cursor);
  if (peek(cursor) !== code(':')) throw new SyntaxProblem('Missing a colon after a name of object member.', cursor.at);
  cursor.at++;
  skipBlanks(cursor);
  return name;
}

/** A value without values in it; of another one the beginning, which goes to `open`. */
function beginValue(cursor: Cursor, open: Open[]): HostJson | undefined {
  const byte = peek(cursor);
  if (byte === quote) return parseString(cursor);
  if (byte === code('-') || (byte >= code('0') && byte <= code('9'))) return parseNumber(cursor);
  if (byte !== code('{') && byte !== code('[')) return parseWord(cursor);
  cursor.at++;
  skipBlanks(cursor);
  const kind = byte === code('{') ? 'object' : 'array';
  if (peek(cursor) === code(kind === 'object' ? '}' : ']')) {
    cursor.at++;
    return kind === 'object' ? { members: [] } : [];
  }
  open.push(kind === 'object' ? { kind, members: [], name: parseName(cursor) } : { kind, elements: [] });
  return undefined;
}

/** Puts a value where it belongs, and reads on to the next one; at the end of the array or object, that is the answer. */
function endValue(cursor: Cursor, value: HostJson, container: Open): HostJson | undefined {
  if (container.kind === 'array') container.elements.push(value);
  else container.members.push([container.name, value]);
  skipBlanks(cursor);
  const byte = peek(cursor);
  const closing = container.kind === 'array' ? ']' : '}';
  if (byte !== code(',') && byte !== code(closing)) {
    const after = container.kind === 'array' ? 'an array element' : 'an object member';
    throw new SyntaxProblem(`Missing a comma or '${closing}' after ${after}.`, cursor.at);
  }
  cursor.at++;
  if (byte === code(closing)) return container.kind === 'array' ? container.elements : { members: container.members };
  skipBlanks(cursor);
  if (container.kind === 'object') container.name = parseName(cursor);
  return undefined;
}

/** Without recursion: the host takes any depth that its stack has room for. */
function parseValue(cursor: Cursor): HostJson {
  const open: Open[] = [];
  for (;;) {
    let value = beginValue(cursor, open);
    while (value !== undefined) {
      const container = open.at(-1);
      if (container === undefined) return value;
      value = endValue(cursor, value, container);
      if (value !== undefined) open.pop();
    }
  }
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

/** RapidJSON reads a C string: it ends at the first NUL. */
function textOf(file: Uint8Array, dialect: JsonDialect): Uint8Array {
  const start = file[0] === 0xef && file[1] === 0xbb && file[2] === 0xbf ? 3 : 0;
  const end = dialect === 'rapidjson' ? file.indexOf(0) : -1;
  return file.subarray(start, end < 0 ? file.length : end);
}

/** Reads a file of the host. Never throws: whatever the bytes are, the answer is a value or the first syntax error. */
export function readHostJson(file: Uint8Array, dialect: JsonDialect): HostJsonResult {
  const bytes = textOf(file, dialect);
  const cursor: Cursor = { bytes, at: 0 };
  try {
    skipBlanks(cursor);
    if (cursor.at >= bytes.length) throw new SyntaxProblem('The document is empty.', cursor.at);
    const value = parseValue(cursor);
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

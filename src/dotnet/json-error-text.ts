import { type HostJson, type HostJsonError, isHostObject } from './host-json.ts';

/** How a generation of the host words what is wrong with a JSON file. */
export interface JsonWording {
  readonly json: 'cpprest' | 'rapidjson';
  /** The wording of 10.0 and later. */
  readonly failedToParseWording: boolean;
}

/** A byte with which a JSON token can begin; after any other the tokenizer gives up before the parser does. */
const beginsToken = (byte: number | undefined): boolean => byte !== undefined && '{}[],:"-0123456789'.includes(String.fromCharCode(byte));

function cpprestText(text: string, offending: number | undefined): string {
  if (offending !== undefined && !beginsToken(offending)) return 'Malformed token';
  if (text.startsWith("Missing a comma or ']'")) return 'Malformed array literal';
  if (text.startsWith('Missing a name') || text.startsWith('Missing a colon') || text.startsWith('Missing a comma'))
    return 'Malformed object literal';
  return text.includes(' in string') ? 'Malformed string literal' : 'Malformed token';
}

/** cpprestsdk counts the character after the offending one on the first line, and starts at 0 on the others. */
function cpprestError({ text, line, column }: HostJsonError, offending: number | undefined): string {
  if (text === 'Invalid encoding in string.') return 'UTF-8 string has invalid Unicode code point';
  return `* Line ${line}, Column ${line === 1 ? column + 1 : column} Syntax error: ${cpprestText(text, offending)}`;
}

/** The lines about a file that is no JSON. One without bytes cannot be mapped into memory, which is how 10.0 reads it. */
export function syntaxErrorLines(path: string, problem: HostJsonError, wording: JsonWording, file: Uint8Array): readonly string[] {
  const { text, offset, line, column } = problem;
  if (wording.json === 'cpprest') {
    const bom = file[0] === 0xef ? 3 : 0;
    return [`A JSON parsing exception occurred in [${path}]: ${cpprestError(problem, file[offset + bom])}`];
  }
  if (!wording.failedToParseWording)
    return [`A JSON parsing exception occurred in [${path}], offset ${offset} (line ${line}, column ${column}): ${text}`];
  if (file.length === 0)
    return [
      `Failed to map file. CreateFileMappingW(${path}) failed with error 1006`,
      `Cannot use file stream for [${path}]: Success`,
      `Failed to parse file [${path}]. `,
    ];
  return [`Failed to parse file [${path}]. JSON parsing exception: ${text} [offset ${offset}: line ${line}, column ${column}]`];
}

/** The line about a file whose root is no object. */
export function notAnObjectLine(path: string, wording: JsonWording): string {
  if (wording.json === 'cpprest') return `A JSON parsing exception occurred in [${path}]: not an object`;
  return wording.failedToParseWording ? `Failed to parse file [${path}]. Expected a JSON object` : `Expected a JSON object in [${path}]`;
}

/** RapidJSON escapes as everybody does, with capital digits. */
function quoted(text: string): string {
  return JSON.stringify(text).replace(/\\(?:u00([01][0-9a-f])|.)/g, (escaped, digits: string | undefined) =>
    digits === undefined ? escaped : `\\u00${digits.toUpperCase()}`,
  );
}

function doubleText(value: number): string {
  if (Object.is(value, -0)) return '-0.0';
  const text = String(value).replace('e+', 'e');
  return /[.e]/.test(text) ? text : `${text}.0`;
}

/** A reference to a framework is flat; hostile files are not. */
const deepestWritten = 500;

/** A value as the host writes it back: compact, members in their order. */
export function serializedJson(value: HostJson, depth = 0): string {
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'number') return doubleText(value);
  if (typeof value !== 'object' || value === null) return String(value);
  if (depth > deepestWritten) return '…';
  if (!isHostObject(value)) return `[${value.map((element) => serializedJson(element, depth + 1)).join(',')}]`;
  return `{${value.members.map(([name, member]) => `${quoted(name)}:${serializedJson(member, depth + 1)}`).join(',')}}`;
}

import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { nestedTooDeep } from '../dotnet/json-nesting.ts';
import type { TextPosition } from '../model/configuration-element.ts';
import { type Document, type DocumentNode, deepestNesting, type MapEntry, onlyOnce, type SyntaxProblem } from './document.ts';
import { linePositions } from './line-positions.ts';

/** Beyond the first few, the errors of a broken file follow from each other. */
const mostSyntaxProblems = 5;

/** Reads JSON. Comments are allowed, trailing commas are not; a key that occurs twice in one object is a problem. */
export function readJsonDocument(text: string): Document {
  const positionAt = linePositions(text);
  const tooDeep = nestedTooDeep(text, deepestNesting);
  if (tooDeep !== undefined) {
    return { problems: [{ ...positionAt(tooDeep), expected: `at most ${deepestNesting} levels of lists and objects` }] };
  }
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors);
  const problems = firstOfEachLine(errors.map((error) => syntaxProblem(error, text, positionAt))).slice(0, mostSyntaxProblems);
  if (tree === undefined) return { problems: problems.length > 0 ? problems : [{ line: 1, column: 1, expected: 'a JSON object' }] };
  const root = documentNode(tree, { text, positionAt, problems });
  return { root, problems };
}

interface Reading {
  readonly text: string;
  readonly positionAt: (offset: number) => TextPosition;
  readonly problems: SyntaxProblem[];
}

function documentNode(node: Node, reading: Reading): DocumentNode {
  const position = reading.positionAt(node.offset);
  if (node.type === 'array') {
    return { ...position, kind: 'list', items: (node.children ?? []).map((child) => documentNode(child, reading)) };
  }
  if (node.type === 'object') return { ...position, kind: 'map', entries: mapEntries(node, reading) };
  const source = reading.text.slice(node.offset, node.offset + node.length);
  return { ...position, kind: 'scalar', value: scalarValue(node.value), plain: false, source };
}

/** jsonc-parser types the value of every node as `any`; a scalar has one of these. */
function scalarValue(value: unknown): string | number | boolean | null {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

function mapEntries(node: Node, reading: Reading): ReadonlyMap<string, MapEntry> {
  const entries = new Map<string, MapEntry>();
  for (const property of node.children ?? []) {
    const [keyNode, valueNode] = property.children ?? [];
    // A property without a value is a syntax error that is reported already.
    if (keyNode === undefined || valueNode === undefined) continue;
    const name = String(keyNode.value);
    const key = reading.positionAt(keyNode.offset);
    const first = entries.get(name)?.key;
    if (first === undefined) entries.set(name, { key, value: documentNode(valueNode, reading) });
    else reading.problems.push({ ...key, expected: onlyOnce(name, first) });
  }
  return entries;
}

const expectations: Readonly<Record<string, string>> = {
  InvalidSymbol: 'a JSON value',
  InvalidNumberFormat: 'a number',
  PropertyNameExpected: 'a key in double quotes',
  ValueExpected: 'a value',
  ColonExpected: 'a colon after the key',
  CommaExpected: 'a comma between two entries',
  CloseBraceExpected: 'a closing }',
  CloseBracketExpected: 'a closing ]',
  EndOfFileExpected: 'nothing after the end of the JSON value',
  UnexpectedEndOfComment: 'the end of the comment',
  UnexpectedEndOfString: 'the closing double quote of the text',
  UnexpectedEndOfNumber: 'a number',
  InvalidUnicode: 'four hexadecimal digits after \\u',
  InvalidEscapeCharacter: 'one of " \\ / b f n r t u after a backslash (write \\\\ for one backslash)',
  InvalidCharacter: 'no control characters in a text',
};

function syntaxProblem({ error, offset, length }: ParseError, text: string, positionAt: Reading['positionAt']): SyntaxProblem {
  const expected = expectations[printParseErrorCode(error)] ?? 'valid JSON';
  const found = text.slice(offset, offset + Math.min(length, 40)).trim();
  return { ...positionAt(offset), expected, found: found === '' ? 'the end of the file' : found };
}

/** What follows on the same line is mostly the parser finding its way again. */
function firstOfEachLine(problems: readonly SyntaxProblem[]): SyntaxProblem[] {
  return problems.filter(({ line }, index) => problems[index - 1]?.line !== line);
}

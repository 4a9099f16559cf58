import { type JSONVisitor, type ParseErrorCode, printParseErrorCode, visit } from 'jsonc-parser';
import type { TextPosition } from '../model/configuration-element.ts';
import { type Document, type DocumentNode, deepestNesting, type MapEntry, onlyOnce, type SyntaxProblem } from './document.ts';

/** Beyond the first few, the errors of a broken file follow from each other. */
const mostSyntaxProblems = 5;

/** A line can hold any number of errors, of which one is told. */
const mostErrors = 100;

/** Keys that occur twice are all told, up to here. */
const mostTwice = 100;

/** Lists, objects and values. A manifest of 500 applications has some 10,000 of them. */
const mostNodes = 500_000;

type OpenNode = OpenList | OpenMap;

interface OpenList extends TextPosition {
  readonly kind: 'list';
  readonly items: DocumentNode[];
}

interface OpenMap extends TextPosition {
  readonly kind: 'map';
  readonly entries: Map<string, MapEntry>;
  /** The key whose value comes next; absent for one that was there before. */
  next?: { readonly name: string; readonly key: TextPosition };
}

/** Ends the reading where going on would tell nothing new. */
class EnoughRead extends Error {}

interface Reading {
  /** Lists and objects that are not closed yet, the innermost last. */
  readonly open: OpenNode[];
  readonly syntax: SyntaxProblem[];
  readonly twice: SyntaxProblem[];
  errors: number;
  nodes: number;
  root?: DocumentNode;
}

/**
 * Reads JSON. Comments are allowed, trailing commas are not; a key that occurs twice in one object is a problem.
 * The parser descends by recursion, and goes on behind errors: it is stopped where the text is too deep, or broken over and over.
 */
export function readJsonDocument(text: string): Document {
  const reading: Reading = { open: [], syntax: [], twice: [], errors: 0, nodes: 0 };
  try {
    visit(text, documentVisitor(text, reading));
  } catch (error) {
    if (!(error instanceof EnoughRead)) throw error;
  }
  const problems = [...reading.syntax, ...reading.twice];
  if (reading.root !== undefined) return { root: reading.root, problems };
  return { problems: problems.length > 0 ? problems : [{ line: 1, column: 1, expected: 'a JSON object' }] };
}

function documentVisitor(text: string, reading: Reading): JSONVisitor {
  const end = (): void => void reading.open.pop();
  return {
    onObjectBegin: (_offset, _length, line, character) => begin(reading, { kind: 'map', entries: new Map(), ...place(line, character) }),
    onObjectEnd: end,
    onArrayBegin: (_offset, _length, line, character) => begin(reading, { kind: 'list', items: [], ...place(line, character) }),
    onArrayEnd: end,
    onObjectProperty: (name, _offset, _length, line, character) => beginProperty(reading, name, place(line, character)),
    onLiteralValue: (value: unknown, offset, length, line, character) => {
      const source = text.slice(offset, offset + length);
      add(reading, { ...place(line, character), kind: 'scalar', value: scalarValue(value), plain: false, source });
    },
    onError: (error, offset, length, line, character) => {
      const source = text.slice(offset, offset + Math.min(length, 40));
      addError(reading, { ...place(line, character), ...syntaxProblem(error, source) });
    },
  };
}

/** The parser counts both from 0. */
const place = (line: number, character: number): TextPosition => ({ line: line + 1, column: character + 1 });

/** Puts a value into the list or object around it; the value of a key that was there before has no place. */
function add(reading: Reading, node: DocumentNode): void {
  if (++reading.nodes > mostNodes) throw refusal(reading, node, `at most ${mostNodes} values`);
  const parent = reading.open.at(-1);
  if (parent === undefined) reading.root ??= node;
  else if (parent.kind === 'list') parent.items.push(node);
  else if (parent.next !== undefined) {
    parent.entries.set(parent.next.name, { key: parent.next.key, value: node });
    delete parent.next;
  }
}

function begin(reading: Reading, node: OpenNode): void {
  if (reading.open.length === deepestNesting) throw refusal(reading, node, `at most ${deepestNesting} levels of lists and objects`);
  add(reading, node);
  reading.open.push(node);
}

function refusal({ syntax }: Reading, { line, column }: TextPosition, expected: string): EnoughRead {
  syntax.push({ line, column, expected });
  return new EnoughRead();
}

function beginProperty({ open, twice }: Reading, name: string, key: TextPosition): void {
  const map = open.at(-1);
  if (map?.kind !== 'map') return;
  const first = map.entries.get(name)?.key;
  if (first === undefined) map.next = { name, key };
  else twice.push({ ...key, expected: onlyOnce(name, first) });
  if (twice.length === mostTwice) throw new EnoughRead();
}

function addError(reading: Reading, problem: SyntaxProblem): void {
  reading.errors++;
  // What follows on the same line is mostly the parser finding its way again.
  if (reading.syntax.at(-1)?.line !== problem.line) reading.syntax.push(problem);
  if (reading.syntax.length === mostSyntaxProblems || reading.errors === mostErrors) throw new EnoughRead();
}

/** A scalar has one of these values; the parser types all of them as `any`. */
function scalarValue(value: unknown): string | number | boolean | null {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
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

function syntaxProblem(error: ParseErrorCode, source: string): { readonly expected: string; readonly found: string } {
  const found = source.trim();
  return { expected: expectations[printParseErrorCode(error)] ?? 'valid JSON', found: found === '' ? 'the end of the file' : found };
}

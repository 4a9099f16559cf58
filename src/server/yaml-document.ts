import { Composer, type CST, isAlias, isMap, isScalar, isSeq, Lexer, LineCounter, type Node, type Pair, Parser, type YAMLMap } from 'yaml';
import type { TextPosition } from '../model/configuration-element.ts';
import { type Document, type DocumentNode, deepestNesting, type MapEntry, onlyOnce, type SyntaxProblem } from './document.ts';

/** Beyond the first few, the errors of a broken file follow from each other. */
const mostSyntaxProblems = 5;

/** Characters. Each can cost a thousand bytes of memory, far more than in JSON; a manifest by hand is well below. */
const largestText = 512 * 1024;

const options = { schema: 'failsafe', prettyErrors: false, logLevel: 'error', uniqueKeys: false } as const;

/**
 * Reads YAML 1.2 with the failsafe schema: every scalar is text, so that a version `8.0` stays `8.0`.
 * Aliases are refused, so that a small file cannot stand for a large one.
 */
export function readYamlDocument(text: string): Document {
  if (text.length > largestText) return { problems: [{ line: 1, column: 1, expected: `at most ${largestText} characters of YAML` }] };
  const lineCounter = new LineCounter();
  const positionAt = (offset: number): TextPosition => {
    const { line, col } = lineCounter.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const { tokens, tooDeepAt } = readTokens(text, lineCounter);
  if (tooDeepAt !== undefined) {
    return { problems: [{ ...positionAt(tooDeepAt), expected: `at most ${deepestNesting} levels of lists and mappings` }] };
  }
  const [parsed, second] = new Composer(options).compose(tokens, true, text.length);
  const problems: SyntaxProblem[] = (parsed?.errors ?? [])
    .slice(0, mostSyntaxProblems)
    .map(({ code, message, pos: [offset] }) => ({ ...positionAt(offset), expected: expectations[code] ?? `valid YAML (${message})` }));
  if (second !== undefined) problems.push({ ...positionAt(second.range[0]), expected: 'one document, not several separated by ---' });
  const contents = parsed?.contents ?? null;
  if (contents === null) return { problems: problems.length > 0 ? problems : [{ line: 1, column: 1, expected: 'a YAML mapping' }] };
  return { root: documentNode(contents, { positionAt, problems }), problems };
}

const expectations: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: 'spaces for indentation, not tabs',
  BAD_DQ_ESCAPE: 'in double quotes only what YAML escapes after a backslash (write \\\\ for one backslash, or leave the quotes out)',
  BAD_INDENT: 'the same indentation for all entries of one collection',
};

const collections: ReadonlySet<CST.Token['type']> = new Set(['block-map', 'block-seq', 'flow-collection']);

/** The parser's stack has the document, a collection for each level, and the scalar that is being read. */
const isTooDeep = (stack: readonly CST.Token[]): boolean =>
  stack.length > deepestNesting && stack.filter(({ type }) => collections.has(type)).length > deepestNesting;

interface Tokens {
  readonly tokens: readonly CST.Token[];
  /** The offset of what is nested too deep; nothing behind it was read. */
  readonly tooDeepAt?: number;
}

/**
 * The parser keeps what is open on a stack, and what reads its tokens descends by recursion: the depth is watched while the stack grows,
 * whatever it grows by (brackets, indentation, `a: a: a:` inside brackets). A text that is broken over and over is not read to its end.
 */
function readTokens(text: string, lineCounter: LineCounter): Tokens {
  const tokens: CST.Token[] = [];
  let broken = 0;
  lineCounter.addNewLine(0);
  const parser = new Parser(lineCounter.addNewLine);
  for (const lexeme of new Lexer().lex(text)) {
    const offset = parser.offset;
    for (const token of parser.next(lexeme)) {
      tokens.push(token);
      if (token.type === 'error') broken++;
    }
    if (isTooDeep(parser.stack)) return { tokens, tooDeepAt: offset };
    if (broken > mostSyntaxProblems) break;
  }
  tokens.push(...parser.end());
  return { tokens };
}

interface Reading {
  readonly positionAt: (offset: number) => TextPosition;
  readonly problems: SyntaxProblem[];
}

function documentNode(node: Node | null, reading: Reading, above: TextPosition = { line: 1, column: 1 }): DocumentNode {
  const position = node?.range == null ? above : reading.positionAt(node.range[0]);
  if (isMap(node)) return { ...position, kind: 'map', entries: mapEntries(node, reading) };
  // The parser only puts nodes into the collections it reads; null stands for an item that is left empty.
  if (isSeq(node))
    return { ...position, kind: 'list', items: node.items.map((item) => documentNode(item as Node | null, reading, position)) };
  if (isScalar(node)) {
    const value = String(node.value ?? '');
    const plain = node.type === undefined || node.type === 'PLAIN';
    return { ...position, kind: 'scalar', value, plain, source: plain ? (node.source ?? value) : JSON.stringify(value) };
  }
  if (isAlias(node))
    reading.problems.push({ ...position, expected: 'the value written out; aliases are not supported', found: `*${node.source}` });
  return { ...position, kind: 'scalar', value: '', plain: true, source: '' };
}

function mapEntries(map: YAMLMap, reading: Reading): ReadonlyMap<string, MapEntry> {
  const entries = new Map<string, MapEntry>();
  // As above: what the parser reads consists of nodes.
  for (const { key: keyNode, value } of map.items as Pair<Node, Node | null>[]) {
    const key = keyNode.range == null ? { line: 1, column: 1 } : reading.positionAt(keyNode.range[0]);
    const name = isScalar(keyNode) ? String(keyNode.value ?? '') : undefined;
    const first = name === undefined ? undefined : entries.get(name)?.key;
    if (name === undefined) reading.problems.push({ ...key, expected: 'a text as key' });
    else if (first === undefined) entries.set(name, { key, value: documentNode(value, reading, key) });
    else reading.problems.push({ ...key, expected: onlyOnce(name, first) });
  }
  return entries;
}

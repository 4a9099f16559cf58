import { isAlias, isMap, isScalar, isSeq, Lexer, LineCounter, type Node, type Pair, parseDocument, type YAMLMap } from 'yaml';
import type { TextPosition } from '../model/configuration-element.ts';
import { type Document, type DocumentNode, deepestNesting, type MapEntry, onlyOnce, type SyntaxProblem } from './document.ts';

/** Beyond the first few, the errors of a broken file follow from each other. */
const mostSyntaxProblems = 5;

/** Characters. YAML takes far longer to read than JSON; a manifest by hand is well below. */
const largestText = 1024 * 1024;

/**
 * Reads YAML 1.2 with the failsafe schema: every scalar is text, so that a version `8.0` stays `8.0`.
 * Aliases are refused, so that a small file cannot stand for a large one.
 */
export function readYamlDocument(text: string): Document {
  if (text.length > largestText) return { problems: [{ line: 1, column: 1, expected: `at most ${largestText} characters of YAML` }] };
  const tooDeep = nestedTooDeep(text);
  if (tooDeep !== undefined) return { problems: [tooDeep] };
  const lineCounter = new LineCounter();
  const parsed = parseDocument(text, {
    schema: 'failsafe',
    lineCounter,
    prettyErrors: false,
    logLevel: 'error',
    uniqueKeys: false,
  });
  const positionAt = (offset: number): TextPosition => {
    const { line, col } = lineCounter.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const problems: SyntaxProblem[] = parsed.errors
    .slice(0, mostSyntaxProblems)
    .map(({ code, message, pos: [offset] }) => ({ ...positionAt(offset), expected: expectations[code] ?? `valid YAML (${message})` }));
  if (parsed.contents === null) return { problems: problems.length > 0 ? problems : [{ line: 1, column: 1, expected: 'a YAML mapping' }] };
  return { root: documentNode(parsed.contents, { positionAt, problems }), problems };
}

const expectations: Readonly<Record<string, string>> = {
  MULTIPLE_DOCS: 'one document, not several separated by ---',
  TAB_AS_INDENT: 'spaces for indentation, not tabs',
  BAD_DQ_ESCAPE: 'in double quotes only what YAML escapes after a backslash (write \\\\ for one backslash, or leave the quotes out)',
  BAD_INDENT: 'the same indentation for all entries of one collection',
};

/** Columns. Each level of a block collection needs at least one, and two in practice. */
const deepestIndentation = 8 * deepestNesting;

/** The parser descends by recursion, so brackets and indentation are counted first, on the tokens. */
function nestedTooDeep(text: string): SyntaxProblem | undefined {
  let line = 1;
  let brackets = 0;
  let indentation = 0;
  let atStart = true;
  for (const token of new Lexer().lex(text)) {
    if (token.includes('\n')) {
      line += token.split('\n').length - 1;
      atStart = true;
      indentation = 0;
    } else if (atStart && /^[ \t?:-]+$/.test(token)) indentation += token.length;
    else if (token !== '\u0002' && token !== '\ufeff') atStart = false;
    if (token === '[' || token === '{') brackets++;
    else if (token === ']' || token === '}') brackets--;
    if (brackets > deepestNesting || indentation > deepestIndentation) {
      return { line, column: 1, expected: `at most ${deepestNesting} levels of lists and mappings` };
    }
  }
  return undefined;
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

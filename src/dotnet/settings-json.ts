import { type Node, type ParseOptions, parseTree } from 'jsonc-parser';
import { firstJsonProblem } from './json-problem.ts';

/**
 * A settings file as the JSON configuration provider reads it: comments and trailing commas are fine, the root is an object, nothing is
 * nested deeper than 64 levels, and no key has two values. Keys are paths, `Logging:LogLevel:Default`, and ignore case.
 * Source: dotnet/runtime:src/libraries/Microsoft.Extensions.Configuration.Json/src/JsonConfigurationFileParser.cs.
 */
export type SettingsJson =
  | { readonly ok: true; readonly settings: readonly JsonSetting[] }
  | { readonly ok: false; readonly problem: string; readonly line: number; readonly column: number };

/** One value, in the order of the file. */
export interface JsonSetting {
  /** Such as `ConnectionStrings:Shop`, as written. */
  readonly key: string;
  /** The text of a string; the source of anything else. */
  readonly value: string;
  /** Where the value begins in the text. */
  readonly offset: number;
}

/** What a problem shows of a key, in characters. */
const longestShown = 200;

/** `JsonDocumentOptions.MaxDepth` where nobody sets it. */
const deepest = 64;

const options: ParseOptions = { allowTrailingComma: true, disallowComments: false, allowEmptyContent: false };

const marks: readonly (readonly [string, string])[] = [
  ['\u00ff\u00fe', 'utf-16le'],
  ['\u00fe\u00ff', 'utf-16be'],
];

/** The text of a settings file. Like a StreamReader it goes by the byte-order mark, and takes UTF-8 where there is none. */
export function settingsText(bytes: Uint8Array): string {
  const start = String.fromCharCode(...bytes.subarray(0, 2));
  const encoding = marks.find(([mark]) => mark === start)?.[1] ?? 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}

/** Reads the text of a settings file, or says why the provider refuses it. */
export function readSettingsJson(text: string): SettingsJson {
  const refuse = (problem: string, offset: number): SettingsJson => ({ ok: false, problem, ...placeIn(text, offset) });
  const first = firstJsonProblem(text, deepest, options);
  if (first !== undefined) return refuse(first.problem, first.offset);
  const tree = parseTree(text, [], options);
  if (tree?.type !== 'object') return refuse('the root is not an object', 0);
  const leaves = leavesOf(tree);
  const seen = new Set<string>();
  for (const { key, node } of leaves) {
    const path = ordinalUpperCase(key);
    if (halfSurrogate.test(key) || (node.type === 'string' && halfSurrogate.test(String(node.value))))
      return refuse('an escape stands for one half of a surrogate pair', node.offset);
    if (seen.has(path) && !isEmpty(node)) return refuse(`the key ${key.slice(0, longestShown)} occurs twice`, node.offset);
    seen.add(path);
  }
  const values = leaves.filter(({ node }) => !isEmpty(node));
  return { ok: true, settings: values.map(({ key, node }) => ({ key, value: textOf(text, node), offset: node.offset })) };
}

/** Only an escape can leave one in a text that was decoded. */
const halfSurrogate = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** As `StringComparer.OrdinalIgnoreCase` maps letters: one for one, and none from outside ASCII into it. */
function ordinalUpperCase(text: string): string {
  return text.replace(/[^\0-@[-`{-\x7f]/gu, (letter) => {
    const upper = letter.toUpperCase();
    return upper.length === letter.length && (letter <= '\x7f' || upper > '\x7f') ? upper : letter;
  });
}

interface Leaf {
  readonly key: string;
  readonly node: Node;
}

/** Characters of all keys together that are looked at. A file made of long keys has no more of them than a real one. */
const mostKeys = 4_000_000;

/** Values, and objects and lists without any, each with its path. */
function leavesOf(root: Node): readonly Leaf[] {
  const leaves: Leaf[] = [];
  let left = mostKeys;
  const visit = (node: Node, key: string): void => {
    const children = node.children ?? [];
    if (left <= 0) return;
    if ((node.type !== 'object' && node.type !== 'array') || (children.length === 0 && key !== '')) {
      leaves.push({ key, node });
      left -= key.length;
      return;
    }
    const below = (name: string): string => (key === '' ? name : `${key}:${name}`);
    for (const [index, child] of children.entries()) {
      if (node.type === 'array') visit(child, below(String(index)));
      else {
        const [name, value] = child.children ?? [];
        if (name !== undefined && value !== undefined) visit(value, below(String(name.value)));
      }
    }
  };
  visit(root, '');
  return leaves;
}

const isEmpty = ({ type }: Node): boolean => type === 'object' || type === 'array';

function textOf(text: string, { type, value, offset, length }: Node): string {
  return type === 'string' ? String(value) : text.slice(offset, offset + length);
}

/** Line and column of an offset, 1-based. */
export function placeIn(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

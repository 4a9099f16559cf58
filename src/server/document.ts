import type { TextPosition } from '../model/configuration-element.ts';

/** A value of a manifest with its place, the same for JSON and YAML. */
export type DocumentNode = ScalarNode | ListNode | MapNode;

export interface ScalarNode extends TextPosition {
  readonly kind: 'scalar';
  /** In YAML every scalar is text here, so that `8.0` stays `8.0`. */
  readonly value: string | number | boolean | null;
  /** A YAML scalar without quotes: where the format wants a number, a truth value or null, it is read as one. */
  readonly plain: boolean;
  /** As written. */
  readonly source: string;
}

export interface ListNode extends TextPosition {
  readonly kind: 'list';
  readonly items: readonly DocumentNode[];
}

export interface MapNode extends TextPosition {
  readonly kind: 'map';
  readonly entries: ReadonlyMap<string, MapEntry>;
}

export interface MapEntry {
  readonly key: TextPosition;
  readonly value: DocumentNode;
}

/** Something that keeps a text from being a document at all. */
export interface SyntaxProblem extends TextPosition {
  readonly expected: string;
  readonly found?: string;
}

export interface Document {
  /** Absent when the text is too broken to have one. */
  readonly root?: DocumentNode;
  readonly problems: readonly SyntaxProblem[];
}

/** How deep lists and maps may be nested; version 1 of the manifest needs 8 levels. */
export const deepestNesting = 32;

/** One segment of a fact path added to another: `iis` + `appPools` = `iis.appPools`, `dotnet` + 1 = `dotnet[1]`. */
export function factPath(parent: string, segment: string | number): string {
  if (typeof segment === 'number') return `${parent}[${segment}]`;
  return parent === '' ? segment : `${parent}.${segment}`;
}

/** Where each fact stands: a key of a map, or an item of a list. */
export function factPositions({ root }: Document): ReadonlyMap<string, TextPosition> {
  const positions = new Map<string, TextPosition>();
  const visit = (node: DocumentNode, path: string): void => {
    if (node.kind === 'list') {
      for (const [index, item] of node.items.entries()) add(item, item, factPath(path, index));
    } else if (node.kind === 'map') {
      for (const [name, { key, value }] of node.entries) add(value, key, factPath(path, name));
    }
  };
  const add = (node: DocumentNode, { line, column }: TextPosition, path: string): void => {
    positions.set(path, { line, column });
    visit(node, path);
  };
  if (root !== undefined) visit(root, '');
  return positions;
}

/** A node for a message: a scalar as it is written, anything else by its kind. */
export function nodeInWords(node: DocumentNode): string {
  if (node.kind === 'list') return 'a list';
  if (node.kind === 'map') return 'an object';
  if (node.source === '') return 'nothing';
  return node.source.length > 60 ? `${node.source.slice(0, 60)}…` : node.source;
}

/** What was expected where a key occurs again. */
export function onlyOnce(key: string, first: TextPosition): string {
  return `each key once; "${key.slice(0, 60)}" is at ${first.line}:${first.column} already`;
}

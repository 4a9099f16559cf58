import * as v from 'valibot';
import { type DocumentNode, factPath, type MapNode, nodeInWords, type ScalarNode } from './document.ts';
import { expectedInWords } from './expected-in-words.ts';
import { nearestSpelling } from './key-suggestion.ts';

/** One thing that does not fit, with the fact path and the node it was found at. */
export interface Misfit {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly expected: string;
  readonly found?: string;
  readonly suggestion?: string;
}

/** The parts of a valibot schema that the shape of a document is compared with. */
type Shape = v.GenericSchema & {
  readonly entries?: Readonly<Record<string, Shape>>;
  readonly item?: Shape;
  readonly value?: Shape;
  readonly wrapped?: Shape;
  readonly key?: unknown;
  readonly options?: readonly (Shape | string)[];
};

export interface Fitted {
  /** Plain objects and arrays for the schema to validate; `undefined` in place of what does not fit at all. */
  readonly value: unknown;
  readonly misfits: readonly Misfit[];
  /** The node at each fact path. */
  readonly nodes: ReadonlyMap<string, DocumentNode>;
}

/** Names that mean something else to JavaScript objects; no variable, framework or section is called so. */
const unusableNames = new Set(['__proto__', 'prototype', 'constructor']);

interface Fitting {
  readonly misfits: Misfit[];
  readonly nodes: Map<string, DocumentNode>;
}

/**
 * Lays a document over a schema: finds unknown keys and lists in place of objects, which valibot would report one at a time or not
 * at all, and reads the plain scalars of YAML as what the schema wants there.
 */
export function fitToSchema(root: DocumentNode, schema: v.GenericSchema): Fitted {
  const fitting: Fitting = { misfits: [], nodes: new Map() };
  // valibot types its schemas by what they accept; which parts one has is told by its `type`, which `Shape` leaves open.
  return { value: fitted(root, schema as Shape, '', fitting), ...fitting };
}

function fitted(node: DocumentNode, schema: Shape, path: string, fitting: Fitting): unknown {
  fitting.nodes.set(path, node);
  const { entries, value, item, type, expects } = matchingShape(schema, node);
  if (entries !== undefined && node.kind === 'map') return fittedObject(node, entries, path, fitting);
  if (type === 'record' && value !== undefined && node.kind === 'map') return fittedRecord(node, value, path, fitting);
  if (item !== undefined && node.kind === 'list') {
    return node.items.map((child, index) => fitted(child, item, factPath(path, index), fitting));
  }
  if (node.kind === 'scalar' && entries === undefined && item === undefined && type !== 'record') {
    return scalarFor(node, matchingShape(schema, node));
  }
  const wanted = item !== undefined ? 'a list' : entries !== undefined || type === 'record' ? 'an object' : expectedInWords(expects);
  fitting.misfits.push({ path, line: node.line, column: node.column, expected: wanted, found: nodeInWords(node) });
  return undefined;
}

function fittedObject(node: MapNode, entries: Readonly<Record<string, Shape>>, path: string, fitting: Fitting): object {
  // Without a prototype, so that no key of the document can meet one.
  const object: Record<string, unknown> = Object.create(null);
  for (const [name, entry] of node.entries) {
    const shape = Object.hasOwn(entries, name) ? entries[name] : undefined;
    if (shape !== undefined) object[name] = fitted(entry.value, shape, factPath(path, name), fitting);
    else fitting.misfits.push({ ...unknownKey(name, Object.keys(entries)), path, ...entry.key });
  }
  return object;
}

function fittedRecord(node: MapNode, valueShape: Shape, path: string, fitting: Fitting): object {
  const record: Record<string, unknown> = Object.create(null);
  for (const [name, entry] of node.entries) {
    if (unusableNames.has(name)) fitting.misfits.push({ path, ...entry.key, expected: 'another name', found: name });
    else record[name] = fitted(entry.value, valueShape, factPath(path, name), fitting);
  }
  return record;
}

function unknownKey(name: string, known: readonly string[]): Pick<Misfit, 'expected' | 'found' | 'suggestion'> {
  const suggestion = nearestSpelling(name, known);
  const offered = known.filter((key) => !key.startsWith('$')).join(', ');
  return {
    expected: suggestion !== undefined ? 'a known key' : known.length === 1 ? `no key but ${offered} here` : `one of the keys ${offered}`,
    found: JSON.stringify(name.slice(0, 60)),
    ...(suggestion === undefined ? {} : { suggestion }),
  };
}

/** The schema below optional and nullable, and of several alternatives the one of the node's kind. */
function matchingShape(schema: Shape, node: DocumentNode): Shape {
  if (schema.wrapped !== undefined && !(schema.type === 'nullable' && node.kind === 'scalar')) return matchingShape(schema.wrapped, node);
  const alternatives = schema.options?.filter((option) => typeof option !== 'string') ?? [];
  if (alternatives.length === 0) return schema;
  const ofKind = alternatives.filter((option) => (option.entries !== undefined) === (node.kind === 'map'));
  const chosen = ofKind.find((option) => schema.type !== 'variant' || acceptsDiscriminator(option, schema.key, node)) ?? ofKind[0];
  return chosen ?? alternatives[0] ?? schema;
}

function acceptsDiscriminator(option: Shape, key: unknown, node: DocumentNode): boolean {
  const entry = node.kind === 'map' ? node.entries.get(String(key))?.value : undefined;
  const shape = option.entries?.[String(key)];
  if (entry === undefined || shape === undefined) return shape?.type === 'exact_optional';
  return entry.kind === 'scalar' && v.is(shape, scalarFor(entry, matchingShape(shape, entry)));
}

/** The value of a scalar. YAML writes everything as text; what the schema does not take as text is read by YAML 1.2's core rules. */
function scalarFor({ plain, value }: ScalarNode, schema: Shape): unknown {
  if (!plain || typeof value !== 'string') return value;
  if (schema.type === 'nullable') return /^(?:|~|null|Null|NULL)$/.test(value) ? null : value;
  if (/^(?:~|null|Null|NULL)$/.test(value)) return null;
  if (v.is(schema, value)) return value;
  if (/^(?:true|True|TRUE)$/.test(value)) return v.is(schema, true) ? true : value;
  if (/^(?:false|False|FALSE)$/.test(value)) return v.is(schema, false) ? false : value;
  return /^\d{1,9}$/.test(value) && acceptsNumbers(schema) ? Number(value) : value;
}

function acceptsNumbers(schema: Shape): boolean {
  return v.is(schema, 1);
}

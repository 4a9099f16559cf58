import * as v from 'valibot';
import { type Document, type DocumentNode, factPath, nodeInWords, type SyntaxProblem } from './document.ts';
import { expectedInWords } from './expected-in-words.ts';
import { nearestSpelling } from './key-suggestion.ts';
import { type Fitted, fitToSchema, type Misfit } from './schema-fit.ts';

export type Validated<Value> = { readonly value: Value } | { readonly misfits: readonly Misfit[] };

/**
 * The value in a document, or everything that is wrong with it, in the order of the file.
 * `what` names the object that is expected; `further` finds what a schema cannot say.
 */
export function validateDocument<const Schema extends v.GenericSchema>(
  { root, problems }: Document,
  schema: Schema,
  what: string,
  further: (nodes: ReadonlyMap<string, DocumentNode>) => readonly Misfit[] = () => [],
): Validated<v.InferOutput<Schema>> {
  if (root === undefined || problems.length > 0) return { misfits: problems.map(withoutPath) };
  if (root.kind !== 'map') return { misfits: [{ path: '', ...root, expected: what, found: nodeInWords(root) }] };
  const fitted = fitToSchema(root, schema);
  const result = v.safeParse(schema, fitted.value);
  const misfits = [
    ...fitted.misfits,
    ...(result.issues ?? []).flatMap((issue) => issueMisfits(issue, [], fitted)),
    ...further(fitted.nodes),
  ];
  if (result.success && misfits.length === 0) return { value: result.output };
  return { misfits: misfits.toSorted((left, right) => left.line - right.line || left.column - right.column) };
}

const withoutPath = (problem: SyntaxProblem): Misfit => ({ path: '', ...problem });

/** An issue as misfits: an issue of a union as those of the alternative that was meant. */
function issueMisfits(issue: v.BaseIssue<unknown>, above: readonly (string | number)[], fitted: Fitted): Misfit[] {
  const keys = [...above, ...(issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)))];
  const deeper = (issue.issues ?? []).filter((nested) => nested.path !== undefined);
  if (deeper.length > 0) return deeper.flatMap((nested) => issueMisfits(nested, keys, fitted));
  const path = keys.reduce(factPath, '');
  const node = fitted.nodes.get(path);
  if (node === undefined) return missingKey(keys, fitted);
  // What did not fit at all was handed to valibot as undefined, and is reported already.
  if (issue.input === undefined) return [];
  const suggestion = typeof issue.input === 'string' ? nearestSpelling(issue.input, quoted(issue.expected ?? '')) : undefined;
  return [
    {
      path,
      line: node.line,
      column: node.column,
      expected: issue.kind === 'validation' ? issue.message : expectedOf(issue, node),
      found: nodeInWords(node),
      ...(suggestion === undefined ? {} : { suggestion }),
    },
  ];
}

/** In JSON a number or a truth value in place of a text only lacks its quotes. */
function expectedOf({ expected }: v.BaseIssue<unknown>, node: DocumentNode): string {
  const lacksQuotes = node.kind === 'scalar' && (typeof node.value === 'number' || typeof node.value === 'boolean');
  return expected === 'string' && lacksQuotes ? 'a text in double quotes' : expectedInWords(expected ?? '');
}

function missingKey(keys: readonly (string | number)[], fitted: Fitted): Misfit[] {
  const parent = keys.slice(0, -1).reduce(factPath, '');
  const node = fitted.nodes.get(parent);
  if (node === undefined) return [];
  return [{ path: parent, line: node.line, column: node.column, expected: `the key ${String(keys.at(-1))}` }];
}

const quoted = (expected: string): string[] => [...expected.matchAll(/"([^"]*)"/g)].map((match) => match[1] ?? '');

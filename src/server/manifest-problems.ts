import { type Document, type DocumentNode, nodeInWords } from './document.ts';
import { validateDocument } from './document-problems.ts';
import { type Manifest, manifestSchema } from './manifest-schema.ts';
import type { Misfit } from './schema-fit.ts';
import { misnamedSections } from './section-names.ts';
import { twiceNamed } from './twice-named.ts';

export type ValidatedManifest = { readonly manifest: Manifest } | { readonly misfits: readonly Misfit[] };

/** The manifest in a document, or everything that is wrong with it, in the order of the file. */
export function validateManifest(document: Document): ValidatedManifest {
  const { root, problems } = document;
  const version = root?.kind === 'map' && problems.length === 0 ? root.entries.get('manifestVersion')?.value : undefined;
  const otherVersion = manifestOfOtherVersion(version);
  if (otherVersion !== undefined) return { misfits: [otherVersion] };
  const validated = validateDocument(document, manifestSchema, 'an object with the key manifestVersion', (nodes) => [
    ...twiceNamed(nodes),
    ...misnamedSections(nodes),
    ...sdkAsBundle(nodes),
  ]);
  return 'misfits' in validated ? validated : { manifest: validated.value };
}

/** Bundles are called like their runtime. Runtimes never had a hundred patches, and versions of SDKs count from 100. */
function sdkAsBundle(nodes: ReadonlyMap<string, DocumentNode>): Misfit[] {
  const node = nodes.get('hostingBundle');
  if (node?.kind !== 'scalar' || !/^\d{1,9}\.\d{1,9}\.\d{3,9}(?:-|$)/.test(String(node.value))) return [];
  const { line, column } = node;
  const expected = 'the version of a Hosting Bundle, which is that of its runtime, such as 8.0.11; this is one of an SDK';
  return [{ path: 'hostingBundle', line, column, expected, found: nodeInWords(node) }];
}

/** A format of another version has other keys; to list them all as unknown would hide the reason. */
function manifestOfOtherVersion(node: Document['root']): Misfit | undefined {
  if (node?.kind !== 'scalar' || !/^\d{1,9}$/.test(node.source) || Number(node.source) === 1) return undefined;
  const { line, column, source } = node;
  const expected = 'manifestVersion 1, the only one this version of iis-preflight reads';
  return { path: 'manifestVersion', line, column, expected, found: source };
}

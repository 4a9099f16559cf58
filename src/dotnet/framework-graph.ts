import { type FrameworkReference, reconcileReferences, sameReference } from './framework-reference.ts';
import type { FrameworkFolder } from './framework-search.ts';
import type { RuntimeConfigResult } from './runtime-config.ts';

/** A framework that was asked for, and the folder it was found in. */
export interface FoundFramework {
  readonly name: string;
  readonly folder: FrameworkFolder;
}

export interface FrameworkGraph {
  /** What the application's own file refers to. */
  readonly references: readonly FrameworkReference[];
  /** The disk. */
  readonly find: (reference: FrameworkReference) => FrameworkFolder | undefined;
  /** The runtimeconfig.json of a framework's folder. */
  readonly readConfig: (found: FoundFramework) => RuntimeConfigResult;
}

export type FrameworkGraphResult =
  | { readonly outcome: 'resolved'; readonly frameworks: readonly FoundFramework[] }
  | { readonly outcome: 'missing'; readonly reference: FrameworkReference }
  | { readonly outcome: 'conflict'; readonly lower: FrameworkReference; readonly higher: FrameworkReference }
  | { readonly outcome: 'invalid-config'; readonly found: FoundFramework; readonly config: RuntimeConfigResult & { readonly valid: false } }
  | { readonly outcome: 'endless'; readonly reference: FrameworkReference };

type Failure = Exclude<FrameworkGraphResult, { readonly outcome: 'resolved' }>;
type Step = Failure | Restart | undefined;

/** `reference` is the one that changed what was already resolved. */
interface Restart {
  readonly outcome: 'restart';
  readonly reference: FrameworkReference;
}

interface Parent {
  readonly reference: FrameworkReference;
  readonly found: FoundFramework;
}

interface Pass {
  readonly graph: FrameworkGraph;
  /** The merged reference to each framework; it survives restarts. */
  readonly effective: Map<string, FrameworkReference>;
  /** In the host's order: the root framework ends up last. */
  readonly resolved: FoundFramework[];
}

const mostRestarts = 100;

function resolveNew(pass: Pass, reference: FrameworkReference): Step {
  const { graph, effective, resolved } = pass;
  effective.set(reference.name, reference);
  const folder = graph.find(reference);
  if (folder === undefined) return { outcome: 'missing', reference };
  const found = { name: reference.name, folder };
  resolved.push(found);
  const config = graph.readConfig(found);
  return config.valid
    ? resolveReferences(pass, config.config.references, { reference, found })
    : { outcome: 'invalid-config', found, config };
}

function meetAgain({ effective, resolved }: Pass, reference: FrameworkReference, current: FrameworkReference): Step {
  if (!sameReference(reference, current)) {
    effective.set(reference.name, reference);
    return { outcome: 'restart', reference };
  }
  const index = resolved.findIndex(({ name }) => name === reference.name);
  resolved.push(...resolved.splice(index, 1));
  return undefined;
}

/** A reference in the file of a framework. */
function askedBy({ found }: Parent, reference: FrameworkReference): FrameworkReference {
  return { ...reference, askedBy: { name: found.name, version: found.folder.version } };
}

function resolveReferences(pass: Pass, written: readonly FrameworkReference[], parent: Parent | undefined): Step {
  const { effective, resolved } = pass;
  // One without a name finds the application itself, which has none either.
  const named = written.filter(({ name }) => name !== '');
  const references = parent === undefined ? named : named.map((reference) => askedBy(parent, reference));
  for (const reference of references) if (!effective.has(reference.name)) effective.set(reference.name, reference);
  for (const reference of references) {
    // "Take the highest" reaches into the frameworks; no other setting of the application does.
    const added = parent?.reference.highest === true ? { ...reference, highest: true } : reference;
    const current = effective.get(added.name) ?? added;
    const merged = reconcileReferences(added, current);
    if (!merged.compatible) return { outcome: 'conflict', lower: merged.lower, higher: merged.higher };
    const met = resolved.some(({ name }) => name === added.name);
    const step = met ? meetAgain(pass, merged.reference, current) : resolveNew(pass, merged.reference);
    if (step !== undefined) return step;
  }
  return undefined;
}

/**
 * Resolves frameworks that refer to frameworks. A reference that changes what was already resolved restarts everything with what was
 * learnt, so the order of entries does not change a result, but it decides which error comes first.
 * Source: dotnet/runtime:src/native/corehost/fxr/fx_resolver.cpp `read_framework`, `resolve_frameworks_for_app`.
 */
export function resolveFrameworkGraph(graph: FrameworkGraph): FrameworkGraphResult {
  const effective = new Map<string, FrameworkReference>();
  for (let restarts = 0; ; restarts++) {
    const pass: Pass = { graph, effective, resolved: [] };
    const step = resolveReferences(pass, graph.references, undefined);
    if (step === undefined) return { outcome: 'resolved', frameworks: pass.resolved };
    if (step.outcome !== 'restart') return step;
    if (restarts === mostRestarts) return { outcome: 'endless', reference: step.reference };
  }
}

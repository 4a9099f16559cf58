import type { ConfigurationElement } from '../model/configuration-element.ts';

/**
 * The part of XPath 1.0 that people write into parameters.xml: steps of names, `*`, `//`, predicates that compare attributes, and an
 * attribute or an element at the end. A predicate of any other kind is taken as true, so that too much is meant rather than too little.
 */
export interface XPath {
  readonly steps: readonly ElementStep[];
  /** The attribute at the end, `*` for all of them; absent: the elements themselves. */
  readonly attribute?: string;
}

interface ElementStep {
  /** Absent: any. */
  readonly name?: string;
  readonly equal: readonly { readonly attribute: string; readonly value: string }[];
  /** `//` stands in front: any number of elements may lie between. */
  readonly anywhere: boolean;
}

/** Longer ones are not written by hand. */
const longest = { text: 2000, steps: 32 } as const;

/** `undefined` for what this reader does not understand, such as functions in place of a path, and for paths to texts. */
export function parseXPath(text: string): XPath | undefined {
  if (text.length > longest.text) return undefined;
  const parts = splitSteps(text);
  const last = parts?.at(-1);
  if (parts === undefined || last === undefined || parts.length > longest.steps) return undefined;
  const attribute = /^(?:@|attribute::)(?:[\w.-]+:)?([\w.-]+|\*)$/.exec(last.text)?.[1];
  const steps = (attribute === undefined ? parts : parts.slice(0, -1)).map(elementStep);
  const understood = steps.filter((step) => step !== undefined);
  if (steps.length === 0 || understood.length < steps.length) return undefined;
  return { steps: understood, ...(attribute === undefined ? {} : { attribute }) };
}

interface Part {
  readonly text: string;
  readonly anywhere: boolean;
}

/** The steps between the `/` that stand outside quotes and brackets; `undefined` where one is not closed. */
function splitSteps(text: string): readonly Part[] | undefined {
  const parts: Part[] = [];
  const step = /(\/{0,2})((?:[^/'"[\]]|\[(?:[^'"\]]|'[^']*'|"[^"]*")*\])+)/y;
  while (step.lastIndex < text.length) {
    const found = step.exec(text);
    if (found === null) return undefined;
    const written = (found[2] ?? '').trim();
    if (written !== '.') parts.push({ text: written, anywhere: found[1] === '//' });
  }
  return parts;
}

function elementStep({ text, anywhere }: Part): ElementStep | undefined {
  const test = /^(?:(?:child|descendant|descendant-or-self)::)?(?:[\w.-]+:)?([\w.-]+|\*)\s*(\[.*)?$/.exec(text);
  if (test === null) return undefined;
  const predicates = test[2] ?? '';
  const name = test[1] === '*' ? /local-name\(\)\s*=\s*["']([\w.-]+)["']/.exec(predicates)?.[1] : test[1];
  return { ...(name === undefined ? {} : { name }), equal: comparisons(predicates), anywhere: anywhere || text.startsWith('descendant') };
}

/** What the predicates compare, as far as all of it must hold. */
function comparisons(predicates: string): ElementStep['equal'] {
  const comparison = /@([\w.-]+)\s*=\s*(?:'([^']*)'|"([^"]*)")/g;
  const rest = predicates.replace(comparison, '').replace(/\band\b|[[\]\s]/g, '');
  if (rest !== '') return [];
  return [...predicates.matchAll(comparison)].map((found) => ({ attribute: found[1] ?? '', value: found[2] ?? found[3] ?? '' }));
}

/** Whether the path leads to the last of `elements`, which lie in each other, the root first. */
export function leadsTo({ steps }: XPath, elements: readonly ConfigurationElement[]): boolean {
  let at = elements.length - 1;
  for (const [index, step] of [...steps.entries()].reverse()) {
    const below = steps[index + 1];
    while (below?.anywhere === true && at >= 0 && !fits(elements[at], step)) at--;
    if (!fits(elements[at], step)) return false;
    at--;
  }
  return true;
}

function fits(element: ConfigurationElement | undefined, { name, equal }: ElementStep): boolean {
  if (element === undefined || (name !== undefined && element.name !== name)) return false;
  return equal.every(({ attribute, value }) => element.attributes.some((own) => own.name === attribute && own.value === value));
}

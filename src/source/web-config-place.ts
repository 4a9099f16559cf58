import type { ConfigurationAttribute, ConfigurationElement, ConfigurationFile, TextPosition } from '../model/configuration-element.ts';
import type { Location } from '../model/report.ts';

/** Attributes that tell entries of one collection apart, by the element's position in the configuration rather than by its schema. */
const keyAttributes = ['path', 'name', 'key', 'fileExtension'];

/** An element or attribute, with the elements around it from the root on. */
interface Found {
  readonly elements: readonly ConfigurationElement[];
  readonly attribute?: ConfigurationAttribute;
}

interface Waiting {
  readonly element: ConfigurationElement;
  readonly parent?: Waiting;
}

/**
 * Where another configuration file has the element or attribute that stands at a place of the published one, with the same value.
 * `absent`: the other file was read and does not have it at all. `undefined`: it has another value, or several could be meant.
 */
export function samePlace(
  published: ConfigurationFile,
  place: Partial<TextPosition>,
  committed: ConfigurationFile,
): Location | 'absent' | undefined {
  if (published.state !== 'read' || committed.state !== 'read' || place.line === undefined) return undefined;
  const found = elementAt(published.root, place.line, place.column);
  if (found === undefined) return undefined;
  const candidates = matching(committed.root, found.elements);
  const [candidate] = candidates;
  if (candidate === undefined) return 'absent';
  if (candidates.length > 1) return undefined;
  const { attribute } = found;
  if (attribute === undefined) return { file: committed.path, line: candidate.line, column: candidate.column };
  const same = candidate.attributes.find(({ name }) => name === attribute.name);
  if (same === undefined) return 'absent';
  return same.value === attribute.value ? { file: committed.path, line: same.line, column: same.column } : undefined;
}

/** Searches with a list, because the file may nest as deep as it likes. */
function elementAt(root: ConfigurationElement, line: number, column: number | undefined): Found | undefined {
  const isHere = (position: TextPosition): boolean => position.line === line && (column === undefined || position.column === column);
  const waiting: Waiting[] = [{ element: root }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { element } = next;
    if (isHere(element)) return { elements: ancestry(next) };
    const attribute = element.attributes.find(isHere);
    if (attribute !== undefined) return { elements: ancestry(next), attribute };
    for (const child of element.children.toReversed()) waiting.push({ element: child, parent: next });
  }
  return undefined;
}

function ancestry(waiting: Waiting): readonly ConfigurationElement[] {
  const elements: ConfigurationElement[] = [];
  for (let at: Waiting | undefined = waiting; at !== undefined; at = at.parent) elements.push(at.element);
  return elements.reverse();
}

/** Elements of the other file that are reached by the same names and keys. `location` is passed over: the SDK adds one around its own part. */
function matching(root: ConfigurationElement, path: readonly ConfigurationElement[]): readonly ConfigurationElement[] {
  const [first, ...rest] = path.filter(({ name }) => name !== 'location');
  let level = first !== undefined && first.name === root.name ? [root] : [];
  for (const wanted of rest) {
    level = level.flatMap(childrenThroughLocations).filter((child) => child.name === wanted.name && sameKeys(child, wanted));
  }
  return level;
}

function childrenThroughLocations(element: ConfigurationElement): readonly ConfigurationElement[] {
  return element.children.flatMap((child) => (child.name === 'location' ? child.children : [child]));
}

function sameKeys(left: ConfigurationElement, right: ConfigurationElement): boolean {
  const value = (element: ConfigurationElement, key: string): string | undefined =>
    element.attributes.find(({ name }) => name === key)?.value.toLowerCase();
  return keyAttributes.every((key) => value(left, key) === value(right, key));
}

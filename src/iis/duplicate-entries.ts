import type { ConfigurationElement } from '../model/configuration-element.ts';
import { attributeValue } from './attribute-value.ts';
import { type CollectionKeys, collectionsOf } from './collection-keys.ts';
import { deployTimeToken } from './deploy-time-token.ts';

/** An entry a level above has added already. */
export interface InheritedEntry {
  readonly key: string;
  /** Who adds it, for people. */
  readonly from: string;
  readonly certain: boolean;
}

/** An entry that is added although the collection has one with its key. */
export interface DuplicateEntry {
  readonly element: ConfigurationElement;
  /** The key attributes and their values, as IIS lists them: `name` set to `aspNetCore`. */
  readonly keyNames: readonly string[];
  readonly keyValues: readonly string[];
  /** The earlier entry of the same file, or who hands it down. */
  readonly earlier: ConfigurationElement | InheritedEntry;
}

/**
 * Entries of a section that repeat a key, after `remove` and `clear` were taken in their order.
 * `elements`: every element of the file that sets the section. `inherited`: what the levels above have added.
 */
export function duplicateEntries(
  section: string,
  elements: readonly ConfigurationElement[],
  inherited: readonly InheritedEntry[] = [],
): readonly DuplicateEntry[] {
  return collectionsOf(section).flatMap((collection) => duplicatesIn(collection, elements, inherited));
}

function duplicatesIn(
  collection: CollectionKeys,
  elements: readonly ConfigurationElement[],
  inherited: readonly InheritedEntry[],
): readonly DuplicateEntry[] {
  const { add, keys, caseSensitive } = collection;
  const fold = (key: string): string => (caseSensitive ? key : key.toLowerCase());
  const entries = new Map<string, DuplicateEntry['earlier']>();
  for (const entry of collection.within.length === 0 ? inherited : []) entries.set(fold(entry.key), entry);
  const duplicates: DuplicateEntry[] = [];
  for (const child of childrenWithin(elements, collection.within)) {
    const values = keys.map(({ name, absent }) => attributeValue(child, name) ?? absent);
    const key = fold(values.join('\n'));
    if (child.name === 'clear') entries.clear();
    else if (child.name === 'remove') entries.delete(key);
    else if (child.name === add && isComplete(values)) {
      const earlier = entries.get(key);
      if (earlier !== undefined) duplicates.push({ element: child, keyNames: keys.map(({ name }) => name), keyValues: values, earlier });
      entries.set(key, child);
    }
  }
  return duplicates;
}

/** An entry without its key, or with a placeholder in it, cannot be compared. */
function isComplete(values: readonly (string | undefined)[]): values is readonly string[] {
  return values.every((value) => value !== undefined && deployTimeToken(value) === undefined);
}

function childrenWithin(elements: readonly ConfigurationElement[], within: readonly string[]): readonly ConfigurationElement[] {
  const [next, ...rest] = within;
  const children = elements.flatMap((element) => element.children);
  return next === undefined
    ? children
    : childrenWithin(
        children.filter(({ name }) => name === next),
        rest,
      );
}

import type { ConfigurationElement } from '../model/configuration-element.ts';
import { type CollectionKeys, collectionPath, collectionsOf } from './collection-keys.ts';
import { childrenWithin, foldedKey, isWhole, keyValues } from './configuration-collection.ts';
import { deployTimeToken } from './deploy-time-token.ts';

/** An entry a level above has added already. */
export interface InheritedEntry {
  /** The path of its collection: the section, and the elements in between. */
  readonly collection: string;
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
  return collectionsOf(section).flatMap((collection) => {
    const path = collectionPath(section, collection);
    return duplicatesIn(
      collection,
      elements,
      inherited.filter((entry) => entry.collection === path),
    );
  });
}

function duplicatesIn(
  collection: CollectionKeys,
  elements: readonly ConfigurationElement[],
  inherited: readonly InheritedEntry[],
): readonly DuplicateEntry[] {
  const { add, keys } = collection;
  const entries = new Map<string, DuplicateEntry['earlier']>();
  for (const entry of inherited) entries.set(foldedKey(collection, entry.key), entry);
  const duplicates: DuplicateEntry[] = [];
  for (const child of childrenWithin(elements, collection.within)) {
    const values = keyValues(collection, child);
    const key = foldedKey(collection, values.join('\n'));
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
  return isWhole(values) && values.every((value) => deployTimeToken(value) === undefined);
}

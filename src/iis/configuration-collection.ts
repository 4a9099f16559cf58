import type { ConfigurationElement } from '../model/configuration-element.ts';
import type { CollectionEntry } from '../model/target-server.ts';
import { attributeValue, isTrue } from './attribute-value.ts';
import type { CollectionKeys } from './collection-keys.ts';

/**
 * What is left of a collection after `add`, `remove` and `clear` were taken in their order.
 * `elements` are the section elements that contribute, from the outermost level in; keys are compared with regard to case, as IIS does for names.
 * An entry that is added again replaces the earlier one: that a level may not do so is a finding of its own.
 */
export function collectionEntries(elements: readonly ConfigurationElement[], key = 'name'): readonly ConfigurationElement[] {
  const entries = new Map<string, ConfigurationElement>();
  for (const child of elements.flatMap(({ children }) => children)) {
    const name = attributeValue(child, key) ?? '';
    if (child.name === 'clear') entries.clear();
    else if (child.name === 'remove') entries.delete(name);
    else if (child.name === 'add') entries.set(name, child);
  }
  return [...entries.values()];
}

/** What is left of one collection of a section. `elements` are section elements, from the outermost level in; an entry without its key is left out. */
export function entriesOf(collection: CollectionKeys, elements: readonly ConfigurationElement[]): readonly CollectionEntry[] {
  const entries = new Map<string, CollectionEntry>();
  for (const child of childrenWithin(elements, collection.within)) {
    const values = keyValues(collection, child);
    const key = values.join('\n');
    if (child.name === 'clear') entries.clear();
    else if (!isWhole(values)) continue;
    else if (child.name === 'remove') entries.delete(foldedKey(collection, key));
    else if (child.name === collection.add) {
      entries.set(foldedKey(collection, key), { key, locked: isTrue(attributeValue(child, 'lockItem')) });
    }
  }
  return [...entries.values()];
}

/** The values of an entry's unique key, attribute by attribute. */
export function keyValues({ keys }: CollectionKeys, entry: ConfigurationElement): readonly (string | undefined)[] {
  return keys.map(({ name, absent }) => attributeValue(entry, name) ?? absent);
}

/** A key as it is compared with others of its collection. */
export function foldedKey({ caseSensitive }: CollectionKeys, key: string): string {
  return caseSensitive ? key : key.toLowerCase();
}

export function isWhole(values: readonly (string | undefined)[]): values is readonly string[] {
  return values.every((value) => value !== undefined);
}

/** The children of a collection, `within` being the elements between it and its section. */
export function childrenWithin(elements: readonly ConfigurationElement[], within: readonly string[]): readonly ConfigurationElement[] {
  const [next, ...rest] = within;
  const children = elements.flatMap((element) => element.children);
  return next === undefined
    ? children
    : childrenWithin(
        children.filter(({ name }) => name === next),
        rest,
      );
}

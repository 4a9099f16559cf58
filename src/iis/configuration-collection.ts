import type { ConfigurationElement } from '../model/configuration-element.ts';
import { attributeValue } from './attribute-value.ts';

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

import type { ConfigurationAttribute, ConfigurationElement } from '../model/configuration-element.ts';
import type { ElementLock, LockedNames } from '../model/target-server.ts';
import { attributeValue, isTrue } from './attribute-value.ts';
import { isSystemAttribute } from './section-content.ts';

/** An attribute or element of a web.config that a level above locks. */
export interface LockViolation {
  readonly element: ConfigurationElement;
  /** Absent: the element itself is locked. */
  readonly attribute?: ConfigurationAttribute;
}

/** Elements that speak of one entry; what they lock concerns changes of that entry. */
const entryElements: ReadonlySet<string> = new Set(['add', 'remove', 'clear']);

/**
 * Attributes and elements that a section of applicationHost.config locks one by one.
 * Source: learn.microsoft.com/iis/get-started/planning-for-security/how-to-use-locking-in-iis-configuration.
 */
export function elementLocks(element: ConfigurationElement, within: readonly string[] = []): readonly ElementLock[] {
  const attributes = lockedNames(element, 'lockAttributes', 'lockAllAttributesExcept');
  const elements = lockedNames(element, 'lockElements', 'lockAllElementsExcept');
  const lockedItems = within.length > 0 && isLockedItem(element) ? [wholeElement(within)] : [];
  const below = element.children
    .filter(({ name }) => !entryElements.has(name))
    .flatMap((child) => elementLocks(child, [...within, child.name]));
  if (attributes === undefined && elements === undefined) return [...lockedItems, ...below];
  const own = { within, ...(attributes === undefined ? {} : { attributes }), ...(elements === undefined ? {} : { elements }) };
  return [...lockedItems, own, ...below];
}

/** `lockItem` of an element inside a section locks that element in the one around it. */
function wholeElement(within: readonly string[]): ElementLock {
  return { within: within.slice(0, -1), elements: { names: within.slice(-1), except: false } };
}

export function isLockedItem(element: ConfigurationElement): boolean {
  return isTrue(attributeValue(element, 'lockItem'));
}

function lockedNames(element: ConfigurationElement, only: string, except: string): LockedNames | undefined {
  const written = attributeValue(element, only);
  const others = attributeValue(element, except);
  const names = (written ?? others)?.split(/[,\s]+/).filter((name) => name !== '');
  return names === undefined || (written !== undefined && names.length === 0) ? undefined : { names, except: written === undefined };
}

/** What in the elements of a section that a web.config sets the locks forbid, in the order of the locks. */
export function lockViolations(locks: readonly ElementLock[], elements: readonly ConfigurationElement[]): readonly LockViolation[] {
  return locks.flatMap((lock) =>
    elementsWithin(elements, lock.within).flatMap((element) => [
      ...element.attributes
        .filter(({ name }) => !isSystemAttribute(name) && isLocked(lock.attributes, name))
        .map((attribute) => ({ element, attribute })),
      ...element.children.filter(({ name }) => isLocked(lock.elements, name)).map((child) => ({ element: child })),
    ]),
  );
}

function isLocked(locked: LockedNames | undefined, name: string): boolean {
  if (locked === undefined) return false;
  return locked.names.includes('*') || locked.names.includes(name) !== locked.except;
}

function elementsWithin(elements: readonly ConfigurationElement[], within: readonly string[]): readonly ConfigurationElement[] {
  const [next, ...rest] = within;
  if (next === undefined) return elements;
  return elementsWithin(
    elements.flatMap(({ children }) => children).filter(({ name }) => name === next),
    rest,
  );
}

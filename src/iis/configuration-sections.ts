import type { ConfigurationElement } from '../model/configuration-element.ts';
import { attributeValue } from './attribute-value.ts';
import { deployTimeToken } from './deploy-time-token.ts';
import { isSectionGroup } from './stock-sections.ts';

/** A section as one place of a configuration file sets it. */
export interface SectionUse {
  /** Full path, such as `system.webServer/handlers`. For a group that holds nothing, the group's. */
  readonly path: string;
  readonly element: ConfigurationElement;
  /** The `<location>` around it, where there is one. */
  readonly location?: ConfigurationElement;
}

/** Whether a `<location>` speaks about the folder of the file it stands in: no path, an empty one, or `.`. */
export function isOwnLocation(location: ConfigurationElement): boolean {
  const path = attributeValue(location, 'path') ?? '';
  return path === '' || path === '.' || path === './';
}

/** Whether a section is inside a location that keeps it from the applications below. */
export const staysHere = ({ location }: SectionUse): boolean =>
  location !== undefined && attributeValue(location, 'inheritInChildApplications')?.toLowerCase() === 'false';

/** The placeholder in the path of a `<location>` that a deployment step replaces; until then nobody knows whose sections stand in it. */
export function locationPlaceholder(root: ConfigurationElement): string | undefined {
  const locations = root.children.filter(({ name }) => name === 'location');
  return locations.flatMap((location) => deployTimeToken(attributeValue(location, 'path') ?? '') ?? [])[0];
}

/**
 * Whether what a section says stands elsewhere, in another file or encrypted (`configSource`, `childSource`, `configProtectionProvider`),
 * so that the element itself tells nothing.
 */
export function isContentElsewhere(section: ConfigurationElement): boolean {
  return section.attributes.some(({ name }) => /^(?:configSource|childSource|configProtectionProvider)$/.test(name));
}

/** The sections in and below one element directly below `<configuration>` or `<location>`, in the order of the file. */
export function sectionsBelow(
  element: ConfigurationElement,
  isGroup: (path: string) => boolean = isSectionGroup,
  location?: ConfigurationElement,
): readonly SectionUse[] {
  const uses: SectionUse[] = [];
  const visit = (at: ConfigurationElement, prefix: string): void => {
    const path = `${prefix}${at.name}`;
    const groups = isGroup(path) && (at.children.length > 0 || path === 'system.webServer');
    if (groups) for (const child of at.children) visit(child, `${path}/`);
    else uses.push({ path, element: at, ...(location === undefined ? {} : { location }) });
  };
  visit(element, '');
  return uses;
}

/**
 * The sections that a file sets for the path it stands at (a web.config: the application; applicationHost.config: the whole server),
 * in the order of the file. A `<location path="sub">` speaks about another path and is left out.
 * `isGroup` tells groups from sections; what IIS and its usual extensions group is known by itself.
 */
export function sectionsInForce(root: ConfigurationElement, isGroup: (path: string) => boolean = isSectionGroup): readonly SectionUse[] {
  return root.children.flatMap((child) => {
    if (child.name === 'configSections') return [];
    if (child.name !== 'location') return sectionsBelow(child, isGroup);
    return isOwnLocation(child) ? child.children.flatMap((inside) => sectionsBelow(inside, isGroup, child)) : [];
  });
}

/** The elements that set one section for the application's own path, in the order of the file. */
export function sectionElements(root: ConfigurationElement, path: string): readonly ConfigurationElement[] {
  return sectionsInForce(root)
    .filter((use) => use.path === path)
    .map(({ element }) => element);
}

/** The elements that set one section; `undefined` where none does, or where one does not show what it says. */
export function readableSection(root: ConfigurationElement, path: string): readonly ConfigurationElement[] | undefined {
  const elements = sectionElements(root, path);
  return elements.length === 0 || elements.some(isContentElsewhere) ? undefined : elements;
}

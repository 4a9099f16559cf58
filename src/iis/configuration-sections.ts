import type { ConfigurationElement } from '../model/configuration-element.ts';
import { attributeValue } from './attribute-value.ts';
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

/**
 * The sections that a web.config sets for the application's own path, in the order of the file.
 * A `<location path="sub">` speaks about another path and is left out. `isGroup` tells groups from sections; what IIS and its usual
 * extensions group is known by itself.
 */
export function sectionsInForce(root: ConfigurationElement, isGroup: (path: string) => boolean = isSectionGroup): readonly SectionUse[] {
  const uses: SectionUse[] = [];
  const addBelow = (parent: ConfigurationElement, prefix: string, location: ConfigurationElement | undefined): void => {
    for (const element of parent.children) {
      const path = `${prefix}${element.name}`;
      if (isGroup(path) && (element.children.length > 0 || path === 'system.webServer')) addBelow(element, `${path}/`, location);
      else uses.push({ path, element, ...(location === undefined ? {} : { location }) });
    }
  };
  for (const child of root.children) {
    if (child.name === 'configSections') continue;
    if (child.name !== 'location') addBelow({ ...child, children: [child] }, '', undefined);
    else if (isOwnLocation(child)) addBelow(child, '', child);
  }
  return uses;
}

/** The elements that set one section for the application's own path, in the order of the file. */
export function sectionElements(root: ConfigurationElement, path: string): readonly ConfigurationElement[] {
  return sectionsInForce(root)
    .filter((use) => use.path === path)
    .map(({ element }) => element);
}

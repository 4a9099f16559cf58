import type { ConfigurationElement } from '../model/configuration-element.ts';
import type { ConfigurationSection, ConfigurationSections, ElementLock } from '../model/target-server.ts';
import { withoutOuterSeparators } from '../windows/paths.ts';
import { attributeValue } from './attribute-value.ts';
import { isOwnLocation, sectionsBelow, sectionsInForce } from './configuration-sections.ts';
import { elementLocks, isLockedItem } from './element-locks.ts';

interface SectionLock {
  locked: boolean;
  readonly lockedAt: Map<string, boolean>;
  readonly elementLocks: ElementLock[];
}

/**
 * Every section that applicationHost.config declares, with its lock state: `overrideModeDefault` of the declaration, then what
 * `<location overrideMode>` says for the whole server or for one path (learn.microsoft.com/iis/get-started/planning-your-iis-architecture/how-to-use-locking-in-iis-configuration).
 * `undefined` when the file declares none, as a fragment does.
 */
export function declaredSections(root: ConfigurationElement): ConfigurationSections | undefined {
  const sections = new Map<string, SectionLock>();
  for (const child of root.children) if (child.name === 'configSections') addDeclarations(child, '', sections);
  if (sections.size === 0) return undefined;
  const isGroup = groupsOf(sections);
  for (const child of root.children) {
    if (child.name === 'location') applyLocation(child, isGroup, sections);
    else for (const { path, element } of sectionsBelow(child, isGroup)) if (isLockedItem(element)) lock(sections, path, '', true);
  }
  for (const { path, element } of sectionsInForce(root, isGroup)) sections.get(path)?.elementLocks.push(...elementLocks(element));
  const byPath = [...sections].map(([path, { locked, lockedAt, elementLocks: locks }]): [string, ConfigurationSection] => [
    path,
    { declared: true, locked, ...(lockedAt.size === 0 ? {} : { lockedAt }), ...(locks.length === 0 ? {} : { elementLocks: locks }) },
  ]);
  return { byPath: new Map(byPath), complete: true };
}

function addDeclarations(element: ConfigurationElement, prefix: string, sections: Map<string, SectionLock>): void {
  for (const child of element.children) {
    const path = `${prefix}${attributeValue(child, 'name') ?? ''}`;
    if (child.name === 'sectionGroup') addDeclarations(child, `${path}/`, sections);
    else if (child.name === 'section') sections.set(path, { locked: isLockedByDeclaration(child), lockedAt: new Map(), elementLocks: [] });
  }
}

/** Without `overrideModeDefault` a section may be overridden; one for applicationHost.config alone never may. */
function isLockedByDeclaration(section: ConfigurationElement): boolean {
  const onlyHere = /^(?:AppHostOnly|MachineOnly)$/i.test(attributeValue(section, 'allowDefinition') ?? '');
  return onlyHere || attributeValue(section, 'overrideModeDefault')?.toLowerCase() === 'deny';
}

function groupsOf(sections: ReadonlyMap<string, unknown>): (path: string) => boolean {
  const groups = new Set<string>();
  for (const path of sections.keys()) {
    const segments = path.split('/');
    for (let count = 1; count < segments.length; count++) groups.add(segments.slice(0, count).join('/'));
  }
  return (path) => groups.has(path);
}

function applyLocation(location: ConfigurationElement, isGroup: (path: string) => boolean, sections: Map<string, SectionLock>): void {
  const locked = overrideMode(location);
  const at = isOwnLocation(location) ? '' : configurationPath(attributeValue(location, 'path') ?? '');
  for (const child of location.children) {
    for (const { path, element } of sectionsBelow(child, isGroup)) {
      if (isLockedItem(element)) lock(sections, path, at, true);
      else if (locked !== undefined) lock(sections, path, at, locked);
    }
  }
}

/** `true` = locked; `undefined` = as above it. `allowOverride` is the older spelling. */
function overrideMode(location: ConfigurationElement): boolean | undefined {
  const mode = attributeValue(location, 'overrideMode')?.toLowerCase();
  if (mode === 'allow' || mode === 'deny') return mode === 'deny';
  const legacy = attributeValue(location, 'allowOverride')?.toLowerCase();
  return legacy === undefined ? undefined : legacy === 'false';
}

/** A later statement about the same place wins, and one about the whole server is taken back by none about a path. */
function lock(sections: Map<string, SectionLock>, path: string, at: string, locked: boolean): void {
  const section = sections.get(path);
  if (section === undefined) return;
  if (at === '') section.locked = locked;
  else section.lockedAt.set(at, locked);
}

/** The path of a location as sites and applications are named: `Default Web Site/api`, without slashes at its ends. */
export function configurationPath(path: string): string {
  return withoutOuterSeparators(path).replaceAll('\\', '/');
}

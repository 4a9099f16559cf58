import { knownSections, sectionSpelling } from '../iis/stock-sections.ts';
import { type DocumentNode, factPath } from './document.ts';
import type { Misfit } from './schema-fit.ts';

/**
 * Names of sections that no web.config can mean: without `system.webServer/` in front, or in another case than the section of IIS that
 * was meant. A fact under such a name would never be asked for.
 */
export function misnamedSections(nodes: ReadonlyMap<string, DocumentNode>): Misfit[] {
  const node = nodes.get('iis.sections');
  if (node?.kind !== 'map') return [];
  return [...node.entries].flatMap(([name, { key }]) => {
    const meant = sectionMeantBy(name);
    if (meant === undefined) return [];
    const expected = 'the whole path of a section, in its own case';
    return [{ path: factPath('iis.sections', name), ...key, expected, found: JSON.stringify(name), suggestion: meant }];
  });
}

/** `undefined` for a name that is right, or that IIS itself does not have. */
function sectionMeantBy(name: string): string | undefined {
  const full = `system.webServer/${name}`;
  return sectionSpelling(name) ?? (knownSections.has(full) ? full : sectionSpelling(full));
}

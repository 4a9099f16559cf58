import type { ConfigurationElement } from '../model/configuration-element.ts';
import type { LocationSection, LocationValue } from '../model/target-server.ts';
import { attributeValue } from './attribute-value.ts';
import { keptValue } from './kept-variable.ts';

/** Attributes that may hold secrets: they are the command line. */
const withheldAttributes: ReadonlySet<string> = new Set(['processPath', 'arguments']);

/** The entries of a child collection in order, names that come again included; `clear` drops those before it. */
function entries(
  sections: readonly ConfigurationElement[],
  collection: string,
  kept: (name: string, value: string) => string | null,
): readonly LocationValue[] {
  let values: LocationValue[] = [];
  for (const child of sections.flatMap(({ children }) => children).filter(({ name }) => name === collection)) {
    for (const entry of child.children) {
      const name = attributeValue(entry, 'name') ?? '';
      if (entry.name === 'clear') values = [];
      else values.push({ name, value: kept(name, attributeValue(entry, 'value') ?? '') });
    }
  }
  return values;
}

/** What the aspNetCore sections of several locations come to, the outermost first; `undefined` where there is none. */
export function locationSection(sections: readonly ConfigurationElement[]): LocationSection | undefined {
  if (sections.length === 0) return undefined;
  const attributes = new Map(sections.flatMap((section) => section.attributes.map(({ name, value }) => [name, value] as const)));
  return {
    attributes: [...attributes].map(([name, value]) => ({ name, value: withheldAttributes.has(name) ? null : value })),
    environmentVariables: entries(sections, 'environmentVariables', keptValue),
    handlerSettings: entries(sections, 'handlerSettings', (_, value) => value),
  };
}

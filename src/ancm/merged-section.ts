import type { ConfigurationElement } from '../model/configuration-element.ts';
import type { LocationSection, LocationValue } from '../model/target-server.ts';

/** Attributes that only a `<location>` of applicationHost.config sets, and whose values are not kept. */
export function notDescribed(own: ConfigurationElement, above: LocationSection): readonly string[] {
  const written = new Set(own.attributes.map(({ name }) => name));
  return above.attributes.filter(({ name, value }) => value === null && !written.has(name)).map(({ name }) => name);
}

/**
 * The section as the module reads it: a `<location>` of applicationHost.config, and on top of it web.config, whose attributes replace those
 * above and whose entries follow them. What comes from above has the place of the element in web.config.
 * A value that is not kept is none that decides a start; its name still counts.
 */
export function mergedSection(own: ConfigurationElement, above: LocationSection): ConfigurationElement {
  const { line, column } = own;
  const written = new Set(own.attributes.map(({ name }) => name));
  const attributesOf = (values: readonly LocationValue[]) =>
    values.flatMap(({ name, value }) => (value === null ? [] : [{ name, value, line, column }]));
  const collection = (name: string, add: string, values: readonly LocationValue[]): ConfigurationElement[] => {
    const children = values.map((entry) => ({
      name: add,
      line,
      column,
      attributes: attributesOf([
        { name: 'name', value: entry.name },
        { name: 'value', value: entry.value ?? '' },
      ]),
      children: [],
    }));
    return children.length === 0 ? [] : [{ name, line, column, attributes: [], children }];
  };
  return {
    ...own,
    attributes: [...attributesOf(above.attributes.filter(({ name }) => !written.has(name))), ...own.attributes],
    children: [
      ...collection('environmentVariables', 'environmentVariable', above.environmentVariables),
      ...collection('handlerSettings', 'handlerSetting', above.handlerSettings),
      ...own.children,
    ],
  };
}

import type { ConfigurationElement, ConfigurationFile, TextPosition } from '../model/configuration-element.ts';
import { attributeValue } from './attribute-value.ts';

/** Files, as written, from which sections of IIS in a web.config take their content (`configSource`), each once. */
export function externalSectionFiles(webConfig: ConfigurationFile): readonly string[] {
  return webConfig.state === 'read' ? [...new Set(sourcesBelow(webConfig.root, false))] : [];
}

function sourcesBelow(element: ConfigurationElement, isIis: boolean): readonly string[] {
  const source = isIis ? attributeValue(element, 'configSource') : undefined;
  if (source !== undefined) return [source];
  return element.children.flatMap((child) => sourcesBelow(child, isIis || child.name === 'system.webServer'));
}

/**
 * The web.config as IIS takes it: a section with `configSource` replaced by the root of that file. Places become that of the reference.
 * A section stays as it is where its file is not there, cannot be read, or holds another section.
 */
export function withExternalSections(webConfig: ConfigurationFile, files: ReadonlyMap<string, ConfigurationFile>): ConfigurationFile {
  if (webConfig.state !== 'read' || files.size === 0) return webConfig;
  const replaced = (element: ConfigurationElement): ConfigurationElement => {
    const file = files.get(attributeValue(element, 'configSource') ?? '');
    if (file?.state === 'read' && file.root.name === element.name) return placedAt(file.root, element);
    return { ...element, children: element.children.map(replaced) };
  };
  return { ...webConfig, root: replaced(webConfig.root) };
}

function placedAt({ name, attributes, children }: ConfigurationElement, { line, column }: TextPosition): ConfigurationElement {
  return {
    name,
    line,
    column,
    attributes: attributes.map((attribute) => ({ ...attribute, line, column })),
    children: children.map((child) => placedAt(child, { line, column })),
  };
}

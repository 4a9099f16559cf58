import type { ConfigurationElement } from '../model/configuration-element.ts';

/** The value of an attribute as written, or `undefined` when it is not written. Names are compared with regard to case, as IIS does. */
export function attributeValue(element: ConfigurationElement, name: string): string | undefined {
  return element.attributes.find((attribute) => attribute.name === name)?.value;
}

import type { ConfigurationElement } from '../model/configuration-element.ts';

/** IIS takes `true` and `1` for true, in any case. */
export function isTrue(value: string | undefined): boolean {
  return value !== undefined && /^(?:true|1)$/i.test(value);
}

/** And `false` and `0` for false. What is not written is neither. */
export function isFalse(value: string | undefined): boolean {
  return value !== undefined && /^(?:false|0)$/i.test(value);
}

/** The value of an attribute as written, or `undefined` when it is not written. Names are compared with regard to case, as IIS does. */
export function attributeValue(element: ConfigurationElement, name: string): string | undefined {
  return element.attributes.find((attribute) => attribute.name === name)?.value;
}

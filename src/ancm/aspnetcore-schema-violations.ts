import { attributeValue } from '../iis/attribute-value.ts';
import type { ConfigurationElement, TextPosition } from '../model/configuration-element.ts';
import {
  type AttributeType,
  attributes,
  type ChildCollection,
  childCollections,
  configurationSystemAttributes,
} from './aspnetcore-schema.ts';

/** One violation of the schema: what is wrong, in plain words, and where. */
export interface SchemaViolation extends TextPosition {
  readonly problem: string;
  readonly expected: string;
}

const describeType = (type: AttributeType): string => {
  switch (type.type) {
    case 'string':
      return 'a text';
    case 'bool':
      return 'true or false';
    case 'uint':
      return `a whole number from ${type.min} to ${type.max}`;
    case 'timeSpan':
      return `a time as hh:mm:ss, at most ${type.max} seconds, with minutes and seconds below 60`;
  }
};

/**
 * Seconds of a `[d.]hh:mm:ss` value; `undefined` when it is not one. Minutes and seconds stop at 59; hours at 23 only behind days, as the
 * documented maximum of requestTimeout is written 360:00:00 (learn.microsoft.com/aspnet/core/host-and-deploy/iis/web-config).
 */
export function timeSpanSeconds(text: string): number | undefined {
  const match = /^(?:(\d{1,8})\.)?(\d{1,8}):(\d{1,2}):(\d{1,2})$/.exec(text.trim());
  if (match === null) return undefined;
  const [days, hours, minutes, seconds] = [match[1], match[2], match[3], match[4]].map((part) => Number(part ?? '0'));
  if (days === undefined || hours === undefined || minutes === undefined || seconds === undefined) return undefined;
  return (match[1] !== undefined && hours > 23) || minutes > 59 || seconds > 59
    ? undefined
    : ((days * 24 + hours) * 60 + minutes) * 60 + seconds;
}

function matchesType(value: string, type: AttributeType): boolean {
  switch (type.type) {
    case 'string':
      return true;
    case 'bool':
      return /^(?:true|false|1|0)$/i.test(value);
    case 'uint':
      return /^\d{1,10}$/.test(value) && Number(value) >= type.min && Number(value) <= type.max;
    case 'timeSpan': {
      const seconds = timeSpanSeconds(value);
      return seconds !== undefined && seconds >= type.min && seconds <= type.max;
    }
  }
}

/** An `xmlns` declaration is no attribute to the configuration system. */
const isNamespaceDeclaration = (name: string): boolean => name === 'xmlns' || name.startsWith('xmlns:');

function unknownName(kind: string, name: string, known: Iterable<string>): { problem: string; expected: string } {
  const names = [...known];
  const sameLetters = names.find((candidate) => candidate.toLowerCase() === name.toLowerCase());
  return {
    problem: `${kind} "${name}" is not part of the aspNetCore section`,
    expected: sameLetters === undefined ? `one of ${names.join(', ')}` : `"${sameLetters}" (names are case-sensitive)`,
  };
}

function attributeViolations(element: ConfigurationElement): SchemaViolation[] {
  return element.attributes.flatMap((attribute) => {
    if (isNamespaceDeclaration(attribute.name) || configurationSystemAttributes.has(attribute.name)) return [];
    const { line, column } = attribute;
    const type = attributes.get(attribute.name);
    if (type === undefined) return [{ line, column, ...unknownName('attribute', attribute.name, attributes.keys()) }];
    if (matchesType(attribute.value, type)) return [];
    return [{ line, column, problem: `${attribute.name}="${attribute.value}" is not a legal value`, expected: describeType(type) }];
  });
}

function addViolations(element: ConfigurationElement, collection: ChildCollection): SchemaViolation[] {
  const { line, column } = element;
  const found: SchemaViolation[] = [];
  for (const { name, required, nonEmpty } of collection.attributes) {
    const value = attributeValue(element, name);
    if (value === undefined && required)
      found.push({ line, column, problem: `<${element.name}> has no ${name}`, expected: `the attribute ${name}` });
    if (value === '' && nonEmpty)
      found.push({ line, column, problem: `<${element.name}> has an empty ${name}`, expected: `a ${name} that is not empty` });
  }
  for (const attribute of element.attributes) {
    if (isNamespaceDeclaration(attribute.name) || configurationSystemAttributes.has(attribute.name)) continue;
    if (collection.attributes.some(({ name }) => name === attribute.name)) continue;
    const expected = `only ${collection.attributes.map(({ name }) => name).join(' and ')}`;
    found.push({
      line: attribute.line,
      column: attribute.column,
      problem: `<${element.name}> has an attribute "${attribute.name}"`,
      expected,
    });
  }
  return found;
}

function collectionViolations(element: ConfigurationElement, collection: ChildCollection): SchemaViolation[] {
  return element.children.flatMap((child) => {
    if (child.name === collection.addElement) return addViolations(child, collection);
    if (child.name === 'clear') return [];
    const { line, column } = child;
    return [{ line, column, problem: `<${child.name}> inside <${element.name}>`, expected: `<${collection.addElement}> or <clear>` }];
  });
}

/** Every violation of the section's schema, in the order of the file. Names are compared with regard to case, as IIS does. */
export function schemaViolations(element: ConfigurationElement): readonly SchemaViolation[] {
  const children = element.children.flatMap((child) => {
    const collection = childCollections.get(child.name);
    const { line, column } = child;
    if (collection !== undefined) return collectionViolations(child, collection);
    return [{ line, column, ...unknownName('element', child.name, childCollections.keys()) }];
  });
  return [...attributeViolations(element), ...children];
}

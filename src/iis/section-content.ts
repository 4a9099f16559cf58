import type { ConfigurationElement, TextPosition } from '../model/configuration-element.ts';
import { attributeValue } from './attribute-value.ts';
import { deployTimeToken } from './deploy-time-token.ts';

/** Something in a section that its schema does not allow. */
export interface ContentViolation extends TextPosition {
  readonly problem: string;
  readonly expected: string;
}

interface EntrySchema {
  readonly attributes: readonly string[];
  readonly required: readonly string[];
  readonly values: ReadonlyMap<string, readonly string[]>;
}

interface SectionSchema {
  readonly attributes: readonly string[];
  readonly add: EntrySchema;
}

const bool = ['true', 'false', '0', '1'];

/**
 * The two sections that every request depends on, as `IIS_schema.xml` has them (public copy: lextm/iis_schema).
 * The others are left to the modules that read them.
 */
const schemas: ReadonlyMap<string, SectionSchema> = new Map([
  [
    'system.webServer/handlers',
    {
      attributes: ['accessPolicy'],
      add: {
        attributes: [
          'name',
          'path',
          'verb',
          'type',
          'modules',
          'scriptProcessor',
          'resourceType',
          'requireAccess',
          'allowPathInfo',
          'preCondition',
          'responseBufferLimit',
        ],
        required: ['name', 'path', 'verb'],
        values: new Map([
          ['resourceType', ['File', 'Directory', 'Either', 'Unspecified']],
          ['requireAccess', ['None', 'Read', 'Write', 'Script', 'Execute']],
          ['allowPathInfo', bool],
        ]),
      },
    },
  ],
  [
    'system.webServer/modules',
    {
      attributes: ['runAllManagedModulesForAllRequests', 'runManagedModulesForWebDavRequests'],
      add: { attributes: ['name', 'type', 'preCondition'], required: ['name'], values: new Map() },
    },
  ],
]);

/** Attributes that the configuration system itself understands on every element. */
const systemAttribute =
  /^(?:lockItem|lockAttributes|lockElements|lockAllAttributesExcept|lockAllElementsExcept|configSource|xmlns(?::.*)?)$/;

export function isSystemAttribute(name: string): boolean {
  return systemAttribute.test(name);
}

/** What in one element of `handlers` or `modules` violates its schema; nothing for other sections. Names are compared with regard to case. */
export function contentViolations(section: string, element: ConfigurationElement): readonly ContentViolation[] {
  const schema = schemas.get(section);
  if (schema === undefined) return [];
  return [
    ...unknownAttributes(element, schema.attributes),
    ...element.children.flatMap((child) => entryViolations(element, child, schema.add)),
  ];
}

/**
 * Attributes of another namespace anywhere in a section, such as the `xdt:Transform` of a transformation that did not run: no schema of IIS
 * has them (the page says: Unrecognized attribute).
 */
export function foreignAttributes(element: ConfigurationElement): readonly ContentViolation[] {
  const own = element.attributes
    .filter(({ name }) => name.includes(':') && !isSystemAttribute(name))
    .map(({ name, line, column }) => ({
      line,
      column,
      problem: `the unknown attribute ${name} of <${element.name}>`,
      expected: name.startsWith('xdt:')
        ? 'no xdt: attributes; the transformation that takes them out did not run'
        : 'attributes without a prefix',
    }));
  return [...own, ...element.children.flatMap(foreignAttributes)];
}

function entryViolations(section: ConfigurationElement, entry: ConfigurationElement, schema: EntrySchema): readonly ContentViolation[] {
  const { line, column } = entry;
  switch (entry.name) {
    case 'clear':
      return [];
    case 'remove':
      return attributeValue(entry, 'name') === undefined
        ? [{ line, column, problem: 'a <remove> without the attribute name', expected: 'name="…"' }]
        : [];
    case 'add':
      return [...missingAttributes(entry, schema), ...unknownAttributes(entry, schema.attributes), ...wrongValues(entry, schema)];
    default:
      return [{ line, column, problem: `<${entry.name}> inside <${section.name}>`, expected: '<add>, <remove> or <clear>' }];
  }
}

function unknownAttributes(element: ConfigurationElement, known: readonly string[]): readonly ContentViolation[] {
  return element.attributes
    .filter(({ name }) => !known.includes(name) && !isSystemAttribute(name))
    .map(({ name, line, column }) => {
      const spelling = known.find((attribute) => attribute.toLowerCase() === name.toLowerCase());
      return {
        line,
        column,
        problem: `the unknown attribute ${name} of <${element.name}>`,
        expected: spelling === undefined ? (known.length === 0 ? 'no attribute' : known.join(', ')) : `${spelling}, in this case`,
      };
    });
}

function missingAttributes(entry: ConfigurationElement, { required }: EntrySchema): readonly ContentViolation[] {
  const { line, column } = entry;
  return required
    .filter((name) => attributeValue(entry, name) === undefined)
    .map((name) => ({ line, column, problem: `an <add> without the attribute ${name}`, expected: `${name}="…"` }));
}

function wrongValues(entry: ConfigurationElement, { values }: EntrySchema): readonly ContentViolation[] {
  return entry.attributes.flatMap(({ name, value, line, column }) => {
    const allowed = values.get(name);
    if (allowed === undefined || deployTimeToken(value) !== undefined) return [];
    if (allowed.some((one) => one.toLowerCase() === value.toLowerCase())) return [];
    return [{ line, column, problem: `${name}="${value}"`, expected: allowed.join(', ') }];
  });
}

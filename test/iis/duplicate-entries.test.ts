import { describe, expect, test } from '@jest/globals';
import { duplicateEntries, type InheritedEntry } from '../../src/iis/duplicate-entries.ts';
import { elementOf } from './web-config-check.ts';

/**
 * Collections of IIS_schema.xml and rewrite_schema.xml: section, path of the collection within it, the element that adds, its unique key,
 * and whether the schema calls the key caseSensitive.
 */
const collections: readonly (readonly [string, string, string, string, boolean])[] = [
  ['applicationInitialization', '', 'add', 'initializationPage', false],
  ['caching', 'profiles', 'add', 'extension', false],
  ['defaultDocument', 'files', 'add', 'value', false],
  ['handlers', '', 'add', 'name', true],
  ['httpCompression', '', 'scheme', 'name', false],
  ['httpCompression', 'staticTypes', 'add', 'mimeType', false],
  ['httpCompression', 'dynamicTypes', 'add', 'mimeType', false],
  ['httpProtocol', 'customHeaders', 'add', 'name', false],
  ['httpProtocol', 'redirectHeaders', 'add', 'name', false],
  ['httpRedirect', '', 'add', 'wildcard', false],
  ['isapiFilters', '', 'filter', 'name', true],
  ['modules', '', 'add', 'name', true],
  ['rewrite/outboundRules', '', 'rule', 'name', false],
  ['rewrite/outboundRules', 'preConditions', 'preCondition', 'name', false],
  ['rewrite/rewriteMaps', '', 'rewriteMap', 'name', false],
  ['rewrite/rules', '', 'rule', 'name', false],
  ['security/authentication/windowsAuthentication', 'providers', 'add', 'value', false],
  ['security/requestFiltering', 'alwaysAllowedQueryStrings', 'add', 'queryString', false],
  ['security/requestFiltering', 'alwaysAllowedUrls', 'add', 'url', false],
  ['security/requestFiltering', 'denyQueryStringSequences', 'add', 'sequence', false],
  ['security/requestFiltering', 'denyUrlSequences', 'add', 'sequence', false],
  ['security/requestFiltering', 'fileExtensions', 'add', 'fileExtension', false],
  ['security/requestFiltering', 'filteringRules', 'filteringRule', 'name', false],
  ['security/requestFiltering', 'hiddenSegments', 'add', 'segment', false],
  ['security/requestFiltering', 'requestLimits/headerLimits', 'add', 'header', false],
  ['security/requestFiltering', 'verbs', 'add', 'verb', true],
  ['staticContent', '', 'mimeMap', 'fileExtension', false],
  ['tracing/traceFailedRequests', '', 'add', 'path', false],
];

/** The section with `entries` in the collection. */
function sectionWith(section: string, within: string, entries: string): string {
  const names = [section.split('/').at(-1) ?? '', ...within.split('/').filter((name) => name !== '')];
  return `${names.map((name) => `<${name}>`).join('')}${entries}${names
    .toReversed()
    .map((name) => `</${name}>`)
    .join('')}`;
}

describe.each(collections)('%s %s', (section, within, add, key, caseSensitive) => {
  const entry = (value: string, name = add) => `<${name} ${key}="${value}" />`;
  const duplicates = (entries: string) =>
    duplicateEntries(`system.webServer/${section}`, [elementOf(sectionWith(section, within, entries))]);

  test('refuses the same key twice', () => {
    expect(duplicates(`${entry('one')}${entry('one')}`)).toMatchObject([
      { element: { name: add }, keyNames: [key], keyValues: ['one'], earlier: { name: add } },
    ]);
  });

  test('takes another key', () => {
    expect(duplicates(`${entry('one')}${entry('other')}`)).toEqual([]);
  });

  test(caseSensitive ? 'takes the key in another case' : 'refuses the key in another case', () => {
    expect(duplicates(`${entry('one')}${entry('ONE')}`)).toHaveLength(caseSensitive ? 0 : 1);
  });

  test('takes the key again after it was removed', () => {
    expect(duplicates(`${entry('one')}${entry('one', 'remove')}${entry('one')}`)).toEqual([]);
  });

  test('takes the key again after the list was cleared', () => {
    expect(duplicates(`${entry('one')}<clear />${entry('one')}`)).toEqual([]);
  });
});

describe('an entry that repeats one of its section', () => {
  const mimeMaps = (entries: string) =>
    duplicateEntries('system.webServer/staticContent', [elementOf(`<staticContent>${entries}</staticContent>`)]);
  const json = '<mimeMap fileExtension=".json" mimeType="application/json" />';

  test.each([
    ['is found once for each repetition', `${json}${json}${json}`, 2],
    ['is found after another one was removed', `${json}<remove fileExtension=".webp" />${json}`, 1],
    ['is found where the removal comes too late', `${json}${json}<remove fileExtension=".json" />`, 1],
    ['is found where the list was cleared before both', `<clear />${json}${json}`, 1],
    ['is not there where the key was removed in another case', `${json}<remove fileExtension=".JSON" />${json}`, 0],
    ['is not there where an element does not add', `${json}<add fileExtension=".json" />`, 0],
    ['is not there where the key is missing from both', '<mimeMap mimeType="a/b" /><mimeMap mimeType="a/b" />', 0],
    ['is not there where a deployment tool fills in the key', '<mimeMap fileExtension="#{Ext}" /><mimeMap fileExtension="#{Ext}" />', 0],
    ['is not there where the key is in another collection', `<clientCache>${json}</clientCache>${json}`, 0],
  ])('%s', (_, entries, expected) => {
    expect(mimeMaps(entries)).toHaveLength(expected);
  });

  test('may be in another element that sets the section', () => {
    const section = elementOf(`<staticContent>${json}</staticContent>`);
    expect(duplicateEntries('system.webServer/staticContent', [section, section])).toHaveLength(1);
  });
});

describe('an error page is known by status and sub-status together', () => {
  const errors = (entries: string) => duplicateEntries('system.webServer/httpErrors', [elementOf(`<httpErrors>${entries}</httpErrors>`)]);

  test.each([
    ['the same status twice', '<error statusCode="404" path="a" /><error statusCode="404" path="b" />', 1],
    ['another status', '<error statusCode="404" path="a" /><error statusCode="500" path="a" />', 0],
    ['another sub-status', '<error statusCode="404" subStatusCode="8" path="a" /><error statusCode="404" subStatusCode="7" path="a" />', 0],
    ['one sub-status and all of them', '<error statusCode="404" subStatusCode="8" path="a" /><error statusCode="404" path="a" />', 0],
    ['all sub-statuses, written and not', '<error statusCode="404" subStatusCode="-1" path="a" /><error statusCode="404" path="a" />', 1],
    [
      'removed without a sub-status',
      '<error statusCode="404" path="a" /><remove statusCode="404" /><error statusCode="404" path="b" />',
      0,
    ],
    [
      'removed with -1',
      '<error statusCode="404" path="a" /><remove statusCode="404" subStatusCode="-1" /><error statusCode="404" path="b" />',
      0,
    ],
  ])('%s', (_, entries, expected) => {
    expect(errors(entries)).toHaveLength(expected);
  });

  test('both are named', () => {
    expect(errors('<error statusCode="404" path="a" /><error statusCode="404" path="b" />')).toMatchObject([
      { keyNames: ['statusCode', 'subStatusCode'], keyValues: ['404', '-1'] },
    ]);
  });
});

describe('an entry of a level above', () => {
  const handler = (name: string): InheritedEntry => ({
    collection: 'system.webServer/handlers',
    key: name,
    from: 'the server itself',
    certain: true,
  });
  const handlers = (entries: string, ...inherited: InheritedEntry[]) =>
    duplicateEntries('system.webServer/handlers', [elementOf(`<handlers>${entries}</handlers>`)], inherited);
  const add = '<add name="aspNetCore" path="*" verb="*" />';

  test.each([
    ['is not added again', add, 'aspNetCore', 1],
    ['is another one', add, 'StaticFile', 0],
    ['is another one in another case', add, 'aspnetcore', 0],
    ['is removed first', `<remove name="aspNetCore" />${add}`, 'aspNetCore', 0],
    ['is cleared first', `<clear />${add}`, 'aspNetCore', 0],
    ['is not removed by another case', `<remove name="aspnetcore" />${add}`, 'aspNetCore', 1],
    ['is not touched', '<remove name="aspNetCore" />', 'aspNetCore', 0],
  ])('%s', (_, entries, inherited, expected) => {
    expect(handlers(entries, handler(inherited))).toHaveLength(expected);
  });

  test('is named as the earlier one', () => {
    const inherited = handler('aspNetCore');
    expect(handlers(add, inherited)).toMatchObject([{ earlier: inherited }]);
  });

  test('is not looked for in the collections inside the section', () => {
    const section = elementOf('<httpProtocol><customHeaders><add name="X-A" value="1" /></customHeaders></httpProtocol>');
    expect(duplicateEntries('system.webServer/httpProtocol', [section], [handler('X-A')])).toEqual([]);
  });
});

test.each([
  ['appSettings, which .NET reads', 'appSettings', '<appSettings><add key="a" value="1" /><add key="a" value="2" /></appSettings>'],
  ['connectionStrings, which .NET reads', 'connectionStrings', '<connectionStrings><add name="a" /><add name="a" /></connectionStrings>'],
  [
    // aspnetcore_schema_v2.xml gives environmentVariable no unique key.
    'environmentVariables of the module, which have no key',
    'system.webServer/aspNetCore',
    '<aspNetCore><environmentVariables><environmentVariable name="A" value="1" /><environmentVariable name="A" value="2" /></environmentVariables></aspNetCore>',
  ],
  [
    // rewrite_schema.xml gives conditions of a rule no key.
    'conditions of a rewrite rule',
    'system.webServer/rewrite/rules',
    '<rules><rule name="a"><conditions><add input="{HTTPS}" pattern="off" /><add input="{HTTPS}" pattern="off" /></conditions></rule></rules>',
  ],
])('IIS does not compare %s', (_, section, text) => {
  expect(duplicateEntries(section, [elementOf(text)])).toEqual([]);
});

import { describe, expect, test } from '@jest/globals';
import { configurationStage } from '../../src/iis/configuration-stage.ts';
import { contentViolations } from '../../src/iis/section-content.ts';
import { perform, server, startFacts } from './start-facts.ts';
import { check, directly, elementOf, iisWith, refusals } from './web-config-check.ts';

const problems = (section: string, text: string) =>
  contentViolations(`system.webServer/${section}`, elementOf(text)).map(({ problem }) => problem);
const handlers = (entries: string) => problems('handlers', `<handlers>${entries}</handlers>`);
const modules = (entries: string) => problems('modules', `<modules>${entries}</modules>`);

describe('what IIS_schema.xml allows in handlers', () => {
  const required = 'name="a" path="*" verb="*"';
  test.each([
    ['nothing', ''],
    ['an entry with all attributes it must have', `<add ${required} />`],
    [
      'an entry with all attributes there are',
      `<add ${required} type="T" modules="M" scriptProcessor="p" resourceType="File" requireAccess="Script" allowPathInfo="true" preCondition="integratedMode" responseBufferLimit="0" />`,
    ],
    ['clear', '<clear />'],
    ['remove with a name', '<remove name="a" />'],
    [
      'every kind of resource',
      ['File', 'Directory', 'Either', 'Unspecified'].map((value) => `<add ${required} resourceType="${value}" />`).join(''),
    ],
    [
      'every access',
      ['None', 'Read', 'Write', 'Script', 'Execute'].map((value) => `<add ${required} requireAccess="${value}" />`).join(''),
    ],
    ['a value that a deployment tool fills in', `<add ${required} resourceType="#{Kind}" allowPathInfo="$(PathInfo)" />`],
    [
      'the locks of the configuration system',
      `<add ${required} lockItem="true" lockAttributes="path" lockElements="x" lockAllAttributesExcept="verb" lockAllElementsExcept="x" />`,
    ],
  ])('%s', (_, entries) => {
    expect(handlers(entries)).toEqual([]);
  });

  test.each([
    ['its access policy', '<handlers accessPolicy="Read, Script" />'],
    ['an outsourced section', '<handlers configSource="handlers.config" />'],
    ['the locks of the configuration system', '<handlers lockItem="true" lockElements="clear" lockAttributes="accessPolicy" />'],
    ['a namespace', '<handlers xmlns="urn:a" xmlns:xdt="urn:b" />'],
  ])('on the section: %s', (_, text) => {
    expect(problems('handlers', text)).toEqual([]);
  });
});

describe('what IIS_schema.xml does not allow in handlers', () => {
  test.each([
    ['no name', '<add path="*" verb="*" />', ['an <add> without the attribute name']],
    ['no path', '<add name="a" verb="*" />', ['an <add> without the attribute path']],
    ['no verb', '<add name="a" path="*" />', ['an <add> without the attribute verb']],
    ['nothing of it all', '<add />', ['name', 'path', 'verb'].map((name) => `an <add> without the attribute ${name}`)],
    ['an attribute nobody knows', '<add name="a" path="*" verb="*" order="1" />', ['the unknown attribute order of <add>']],
    [
      'an attribute of a transform',
      '<add name="a" path="*" verb="*" xmlns:xdt="urn:x" xdt:Transform="Insert" />',
      ['the unknown attribute xdt:Transform of <add>'],
    ],
    ['a lock in another case', '<add name="a" path="*" verb="*" lockitem="true" />', ['the unknown attribute lockitem of <add>']],
    ['a value out of the list', '<add name="a" path="*" verb="*" resourceType="Folder" />', ['resourceType="Folder"']],
    ['an access out of the list', '<add name="a" path="*" verb="*" requireAccess="Full" />', ['requireAccess="Full"']],
    // Observed on IIS 10 for another boolean: "flase" is refused with 0x8007000d.
    ['a boolean that is none', '<add name="a" path="*" verb="*" allowPathInfo="flase" />', ['allowPathInfo="flase"']],
    ['remove without a name', '<remove path="*" />', ['a <remove> without the attribute name']],
    ['an element nobody knows', '<handler name="a" />', ['<handler> inside <handlers>']],
    ['an element in another case', '<Add name="a" path="*" verb="*" />', ['<Add> inside <handlers>']],
  ])('%s', (_, entries, expected) => {
    expect(handlers(entries)).toEqual(expected);
  });

  test.each([
    ['an attribute nobody knows', '<handlers accesspolicy="Read" />', 'the unknown attribute accesspolicy of <handlers>'],
    [
      'an attribute of a transform',
      '<handlers xmlns:xdt="urn:x" xdt:Transform="Replace" />',
      'the unknown attribute xdt:Transform of <handlers>',
    ],
  ])('on the section: %s', (_, text, expected) => {
    expect(problems('handlers', text)).toEqual([expected]);
  });
});

describe('what IIS_schema.xml says about modules', () => {
  test.each([
    ['a name is enough', '<add name="a" />', []],
    ['type and condition', '<add name="a" type="T" preCondition="managedHandler" />', []],
    ['no name', '<add type="T" />', ['an <add> without the attribute name']],
    ['an attribute of a handler', '<add name="a" path="*" />', ['the unknown attribute path of <add>']],
    ['remove and clear', '<clear /><remove name="a" />', []],
    ['remove without a name', '<remove />', ['a <remove> without the attribute name']],
  ])('%s', (_, entries, expected) => {
    expect(modules(entries)).toEqual(expected);
  });

  test.each([
    ['its flags', '<modules runAllManagedModulesForAllRequests="true" runManagedModulesForWebDavRequests="true" />', []],
    ['an attribute of handlers', '<modules accessPolicy="Read" />', ['the unknown attribute accessPolicy of <modules>']],
  ])('on the section: %s', (_, text, expected) => {
    expect(problems('modules', text)).toEqual(expected);
  });
});

describe('what the report says', () => {
  test.each([
    [
      'the right case of a name',
      '<handlers>\n  <add Name="a" path="*" verb="*" /></handlers>',
      { expected: 'name, in this case', line: 2, column: 8 },
    ],
    ['what may be there', '<handlers x="1" />', { expected: 'accessPolicy', line: 1 }],
    [
      'the values there are',
      '<handlers>\n<add name="a" path="*" verb="*" resourceType="x" /></handlers>',
      { expected: 'File, Directory, Either, Unspecified', line: 2 },
    ],
    ['the attribute that is missing', '<handlers>\n<add path="*" verb="*" /></handlers>', { expected: 'name="…"', line: 2 }],
    ['the elements there are', '<handlers><x /></handlers>', { expected: '<add>, <remove> or <clear>', column: 11 }],
  ])('%s', (_, text, expected) => {
    expect(contentViolations('system.webServer/handlers', elementOf(text))).toContainEqual(expect.objectContaining(expected));
  });
});

describe('sections that their own modules read', () => {
  test.each([
    ['aspNetCore', '<aspNetCore nonsense="1"><add /></aspNetCore>'],
    ['staticContent', '<staticContent nonsense="1" />'],
  ])('%s is left to it', (section, text) => {
    expect(problems(section, text)).toEqual([]);
  });

  test('handlers of another level are not those of IIS', () => {
    expect(contentViolations('system.web/handlers', elementOf('<handlers nonsense="1" />'))).toEqual([]);
  });
});

describe('a web.config with invalid content', () => {
  test.each([
    ['in handlers', '<handlers><add name="a" path="*" /></handlers>', ['configuration-content-invalid certain']],
    ['in modules', '<modules><add type="T" /></modules>', ['configuration-content-invalid certain']],
    ['in several places of a section is refused once', '<handlers><add /><add /></handlers>', ['configuration-content-invalid certain']],
    ['inside aspNetCore, which the module reads later', '<aspNetCore nonsense="1" />', []],
  ])('%s', (_, content, expected) => {
    expect(refusals(check(directly(content), iisWith({ 'system.webServer/modules': { declared: true, locked: false } })))).toEqual(
      expected,
    );
  });

  test('of a section that is locked is refused for the lock', () => {
    expect(refusals(check(directly('<handlers x="1" />'), iisWith({ 'system.webServer/handlers': { locked: true } })))).toEqual([
      'configuration-section-locked certain',
    ]);
  });
});

describe('what a transformation left behind', () => {
  const transformed = (content: string): string =>
    `<configuration xmlns:xdt="http://schemas.microsoft.com/XML-Document-Transform"><system.webServer>${content}</system.webServer></configuration>`;
  const filtering = iisWith({ 'system.webServer/security/requestFiltering': { declared: true, locked: false } });
  const limits = '<security><requestFiltering><requestLimits xdt:Transform="Insert" /></requestFiltering></security>';

  test.each([
    ['in a section that every request needs', limits, ['configuration-content-invalid certain']],
    ['in one that is read for some', '<httpErrors xdt:Transform="Replace" />', ['configuration-content-invalid likely']],
    // Told once, as an attribute that <handlers> does not have.
    ['in handlers', '<handlers xdt:Transform="Replace" />', ['configuration-content-invalid certain']],
    ['in the section of the module, which it reads itself', '<aspNetCore xdt:Transform="Replace" />', []],
  ])('is refused %s', (_, content, expected) => {
    expect(refusals(check(transformed(content), filtering))).toEqual(expected);
  });

  test('is named with its place', () => {
    expect(check(transformed(`\n${limits}`), filtering)).toMatchObject({
      failure: {
        hresult: '0x8007000d',
        message: expect.stringContaining('the unknown attribute xdt:Transform of <requestLimits>'),
        evidence: [expect.stringContaining('line 2')],
      },
    });
    expect(check(transformed('<handlers xdt:Transform="Replace" />'), filtering)).toMatchObject({
      failure: { evidence: [expect.any(String)] },
    });
  });

  test('waits where the user says that web.config is transformed later', () => {
    const facts = startFacts({ webConfig: transformed(limits), server: server({ iis: filtering }) });
    const later = { ...facts, artifact: { ...facts.artifact, transformExpected: true as const } };
    expect(perform(configurationStage, later)).toMatchObject({ outcome: 'passed' });
  });
});

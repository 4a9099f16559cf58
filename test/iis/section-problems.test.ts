import { describe, expect, test } from '@jest/globals';
import type { Application, InternetInformationServices } from '../../src/model/target-server.ts';
import { collections, healthyIis, rootTarget, sections, summary, webConfig } from './start-facts.ts';
import { check, configuration, directly, iisWith, refusals } from './web-config-check.ts';

const handler = '<add name="aspNetCore" path="*" verb="*" modules="AspNetCoreModuleV2" />';
const unlocked = { declared: true, locked: false };

describe('a section that is set twice', () => {
  const twice = 'configuration-section-duplicate';
  const located = (content: string, path = '.') => `<location path="${path}"><system.webServer>${content}</system.webServer></location>`;
  test.each([
    ['directly', directly('<handlers /><handlers />'), [`${twice} certain`]],
    [
      'in two elements of the group',
      configuration('<system.webServer><handlers /></system.webServer><system.webServer><handlers /></system.webServer>'),
      [`${twice} certain`],
    ],
    ['in one location', webConfig('<handlers /><handlers />'), [`${twice} certain`]],
    ['three times', directly('<handlers /><handlers /><handlers />'), [`${twice} certain`, `${twice} certain`]],
    ['in two locations for the same path', configuration(located('<handlers />') + located('<handlers />')), [`${twice} likely`]],
    [
      'in two locations without a path',
      configuration('<location><system.webServer><handlers /></system.webServer></location>'.repeat(2)),
      [`${twice} likely`],
    ],
    ['directly and in a location', configuration(`<system.webServer><handlers /></system.webServer>${located('<handlers />')}`), []],
    ['here and for a folder below', configuration(located('<handlers />') + located('<handlers />', 'sub')), []],
    ['by two sections of a group', directly('<security><requestFiltering /><authorization /></security>'), []],
    ['of .NET, which IIS does not read', configuration('<appSettings /><appSettings />'), []],
    ['in another case, which is another section', directly('<handlers /><Handlers />'), ['configuration-section-unknown certain']],
  ])('%s', (_, text, expected) => {
    expect(refusals(check(text))).toEqual(expected);
  });

  test('directly and in a location may not add an entry twice', () => {
    const text = configuration(
      `<system.webServer><handlers>${handler}</handlers></system.webServer>${located(`<handlers>${handler}</handlers>`)}`,
    );
    expect(refusals(check(text))).toEqual(['collection-entry-duplicate certain']);
  });
});

describe('an element directly below configuration', () => {
  const unknown = ['configuration-section-unknown likely'];
  const declaration = (content: string) => `<configSections>${content}</configSections>`;
  test.each([
    ['that nothing declares', '<entityFramework codeConfigurationType="x" />', unknown],
    ['that nothing declares, in a location', '<location path="."><entityFramework codeConfigurationType="x" /></location>', unknown],
    ['that nothing declares, for a folder below', '<location path="sub"><entityFramework codeConfigurationType="x" /></location>', []],
    ['that the file declares as a section', `${declaration('<section name="log4net" type="T" />')}<log4net threshold="All" />`, []],
    [
      'that the file declares as a group',
      `${declaration('<sectionGroup name="applicationSettings" />')}<applicationSettings><a /></applicationSettings>`,
      [],
    ],
    ['while the file declares another', `${declaration('<section name="nlog" type="T" />')}<log4net threshold="All" />`, unknown],
    [
      'while the file declares it in a group',
      `${declaration('<sectionGroup name="g"><section name="log4net" /></sectionGroup>')}<log4net threshold="All" />`,
      unknown,
    ],
    [
      'while the file declares it in another case',
      `${declaration('<section name="Log4Net" type="T" />')}<log4net threshold="All" />`,
      unknown,
    ],
    [
      'of the .NET Framework',
      '<appSettings><add key="a" value="b" /></appSettings><connectionStrings /><runtime /><system.web /><system.codedom />',
      [],
    ],
    ['of the .NET Framework in another case', '<AppSettings file="x" />', unknown],
    ['of IIS', '<system.webServer />', []],
    ['of its FTP server', '<system.ftpServer />', []],
  ])('%s', (_, content, expected) => {
    expect(refusals(check(configuration(content)))).toEqual(expected);
  });

  test('is refused with the code of a section without a declaration', () => {
    expect(summary(check(configuration('<entityFramework codeConfigurationType="x" />')))).toMatchObject({ hresult: '0x80070032' });
  });

  test('is refused where it stands', () => {
    const outcome = check(configuration('\n  <log4net threshold="All" />'));
    expect(outcome).toMatchObject({ failure: { place: { line: 2, column: 3 }, message: expect.stringContaining('log4net') } });
  });
});

describe('a group that the server does not declare is one unknown section', () => {
  const rewrite = directly('<rewrite><rules><rule name="a" /></rules><outboundRules><rule name="a" /></outboundRules></rewrite>');
  const one = ['configuration-section-unknown certain'];
  test.each<[string, InternetInformationServices, readonly string[]]>([
    ['it says so', iisWith({ 'system.webServer/rewrite': { declared: false } }), one],
    ['its list is complete', iisWith({}, true), one],
    ['it declares only one of the two', iisWith({ 'system.webServer/rewrite/rules': unlocked }, true), one],
    [
      'it declares both',
      iisWith({ 'system.webServer/rewrite/rules': unlocked, 'system.webServer/rewrite/outboundRules': unlocked }, true),
      [],
    ],
    ['it speaks of the group', iisWith({ 'system.webServer/rewrite': unlocked }), []],
  ])('%s', (_, iis, expected) => {
    expect(refusals(check(rewrite, iis))).toEqual(expected);
  });

  test.each<[string, InternetInformationServices, string]>([
    ['the group is named', iisWith({ 'system.webServer/rewrite': { declared: false } }), 'the section system.webServer/rewrite,'],
    ['the group is named where the list is complete', iisWith({}, true), 'the section system.webServer/rewrite,'],
    [
      'the section is named',
      iisWith({ 'system.webServer/rewrite/rules': unlocked }, true),
      'the section system.webServer/rewrite/outboundRules,',
    ],
  ])('%s', (_, iis, text) => {
    expect(check(rewrite, iis)).toMatchObject({ failure: { message: expect.stringContaining(text) } });
  });

  test('a group of the server’s own is opened', () => {
    const iis = iisWith({ 'system.webServer/own/inner': { declared: true, locked: true } });
    expect(refusals(check(directly('<own><inner /></own>'), iis))).toEqual(['configuration-section-locked certain']);
    expect(refusals(check(directly('<own><inner /></own>'), iisWith({ 'system.webServer/own/inner': unlocked })))).toEqual([]);
  });

  test('system.webServer is a group on every server', () => {
    const iis = { ...healthyIis, sections: sections({}, true) };
    expect(check(directly('<cors enabled="true" />'), iis)).toMatchObject({
      failure: { rule: 'configuration-section-unknown', message: expect.stringContaining('system.webServer/cors') },
    });
  });
});

describe('facts that are missing', () => {
  test.each([
    ['about a section of an add-on', directly('<cors enabled="true" />'), { outcome: 'unknown', missingFacts: ['iis.sections'] }],
    [
      'about two of them, named once',
      directly('<cors enabled="true" /><iisnode />'),
      { outcome: 'unknown', missingFacts: ['iis.sections'] },
    ],
    ['about none', directly('<staticContent />'), { outcome: 'passed' }],
  ])('%s', (_, text, expected) => {
    expect(summary(check(text))).toEqual(expected);
  });

  test('do not hide what is certain', () => {
    expect(refusals(check(directly('<cors enabled="true" /><handlers /><handlers />')))).toEqual([
      'configuration-section-duplicate certain',
    ]);
  });

  test('an entry of a section nobody described is refused all the same', () => {
    expect(refusals(check(directly('<rewrite><rules><rule name="a" /><rule name="a" /></rules></rewrite>')))).toEqual([
      'collection-entry-duplicate likely',
    ]);
  });
});

describe('a handler that the application inherits', () => {
  const below = (parent: Omit<Application, 'path'>, content = `<handlers>${handler}</handlers>`) =>
    check(
      webConfig(content),
      { ...healthyIis, ...collections({ handlers: [] }) },
      { ...rootTarget, application: '/api', parents: [{ path: '/', ...parent }] },
    );
  const handlers = ['aspNetCore'];

  test('is refused with the code of an entry that exists', () => {
    expect(summary(below({ handlers, inheritInChildApplications: true }))).toEqual({
      outcome: 'failed',
      status: '500.19',
      hresult: '0x800700b7',
      rule: 'collection-entry-duplicate',
      certainty: 'certain',
    });
  });

  test.each<[string, Omit<Application, 'path'>, object]>([
    ['is kept above', { handlers, inheritInChildApplications: false }, { outcome: 'passed' }],
    ['may be handed down', { handlers }, { outcome: 'unknown', missingFacts: ['iis.sites[].applications[].inheritInChildApplications'] }],
    [
      'may be among those handed down',
      { inheritInChildApplications: true },
      { outcome: 'unknown', missingFacts: ['iis.sites[].applications[].handlers'] },
    ],
    ['is another one', { handlers: ['svc'] }, { outcome: 'passed' }],
    ['is one of an application nobody described', {}, { outcome: 'passed' }],
  ])('%s', (_, parent, expected) => {
    expect(summary(below(parent))).toEqual(expected);
  });

  test.each([
    ['is removed first', `<handlers><remove name="aspNetCore" />${handler}</handlers>`],
    ['is cleared first', `<handlers><clear />${handler}</handlers>`],
    ['is not added again', '<staticContent />'],
  ])('%s', (_, content) => {
    expect(summary(below({ handlers, inheritInChildApplications: true }, content))).toEqual({ outcome: 'passed' });
    expect(summary(below({ handlers }, content))).toEqual({ outcome: 'passed' });
  });

  test('is probably the stock one where the server lists none', () => {
    expect(refusals(check(directly('<handlers><add name="StaticFile" path="*" verb="*" /></handlers>')))).toEqual([
      'collection-entry-duplicate likely',
    ]);
    expect(
      refusals(check(directly('<handlers><remove name="StaticFile" /><add name="StaticFile" path="*" verb="*" /></handlers>'))),
    ).toEqual([]);
  });
});

describe('an entry that every application of the server has', () => {
  const headers = (keys: readonly string[]) => ({
    ...iisWith({ 'system.webServer/httpProtocol': unlocked, 'system.webServer/staticContent': unlocked }),
    ...collections({ 'httpProtocol/customHeaders': keys, staticContent: ['.json'] }),
  });
  const adds = '<httpProtocol><customHeaders><add name="X-Powered-By" value="shop" /></customHeaders></httpProtocol>';

  test('may not be added again', () => {
    expect(check(directly(adds), headers(['X-Powered-By']))).toMatchObject({
      outcome: 'failed',
      failure: {
        rule: 'collection-entry-duplicate',
        certainty: 'certain',
        hresult: '0x800700b7',
        message: expect.stringContaining('inherits from the server itself'),
      },
    });
  });

  test.each([
    ['once it is removed', adds.replace('<add', '<remove name="X-Powered-By" /><add'), headers(['X-Powered-By'])],
    ['where the server does not have it', adds, headers([])],
    ['where nobody told what the server has', adds, iisWith({ 'system.webServer/httpProtocol': unlocked })],
  ])('may be added %s', (_, content, iis) => {
    expect(check(directly(content), iis)).toMatchObject({ outcome: 'passed' });
  });

  test('is a warning where IIS reads the section for static files only', () => {
    const content = '<staticContent><mimeMap fileExtension=".json" mimeType="application/json" /></staticContent>';
    const outcome = check(directly(content), headers([]));
    expect(outcome).toMatchObject({
      outcome: 'passed',
      findings: [{ rule: 'collection-entry-duplicate', severity: 'warning', certainty: 'likely', place: { file: 'web.config', line: 1 } }],
    });
    expect(outcome).not.toHaveProperty('findings[0].status');
    expect(check(directly(`${content}<handlers /><handlers />`), headers([]))).toMatchObject({
      outcome: 'failed',
      failure: { rule: 'configuration-section-duplicate' },
      findings: [{ rule: 'collection-entry-duplicate', severity: 'warning' }],
    });
  });
});

describe('a section in a file of its own that the artifact does not have', () => {
  const iis = iisWith({ 'system.webServer/rewrite': unlocked });

  test('is probably refused', () => {
    expect(check(directly('<rewrite>\n<rules configSource="rules.config" /></rewrite>'), iis)).toMatchObject({
      outcome: 'failed',
      failure: {
        rule: 'configuration-content-invalid',
        certainty: 'likely',
        status: '500.19',
        message: expect.stringMatching(/takes the section system\.webServer\/rewrite\/rules from the file rules\.config/),
        place: { line: 2 },
      },
    });
  });

  test.each([
    ['holds its content itself', '<rewrite><rules /></rewrite>'],
    ['is encrypted', '<handlers configProtectionProvider="IISWASOnlyAesProvider"><EncryptedData /></handlers>'],
    ['gets the name of the file from a deployment step', '<rewrite><rules configSource="#{Rules}.config" /></rewrite>'],
  ])('is not where it %s', (_, content) => {
    expect(check(directly(content), iis)).toMatchObject({ outcome: 'passed' });
  });
});

describe('a section of IIS in another case', () => {
  test.each([
    ['of the module', '<AspNetCore />', 'system.webServer/AspNetCore', 'system.webServer/aspNetCore'],
    [
      'in a group',
      '<security><RequestFiltering /></security>',
      'system.webServer/security/RequestFiltering',
      'system.webServer/security/requestFiltering',
    ],
    ['of URL Rewrite', '<rewrite><Rules /></rewrite>', 'system.webServer/rewrite/Rules', 'system.webServer/rewrite/rules'],
  ])('is unknown: %s', (_, content, section, spelling) => {
    expect(check(directly(content))).toMatchObject({
      outcome: 'failed',
      failure: {
        rule: 'configuration-section-unknown',
        hresult: '0x8007000d',
        message: `web.config uses the section ${section}, which IIS does not know; it is called ${spelling}, and the case counts.`,
        remedies: [{ side: 'app' }],
      },
    });
  });

  test('is not what nobody knows in any case', () => {
    expect(check(directly('<ownModule />'))).toMatchObject({ outcome: 'unknown', missingFacts: ['iis.sections'] });
  });
});

import { describe, expect, test } from '@jest/globals';
import { handlerMappingStage } from '../../src/iis/handler-mapping-stage.ts';
import type { StartFacts } from '../../src/model/start-facts.ts';
import { artifact, healthyIis, perform, rootTarget, server, shop, startFacts, summary, webConfig } from './start-facts.ts';

const passed = { outcome: 'passed' };
const aspNetCore = '<aspNetCore processPath="dotnet" arguments=".\\App.dll" hostingModel="inprocess" />';

/** The handlers of web.config, and the section of the module. */
function handlers(entries: string): string {
  return webConfig(`<handlers>${entries}</handlers>${aspNetCore}`);
}

const toModule = '<add name="aspNetCore" path="*" verb="*" modules="AspNetCoreModuleV2" />';
const toFiles = '<add name="files" path="*" verb="*" modules="StaticFileModule" />';

describe('the handler that takes a request', () => {
  test.each([
    ['is the one of the SDK', startFacts(), passed],
    ['stays the module when files come after it', startFacts({ webConfig: handlers(toModule + toFiles) }), passed],
    ['is added again after it was removed', startFacts({ webConfig: handlers(`<remove name="aspNetCore" />${toModule}`) }), passed],
    ['is added again after all were cleared', startFacts({ webConfig: handlers(`<clear />${toModule}`) }), passed],
  ])('%s', (_, facts, expected) => {
    expect(summary(perform(handlerMappingStage, facts))).toEqual(expected);
  });

  test.each([
    ['added and then removed', `${toModule}<remove name="aspNetCore" />`],
    ['added and then cleared', `${toModule}<clear />`],
    ['behind one that serves files', toFiles + toModule],
  ])('never reaches the module: %s', (_, entries) => {
    const outcome = perform(handlerMappingStage, startFacts({ webConfig: handlers(entries) }));
    expect(outcome).toMatchObject({ outcome: 'failed', failure: { rule: 'handler-mapping-missing' } });
  });
});

describe('a location whose path a deployment step writes', () => {
  const located = (path: string): string =>
    `<configuration><location path="${path}"><system.webServer><handlers>${toModule}</handlers>${aspNetCore}</system.webServer></location></configuration>`;

  test('may be this application: the handlers in it are not known', () => {
    expect(perform(handlerMappingStage, startFacts({ webConfig: located('#{SubPath}') }))).toMatchObject({
      outcome: 'unknown',
      because: expect.stringContaining('#{SubPath}'),
      missingFacts: [],
    });
  });

  test('is another path when it is written already', () => {
    expect(perform(handlerMappingStage, startFacts({ webConfig: located('admin') }))).toMatchObject({ outcome: 'failed' });
  });

  test('changes nothing where a handler of this application is there', () => {
    const both = located('.').replace('</configuration>', '<location path="$(Admin)"><system.webServer /></location></configuration>');
    expect(summary(perform(handlerMappingStage, startFacts({ webConfig: both })))).toEqual(passed);
  });
});

/** The remedies of the failure, as far as `expected` goes. */
function remedies(facts: StartFacts, expected: readonly string[]): readonly string[] {
  const outcome = perform(handlerMappingStage, facts);
  const found = outcome.outcome === 'failed' ? outcome.failure.remedies : [];
  return found.map(({ side, text }, index) => `${side}: ${text}`.slice(0, expected[index]?.length));
}

describe('the module that a handler names', () => {
  const facts = startFacts({ webConfig: handlers(toModule) });
  test('is not registered', () => {
    const iis = { ...healthyIis, globalModules: [{ name: 'StaticFileModule' }] };
    const without = { ...facts, server: server({ iis, aspNetCoreModule: { installed: false } }) };
    expect(perform(handlerMappingStage, without)).toMatchObject({
      outcome: 'failed',
      failure: { rule: 'handler-module-unregistered', status: '500.21' },
    });
  });

  test('is not installed, while nobody said which are registered', () => {
    const { globalModules: _, ...iis } = healthyIis;
    const silent = (installed: boolean) => ({ ...facts, server: server({ iis, aspNetCoreModule: { installed } as const }) });
    expect(perform(handlerMappingStage, silent(false))).toMatchObject({
      outcome: 'failed',
      failure: { rule: 'handler-module-unregistered', status: '500.21', certainty: 'likely' },
    });
    expect(perform(handlerMappingStage, silent(true))).toMatchObject({ outcome: 'unknown', missingFacts: ['iis.globalModules'] });
    // Version 1 may be there all the same.
    const old = handlers('<add name="aspNetCore" path="*" verb="*" modules="AspNetCoreModule" />');
    const without = startFacts({ webConfig: old, server: server({ iis, aspNetCoreModule: { installed: false } }) });
    expect(perform(handlerMappingStage, without)).toMatchObject({ outcome: 'unknown', missingFacts: ['iis.globalModules'] });
  });

  test('is version 1, of which the server has only version 2', () => {
    const old = startFacts({ webConfig: handlers('<add name="aspNetCore" path="*" verb="*" modules="AspNetCoreModule" />') });
    expect(perform(handlerMappingStage, old)).toMatchObject({ failure: { rule: 'handler-module-unregistered', status: '500.21' } });
  });

  test.each<[string, string, readonly string[], readonly string[]]>([
    ['V2 is not there', 'AspNetCoreModuleV2', ['StaticFileModule'], ['server: Install or repair the Hosting Bundle']],
    [
      'V2 is not there, V1 is',
      'AspNetCoreModuleV2',
      ['AspNetCoreModule'],
      ['app: Name AspNetCoreModule in', 'server: Install or repair the Hosting Bundle'],
    ],
    // The bundle that brought V2 would bring no V1 a second time.
    ['V1 is not there, V2 is', 'AspNetCoreModule', ['AspNetCoreModuleV2'], ['app: Name AspNetCoreModuleV2 in']],
    [
      'neither is there',
      'AspNetCoreModule',
      ['StaticFileModule'],
      ['app: Name AspNetCoreModuleV2 in', 'server: Install or repair the Hosting Bundle'],
    ],
    ['it is spelt in another case', 'AspNetCoreModuleV2', ['aspnetcoremodulev2'], ['app: Write the name as it is registered']],
  ])('%s: what mends it', (_, modules, registered, expected) => {
    const iis = { ...healthyIis, globalModules: registered.map((name) => ({ name })) };
    const entry = toModule.replace('AspNetCoreModuleV2', modules);
    expect(remedies(startFacts({ webConfig: handlers(entry), server: server({ iis }) }), expected)).toEqual(expected);
  });

  test('is switched off by web.config, which no bundle mends', () => {
    const off = '<modules><remove name="AspNetCoreModuleV2" /></modules>';
    const expected = ['app: Have <modules> of web.config name AspNetCoreModuleV2'];
    expect(remedies(startFacts({ webConfig: webConfig(`${off}<handlers>${toModule}</handlers>${aspNetCore}`) }), expected)).toEqual(
      expected,
    );
  });

  test('is unknown without a server', () => {
    expect(perform(handlerMappingStage, startFacts({ server: undefined }))).toMatchObject({ outcome: 'unknown' });
  });
});

describe('a web.config without handlers', () => {
  const outcome = (content: string, target: Partial<StartFacts['target']>) => {
    const facts = startFacts({ webConfig: handlers(content) });
    const { parents: _, ...rest } = facts.target;
    return perform(handlerMappingStage, { ...facts, target: { ...rest, ...target } });
  };

  test('is not the last word while nobody said what lies above the application', () => {
    expect(outcome('', { application: '/api' })).toMatchObject({ outcome: 'unknown', missingFacts: ['iis.sites'] });
    expect(outcome('', { application: '/api', parents: [] })).toMatchObject({ outcome: 'failed', failure: { status: '403.14' } });
  });

  test('is for a root application, and where it takes every handler away', () => {
    expect(outcome('', { application: '/' })).toMatchObject({ outcome: 'failed', failure: { status: '403.14' } });
    expect(outcome('<clear />', { application: '/api' })).toMatchObject({ outcome: 'failed', failure: { status: '403.14' } });
  });
});

describe('a pool with enableConfigurationOverride', () => {
  test.each([
    [false, { outcome: 'failed', failure: { rule: 'configuration-override-disabled' } }],
    [true, passed],
  ])('%s', (enableConfigurationOverride, expected) => {
    const target = { ...rootTarget, pool: { ...shop, enableConfigurationOverride } };
    expect(perform(handlerMappingStage, startFacts({ target }))).toMatchObject(expected);
  });
});

// What the entries are is not known, so neither is that one of them is missing.
test.each(['configSource="handlers.config"', 'configProtectionProvider="IISWASOnlyAesProvider"'])('handlers with %s', (attribute) => {
  const facts = startFacts({ webConfig: `<configuration><system.webServer><handlers ${attribute} /></system.webServer></configuration>` });
  expect(perform(handlerMappingStage, facts)).toMatchObject({ outcome: 'unknown', missingFacts: [] });
});

describe('a handler in a location of applicationHost.config', () => {
  const located = (modules: string) => ({
    ...rootTarget,
    current: { path: '/', locationHandlers: [{ name: 'aspNetCore', modules }] },
  });
  const ignored = { ...shop, enableConfigurationOverride: false };

  test('serves an application whose pool ignores web.config', () => {
    const facts = startFacts({ target: { ...located('AspNetCoreModuleV2'), pool: ignored } });
    expect(perform(handlerMappingStage, facts)).toMatchObject({ outcome: 'unknown', missingFacts: [] });
  });

  test('for another module does not', () => {
    const facts = startFacts({ target: { ...located('StaticFileModule'), pool: ignored } });
    expect(perform(handlerMappingStage, facts)).toMatchObject({ failure: { rule: 'configuration-override-disabled' } });
  });

  test('serves an application without web.config', () => {
    const facts = { ...startFacts({ target: located('AspNetCoreModuleV2') }), artifact: artifact(undefined) };
    const outcome = perform(handlerMappingStage, facts);
    expect(outcome).toMatchObject({
      outcome: 'unknown',
      because: expect.stringContaining('comes from a <location> of applicationHost.config'),
    });
    expect(outcome).not.toHaveProperty('findings');
  });
});

describe('handlers that do not take every request', () => {
  const some = '<add name="api" path="api/*" verb="*" modules="AspNetCoreModuleV2" />';
  test.each([
    ['one path', some],
    ['one verb', toModule.replace('verb="*"', 'verb="GET"')],
    ['files alone', toModule.replace('path="*"', 'path="*" resourceType="File"')],
  ])('leave the others to IIS: %s', (_, entries) => {
    expect(perform(handlerMappingStage, startFacts({ webConfig: handlers(entries) }))).toMatchObject({
      outcome: 'passed',
      findings: [{ rule: 'handler-mapping-missing', severity: 'note', message: expect.stringContaining('Only some requests') }],
    });
  });

  test('say nothing where another of the module takes the rest', () => {
    expect(perform(handlerMappingStage, startFacts({ webConfig: handlers(some + toModule) }))).not.toHaveProperty('findings');
  });
});

describe('no web.config, in an input that has other applications', () => {
  const other = 'the application seems to be in site';
  test.each([
    ['the input is one artifact', {}, true],
    ['several applications are meant to be in it', { label: 'drop/worker' }, false],
  ])('%s', (_, changes, named) => {
    const facts = { ...startFacts(), artifact: artifact(undefined, { otherRoots: ['site'], ...changes }) };
    const outcome = perform(handlerMappingStage, facts);
    const [finding] = 'findings' in outcome ? (outcome.findings ?? []) : [];
    expect(finding?.rule).toBe('web-config-missing');
    expect(finding?.remedies.some(({ text }) => text.startsWith('Point the physical path'))).toBe(named);
    expect([finding?.message.includes(other), JSON.stringify(finding).includes('site looks like')]).toEqual([named, named]);
  });
});

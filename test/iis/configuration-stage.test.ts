import { describe, expect, test } from '@jest/globals';
import { configurationStage } from '../../src/iis/configuration-stage.ts';
import { healthyIis, perform, rootTarget, sections, server, shop, startFacts, summary, webConfig } from './start-facts.ts';
import { check, directly, iisWith, refusals } from './web-config-check.ts';

const rewrite = webConfig('<rewrite><rules /></rewrite>');

/** The stage, on a server whose `system.webServer/rewrite` is as given. */
function withRewrite(section: { readonly declared?: boolean; readonly locked?: boolean }) {
  const iis = { ...healthyIis, sections: sections({ 'system.webServer/rewrite': section }) };
  return perform(configurationStage, startFacts({ webConfig: rewrite, server: server({ iis }) }));
}

describe('a web.config that IIS refuses', () => {
  test.each([
    ['an end tag is missing', '<configuration><system.webServer></configuration>'],
    ['there are two roots', '<configuration/><configuration/>'],
    ['an attribute is there twice', '<configuration><system.webServer a="1" a="2"/></configuration>'],
    ['a value has no quotes', '<configuration><system.webServer a=1 /></configuration>'],
    ['an ampersand stands alone', '<configuration><appSettings><add key="a" value="b & c"/></appSettings></configuration>'],
  ])('%s', (_, text) => {
    expect(perform(configurationStage, startFacts({ webConfig: text }))).toMatchObject({
      outcome: 'failed',
      failure: { status: '500.19', rule: 'web-config-malformed', certainty: 'certain' },
    });
  });

  test('the section is not declared on the server', () => {
    expect(withRewrite({ declared: false })).toMatchObject({
      outcome: 'failed',
      failure: { status: '500.19', hresult: '0x8007000d', certainty: 'certain' },
    });
  });

  test('the section is locked', () => {
    expect(withRewrite({ declared: true, locked: true })).toMatchObject({
      outcome: 'failed',
      failure: { status: '500.19', hresult: '0x80070021', certainty: 'certain' },
    });
  });
});

describe('a web.config that IIS accepts', () => {
  test('of the SDK', () => {
    expect(perform(configurationStage, startFacts())).toMatchObject({ outcome: 'passed' });
  });

  test('with a section that is declared and not locked', () => {
    expect(withRewrite({ declared: true, locked: false })).toMatchObject({ outcome: 'passed' });
  });

  test('because it does not read it', () => {
    const target = { ...rootTarget, pool: { ...shop, enableConfigurationOverride: false } };
    expect(perform(configurationStage, startFacts({ webConfig: rewrite, target }))).toMatchObject({ outcome: 'not-applicable' });
  });

  test('and says which sections it looked at', () => {
    const text = directly('<staticContent /><security><requestFiltering /></security>');
    expect(check(text)).toMatchObject({
      because: 'Every section of web.config (system.webServer/staticContent, system.webServer/security/requestFiltering) may be used here.',
    });
    expect(check('<configuration />')).toMatchObject({ outcome: 'passed', because: expect.stringContaining('none of IIS') });
  });

  test.each([
    ['broken, and never read', false, 'not-applicable'],
    ['broken, and read', true, 'failed'],
    ['broken, and nobody said that it is not read', undefined, 'failed'],
  ])('%s', (_, enableConfigurationOverride, expected) => {
    const pool = { ...shop, ...(enableConfigurationOverride === undefined ? {} : { enableConfigurationOverride }) };
    expect(perform(configurationStage, startFacts({ webConfig: '<a', target: { ...rootTarget, pool } }))).toMatchObject({
      outcome: expected,
    });
  });

  test('of a pool nobody described is read', () => {
    expect(perform(configurationStage, startFacts({ webConfig: '<a', target: {} }))).toMatchObject({ outcome: 'failed' });
  });

  test('because there is none', () => {
    expect(perform(configurationStage, startFacts({ webConfig: undefined }))).toMatchObject({ outcome: 'not-applicable' });
  });
});

test('a section of an add-on is never refused for certain while nobody says whether it is there', () => {
  const outcome = perform(configurationStage, startFacts({ webConfig: rewrite }));
  expect(outcome).not.toMatchObject({ outcome: 'failed', failure: { certainty: 'certain' } });
  expect(outcome).not.toMatchObject({ outcome: 'passed' });
});

describe('what is not known', () => {
  const parent = { path: '/', handlers: ['aspNetCore'] };
  const target = { ...rootTarget, application: '/api', parents: [parent] };
  test.each([
    ['of the applications above', {}, 'hands down a handler'],
    ['of a section', { webConfig: rewrite, target: rootTarget }, 'declares and unlocks every section'],
    [
      'of both',
      { webConfig: rewrite.replace('<rewrite>', '<handlers><add name="aspNetCore" path="*" verb="*" /></handlers><rewrite>') },
      'declares and unlocks',
    ],
  ])('%s', (_, parts, because) => {
    expect(perform(configurationStage, startFacts({ target, ...parts }))).toMatchObject({
      outcome: 'unknown',
      because: expect.stringContaining(because),
    });
  });
});

describe('a web.config that waits for a deployment step', () => {
  test.each([
    ['with a placeholder where the XML breaks', '<configuration>\n<appSettings #{Attributes} />\n</configuration>', 'unknown'],
    ['with a placeholder elsewhere', '<configuration><!-- #{Comment} -->\n<appSettings a=1 />\n</configuration>', 'failed'],
    ['with a placeholder in a value', '<configuration><appSettings file="#{File}" /></configuration>', 'passed'],
  ])('%s', (_, text, expected) => {
    expect(check(text).outcome).toBe(expected);
  });

  test('names the placeholder, and no fact of the server', () => {
    const outcome = check('<configuration>\n<appSettings #{Attributes} />\n</configuration>');
    expect(summary(outcome)).toEqual({ outcome: 'unknown', missingFacts: [] });
    expect(outcome).toMatchObject({ because: expect.stringContaining('#{Attributes}') });
  });
});

describe('several problems of one web.config', () => {
  const iis = iisWith({ 'system.webServer/staticContent': { declared: true, locked: true }, 'system.webServer/cors': { declared: false } });

  test('are listed behind the first, a section set twice first of all', () => {
    const text = directly('<staticContent /><cors enabled="true" /><handlers /><handlers />');
    expect(refusals(check(text, iis))).toEqual([
      'configuration-section-duplicate certain',
      'configuration-section-locked certain',
      'configuration-section-unknown certain',
    ]);
  });

  test('are not listed where there is one alone', () => {
    expect(check(directly('<staticContent />'), iis)).not.toHaveProperty('findings');
  });
});

describe('what nobody said', () => {
  const cors = directly('<cors enabled="true" />');

  test('is everything where no server is described', () => {
    const outcome = perform(configurationStage, startFacts({ webConfig: cors, server: undefined }));
    expect(summary(outcome)).toEqual({ outcome: 'unknown', missingFacts: ['iis.sections'] });
    expect(outcome).toMatchObject({ because: expect.stringContaining('is not described') });
  });

  test('is one fact where the server is described', () => {
    expect(check(cors)).toMatchObject({
      outcome: 'unknown',
      missingFacts: ['iis.sections'],
      because: expect.stringContaining('Nobody said whether this server'),
    });
  });

  test('about the sections does not hide XML that is not well-formed', () => {
    expect(perform(configurationStage, startFacts({ webConfig: '<a', server: undefined }))).toMatchObject({ outcome: 'failed' });
  });
});

describe('elements that a deployment step leaves or takes away', () => {
  const twice = (between: string): string =>
    webConfig(`${between}<aspNetCore processPath="dotnet" />${between}<aspNetCore processPath=".\\App.exe" />`);

  test('leave open what IIS makes of the file', () => {
    expect(perform(configurationStage, startFacts({ webConfig: twice('#{if A}') }))).toMatchObject({
      outcome: 'unknown',
      because: expect.stringContaining('#{if A}'),
      missingFacts: [],
    });
  });

  test('are judged when no placeholder stands between them', () => {
    expect(perform(configurationStage, startFacts({ webConfig: twice('') }))).toMatchObject({
      outcome: 'failed',
      failure: { rule: 'configuration-section-duplicate' },
    });
  });
});

import { describe, expect, test } from '@jest/globals';
import { configurationStage } from '../../src/iis/configuration-stage.ts';
import { healthyIis, perform, rootTarget, sections, server, shop, startFacts, webConfig } from './start-facts.ts';

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

  test('because there is none', () => {
    expect(perform(configurationStage, startFacts({ webConfig: undefined }))).toMatchObject({ outcome: 'not-applicable' });
  });
});

test('a section of an add-on is never refused for certain while nobody says whether it is there', () => {
  const outcome = perform(configurationStage, startFacts({ webConfig: rewrite }));
  expect(outcome).not.toMatchObject({ outcome: 'failed', failure: { certainty: 'certain' } });
  expect(outcome).not.toMatchObject({ outcome: 'passed' });
});

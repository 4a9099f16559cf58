import { describe, expect, test } from '@jest/globals';
import type { LocationSection } from '../../src/model/target-server.ts';
import { performStart } from '../../src/startup/perform-start.ts';
import { environmentVariables, portable, runtimeConfig, startFacts, webConfig } from './start-facts.ts';

/** A `<location>` of applicationHost.config sets the aspNetCore section too, and web.config is read on top of it. */

const empty: LocationSection = { attributes: [], environmentVariables: [], handlerSettings: [] };
const six = { ...portable, 'App.runtimeconfig.json': runtimeConfig('6.0.0') };

function start(config: string, above: Partial<LocationSection>, { files = portable, module = '18.0.25301.22' } = {}) {
  const facts = startFacts(config, files, { module });
  const current = { ...facts.target.current, path: '/', locationSection: { ...empty, ...above } };
  return performStart({ ...facts, target: { ...facts.target, current } }).prediction;
}

const attribute = (name: string, value: string | null): Partial<LocationSection> => ({ attributes: [{ name, value }] });
const variables = (...values: readonly (readonly [string, string | null])[]): Partial<LocationSection> => ({
  environmentVariables: values.map(([name, value]) => ({ name, value })),
});

describe('attributes', () => {
  const withoutModel = webConfig({}).replace(' hostingModel="inprocess"', '');

  test('of the location count where web.config does not write them', () => {
    expect(start(withoutModel, { attributes: [{ name: 'startupTimeLimit', value: '0' }] })).toMatchObject({ status: '502.5' });
    const inprocess = [
      { name: 'hostingModel', value: 'inprocess' },
      { name: 'startupTimeLimit', value: '0' },
    ];
    expect(start(withoutModel, { attributes: inprocess })).toMatchObject({ status: '500.37' });
    expect(start(webConfig({ startupTimeLimit: '60' }), { attributes: inprocess }).outcome).toBe('starts');
    expect(start(withoutModel, attribute('hostingModel', 'bogus'))).toMatchObject({ status: '500.0', event: { id: 1034 } });
  });

  test('that are not kept leave it open, unless web.config writes them', () => {
    const withoutArguments = webConfig({}).replace(' arguments=".\\App.dll"', '');
    expect(start(withoutArguments, attribute('arguments', null))).toMatchObject({ outcome: 'undetermined', stage: 'aspnetcore-section' });
    expect(start(webConfig({}), attribute('arguments', null)).outcome).toBe('starts');
    expect(start(withoutArguments, {})).toMatchObject({ status: '500.0', event: { id: 1031 } });
  });
});

describe('variables', () => {
  const oop = { hostingModel: 'outofprocess' };
  const major = variables(['DOTNET_ROLL_FORWARD', 'Major']);

  test('reach the process of the application', () => {
    expect(start(webConfig(oop), {}, { files: six })).toMatchObject({ status: '502.5' });
    expect(start(webConfig(oop), major, { files: six }).outcome).toBe('starts');
    expect(start(webConfig({}), major, { files: six })).toMatchObject({ status: '500.31' });
  });

  test('of web.config come later and win, and clear drops those above', () => {
    expect(start(webConfig(oop, environmentVariables({ dotnet_roll_forward: 'Minor' })), major, { files: six })).toMatchObject({
      status: '502.5',
    });
    const cleared = webConfig(oop, '<environmentVariables><clear /></environmentVariables>');
    expect(start(cleared, major, { files: six })).toMatchObject({ status: '502.5' });
  });

  test('in both places are twice there for the handler of 2.2, whether or not the value is kept', () => {
    const old = { files: { ...portable, 'App.runtimeconfig.json': runtimeConfig('8.0.0') }, module: '12.2.19109.5' };
    const config = webConfig(oop, environmentVariables({ Shop__Mode: 'a' }));
    expect(start(config, variables(['SHOP__MODE', null]), old)).toMatchObject({ status: '500.0', hresult: '0x800700b7' });
    expect(start(config, variables(['OTHER', null]), old).status).not.toBe('500.0');
  });
});

test('the first handler setting of a name counts, and that is the one above', () => {
  const setting = (value: string) => `<handlerSettings><handlerSetting name="handlerVersion" value="${value}" /></handlerSettings>`;
  const oop = { hostingModel: 'outofprocess' };
  const above = (value: string): Partial<LocationSection> => ({ handlerSettings: [{ name: 'HandlerVersion', value }] });
  expect(start(webConfig(oop, setting('18.0.25301')), above('99.0.0'))).toMatchObject({ status: '500.0', hresult: '0x8007007e' });
  expect(start(webConfig(oop, setting('99.0.0')), above('18.0.25301')).outcome).toBe('starts');
});

test('evidence says which file an entry is written in', () => {
  const evidence = (above: Partial<LocationSection>, config = webConfig({})) => {
    const own = startFacts(config, portable);
    const current = { ...own.target.current, path: '/', locationSection: { ...empty, ...above } };
    const { findings } = performStart({ ...own, target: { ...own.target, current } });
    return findings.flatMap(({ finding }) => finding.evidence).join('\n');
  };
  expect(evidence(variables(['DOTNET_ROLL_FORWARD', 'Disable']))).toContain('applicationHost.config sets DOTNET_ROLL_FORWARD');
  const written = webConfig({}, environmentVariables({ DOTNET_ROLL_FORWARD: 'Disable' }));
  expect(evidence({}, written)).toContain('web.config line 2 sets DOTNET_ROLL_FORWARD');
});

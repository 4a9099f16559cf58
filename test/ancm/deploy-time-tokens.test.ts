import { describe, expect, test } from '@jest/globals';
import { performStart } from '../../src/startup/perform-start.ts';
import {
  environmentVariables,
  portable,
  runtimeConfig,
  selfContained,
  startFacts,
  type TestFile,
  type Where,
  webConfig,
} from './start-facts.ts';

const oop = { hostingModel: 'outofprocess' };
const handlerVersion = (value: string) => `<handlerSettings><handlerSetting name="handlerVersion" value="${value}" /></handlerSettings>`;
const unquoted = (config: string) => config.replace('hostingModel="inprocess"', 'hostingModel=#{Model}');

/** Each with the token in place of something that would fail if it were taken as it is, and with a wrong value without a token. */
const rows: readonly (readonly [string, string, string, Record<string, TestFile>?])[] = [
  ['processPath', webConfig({ processPath: '#{Dotnet}' }), webConfig({ processPath: '.\\Nothing.exe' })],
  ['arguments', webConfig({ arguments: '.\\$(App).dll' }), webConfig({ arguments: '.\\Other.dll' })],
  ['hostingModel', webConfig({ hostingModel: '__Model__' }), webConfig({ hostingModel: 'Model' })],
  ['startupTimeLimit', webConfig({ startupTimeLimit: '#{Limit}' }), webConfig({ startupTimeLimit: 'Limit' })],
  ['a module name', webConfig({}).replace('AspNetCoreModuleV2', '#{Module}'), webConfig({}).replace('AspNetCoreModuleV2', 'Module')],
  [
    'DOTNET_ROLL_FORWARD',
    webConfig(oop, environmentVariables({ DOTNET_ROLL_FORWARD: '#{Roll}' })),
    webConfig(oop, environmentVariables({ DOTNET_ROLL_FORWARD: 'Roll' })),
  ],
  [
    'ASPNETCORE_PORT',
    webConfig(oop, environmentVariables({ ASPNETCORE_PORT: '{{port}}' })),
    webConfig(oop, environmentVariables({ ASPNETCORE_PORT: 'port' })),
  ],
  ['handlerVersion', webConfig(oop, handlerVersion('#{Version}')), webConfig(oop, handlerVersion('88.93'))],
  ['XML that only the token breaks', unquoted(webConfig({})), unquoted(webConfig({})).replace('#{Model}', 'model')],
];

describe('a placeholder of the deployment makes the facts it touches unknown, not wrong', () => {
  test.each(rows)('%s', (_what, withToken, withoutToken) => {
    expect(performStart(startFacts(withToken, portable)).prediction.outcome).toBe('undetermined');
    expect(performStart(startFacts(withoutToken, portable)).prediction.outcome).toBe('fails');
  });

  const files: readonly (readonly [string, string, string])[] = [
    ['appsettings.json', '{"Limit": #{Limit}}', '{"Limit": }'],
    ['App.runtimeconfig.json', runtimeConfig('#{Version}'), runtimeConfig('88.0.0')],
    ['App.runtimeconfig.json', '{"runtimeOptions": #{Options}}', '{"runtimeOptions": }'],
  ];
  test.each(files)('%s', (file, withToken, withoutToken) => {
    const outcome = (text: string, attributes: Record<string, string>) =>
      performStart(startFacts(webConfig(attributes), { ...portable, [file]: text })).prediction.outcome;
    for (const attributes of [{}, oop]) {
      expect(outcome(withToken, attributes)).toBe('undetermined');
      expect(outcome(withoutToken, attributes)).toBe('fails');
    }
  });

  test('where nothing of the start depends on it, it starts', () => {
    const config = webConfig({}, environmentVariables({ Greeting: '#{Greeting}', Logging__LogLevel__Default: 'Warning' }));
    expect(performStart(startFacts(config, portable)).prediction.outcome).toBe('starts');
  });
});

describe('a transformation that the user expects', () => {
  const predict = (config: string | undefined, transformExpected: boolean) => {
    const facts = startFacts(config ?? webConfig({}), portable);
    const artifact = {
      ...facts.artifact,
      ...(config === undefined ? { webConfig: { state: 'absent' } as const } : {}),
      ...(transformExpected ? { transformExpected: true as const } : {}),
    };
    const { prediction, findings } = performStart({ ...facts, artifact });
    return [prediction.outcome, findings.map(({ finding }) => finding.rule).join()];
  };
  const launcher = webConfig({ processPath: '%LAUNCHER_PATH%', arguments: '%LAUNCHER_ARGS%' });
  const xdt = webConfig({ 'xdt:Transform': 'Replace' }).replace('<configuration', '<configuration xmlns:xdt="urn:xdt"');

  const rows: readonly (readonly [string, string | undefined, readonly string[], readonly string[]])[] = [
    ['no web.config', undefined, ['undetermined', 'web-config-missing'], ['undetermined', '']],
    ['placeholders of the launcher', launcher, ['fails', 'launcher-placeholder-left'], ['undetermined', '']],
    ['attributes of a transformation', xdt, ['fails', 'aspnetcore-section-invalid'], ['undetermined', '']],
    ['a web.config that is ready', webConfig({}), ['starts', ''], ['starts', '']],
    ['one that is wrong', webConfig({ arguments: '' }), ['fails', 'arguments-empty'], ['fails', 'arguments-empty']],
  ];
  test.each(rows)('%s', (_what, config, without, expected) => {
    expect(predict(config, false)).toEqual(without);
    expect(predict(config, true)).toEqual(expected);
  });
});

describe('a web.config that is to come', () => {
  const predict = (files: Record<string, TestFile>, where: Where = {}) => {
    const facts = startFacts(webConfig({}), files, where);
    return performStart({ ...facts, artifact: { ...facts.artifact, webConfig: { state: 'absent' }, transformExpected: true } });
  };
  const ten = { ...portable, 'App.runtimeconfig.json': runtimeConfig('10.0.0') };

  test('what fails with any web.config fails, without a code where the hosting model decides it', () => {
    const { prediction, findings } = predict(ten);
    expect(prediction).toMatchObject({ outcome: 'fails', certainty: 'likely', stage: 'framework-resolution', finding: 0 });
    expect(prediction.status).toBeUndefined();
    expect(findings.map(({ finding: { rule, certainty } }) => [rule, certainty])).toEqual([['shared-framework-missing', 'likely']]);
  });

  test('what fails with one of them only is open', () => {
    const where: Where = { pool: { enable32BitAppOnWin64: true } };
    expect(predict(selfContained(), where).prediction.outcome).toBe('undetermined');
  });

  test('what starts is open too', () => {
    expect(predict(portable).prediction.outcome).toBe('undetermined');
    expect(predict(selfContained()).prediction.outcome).toBe('undetermined');
  });

  test('nothing is supposed where nobody can tell what would be started', () => {
    expect(predict({ 'readme.txt': null }).prediction.outcome).toBe('undetermined');
    expect(predict({ ...ten, 'Other.runtimeconfig.json': '{}' }).prediction.outcome).toBe('undetermined');
  });
});

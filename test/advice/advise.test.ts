import { describe, expect, test } from '@jest/globals';
import { advise } from '../../src/advice/advise.ts';
import type { BinaryImage } from '../../src/model/binary-image.ts';
import type { RuleId } from '../../src/model/rules.ts';
import { performStart } from '../../src/startup/perform-start.ts';
import {
  appHost,
  dotnetRoot,
  environmentVariables,
  nativeDll,
  path,
  portable,
  runtimeConfig,
  startFacts,
  type TestFile,
  type Where,
  webConfig,
} from '../ancm/start-facts.ts';

const today = '2026-11-24';

const adviceFor = (config: string, files: Record<string, TestFile>, where?: Where) =>
  advise(performStart(startFacts(config, files, where)), today);

const rulesFor = (config: string, files: Record<string, TestFile>, where?: Where): readonly RuleId[] =>
  adviceFor(config, files, where).map(({ rule }) => rule);

const supported = { ...portable, 'App.runtimeconfig.json': runtimeConfig('10.0.0') };
const ten: Where = { server: { dotnet: [dotnetRoot('x64', ['10.0.99']), dotnetRoot('x86', ['10.0.99'])] } };

describe('advice', () => {
  test('a healthy application gets none', () => {
    expect(rulesFor(webConfig({}), supported, ten)).toEqual([]);
    expect(rulesFor(webConfig({ hostingModel: 'outofprocess' }), supported, ten)).toEqual([]);
  });

  test('it is never an error', () => {
    const config = webConfig({ stdoutLogEnabled: 'true', startupTimeLimit: '1' }, environmentVariables({ ApiKey: 'abcdefgh' }));
    const severities = adviceFor(config, { ...portable, 'Old.dll': null }).map(({ severity }) => severity);
    expect(severities.length).toBeGreaterThan(3);
    expect(severities).not.toContain('error');
  });

  test('a secret is never in it', () => {
    const secret = 'not-a-real-one';
    const config = webConfig({}, environmentVariables({ ApiKey: secret, Database: `Server=db01;Password=${secret}` })).replace(
      '<configuration>',
      `<configuration><connectionStrings><add name="Shop" connectionString="Password=${secret}" /></connectionStrings><appSettings><add key="SmtpPassword" value="${secret}" /></appSettings>`,
    );
    const advice = adviceFor(config, supported, ten);
    expect(advice.filter(({ rule }) => rule === 'secret-in-web-config')).toHaveLength(4);
    expect(JSON.stringify(advice)).not.toContain(secret);
  });

  test.each([
    ['bin/Release/net10.0', 'publish the project'],
    ['src/Shop/BIN/Debug/net10.0', 'publish the project'],
    ['bin/Release/net10.0/publish', 'Deploy the content of'],
    ['cabin/shop', 'Deploy the content of'],
  ])('an application that lies in %s', (root, expected) => {
    const { facts } = performStart(startFacts(webConfig({}), supported, ten));
    const advice = advise(performStart({ ...facts, artifact: { ...facts.artifact, root } }), today);
    expect(advice.find(({ rule }) => rule === 'application-root-below')?.remedies[0]?.text).toContain(expected);
  });

  test('the day decides what is out of support', () => {
    const start = performStart(startFacts(webConfig({ stdoutLogEnabled: 'true' }), supported, ten));
    expect(advise(start, '2035-01-01').map(({ rule }) => rule)).toContain('framework-end-of-support');
    expect(advise(start, today).map(({ rule }) => rule)).not.toContain('framework-end-of-support');
  });
});

describe('IIS takes 0 and 1 for false and true', () => {
  const modules = '<system.web><httpModules><add name="Old" type="Old.Module" /></httpModules></system.web>';
  const browse = (enabled: string) => `<directoryBrowse enabled="${enabled}" />`;
  const validation = (value: string) =>
    `${modules}<system.webServer><validation validateIntegratedModeConfiguration="${value}" /></system.webServer>`;
  const globalModules = ['AspNetCoreModuleV2', 'ConfigurationValidationModule'].map((name) => ({ name }));
  const validating: Where = { server: { ...ten.server, iis: { globalModules } } };
  const inside = (content: string) => webConfig({}).replace('</system.webServer>', `${content}</system.webServer>`);
  const above = (content: string) => webConfig({}).replace('<configuration>', `<configuration>${content}`);

  test.each([
    ['directory browsing is on', inside(browse('1')), 'web-config-settings-unread', true],
    ['directory browsing is off', inside(browse('0')), 'web-config-settings-unread', false],
    ['the validation is off', above(validation('0')), 'integrated-mode-conflict', false],
    ['the validation is on', above(validation('1')), 'integrated-mode-conflict', true],
  ] as const)('%s', (_, config, rule, told) => {
    expect(rulesFor(config, supported, validating).includes(rule)).toBe(told);
  });
});

describe('out-of-process', () => {
  const oop = webConfig({ hostingModel: 'outofprocess', processPath: '.\\App.exe', arguments: '' });

  test('the architecture of the process is that of its runtime, whatever the pool is', () => {
    const deps = JSON.stringify({
      runtimeTarget: { name: '.NETCoreApp,Version=v10.0/win-x64', signature: '' },
      targets: { '.NETCoreApp,Version=v10.0/win-x64': { 'Sql/1.0.0': { native: { 'runtimes/win-x64/native/sql.dll': {} } } } },
      libraries: { 'Sql/1.0.0': { type: 'package', serviceable: false, sha512: '' } },
    });
    const files = { ...supported, 'App.deps.json': deps, 'sql.dll': nativeDll('x64') };
    const pool = { enable32BitAppOnWin64: true };
    expect(rulesFor(oop, files, { ...ten, pool })).toEqual([]);
    expect(rulesFor(webConfig({}), files, { ...ten, pool })).toEqual(['native-asset-architecture']);
    expect(rulesFor(oop, { ...files, 'App.exe': appHost('x86') }, ten)).toEqual(['native-asset-architecture']);
  });

  test('a single file tells what it asks for', () => {
    const exe: BinaryImage = {
      format: 'pe',
      machine: 'x64',
      machineCode: 0,
      bits: 64,
      isDll: false,
      appHost: {
        bundle: true,
        boundDll: 'App.dll',
        bundled: { headerVersion: 6, files: ['App.dll'], runtimeConfig: new TextEncoder().encode(runtimeConfig('10.0.0')) },
      },
    };
    const eleven: Where = { server: { dotnet: [dotnetRoot('x64', ['11.0.1'])] }, pool: { environment: path() } };
    const rollForward = oop.replace('</aspNetCore>', `${environmentVariables({ DOTNET_ROLL_FORWARD: 'Major' })}</aspNetCore>`);
    const [advice] = adviceFor(rollForward, { 'App.exe': exe }, eleven).filter(({ rule }) => rule === 'framework-rolled-forward');
    expect(advice).toMatchObject({ place: { file: 'App.exe' } });
    expect(advice?.evidence[0]).toContain('App.runtimeconfig.json in App.exe asks for');
    expect(rulesFor(oop, { 'App.exe': exe }, ten)).toEqual([]);
  });
});

describe('what the start has told already', () => {
  const deps = (...libraries: readonly string[]) =>
    JSON.stringify({
      runtimeTarget: { name: '.NETCoreApp,Version=v3.1', signature: '' },
      targets: {
        '.NETCoreApp,Version=v3.1': Object.fromEntries(libraries.map((name) => [`${name}/1.0.0`, { runtime: { [`${name}.dll`]: {} } }])),
      },
      libraries: Object.fromEntries(libraries.map((name) => [`${name}/1.0.0`, { type: 'package', serviceable: false, sha512: '' }])),
    });
  const files = (...libraries: readonly string[]) => ({
    ...portable,
    'App.runtimeconfig.json': runtimeConfig('3.1.0'),
    'App.deps.json': deps(...libraries),
  });
  const old: Where = { server: { dotnet: [dotnetRoot('x64', ['3.1.32'])] } };

  test('one file is not told twice, several are listed', () => {
    expect(rulesFor(webConfig({}), files('Mail'), old)).not.toContain('promised-files-missing');
    expect(rulesFor(webConfig({}), files('Mail', 'Data'), old)).toContain('promised-files-missing');
  });
});

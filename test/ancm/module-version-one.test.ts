import { describe, expect, test } from '@jest/globals';
import { performStart } from '../../src/startup/perform-start.ts';
import {
  environmentVariables,
  path,
  portable,
  runtimeConfig,
  selfContained,
  startFacts,
  type TestFile,
  type Where,
  webConfig,
} from './start-facts.ts';

/** Version 1 of the module, `AspNetCoreModule`: always out-of-process, one attempt, its own codes and titles (ancm.md §15). */

const twoOne = { version: '2.1.30', complete: true };
const v1 = (change: Where['server'] = {}): Where => ({
  server: {
    aspNetCoreModule: { installed: false },
    dotnet: [
      {
        root: 'C:\\Program Files\\dotnet',
        architecture: 'x64',
        hostfxr: [twoOne],
        frameworks: new Map(['Microsoft.NETCore.App', 'Microsoft.AspNetCore.App'].map((name) => [name, [twoOne]])),
      },
    ],
    iis: {
      globalModules: [{ name: 'AspNetCoreModule' }],
      sections: {
        byPath: new Map(['aspNetCore', 'handlers'].map((name) => [`system.webServer/${name}`, { declared: true, locked: false }])),
        complete: false,
      },
    },
    ...change,
  },
});

const app: Record<string, TestFile> = {
  ...portable,
  'App.runtimeconfig.json': JSON.stringify({ runtimeOptions: { framework: { name: 'Microsoft.AspNetCore.App', version: '2.1.1' } } }),
};

function predict(attributes: Record<string, string>, files: Record<string, TestFile>, where: Where = v1(), children = '') {
  const config = webConfig({ hostingModel: '', ...attributes }, children).replace('AspNetCoreModuleV2', 'AspNetCoreModule');
  const { prediction, findings } = performStart(startFacts(config, files, where));
  return { ...prediction, rule: findings[prediction.finding ?? -1]?.finding.rule };
}

const processFailure = { outcome: 'fails', status: '502.5', title: 'Process Failure' };

describe('starts', () => {
  const rows: readonly (readonly [string, Record<string, string>, Record<string, TestFile>, Where?])[] = [
    ['without hostingModel', {}, app],
    ['in-process means nothing to it', { hostingModel: 'inprocess' }, app],
    ['nor does a word that version 2 refuses', { hostingModel: 'in-process' }, app],
    ['a name for a log that is not written', { stdoutLogFile: '' }, app],
    ['a self-contained application', { processPath: '.\\App.exe', arguments: '' }, selfContained()],
    [
      'variables of the launcher mean nothing',
      {},
      app,
      { ...v1(), pool: { environment: new Map([['ANCM_LAUNCHER_ARGS', '.\\Other.dll']]) } },
    ],
  ];
  test.each(rows.map((row) => [row[0], row] as const))('%s', (_what, [, attributes, files, where]) => {
    expect(predict(attributes, files, where)).toMatchObject({ outcome: 'starts' });
  });
});

describe('fails', () => {
  const exe = { processPath: '.\\Nope.exe', arguments: '' };
  const rows: readonly (readonly [string, ReturnType<typeof predict>, object])[] = [
    [
      'a missing exe',
      predict(exe, app),
      { ...processFailure, hresult: '0x80070002', event: { source: 'IIS AspNetCore Module', id: 1000 } },
    ],
    [
      'a missing exe, the page disabled',
      predict({ ...exe, disableStartUpErrorPage: 'true' }, app),
      { status: '502.3', title: 'Bad Gateway' },
    ],
    [
      'a framework that is missing: the process ends',
      predict({}, { ...app, 'App.runtimeconfig.json': runtimeConfig('8.0.0') }),
      { ...processFailure, hresult: '0x80004005' },
    ],
    ['no dotnet on PATH', predict({}, app, v1({ environment: path('C:\\Windows') })), { ...processFailure, hresult: '0x80070002' }],
    ['no time to start', predict({ startupTimeLimit: '0' }, app), { ...processFailure, hresult: '0x800705b4' }],
    [
      'a port that cannot be used',
      predict({}, app, v1(), environmentVariables({ ASPNETCORE_PORT: '80' })),
      { ...processFailure, hresult: '0x80070057', rule: 'listen-port-invalid' },
    ],
    [
      'a variable twice, ignoring case',
      predict(
        {},
        app,
        v1(),
        '<environmentVariables><environmentVariable name="A" value="1" /><environmentVariable name="a" value="2" /></environmentVariables>',
      ),
      { status: '502.3', hresult: '0x800700b7' },
    ],
    ['an attribute that its schema does not know', predict({ startupRetryCount: '2' }, app), { status: '502.3', hresult: '0x8007000d' }],
  ];
  test.each(rows)('%s', (_what, prediction, expected) => {
    expect(prediction).toMatchObject(expected);
    expect(prediction).not.toHaveProperty('furtherEvents');
  });

  test('its event names the application by its configuration path', () => {
    expect(predict(exe, app).event?.message).toBe(
      "Application 'MACHINE/WEBROOT/APPHOST/DEFAULT WEB SITE' with physical root 'C:\\inetpub\\shop\\' failed to start process with commandline '.\\Nope.exe ', ErrorCode = '0x80070002'.",
    );
  });
});

describe('the schema grew', () => {
  const settings = '<handlerSettings><handlerSetting name="debugLevel" value="file" /></handlerSettings>';
  const rows: readonly (readonly [bundle: string | undefined, hostingModel: string, handlerSettings: string])[] = [
    ['2.0.9', '502.3', '502.3'],
    ['1.1.13', '502.3', '502.3'],
    ['2.1.0', 'starts', '502.3'],
    ['2.1.1', 'starts', '502.3'],
    ['2.1.2', 'starts', 'starts'],
    ['2.2.8', 'starts', 'starts'],
    [undefined, 'starts', 'starts'],
  ];
  test.each(rows)('bundle %s: hostingModel %s, handlerSettings %s', (hostingBundle, hostingModel, handlerSettings) => {
    const where = v1(hostingBundle === undefined ? {} : { hostingBundle });
    const say = ({ outcome, status }: ReturnType<typeof predict>) => status ?? outcome;
    expect(say(predict({ hostingModel: 'outofprocess' }, app, where))).toBe(hostingModel);
    const config = webConfig({}, settings).replace('AspNetCoreModuleV2', 'AspNetCoreModule').replace(' hostingModel="inprocess"', '');
    expect(say({ ...performStart(startFacts(config, app, where)).prediction, rule: undefined })).toBe(handlerSettings);
  });
});

import { describe, expect, test } from '@jest/globals';
import { failureRules } from '../../src/model/failure-rules.ts';
import { performStart } from '../../src/startup/perform-start.ts';
import {
  appHost,
  assembly,
  dotnetRoot,
  environmentVariables,
  nativeDll,
  path,
  portable,
  runtimeConfig,
  selfContained,
  startFacts,
  type TestFile,
  type Where,
  webConfig,
} from './start-facts.ts';

type Row = readonly [string, Record<string, string>, Record<string, TestFile>, Where, string, string?, string?];

const oop = { hostingModel: 'outofprocess' };
const exe = { ...oop, processPath: '.\\App.exe', arguments: '' };

function verify(rows: readonly Row[]): void {
  test.each(rows.map((row) => [row[0], row] as const))('%s', (_what, [, attributes, files, where, expected, rule, hresult]) => {
    const { prediction, findings } = performStart(startFacts(webConfig(attributes), files, where));
    expect(`${prediction.outcome} ${prediction.status ?? ''}`.trim()).toBe(expected);
    const failure = findings[prediction.finding ?? -1]?.finding;
    if (rule !== undefined) expect(failure?.rule).toBe(rule);
    if (failure !== undefined)
      expect(Object.entries(failureRules).find(([id]) => id === failure.rule)?.[1].statuses).toContain(failure.status);
    if (hresult !== undefined) expect(prediction.hresult).toBe(hresult);
    if (expected === 'starts') expect(findings.filter(({ finding }) => finding.severity === 'error')).toEqual([]);
  });
}

const module = (handlers: readonly { version: string; complete: boolean }[], version = '18.0.25301.22'): Where['server'] & object => ({
  aspNetCoreModule: { installed: true, version, architectures: ['x64', 'x86'], outOfProcessHandlers: handlers },
});

const folder = (version: string, complete = true) => ({ version, complete });

describe('outofprocess-handler', () => {
  verify([
    ['no folder', oop, portable, { server: module([]) }, 'fails 500.36', 'outofprocess-handler-missing', '0x8007023e'],
    ['no folder, module 2.2', oop, portable, { server: module([], '12.2.19109.5') }, 'fails 500.0', 'outofprocess-handler-missing'],
    ['no folder, but in-process', {}, portable, { server: module([]) }, 'starts'],
    [
      'a four-part folder does not count for 3.0 and later',
      oop,
      portable,
      { server: module([folder('12.2.19109.5')]) },
      'fails 500.36',
      'outofprocess-handler-missing',
    ],
    ['and does for 2.2', oop, portable, { server: module([folder('12.2.19109.5')], '12.2.19109.5') }, 'starts'],
    [
      'the highest folder is empty',
      oop,
      portable,
      { server: module([folder('18.0.1'), folder('19.0.1', false)]) },
      'fails 500.0',
      'outofprocess-handler-not-loadable',
      '0x8007007e',
    ],
    ['a release is above its preview', oop, portable, { server: module([folder('2.1.0-preview', false), folder('2.1.0')]) }, 'starts'],
    [
      'folders not described',
      oop,
      portable,
      { server: { aspNetCoreModule: { installed: true, version: '18.0.25301.22', architectures: ['x64', 'x86'] } } },
      'undetermined',
    ],
  ]);

  test('handlerVersion is taken verbatim: 500.0, never 500.36', () => {
    const config = (version: string) =>
      webConfig(oop, `<handlerSettings><handlerSetting name="HandlerVersion" value="${version}" /></handlerSettings>`);
    const predict = (version: string) =>
      performStart(startFacts(config(version), portable, { server: module([folder('18.0.1'), folder('19.0.1')]) })).prediction;
    expect(predict('88.93')).toMatchObject({ outcome: 'fails', status: '500.0', hresult: '0x8007007e', event: { id: 1010 } });
    expect(predict('18.0.1').outcome).toBe('starts');
  });

  test('a handler named by the pool, if it exists', () => {
    const where = (existingFiles?: readonly string[]): Where => ({
      server: { ...module([]), ...(existingFiles === undefined ? {} : { existingFiles }) },
      pool: { environment: new Map([['ASPNETCORE_MODULE_OUTOFPROCESS_HANDLER', 'D:\\ancm\\handler.dll']]) },
    });
    const predict = (existingFiles?: readonly string[]) =>
      performStart(startFacts(webConfig(oop), portable, where(existingFiles))).prediction;
    expect(predict(['D:\\ANCM\\handler.dll']).outcome).toBe('starts');
    expect(predict([]).status).toBe('500.36');
    expect(predict().outcome).toBe('undetermined');
  });
});

describe('listen-port', () => {
  const rows: readonly (readonly [string, string])[] = [
    ['', 'starts'],
    ['1025', 'starts'],
    ['48000', 'starts'],
    ['1024', 'fails 502.5'],
    ['48001', 'fails 502.5'],
    ['http', 'fails 502.5'],
  ];
  test.each(rows)('ASPNETCORE_PORT="%s": %s', (port, expected) => {
    const { prediction } = performStart(startFacts(webConfig(oop, environmentVariables({ ASPNETCORE_PORT: port })), portable));
    expect(`${prediction.outcome} ${prediction.status ?? ''}`.trim()).toBe(expected);
  });

  test('the variable counts in web.config only', () => {
    const where: Where = { pool: { environment: new Map([['ASPNETCORE_PORT', '80']]) } };
    expect(performStart(startFacts(webConfig(oop), portable, where)).prediction.outcome).toBe('starts');
  });
});

describe('create-process', () => {
  verify([
    ['dotnet on PATH', oop, portable, {}, 'starts'],
    [
      'dotnet not on PATH: Program Files is no way back here',
      oop,
      portable,
      { server: { environment: path('C:\\Windows') } },
      'fails 502.5',
      'dotnet-missing',
      '0x80070002',
    ],
    [
      'the first dotnet on PATH wins, whatever its architecture',
      oop,
      portable,
      { server: { environment: path('C:\\Program Files (x86)\\dotnet', 'C:\\Program Files\\dotnet') } },
      'starts',
    ],
    [
      'a full path that is not there',
      { ...oop, processPath: 'D:\\dotnet\\dotnet.exe' },
      portable,
      {},
      'fails 502.5',
      'dotnet-missing',
      '0x80070002',
    ],
    ['an exe', exe, selfContained(), {}, 'starts'],
    ['an exe of the other bitness than the pool', exe, selfContained('x86'), {}, 'starts'],
    [
      'without extension nothing is appended to a name with a folder',
      { ...exe, processPath: '.\\App' },
      selfContained(),
      {},
      'fails 502.5',
      'executable-missing',
      '0x80070002',
    ],
    [
      'a Linux program',
      { ...exe, processPath: '.\\App' },
      { App: { format: 'elf', machine: 'x64' } },
      {},
      'fails 502.5',
      'executable-for-another-system',
      '0x800700c1',
    ],
    [
      'a text file',
      { ...exe, processPath: '.\\start.txt' },
      { 'start.txt': { format: 'not-an-image', why: 'it has no MZ header' } },
      {},
      'fails 502.5',
      'executable-not-startable',
      '0x800700c1',
    ],
    ['a program for ARM64 on x64', exe, selfContained('arm64'), {}, 'fails 502.5', 'executable-not-startable', '0x800700d8'],
    [
      'the page disabled',
      { ...exe, processPath: '.\\Other.exe', disableStartUpErrorPage: 'true' },
      portable,
      {},
      'fails 502.3',
      'executable-missing',
    ],
    ['roots not described', oop, portable, { server: { dotnet: undefined } as unknown as Where['server'] & object }, 'undetermined'],
    ['a batch file', { ...exe, processPath: '.\\start.cmd' }, { 'start.cmd': null }, {}, 'undetermined'],
  ]);
});

describe('child-process', () => {
  const { hostfxr: _, ...withoutHostfxr } = dotnetRoot('x64');
  const six = { ...portable, 'App.runtimeconfig.json': runtimeConfig('6.0.0') };
  verify([
    ['a framework that is missing', oop, six, {}, 'fails 502.5', 'shared-framework-missing', '0x8027025b'],
    [
      'only the root that is used counts',
      oop,
      portable,
      {
        server: {
          environment: path('D:\\dotnet', 'C:\\Program Files\\dotnet'),
          dotnet: [dotnetRoot('x64', ['7.0.20'], 'D:\\dotnet'), dotnetRoot('x64')],
        },
      },
      'fails 502.5',
      'shared-framework-missing',
    ],
    ['no arguments', { ...oop, arguments: '' }, portable, {}, 'fails 502.5', 'arguments-empty', '0x8027025b'],
    ['a dll that is not there', { ...oop, arguments: '.\\Other.dll' }, portable, {}, 'fails 502.5', 'application-path-not-runnable'],
    ['a leading blank is harmless', { ...oop, arguments: ' exec .\\App.dll' }, portable, {}, 'starts'],
    [
      'an x86-only assembly under x64 dotnet',
      oop,
      { ...portable, 'App.dll': assembly('x86', { requires32Bit: true }) },
      {},
      'fails 502.5',
      'entry-assembly-architecture',
    ],
    ['an apphost finds the global runtime', exe, portable, {}, 'starts'],
    [
      'an x86 apphost needs the x86 runtime',
      exe,
      { ...portable, 'App.exe': appHost('x86') },
      { server: { dotnet: [dotnetRoot('x64')] } },
      'fails 502.5',
      'dotnet-missing',
      '0x8027025b',
    ],
    [
      'an x86 apphost with the x86 runtime',
      exe,
      { ...portable, 'App.exe': appHost('x86') },
      { server: { dotnet: [dotnetRoot('x64'), dotnetRoot('x86')] } },
      'starts',
    ],
    [
      'an apphost and a runtime without hostfxr',
      exe,
      portable,
      { server: { dotnet: [{ ...dotnetRoot('x64'), hostfxr: [] }] } },
      'fails 502.5',
      'hostfxr-missing',
    ],
    [
      'an apphost that is led to a runtime of another architecture',
      exe,
      portable,
      { server: { environment: new Map([...path(), ['DOTNET_ROOT', 'C:\\Program Files (x86)\\dotnet']]), dotnet: [dotnetRoot('x86')] } },
      'fails 502.5',
      'hostfxr-not-loadable',
    ],
    [
      'an apphost that is led to a folder of which nothing is known',
      exe,
      portable,
      { server: { environment: new Map([...path(), ['DOTNET_ROOT', 'E:\\net']]) } },
      'undetermined',
    ],
    [
      'an apphost that is led to a folder without a runtime',
      exe,
      portable,
      { server: { environment: new Map([...path(), ['DOTNET_ROOT', 'E:\\net']]), existingFiles: ['E:\\net\\readme.txt'] } },
      'fails 502.5',
      'dotnet-missing',
    ],
    [
      'an apphost that is led to a folder that is not there',
      exe,
      portable,
      { server: { environment: new Map([...path(), ['DOTNET_ROOT', 'E:\\net']]), existingFiles: [] } },
      'starts',
    ],
    [
      'an apphost and a runtime of whose hostfxr nobody said anything',
      exe,
      portable,
      { server: { dotnet: [withoutHostfxr] } },
      'undetermined',
    ],
    [
      'such a runtime, without the framework either way',
      exe,
      six,
      { server: { dotnet: [withoutHostfxr] } },
      'fails 502.5',
      'shared-framework-missing',
    ],
    ['dotnet of whose hostfxr nobody said anything', oop, portable, { server: { dotnet: [withoutHostfxr] } }, 'undetermined'],
    [
      'such a dotnet, without the framework either way',
      oop,
      six,
      { server: { dotnet: [withoutHostfxr] } },
      'fails 502.5',
      'shared-framework-missing',
    ],
    [
      'an apphost whose dll cannot be told',
      exe,
      { ...portable, 'App.exe': { format: 'pe', machine: 'x64', machineCode: 0, bits: 64, isDll: false, appHost: { bundle: false } } },
      {},
      'undetermined',
    ],
    [
      'an apphost and runtimes of an architecture that nobody named',
      exe,
      portable,
      { server: { dotnet: [{ root: 'C:\\Program Files\\dotnet', hostfxr: [folder('8.0.22')], frameworks: new Map() }] } },
      'undetermined',
    ],
    [
      'an apphost that nobody stamped',
      exe,
      {
        ...portable,
        'App.exe': {
          format: 'pe',
          machine: 'x64',
          machineCode: 0,
          bits: 64,
          isDll: false,
          appHost: { bundle: false, unbound: true },
        },
      },
      {},
      'fails 502.5',
      'host-start-refused',
    ],
    [
      'an apphost that nobody stamped, in-process, where it is not run',
      { ...exe, hostingModel: 'inprocess' },
      {
        ...portable,
        'App.exe': {
          format: 'pe',
          machine: 'x64',
          machineCode: 0,
          bits: 64,
          isDll: false,
          appHost: { bundle: false, unbound: true },
        },
      },
      {},
      'starts',
    ],
    ['an apphost whose dll is missing', exe, { 'App.exe': appHost() }, {}, 'fails 502.5', 'application-dll-missing'],
    [
      'hostfxr.dll left over beside a framework-dependent exe',
      exe,
      { ...portable, 'hostfxr.dll': { ...nativeDll('x64'), fileVersion: '8.0.2225.52707' } },
      {},
      'fails 502.5',
      'shared-framework-missing',
    ],
    ...(
      [
        ['of another architecture', nativeDll('x86')],
        ['that is empty', { format: 'empty' }],
        ['that is another library', nativeDll('x64', ['DllMain'])],
      ] satisfies readonly (readonly [string, TestFile])[]
    ).map(
      ([what, image]): Row => [
        `self-contained with a hostfxr.dll ${what}`,
        exe,
        { ...selfContained(), 'hostfxr.dll': image },
        {},
        'fails 502.5',
        'hostfxr-not-loadable',
        '0x8027025b',
      ],
    ),
    ['with one whose exports could not be read', exe, { ...selfContained(), 'hostfxr.dll': nativeDll('x64') }, {}, 'starts'],
    [
      'self-contained without hostpolicy.dll',
      exe,
      Object.fromEntries(Object.entries(selfContained()).filter(([name]) => name !== 'hostpolicy.dll')),
      {},
      'fails 502.5',
    ],
    [
      'a single file with the runtime inside',
      exe,
      {
        'App.exe': {
          format: 'pe',
          machine: 'x64',
          machineCode: 0,
          bits: 64,
          isDll: false,
          exports: ['DotNetRuntimeInfo'],
          appHost: { bundle: true },
        },
      },
      {},
      'starts',
    ],
    ['settings that do not parse', oop, { ...portable, 'appsettings.json': '[]' }, {}, 'fails 502.5', 'appsettings-unparsable'],
    [
      'frameworks not described',
      oop,
      portable,
      { server: { dotnet: [{ root: 'C:\\Program Files\\dotnet', architecture: 'x64', hostfxr: [folder('8.0.22')] }] } },
      'undetermined',
    ],
  ]);

  test('a runtime that only the registry leads to, of which nobody said anything', () => {
    const outcome = (server: Where['server'] & object) => {
      const { prediction } = performStart(startFacts(webConfig(exe), portable, { server }));
      return `${prediction.outcome} ${prediction.missingFacts.join()}`.trim();
    };
    const elsewhere = [dotnetRoot('x64', ['8.0.22'], 'D:\\dotnet')];
    expect(outcome({ dotnet: elsewhere })).toBe('undetermined dotnetInstallLocations');
    expect(outcome({ dotnet: elsewhere, dotnetInstallLocations: {} })).toBe('fails');
    expect(outcome({ dotnet: elsewhere, dotnetInstallLocations: { x64: 'D:\\dotnet\\' } })).toBe('starts');
    expect(outcome({ dotnet: [dotnetRoot('x86')] })).toBe('fails');
    // A variable that leads to a folder without a runtime ends the search before the registry.
    const environment = new Map([...path('C:\\Windows'), ['DOTNET_ROOT', 'E:\\net'] as const]);
    expect(outcome({ dotnet: elsewhere, environment, existingFiles: ['E:\\net\\readme.txt'] })).toBe('fails');
  });

  test('DOTNET_ROLL_FORWARD in web.config reaches the child', () => {
    const config = webConfig(oop, environmentVariables({ DOTNET_ROLL_FORWARD: 'Major' }));
    expect(performStart(startFacts(config, six)).prediction.outcome).toBe('starts');
  });
});

describe('listening', () => {
  verify([
    ['no time to start', { ...oop, startupTimeLimit: '0' }, portable, {}, 'fails 502.5', 'startup-time-limit-zero', '0x8027025a'],
    ['one second is a limit like any other', { ...oop, startupTimeLimit: '1' }, portable, {}, 'starts'],
  ]);
});

import { describe, expect, test } from '@jest/globals';
import { performStart } from '../../src/startup/perform-start.ts';
import {
  appHost,
  assembly,
  dotnetRoot,
  environmentVariables,
  includedFrameworks,
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

/** [what, attributes, files, where, expected outcome, rule of the finding that ends it, text of its first event] */
type Row = readonly [string, Record<string, string>, Record<string, TestFile>, Where, string, string?, string?];

const exe = { processPath: '.\\App.exe', arguments: '' };
const variables = (values: Record<string, string>): Where => ({ pool: { environment: new Map(Object.entries(values)) } });

function verify(rows: readonly Row[]): void {
  test.each(rows.map((row) => [row[0], row] as const))('%s', (_what, [, attributes, files, where, expected, rule, eventText]) => {
    const { prediction, findings } = performStart(startFacts(webConfig(attributes), files, where));
    expect(`${prediction.outcome} ${prediction.status ?? ''}`.trim()).toBe(expected);
    if (rule !== undefined) expect(findings[prediction.finding ?? -1]?.finding.rule).toBe(rule);
    if (eventText !== undefined) expect(prediction.event?.message).toContain(eventText);
    if (expected === 'starts') expect(findings.filter(({ finding }) => finding.severity === 'error')).toEqual([]);
  });
}

describe('process-path', () => {
  verify([
    ['dotnet', {}, portable, {}, 'starts'],
    ['upper-case with extension', { processPath: 'DOTNET.EXE' }, portable, {}, 'starts'],
    [
      'an extension other than .exe',
      { processPath: 'dotnet.zip' },
      portable,
      {},
      'fails 500.0',
      'process-path-extension',
      "Process path 'dotnet.zip' doesn't have '.exe' extension.",
    ],
    ['a dot in the name is an extension', { processPath: '.\\My.Web.Api' }, portable, {}, 'fails 500.0', 'process-path-extension'],
    [
      'a missing exe',
      { processPath: '.\\Other.exe', arguments: '' },
      portable,
      {},
      'fails 500.0',
      'executable-missing',
      "Executable was not found at 'C:\\inetpub\\shop\\.\\Other.exe'",
    ],
    ['a name without extension gets .exe', { processPath: '.\\App', arguments: '' }, selfContained(), {}, 'starts'],
    ['letter case and slashes do not matter', { processPath: './app.EXE', arguments: '' }, selfContained(), {}, 'starts'],
    [
      'a Linux program',
      { processPath: '.\\App', arguments: '' },
      { App: { format: 'elf', machine: 'x64' }, 'App.dll': assembly('linux') },
      {},
      'fails 500.0',
      'executable-for-another-system',
    ],
    [
      'the launcher placeholder',
      { processPath: '%LAUNCHER_PATH%', arguments: '%LAUNCHER_ARGS%' },
      portable,
      {},
      'fails 500.0',
      'launcher-placeholder-left',
    ],
    [
      'the placeholder with the variables of the pool',
      { processPath: '%LAUNCHER_PATH%', arguments: '%LAUNCHER_ARGS%' },
      portable,
      variables({ ANCM_LAUNCHER_PATH: 'dotnet', ANCM_LAUNCHER_ARGS: '.\\App.dll' }),
      'starts',
    ],
    [
      'the placeholder, pool variables not described',
      { processPath: '%LAUNCHER_PATH%', arguments: '%LAUNCHER_ARGS%' },
      portable,
      { server: { environment: path('C:\\Program Files\\dotnet') }, pool: withoutEnvironment() },
      'undetermined',
    ],
    [
      'a variable of the pool',
      { processPath: '%WHERE%\\dotnet.exe' },
      portable,
      variables({ WHERE: 'C:\\Program Files\\dotnet' }),
      'starts',
    ],
    ['dotnet without arguments', { arguments: '' }, portable, {}, 'fails 500.0', 'arguments-empty', 'Application arguments are empty.'],
    [
      'no dll beside the exe',
      exe,
      { 'App.exe': appHost() },
      {},
      'fails 500.38',
      'application-dll-missing',
      "The app couldn't be found at C:\\inetpub\\shop\\.\\App.dll.",
    ],
    [
      'no dll beside the exe, module 3.1',
      exe,
      { 'App.exe': appHost() },
      { module: '13.1.22321.32' },
      'fails 500.38',
      'application-dll-missing',
      'Application DLL was not found at',
    ],
    [
      'no dll beside the exe, module 2.2',
      exe,
      { 'App.exe': appHost() },
      { module: '12.2.19109.5' },
      'fails 500.0',
      'application-dll-missing',
      'Application .dll was not found at',
    ],
    [
      'an exe whose name ends in dotnet',
      { processPath: '.\\hello-dotnet.exe', arguments: '' },
      {
        ...selfContained(),
        'hello-dotnet.exe': appHost(),
        'hello-dotnet.dll': assembly(),
        'hello-dotnet.runtimeconfig.json': includedFrameworks(),
      },
      {},
      'starts',
    ],
    [
      'the same with module 2.2',
      { processPath: '.\\hello-dotnet.exe', arguments: '' },
      { ...selfContained(), 'hello-dotnet.exe': appHost(), 'hello-dotnet.dll': assembly() },
      { module: '12.2.19109.5' },
      'fails 500.0',
      'arguments-empty',
    ],
    [
      'a program elsewhere on the server, which nobody described',
      { processPath: 'D:\\apps\\App.exe', arguments: '' },
      portable,
      {},
      'undetermined',
    ],
    [
      'a program elsewhere that is known to be missing',
      { processPath: 'D:\\apps\\App.exe', arguments: '' },
      portable,
      { server: { existingFiles: [] } },
      'fails 500.0',
      'executable-missing',
    ],
    [
      'a program elsewhere that is there, without its dll',
      { processPath: 'D:\\apps\\App.exe', arguments: '' },
      portable,
      { server: { existingFiles: ['D:\\Apps\\app.exe'] } },
      'fails 500.38',
      'application-dll-missing',
    ],
    [
      'a whole application elsewhere, of which nobody knows more',
      { processPath: 'D:\\apps\\App.exe', arguments: '' },
      portable,
      { server: { existingFiles: ['D:\\apps\\App.exe', 'D:\\apps\\App.dll'] } },
      'undetermined',
    ],
    [
      'a full path into the application folder',
      { processPath: 'C:\\inetpub\\shop\\App.exe', arguments: '' },
      selfContained(),
      {},
      'starts',
    ],
  ]);
});

function withoutEnvironment() {
  // Overriding with nothing: the pool of these facts has no described environment.
  return { environment: undefined } as unknown as Where['pool'] & object;
}

describe('locate-dotnet', () => {
  const x64 = dotnetRoot('x64');
  const x86 = dotnetRoot('x86');
  const bits32 = { enable32BitAppOnWin64: true };
  verify([
    ['32-bit pool with the x86 runtime', {}, portable, { pool: bits32 }, 'starts'],
    [
      '32-bit pool without x86 dotnet',
      {},
      portable,
      { pool: bits32, server: { dotnet: [x64] } },
      'fails 500.0',
      'dotnet-missing',
      'the bitness of dotnet matches the bitness of the IIS worker process',
    ],
    [
      'no dotnet at all',
      {},
      portable,
      { server: { dotnet: [] } },
      'fails 500.0',
      'dotnet-missing',
      "Could not find dotnet.exe at 'C:\\inetpub\\shop\\dotnet.exe' or using the system PATH",
    ],
    [
      'x86 first on PATH is skipped',
      {},
      portable,
      { server: { environment: path('C:\\Program Files (x86)\\dotnet', 'C:\\Program Files\\dotnet') } },
      'starts',
    ],
    ['nothing on PATH, Program Files is the way back', {}, portable, { server: { environment: path('C:\\Windows\\system32') } }, 'starts'],
    [
      'only the registered location has it',
      {},
      portable,
      {
        server: {
          environment: path('C:\\Windows'),
          dotnet: [dotnetRoot('x64', ['8.0.22'], 'D:\\dotnet')],
          dotnetInstallLocations: { x64: 'D:\\dotnet\\' },
        },
      },
      'starts',
    ],
    [
      'a module of 2.2 does not read the registry',
      {},
      portable,
      {
        module: '12.2.19109.5',
        server: {
          environment: path('C:\\Windows'),
          dotnet: [dotnetRoot('x64', ['8.0.22'], 'D:\\dotnet')],
          dotnetInstallLocations: { x64: 'D:\\dotnet\\' },
        },
      },
      'fails 500.0',
    ],
    [
      'a folder in processPath settles it',
      { processPath: 'D:\\dotnet\\dotnet.exe' },
      portable,
      {},
      'fails 500.0',
      'dotnet-missing',
      "Could not find dotnet.exe at 'D:\\dotnet\\dotnet.exe'",
    ],
    [
      'the x64 path in a 32-bit pool',
      { processPath: 'C:\\Program Files\\dotnet\\dotnet.exe' },
      portable,
      { pool: bits32 },
      'fails 500.32',
      'hostfxr-not-loadable',
      'This might be caused by a bitness mismatch',
    ],
    [
      '%ProgramFiles% follows the worker process',
      { processPath: '%ProgramFiles%\\dotnet\\dotnet.exe' },
      portable,
      { pool: bits32 },
      'starts',
    ],
    [
      '%ProgramFiles% in a 32-bit pool without x86',
      { processPath: '%ProgramFiles%\\dotnet\\dotnet.exe' },
      portable,
      { pool: bits32, server: { dotnet: [x64] } },
      'fails 500.0',
      'dotnet-missing',
    ],
    ['roots not described', {}, portable, { server: { dotnet: undefined } as unknown as Where['server'] & object }, 'undetermined'],
    [
      'an exe without hostfxr needs dotnet of the worker, not of the exe',
      exe,
      { ...portable, 'App.exe': appHost('x86') },
      { server: { dotnet: [x64] } },
      'starts',
    ],
    ['and fails where that is missing', exe, portable, { server: { dotnet: [x86] } }, 'fails 500.0', 'dotnet-missing'],
    [
      'dotnet.exe inside the artifact without host\\fxr',
      {},
      { ...portable, 'dotnet.exe': nativeDll('x64') },
      { module: '16.0.24290.36' },
      'fails 500.0',
      'hostfxr-missing',
      'Unable to find hostfxr directory at C:\\inetpub\\shop\\host\\fxr',
    ],
  ]);
});

describe('locate-hostfxr', () => {
  const incomplete = {
    ...dotnetRoot('x64', ['6.0.36']),
    hostfxr: [
      { version: '6.0.36', complete: true },
      { version: '8.0.22', complete: false },
    ],
  };
  verify([
    [
      'only the highest folder counts',
      {},
      portable,
      { module: '16.0.24290.36', server: { dotnet: [incomplete] } },
      'fails 500.0',
      'hostfxr-missing',
      "hostfxr.dll not found at 'C:\\Program Files\\dotnet\\host\\fxr\\8.0.22\\hostfxr.dll'",
    ],
    [
      'from 7.0 on in the words of nethost',
      {},
      portable,
      { server: { dotnet: [incomplete] } },
      'fails 500.0',
      'hostfxr-missing',
      'get_hostfxr_path failed',
    ],
    [
      'versions not described',
      {},
      portable,
      { server: { dotnet: [{ root: 'C:\\Program Files\\dotnet', architecture: 'x64' }] } },
      'undetermined',
    ],
  ]);
});

describe('load-hostfxr', () => {
  verify([
    [
      'self-contained x64 in a 32-bit pool',
      exe,
      selfContained(),
      { pool: { enable32BitAppOnWin64: true } },
      'fails 500.32',
      'hostfxr-not-loadable',
    ],
    ['self-contained x86 in a 64-bit pool', exe, selfContained('x86'), {}, 'fails 500.32', 'hostfxr-not-loadable'],
    ['self-contained x86 in a 32-bit pool', exe, selfContained('x86'), { pool: { enable32BitAppOnWin64: true } }, 'starts'],
    ['self-contained needs no runtime on the server', exe, selfContained(), { server: { dotnet: [] } }, 'starts'],
    ['a module of 2.2 says 500.0', exe, selfContained('x86'), { module: '12.2.19109.5' }, 'fails 500.0', 'hostfxr-not-loadable'],
    [
      'an empty hostfxr.dll',
      exe,
      { ...selfContained(), 'hostfxr.dll': { format: 'empty' } },
      {},
      'fails 500.32',
      'hostfxr-not-loadable',
      'Unable to load',
    ],
    [
      'a hostfxr.dll without the export',
      exe,
      { ...selfContained(), 'hostfxr.dll': nativeDll('x64', ['hostfxr_main']) },
      {},
      'fails 500.32',
      'hostfxr-not-loadable',
      "does not support 'hostfxr_get_native_search_directories'",
    ],
    [
      'bitness of the pool not described',
      exe,
      selfContained(),
      { pool: { enable32BitAppOnWin64: undefined } as unknown as Where['pool'] & object },
      'undetermined',
    ],
    [
      'and not needed when both will do',
      {},
      portable,
      { pool: { enable32BitAppOnWin64: undefined } as unknown as Where['pool'] & object },
      'starts',
    ],
  ]);
});

describe('application-arguments', () => {
  const clear = "Provided application path does not exist, or isn't a .dll or .exe.";
  verify([
    ['a dll that is not there', { arguments: '.\\Other.dll' }, portable, {}, 'fails 500.31', 'application-path-not-runnable', clear],
    [
      'the same before 8.0',
      { arguments: '.\\Other.dll' },
      portable,
      { module: '17.0.24141.20' },
      'fails 500.31',
      'application-path-not-runnable',
      'Unable to locate application dependencies.',
    ],
    ['exec', { arguments: 'exec .\\App.dll' }, portable, {}, 'starts'],
    [
      'exec with a missing dll keeps the general words',
      { arguments: 'exec .\\Other.dll' },
      portable,
      {},
      'fails 500.31',
      'application-path-not-runnable',
      'Unable to locate application dependencies.',
    ],
    [
      'a leading blank before exec',
      { arguments: ' exec .\\App.dll' },
      portable,
      {},
      'fails 500.31',
      'application-path-not-runnable',
      clear,
    ],
    ['an SDK command', { arguments: 'run' }, portable, {}, 'fails 500.31', 'application-path-not-runnable'],
    [
      'a full path with blanks and no quotes',
      { arguments: 'C:\\inetpub\\shop\\my folder\\App.dll' },
      { 'my folder\\App.dll': assembly(), 'my folder\\App.runtimeconfig.json': runtimeConfig() },
      {},
      'starts',
    ],
    ['more arguments behind the dll', { arguments: '.\\App.dll --urls x' }, portable, {}, 'starts'],
  ]);
});

describe('request-handler and application-start', () => {
  verify([
    [
      'a worker application',
      {},
      { ...portable, 'App.runtimeconfig.json': runtimeConfig('8.0.0', ['Microsoft.NETCore.App']) },
      {},
      'fails 500.33',
      'request-handler-missing',
    ],
    [
      'a self-contained folder without the handler',
      exe,
      Object.fromEntries(Object.entries(selfContained()).filter(([name]) => !name.startsWith('aspnetcorev2'))),
      {},
      'fails 500.33',
      'request-handler-missing',
    ],
    [
      'a handler of another machine',
      exe,
      { ...selfContained(), 'aspnetcorev2_inprocess.dll': nativeDll('x86') },
      {},
      'fails 500.0',
      'request-handler-not-loadable',
    ],
    [
      'an x86-only assembly in a 64-bit pool',
      {},
      { ...portable, 'App.dll': assembly('x86', { requires32Bit: true }) },
      {},
      'fails 500.30',
      'entry-assembly-architecture',
    ],
    [
      'the same in a 32-bit pool',
      {},
      { ...portable, 'App.dll': assembly('x86', { requires32Bit: true }) },
      { pool: { enable32BitAppOnWin64: true } },
      'starts',
    ],
    ['an assembly that prefers 32 bits', {}, { ...portable, 'App.dll': assembly('x86', { prefers32Bit: true }) }, {}, 'starts'],
    [
      'an x64 assembly in a 32-bit pool',
      {},
      { ...portable, 'App.dll': assembly('x64') },
      { pool: { enable32BitAppOnWin64: true } },
      'fails 500.30',
      'entry-assembly-architecture',
    ],
    [
      'ReadyToRun for Linux',
      {},
      { ...portable, 'App.dll': assembly('linux', { ilOnly: false, readyToRun: true }) },
      {},
      'fails 500.30',
      'entry-assembly-architecture',
    ],
    ['ReadyToRun for this machine', {}, { ...portable, 'App.dll': assembly('x64', { ilOnly: false, readyToRun: true }) }, {}, 'starts'],
    [
      'an entry assembly that is no image',
      {},
      { ...portable, 'App.dll': { format: 'empty' } },
      {},
      'fails 500.30',
      'entry-assembly-unloadable',
    ],
    ['no time to start', { startupTimeLimit: '0' }, portable, {}, 'fails 500.37', 'startup-time-limit-zero'],
    ['a self-contained application through dotnet', {}, selfContained(), {}, 'fails 500.30', 'self-contained-started-by-dotnet'],
    ['settings that do not parse', {}, { ...portable, 'appsettings.json': '{ "Logging": ' }, {}, 'fails 500.30', 'appsettings-unparsable'],
    [
      'settings with comments and trailing commas',
      {},
      { ...portable, 'appsettings.json': '{ /* a */ "Logging": {}, } // b' },
      {},
      'starts',
    ],
    ['settings with a deploy-time token', {}, { ...portable, 'appsettings.json': '{ "Port": #{Port} }' }, {}, 'undetermined'],
    ['settings of an environment that is not in force', {}, { ...portable, 'appsettings.Staging.json': '{' }, {}, 'starts'],
  ]);

  test('a web.config variable that breaks only the second initialization', () => {
    const config = webConfig({}, environmentVariables({ DOTNET_ROLL_FORWARD: 'Nonsense' }));
    const { prediction, findings } = performStart(startFacts(config, portable));
    expect(prediction.status).toBe('500.30');
    expect(findings[prediction.finding ?? -1]?.finding.rule).toBe('host-environment-invalid');
    expect(prediction.event?.message).toContain(
      'Error occurred when initializing in-process application, Return code: 0x80008093, Error logs: ',
    );
    expect(prediction.furtherEvents?.map(({ id, message }) => [id, message.split('\n')[1]])).toEqual([
      [1007, 'CLR worker thread exited prematurely'],
    ]);
  });

  test('DOTNET_ROLL_FORWARD in web.config is no rescue in-process, on the pool it is', () => {
    const old = { ...portable, 'App.runtimeconfig.json': runtimeConfig('6.0.0') };
    const inWebConfig = webConfig({}, environmentVariables({ DOTNET_ROLL_FORWARD: 'Major' }));
    expect(performStart(startFacts(inWebConfig, old)).prediction.status).toBe('500.31');
    expect(performStart(startFacts(webConfig({}), old, variables({ DOTNET_ROLL_FORWARD: 'Major' }))).prediction.outcome).toBe('starts');
  });

  test('a startup hook that is not there', () => {
    const config = (hook: string) => webConfig({}, environmentVariables({ DOTNET_STARTUP_HOOKS: hook }));
    const outcome = (hook: string, where: Where = {}) =>
      performStart(startFacts(config(hook), { ...portable, 'Hook.dll': assembly() }, where)).prediction;
    expect(outcome('C:\\inetpub\\shop\\Missing.dll').status).toBe('500.30');
    expect(outcome('C:\\inetpub\\shop\\Hook.dll').outcome).toBe('starts');
    expect(outcome('D:\\agent\\Hook.dll').outcome).toBe('undetermined');
    expect(outcome('D:\\agent\\Hook.dll', { server: { existingFiles: [] } }).status).toBe('500.30');
  });
});

describe('an executable for another system', () => {
  const elf = { format: 'elf', machine: 'x64' } as const;
  const start = 'Name what is really there: dotnet as processPath, and App.dll in arguments.';
  test.each<[string, Record<string, TestFile>, boolean]>([
    ['published on Linux, the exe named by hand', { ...portable, App: elf }, true],
    ['self-contained for Linux', { ...portable, App: elf, 'libhostpolicy.so': null }, false],
    ['nothing tells which dll it is', { App: elf, 'App.dll': assembly('linux') }, false],
  ])('%s', (_what, { 'App.exe': _exe, ...files }, expected) => {
    const { prediction, findings } = performStart(startFacts(webConfig(exe), files));
    const { rule, remedies = [] } = findings[prediction.finding ?? -1]?.finding ?? {};
    expect(rule).toBe('executable-for-another-system');
    expect(remedies.map(({ text }) => text)).toEqual([
      'Publish for Windows, or without a runtime identifier.',
      ...(expected ? [start] : []),
    ]);
  });
});

describe('what is really there, in place of the executable that web.config names', () => {
  const { 'App.exe': _exe, ...withoutExe } = selfContained();
  test.each<[string, Record<string, string>, Record<string, TestFile>, readonly string[]]>([
    ['dotnet', exe, { 'App.dll': assembly(), 'App.runtimeconfig.json': runtimeConfig() }, ['processPath="dotnet" arguments=".\\App.dll"']],
    ['a placeholder before dotnet', { processPath: '%LAUNCHER_PATH%' }, portable, ['processPath="dotnet" arguments=".\\App.dll"']],
    [
      'a name with a blank',
      exe,
      { 'My App.dll': assembly(), 'My App.runtimeconfig.json': runtimeConfig() },
      ['processPath="dotnet" arguments="&quot;.\\My App.dll&quot;"'],
    ],
    // Through dotnet a self-contained application does not start.
    [
      'a placeholder before a self-contained one',
      { processPath: '%LAUNCHER_PATH%' },
      selfContained(),
      ['processPath=".\\App.exe" arguments=""'],
    ],
    ['a self-contained application whose exe is lost', exe, withoutExe, []],
  ])('%s', (_what, attributes, files, expected) => {
    const { prediction, findings } = performStart(startFacts(webConfig(attributes), files));
    const { remedies = [] } = findings[prediction.finding ?? -1]?.finding ?? {};
    const snippets = remedies.flatMap(({ snippet }) => snippet ?? []);
    expect(snippets).toEqual(expected.map((written) => `<aspNetCore ${written} hostingModel="inprocess" />`));
  });
});

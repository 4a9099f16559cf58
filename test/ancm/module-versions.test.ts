import { describe, expect, test } from '@jest/globals';
import { performStart } from '../../src/startup/perform-start.ts';
import {
  assembly,
  dotnetRoot,
  includedFrameworks,
  nativeDll,
  portable,
  runtimeConfig,
  selfContained,
  startFacts,
  type TestFile,
  type Where,
  webConfig,
} from './start-facts.ts';

/** One failure and what is around it; the module's version is filled in. */
interface Fault {
  readonly attributes?: Record<string, string>;
  readonly files?: Record<string, TestFile>;
  readonly where?: Where;
}

const exe = { processPath: '.\\App.exe', arguments: '' };
const { 'aspnetcorev2_inprocess.dll': _, ...withoutHandler } = selfContained();
const mate = (hostingModel: 'inprocess' | 'outofprocess'): Where => ({ poolMates: [{ name: 'Admin/', from: 'manifest', hostingModel }] });

const faults = {
  'dotnet-missing': { where: { server: { dotnet: [] } } },
  'application-dll-missing': { attributes: exe, files: { 'App.exe': nativeDll('x64') } },
  'shared-framework-missing': { files: { ...portable, 'App.runtimeconfig.json': runtimeConfig('11.0.0') } },
  'hostfxr-not-loadable': { attributes: exe, files: selfContained('x86') },
  'request-handler-missing': { attributes: exe, files: withoutHandler },
  'hosting-models-mixed': { where: mate('outofprocess') },
  'inprocess-application-second': { where: mate('inprocess') },
  'request-handler-not-loadable': { attributes: exe, files: { ...selfContained(), 'aspnetcorev2_inprocess.dll': nativeDll('x86') } },
  'entry-assembly-unloadable': { files: { ...portable, 'App.dll': { format: 'empty' } } },
  'startup-time-limit-zero': { attributes: { startupTimeLimit: '0' } },
} satisfies Record<string, Fault>;

const modules = { '2.2': '12.2.19109.5', '3.1': '13.1.22321.32', '5.0': '15.0.22105.17', '8.0': '18.0.25301.22', '10.0': '20.0.25297.0' };
type Module = keyof typeof modules;

function fail({ attributes = {}, files = portable, where = {} }: Fault, module: Module) {
  const { prediction, findings } = performStart(startFacts(webConfig(attributes), files, { ...where, module: modules[module] }));
  return { ...prediction, rule: findings[prediction.finding ?? -1]?.finding.rule };
}

const old = 'ANCM In-Process Handler Load Failure';
const inProcess = 'ASP.NET Core IIS hosting failure (in-process)';
const start = 'ASP.NET Core app failed to start';

/** [fault, status from 3.0 on, title of 3.x, title from 5.0 on, HRESULT, ids of the events]; 2.2 says 500.0 to all of them. */
type Row = readonly [keyof typeof faults, string, string, string, string, string];
const rows: readonly Row[] = [
  ['dotnet-missing', '500.0', old, inProcess, '0x8007023e', '1031 1010'],
  ['application-dll-missing', '500.38', 'ANCM Application DLL Not Found', 'Failed to locate ASP.NET Core app', '0x8007023e', '1031 1010'],
  [
    'shared-framework-missing',
    '500.31',
    'ANCM Failed to Find Native Dependencies',
    'Failed to load ASP.NET Core runtime',
    '0x8000ffff',
    '1027 1027 1010',
  ],
  ['hostfxr-not-loadable', '500.32', 'ANCM Failed to Load dll', 'Failed to load .NET Core host', '0x800700c1', '1027 1027 1010'],
  [
    'request-handler-missing',
    '500.33',
    'ANCM Request Handler Load Failure',
    'Failed to load ASP.NET Core request handler',
    '0x80070485',
    '1027 1027 1010',
  ],
  ['request-handler-not-loadable', '500.0', old, inProcess, '0x800700c1', '1010'],
  [
    'hosting-models-mixed',
    '500.34',
    'ANCM Mixed Hosting Models Not Supported',
    'ASP.NET Core does not support mixing hosting models',
    '0x80004005',
    '1009 1010',
  ],
  [
    'inprocess-application-second',
    '500.35',
    'ANCM Multiple In-Process Applications in same Process',
    'ASP.NET Core does not support multiple apps in the same app pool',
    '0x80004005',
    '1008 1010',
  ],
];

describe('what the module says', () => {
  test.each(rows)('%s', (name, status, titleOf3, title, hresult, ids) => {
    const fault: Fault = faults[name];
    expect(fail(fault, '2.2')).toMatchObject({ rule: name, status: '500.0', title: old, hresult });
    expect(fail(fault, '3.1')).toMatchObject({ rule: name, status, title: titleOf3, hresult });
    for (const module of ['5.0', '8.0', '10.0'] as const) {
      const failed = fail(fault, module);
      expect(failed).toMatchObject({ rule: name, status, title, hresult });
      expect([failed.event, ...(failed.furtherEvents ?? [])].map((event) => event?.id).join(' ')).toBe(ids);
    }
  });

  test('what the handler of the application says hangs on the handler, not on the module', () => {
    for (const module of ['2.2', '3.1', '8.0', '10.0'] as const) {
      expect(fail(faults['entry-assembly-unloadable'], module)).toMatchObject({ status: '500.30', title: start, hresult: '0x8007023e' });
      expect(fail(faults['startup-time-limit-zero'], module)).toMatchObject({
        status: '500.37',
        title: 'ASP.NET Core app failed to start within startup time limit',
      });
    }
  });
});

describe('with disableStartUpErrorPage', () => {
  const quiet = (fault: Fault): Fault => ({ ...fault, attributes: { ...fault.attributes, disableStartUpErrorPage: 'true' } });
  test.each(Object.keys(faults) as (keyof typeof faults)[])('%s: the status stays, the page goes, IIS gets E_FAIL', (name) => {
    const fault: Fault = faults[name];
    const loud = fail(fault, '8.0');
    const failed = fail(quiet(fault), '8.0');
    expect(failed).toMatchObject({ rule: name, status: loud.status, hresult: '0x80004005' });
    expect(failed.title).toBeUndefined();
    expect(failed.event?.id).toBe(loud.event?.id);
  });
});

describe('a handler of another version than the module', () => {
  const of = (version: string): Record<string, TestFile> => ({
    ...selfContained(),
    'App.runtimeconfig.json': includedFrameworks(version),
    'App.dll': { format: 'empty' },
  });
  test.each<[string, Module, string, string]>([
    ['3.1.32', '8.0', 'ANCM In-Process Start Failure', 'First 30KB characters'],
    ['5.0.17', '3.1', start, 'First 30KB characters'],
  ])('handler %s, module %s', (version, module, title, text) => {
    const failed = fail({ attributes: exe, files: of(version) }, module);
    expect(failed).toMatchObject({ status: '500.30', title });
    expect(failed.event?.message).toContain(text);
  });

  test('a dll that tells its version is believed before the host beside it', () => {
    const handler = { ...nativeDll('x64'), fileVersion: '13.1.22321.32' };
    const failed = fail({ attributes: exe, files: { ...of('8.0.22'), 'aspnetcorev2_inprocess.dll': handler } }, '8.0');
    expect(failed.title).toBe('ANCM In-Process Start Failure');
  });

  test('the handler of 2.2 has no status of its own for the time limit, and says less', () => {
    const framework = (version: string) => ({ version, complete: true });
    const root = { ...dotnetRoot('x64', ['2.2.8']), hostfxr: [framework('8.0.22')] };
    const where: Where = { server: { dotnet: [root] } };
    const files = { ...portable, 'App.runtimeconfig.json': runtimeConfig('2.2.0') };
    expect(fail({ attributes: { startupTimeLimit: '0' }, files, where }, '8.0')).toMatchObject({ status: '500.30' });
    const damaged = fail({ files: { ...files, 'App.dll': { format: 'empty' } }, where }, '8.0');
    expect(damaged.event?.message).toContain('Last 4KB characters of captured stdout and stderr logs');
    expect(damaged.furtherEvents?.[0]?.message).toContain('failed to load clr and managed application.');
  });
});

describe('event texts of 2.2', () => {
  test('a hostfxr.dll that does not load is not told of, one without the export is', () => {
    const events = (files: Record<string, TestFile>) => {
      const { event, furtherEvents = [] } = fail({ attributes: exe, files }, '2.2');
      return [event, ...furtherEvents].map((entry) => `${entry?.id} ${entry?.message.split(/[.:']/)[0]}`);
    };
    const last = ['1027 Could not find inprocess request handler', '1010 Failed to start application '];
    expect(events(selfContained('x86'))).toEqual(last);
    expect(events({ ...selfContained(), 'hostfxr.dll': nativeDll('x64', []) })).toEqual([
      '1027 Hostfxr version used does not support ',
      ...last,
    ]);
  });

  test('a missing export is told of twice from 3.0 on', () => {
    const { event, furtherEvents = [] } = fail(
      { attributes: exe, files: { ...selfContained(), 'hostfxr.dll': nativeDll('x64', []) } },
      '8.0',
    );
    expect(event?.message).toContain("does not support 'hostfxr_get_native_search_directories'");
    expect(furtherEvents[0]?.message).toContain("Unable to load 'C:\\inetpub\\shop\\hostfxr.dll'");
    expect(furtherEvents.map(({ id }) => id)).toEqual([1027, 1027, 1010]);
  });
});

describe('variables of the pool that replace the attributes', () => {
  const pool = {
    environment: new Map([
      ['ANCM_LAUNCHER_PATH', 'dotnet'],
      ['ANCM_LAUNCHER_ARGS', '.\\App.dll'],
    ]),
  };
  test.each<[string, string]>([
    ['12.2.19109.5', 'fails'],
    ['13.0.20023.3', 'fails'],
    ['13.1.20074.3', 'fails'],
    ['13.1.20109.4', 'starts'],
    ['13.1.22321.32', 'starts'],
    ['15.0.22105.17', 'starts'],
    ['18.0.25301.22', 'starts'],
  ])('module %s', (module, outcome) => {
    const config = webConfig({ processPath: '%LAUNCHER_PATH%', arguments: '%LAUNCHER_ARGS%' });
    expect(performStart(startFacts(config, portable, { pool, module })).prediction.outcome).toBe(outcome);
  });
});

test('a variable in what a variable brings in is expanded too', () => {
  const environment = new Map([
    ['APP', '%FOLDER%\\App.dll'],
    ['FOLDER', '.'],
  ]);
  const config = webConfig({ arguments: '%APP%' });
  expect(performStart(startFacts(config, portable, { pool: { environment } })).prediction.outcome).toBe('starts');
  const other = new Map([
    ['APP', '%FOLDER%\\App.dll'],
    ['FOLDER', '.\\bin'],
  ]);
  expect(performStart(startFacts(config, portable, { pool: { environment: other } })).prediction.status).toBe('500.31');
});

test('DisableANCM: no page and no HRESULT of the module', () => {
  const server = { aspNetCoreModule: { installed: true, version: '18.0.25301.22', outOfProcessHandlers: [], disabled: true } } as const;
  const { prediction } = performStart(startFacts(webConfig({}), { ...portable, 'App.dll': assembly() }, { server }));
  expect(prediction).toMatchObject({ status: '500.0', certainty: 'likely', event: { id: 1013 } });
  expect([prediction.title, prediction.hresult]).toEqual([undefined, undefined]);
});

import { describe, expect, test } from '@jest/globals';
import { performStart } from '../../src/startup/perform-start.ts';
import {
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
} from './start-facts.ts';

/** Which variables reach what: ancm.md §5, §7.7 and §10. */

type Files = Record<string, TestFile>;
type Variables = Record<string, string>;

interface Given {
  readonly hostingModel: 'inprocess' | 'outofprocess';
  readonly webConfig?: Variables;
  readonly pool?: Record<string, string | null>;
  readonly machine?: Record<string, string | null>;
  readonly attributes?: Record<string, string>;
  readonly files?: Files;
  readonly where?: Where;
}

/** As the reader of a manifest gives them: by upper-cased name. */
const block = (variables: Record<string, string | null>): ReadonlyMap<string, string | null> =>
  new Map(Object.entries(variables).map(([name, value]) => [name.toUpperCase(), value]));

const usualPath = 'C:\\Windows\\system32;C:\\Program Files\\dotnet\\';

function outcome({
  hostingModel,
  webConfig: written = {},
  pool = {},
  machine = {},
  attributes = {},
  files = portable,
  where = {},
}: Given): string {
  const config = webConfig({ hostingModel, ...attributes }, environmentVariables(written));
  const { prediction } = performStart(
    startFacts(config, files, {
      ...where,
      pool: { environment: block(pool), ...where.pool },
      server: { environment: block({ PATH: usualPath, ...machine }), ...where.server },
    }),
  );
  return `${prediction.outcome} ${prediction.status ?? prediction.missingFacts.join()}`.trim();
}

/** Asks for a framework whose major version the server has not. */
const six: Files = { ...portable, 'App.runtimeconfig.json': runtimeConfig('6.0.0') };
const inprocess = { hostingModel: 'inprocess', files: six } as const;
const outofprocess = { hostingModel: 'outofprocess', files: six } as const;
const major = { DOTNET_ROLL_FORWARD: 'Major' };

describe('DOTNET_ROLL_FORWARD, in-process', () => {
  const rows: readonly (readonly [string, Given, string])[] = [
    ['nowhere', inprocess, 'fails 500.31'],
    ['on the machine', { ...inprocess, machine: major }, 'starts'],
    ['on the pool', { ...inprocess, pool: major }, 'starts'],
    ['in web.config: too late', { ...inprocess, webConfig: major }, 'fails 500.31'],
    ['on the pool, against the machine', { ...inprocess, machine: { DOTNET_ROLL_FORWARD: 'Disable' }, pool: major }, 'starts'],
    ['in another case of the name', { ...inprocess, pool: { dotnet_roll_forward: 'Major' } }, 'starts'],
    ['emptied on the pool', { ...inprocess, machine: major, pool: { DOTNET_ROLL_FORWARD: '' } }, 'fails 500.31'],
    ['not kept by the manifest', { ...inprocess, machine: { DOTNET_ROLL_FORWARD: null } }, 'undetermined environment'],
    ['not kept by the manifest, and the pool says', { ...inprocess, machine: { DOTNET_ROLL_FORWARD: null }, pool: major }, 'starts'],
    [
      'in web.config, breaking what was resolved',
      { hostingModel: 'inprocess', webConfig: { DOTNET_ROLL_FORWARD: 'Disable' } },
      'fails 500.30',
    ],
    [
      'in web.config, with the worker preferred',
      {
        hostingModel: 'inprocess',
        webConfig: { DOTNET_ROLL_FORWARD: 'Disable' },
        pool: { ...major, ANCM_PREFER_ENVIRONMENT_VARIABLES: '1' },
      },
      'starts',
    ],
  ];
  test.each(rows)('%s', (_what, given, expected) => {
    expect(outcome(given)).toBe(expected);
  });
});

describe('DOTNET_ROLL_FORWARD, out-of-process', () => {
  const preferred = { ANCM_PREFER_ENVIRONMENT_VARIABLES: 'TRUE' };
  const disabled = { DOTNET_ROLL_FORWARD: 'Disable' };
  const rows: readonly (readonly [string, Given, string])[] = [
    ['nowhere', outofprocess, 'fails 502.5'],
    ['on the machine', { ...outofprocess, machine: major }, 'starts'],
    ['in web.config', { ...outofprocess, webConfig: major }, 'starts'],
    ['in web.config in another case', { ...outofprocess, webConfig: { dotnet_roll_forward: 'major' } }, 'starts'],
    [
      'in web.config through another variable',
      { ...outofprocess, webConfig: { DOTNET_ROLL_FORWARD: '%HOW%' }, pool: { HOW: 'Major' } },
      'starts',
    ],
    ['in web.config, against the pool', { ...outofprocess, webConfig: disabled, pool: major }, 'fails 502.5'],
    ['emptied in web.config', { ...outofprocess, webConfig: { DOTNET_ROLL_FORWARD: '' }, pool: major }, 'fails 502.5'],
    ['on the pool, preferred', { ...outofprocess, webConfig: disabled, pool: { ...major, ...preferred } }, 'starts'],
    [
      'on the pool, preferred, by a handler that does not know that',
      { ...outofprocess, webConfig: disabled, pool: { ...major, ...preferred }, where: { module: '13.1.20074.3' } },
      'fails 502.5',
    ],
    [
      'on the pool, preferred, from 3.1.4 on',
      { ...outofprocess, webConfig: disabled, pool: { ...major, ...preferred }, where: { module: '13.1.20114.4' } },
      'starts',
    ],
    [
      'preferred by a word that means nothing',
      { ...outofprocess, webConfig: disabled, pool: { ...major, ANCM_PREFER_ENVIRONMENT_VARIABLES: 'yes' } },
      'fails 502.5',
    ],
    [
      'preferred in web.config, where it means nothing',
      { ...outofprocess, webConfig: { ...disabled, ...preferred }, pool: major },
      'fails 502.5',
    ],
    [
      'through a variable that is not kept',
      { ...outofprocess, webConfig: { DOTNET_ROLL_FORWARD: '%HOW%' }, pool: { HOW: null } },
      'undetermined iis.appPools[].environment',
    ],
  ];
  test.each(rows)('%s', (_what, given, expected) => {
    expect(outcome(given)).toBe(expected);
  });
});

describe('PATH finds dotnet for the worker process only', () => {
  const nowhere = { PATH: 'C:\\Windows' };
  const rows: readonly (readonly [string, Given, string])[] = [
    ['on the machine', { hostingModel: 'outofprocess' }, 'starts'],
    ['replaced on the pool', { hostingModel: 'outofprocess', pool: nowhere }, 'fails 502.5'],
    ['given by the pool', { hostingModel: 'outofprocess', machine: nowhere, pool: { Path: usualPath } }, 'starts'],
    ['given by web.config', { hostingModel: 'outofprocess', machine: nowhere, webConfig: { PATH: usualPath } }, 'fails 502.5'],
    ['spoiled in web.config', { hostingModel: 'outofprocess', webConfig: nowhere }, 'starts'],
    ['missing in-process, where Program Files is asked too', { hostingModel: 'inprocess', machine: nowhere }, 'starts'],
  ];
  test.each(rows)('%s', (_what, given, expected) => {
    expect(outcome(given)).toBe(expected);
  });
});

describe('ANCM_LAUNCHER_PATH and ANCM_LAUNCHER_ARGS', () => {
  const placeholder = { processPath: '%LAUNCHER_PATH%', arguments: '%LAUNCHER_ARGS%' };
  const launcher = { ANCM_LAUNCHER_PATH: 'dotnet', ANCM_LAUNCHER_ARGS: '.\\App.dll' };
  const model = (hostingModel: Given['hostingModel'], failing: string): readonly (readonly [string, Given, string])[] => [
    [`${hostingModel}: on the pool`, { hostingModel, attributes: placeholder, pool: launcher }, 'starts'],
    [`${hostingModel}: on the machine`, { hostingModel, attributes: placeholder, machine: launcher }, 'starts'],
    [`${hostingModel}: in web.config`, { hostingModel, attributes: placeholder, webConfig: launcher }, failing],
    [
      `${hostingModel}: on the pool, module 3.1.3`,
      { hostingModel, attributes: placeholder, pool: launcher, where: { module: '13.1.20074.3' } },
      failing,
    ],
    [
      `${hostingModel}: on the pool, module 3.1.4`,
      { hostingModel, attributes: placeholder, pool: launcher, where: { module: '13.1.20114.4' } },
      'starts',
    ],
    [
      `${hostingModel}: on the pool, module 3.0`,
      { hostingModel, attributes: placeholder, pool: launcher, where: { module: '13.0.20023.3' } },
      failing,
    ],
    [
      `${hostingModel}: on the pool, module 5.0`,
      { hostingModel, attributes: placeholder, pool: launcher, where: { module: '15.0.20300.0' } },
      'starts',
    ],
    [
      `${hostingModel}: the path only`,
      { hostingModel, attributes: { processPath: '%LAUNCHER_PATH%' }, pool: { ANCM_LAUNCHER_PATH: 'dotnet' } },
      'starts',
    ],
    [
      `${hostingModel}: breaking what is right`,
      { hostingModel, pool: { ANCM_LAUNCHER_ARGS: '.\\Other.dll' } },
      hostingModel === 'inprocess' ? 'fails 500.31' : failing,
    ],
    [
      `${hostingModel}: not kept`,
      { hostingModel, attributes: placeholder, pool: { ...launcher, ANCM_LAUNCHER_PATH: null } },
      'undetermined iis.appPools[].environment',
    ],
  ];
  test.each([...model('inprocess', 'fails 500.0'), ...model('outofprocess', 'fails 502.5')])('%s', (_what, given, expected) => {
    expect(outcome(given)).toBe(expected);
  });

  test('the report shows what the worker process starts', () => {
    const config = webConfig({ hostingModel: 'outofprocess', ...placeholder });
    const pool = { environment: new Map([['ANCM_LAUNCHER_PATH', '.\\Gone.exe']]) };
    const [failure] = performStart(startFacts(config, portable, { pool })).findings;
    expect(failure?.finding.evidence).toContain('With the variables of the worker process: ".\\Gone.exe" %LAUNCHER_ARGS%');
  });
});

describe('DOTNET_ROOT', () => {
  const apphost = { processPath: '.\\App.exe', arguments: '' };
  const sevenOnly = dotnetRoot('x64', ['7.0.20'], 'D:\\dotnet');
  const where: Where = { server: { dotnet: [sevenOnly, dotnetRoot('x64')], existingFiles: [] } };
  const inArtifact: Files = {
    ...portable,
    'net\\host\\fxr\\8.0.22\\hostfxr.dll': null,
  };
  const rows: readonly (readonly [string, Given, string])[] = [
    [
      'out-of-process, an exe: web.config leads it elsewhere',
      { hostingModel: 'outofprocess', attributes: apphost, webConfig: { DOTNET_ROOT: 'D:\\dotnet' }, where },
      'fails 502.5',
    ],
    [
      'out-of-process, an exe: the variable of the architecture first',
      {
        hostingModel: 'outofprocess',
        attributes: apphost,
        webConfig: { DOTNET_ROOT: 'D:\\dotnet', DOTNET_ROOT_X64: 'C:\\Program Files\\dotnet' },
        where,
      },
      'starts',
    ],
    [
      'out-of-process, an exe: one for another kind of process',
      { hostingModel: 'outofprocess', attributes: apphost, pool: { 'DOTNET_ROOT(x86)': 'D:\\dotnet' }, where },
      'starts',
    ],
    [
      'out-of-process, an exe: a folder that is not there',
      { hostingModel: 'outofprocess', attributes: apphost, pool: { DOTNET_ROOT: 'E:\\gone' }, where },
      'starts',
    ],
    ['out-of-process, dotnet: not asked', { hostingModel: 'outofprocess', webConfig: { DOTNET_ROOT: 'D:\\dotnet' }, where }, 'starts'],
    [
      'in-process, an exe: not asked',
      { hostingModel: 'inprocess', attributes: apphost, pool: { DOTNET_ROOT: 'D:\\dotnet' }, where },
      'starts',
    ],
    [
      'a folder of the artifact, of whose architecture nothing is known',
      { hostingModel: 'outofprocess', attributes: apphost, webConfig: { DOTNET_ROOT: 'C:\\inetpub\\shop\\net' }, files: inArtifact, where },
      'undetermined dotnet[].architecture',
    ],
    [
      'a folder of the artifact without a runtime',
      {
        hostingModel: 'outofprocess',
        attributes: apphost,
        webConfig: { DOTNET_ROOT: '.\\logs' },
        files: { ...portable, 'logs\\readme.txt': null },
        where,
      },
      'fails 502.5',
    ],
  ];
  test.each(rows)('%s', (_what, given, expected) => {
    expect(outcome(given)).toBe(expected);
  });
});

test('a hosting startup in any of the places starts', () => {
  const hosting = { ASPNETCORE_HOSTINGSTARTUPASSEMBLIES: 'Agent' };
  for (const hostingModel of ['inprocess', 'outofprocess'] as const) {
    for (const place of ['webConfig', 'pool', 'machine'] as const) expect(outcome({ hostingModel, [place]: hosting })).toBe('starts');
  }
});

describe('a builder without IIS integration, out-of-process', () => {
  const identity = { name: 'App', version: '1.0.0.0', references: [], memberReferences: ['CreateSlimBuilder'] };
  const clr = { ilOnly: true, requires32Bit: false, prefers32Bit: false, readyToRun: false };
  const slim: Files = { ...portable, 'App.dll': { ...nativeDll('x86'), isDll: false, clr, assembly: identity } };
  const fixed = { ASPNETCORE_PORT: '5000', ASPNETCORE_URLS: 'http://127.0.0.1:5000' };
  const rows: readonly (readonly [string, Variables, string])[] = [
    ['does not learn its port', {}, 'fails 502.5'],
    ['is told by web.config', fixed, 'starts'],
    ['is told an address that begins like it', { ...fixed, ASPNETCORE_URLS: 'http://127.0.0.1:50001' }, 'fails 502.5'],
    ['is told another port', { ...fixed, ASPNETCORE_PORT: '5001' }, 'fails 502.5'],
    ['is told an address, and the module chooses the port', { ASPNETCORE_URLS: 'http://127.0.0.1:5000' }, 'fails 502.5'],
  ];
  test.each(rows)('%s', (_what, written, expected) => {
    expect(outcome({ hostingModel: 'outofprocess', files: slim, webConfig: written })).toBe(expected);
  });
});

test('the worker process knows its pool', () => {
  const attributes = { processPath: 'C:\\inetpub\\%APP_POOL_ID%\\App.exe', arguments: '' };
  for (const hostingModel of ['inprocess', 'outofprocess'] as const) expect(outcome({ hostingModel, attributes })).toBe('starts');
});

test('PATH of the machine alone decides without a pool environment of its own', () => {
  const where: Where = { server: { environment: path('C:\\Program Files\\dotnet') } };
  expect(outcome({ hostingModel: 'outofprocess', where })).toBe('starts');
});

describe('variables whose values nobody kept', () => {
  /** Asks for what is newer than anything the server has: no roll-forward goes down. */
  const nine: Files = { ...portable, 'App.runtimeconfig.json': runtimeConfig('9.0.0') };
  const broken: Files = { ...portable, 'App.runtimeconfig.json': '{' };
  const ten = { server: { dotnet: [dotnetRoot('x64', ['10.0.1'])] } };
  const unkept = (...names: readonly string[]) => Object.fromEntries(names.map((name) => [name, null]));
  const choosing = unkept('DOTNET_ROLL_FORWARD', 'DOTNET_ROLL_FORWARD_ON_NO_CANDIDATE_FX', 'DOTNET_ROLL_FORWARD_TO_PRERELEASE');
  const hostpolicys = unkept('DOTNET_STARTUP_HOOKS', 'DOTNET_SHARED_STORE', 'DOTNET_ADDITIONAL_DEPS');
  const failed = { inprocess: 'fails 500.31', outofprocess: 'fails 502.5' };
  const open = { inprocess: 'undetermined iis.appPools[].environment', outofprocess: 'undetermined iis.appPools[].environment' };

  const rows: readonly (readonly [string, Omit<Given, 'hostingModel'>, typeof failed])[] = [
    ['could help', { files: six, pool: unkept('DOTNET_ROLL_FORWARD') }, open],
    ['could help, by the older name', { files: six, pool: unkept('DOTNET_ROLL_FORWARD_ON_NO_CANDIDATE_FX') }, open],
    ['could harm', { pool: unkept('DOTNET_ROLL_FORWARD') }, open],
    ['cannot help', { files: nine, pool: choosing }, failed],
    ['cannot help with a broken file', { files: broken, pool: choosing }, failed],
    ['are not about frameworks', { files: six, pool: hostpolicys }, failed],
    ['are of both kinds, and cannot help', { files: nine, pool: { ...choosing, ...hostpolicys } }, failed],
    ['switch off versions', { files: nine, pool: unkept('DOTNET_DISABLE_RUNTIME_VERSIONS'), where: ten }, open],
  ];
  test.each(rows)('that %s', (_what, given, { inprocess: inside, outofprocess: outside }) => {
    expect(outcome({ hostingModel: 'inprocess', ...given })).toBe(inside);
    expect(outcome({ hostingModel: 'outofprocess', ...given })).toBe(outside);
  });

  const token = { webConfig: { DOTNET_ROLL_FORWARD: '#{RollForward}' } };
  test.each([
    ['helps or not', six, 'undetermined'],
    ['cannot help', nine, 'fails 502.5'],
  ])('a placeholder in web.config %s', (_what, files, expected) => {
    expect(outcome({ hostingModel: 'outofprocess', files, ...token })).toBe(expected);
  });
});

import { describe, expect, test } from '@jest/globals';
import { performStart } from '../../src/startup/perform-start.ts';
import { appHost, assembly, dotnetRoot, portable, selfContained, startFacts, type TestFile, type Where, webConfig } from './start-facts.ts';

/** Out-of-process: every kind of output on every kind of Windows; the bitness of the pool does not matter (docs-catalogue.md §2.8). */

type Kind = readonly [attributes: Record<string, string>, files: Record<string, TestFile>];

const exe = { processPath: '.\\App.exe', arguments: '' };
const nativeExe = (machine: 'x64' | 'x86' | 'arm64'): TestFile => ({
  format: 'pe',
  machine,
  machineCode: 0,
  bits: machine === 'x86' ? 32 : 64,
  isDll: false,
});

const kinds = {
  portable: [{}, portable],
  'framework-dependent x64': [exe, { ...portable, 'App.dll': assembly('x64') }],
  'framework-dependent x86': [exe, { ...portable, 'App.exe': appHost('x86') }],
  'framework-dependent arm64': [exe, { ...portable, 'App.exe': appHost('arm64'), 'App.dll': assembly('arm64') }],
  'self-contained x64': [exe, selfContained('x64')],
  'self-contained x86': [exe, selfContained('x86')],
  'self-contained arm64': [exe, selfContained('arm64')],
  'Native AOT x64': [exe, { 'App.exe': nativeExe('x64') }],
  '.NET Framework': [exe, { 'App.exe': assembly() }],
  Linux: [
    { processPath: '.\\App', arguments: '' },
    { ...selfContained(), App: { format: 'elf', machine: 'x64' } },
  ],
} satisfies Record<string, Kind>;

const module = (architectures: readonly ('x64' | 'x86' | 'arm64')[]) =>
  ({
    installed: true,
    version: '18.0.25301.22',
    architectures,
    outOfProcessHandlers: [{ version: '18.0.25301', complete: true }],
  }) as const;

const servers = {
  x64: { server: {} },
  'x64 without the x86 runtime': { server: { dotnet: [dotnetRoot('x64')] } },
  x86: {
    server: {
      os: { architecture: 'x86' },
      dotnet: [dotnetRoot('x86', ['8.0.22'], 'C:\\Program Files\\dotnet')],
      aspNetCoreModule: module(['x86']),
    },
  },
  arm64: {
    server: {
      os: { architecture: 'arm64' },
      dotnet: [dotnetRoot('arm64'), dotnetRoot('x86')],
      aspNetCoreModule: module(['arm64', 'x64', 'x86']),
    },
  },
  'arm64 with the x64 runtime': {
    server: {
      os: { architecture: 'arm64' },
      dotnet: [dotnetRoot('arm64'), dotnetRoot('x64', ['8.0.22'], 'C:\\Program Files\\dotnet\\x64')],
      aspNetCoreModule: module(['arm64', 'x64', 'x86']),
    },
  },
} satisfies Record<string, Where>;

const ok = 'starts';
const notThisMachine = '502.5 0x800700d8';
const noProgram = '502.5 0x800700c1';
const exits = '502.5 0x8027025b';

/** Columns: x64, x64 without the x86 runtime, x86, ARM64, ARM64 with the x64 runtime. */
const expected: Record<keyof typeof kinds, readonly [string, string, string, string, string]> = {
  portable: [ok, ok, ok, ok, ok],
  'framework-dependent x64': [ok, ok, notThisMachine, exits, ok],
  'framework-dependent x86': [ok, exits, ok, ok, exits],
  'framework-dependent arm64': [notThisMachine, notThisMachine, notThisMachine, ok, ok],
  'self-contained x64': [ok, ok, notThisMachine, ok, ok],
  'self-contained x86': [ok, ok, ok, ok, ok],
  'self-contained arm64': [notThisMachine, notThisMachine, notThisMachine, ok, ok],
  'Native AOT x64': [ok, ok, notThisMachine, ok, ok],
  '.NET Framework': [ok, ok, ok, ok, ok],
  Linux: [noProgram, noProgram, noProgram, noProgram, noProgram],
};

describe.each(Object.entries(kinds))('%s', (name, [attributes, files]: Kind) => {
  const columns = Object.entries(servers) as [keyof typeof servers, Where][];
  const cells = expected[name as keyof typeof kinds];
  test.each(columns.map(([server, where], index) => [server, where, cells[index] ?? ''] as const))('on %s', (_server, where, cell) => {
    for (const enable32BitAppOnWin64 of [false, true]) {
      const config = webConfig({ hostingModel: 'outofprocess', ...attributes });
      const { prediction } = performStart(startFacts(config, files, { ...where, pool: { enable32BitAppOnWin64 } }));
      expect(prediction.outcome === 'fails' ? `${prediction.status} ${prediction.hresult}` : prediction.outcome).toBe(cell);
    }
  });
});

describe('Windows of an architecture that nobody named, with a 32-bit pool', () => {
  const silent: Where = { server: { os: { version: '10.0.20348' } }, pool: { enable32BitAppOnWin64: true } };
  const rows: readonly (readonly [keyof typeof kinds, string])[] = [
    ['portable', 'starts'],
    ['self-contained x86', 'starts'],
    ['self-contained x64', 'undetermined os.architecture'],
    ['self-contained arm64', 'undetermined os.architecture'],
    ['Linux', 'fails'],
  ];
  test.each(rows)('%s: %s', (name, outcome) => {
    const [attributes, files] = kinds[name];
    const { prediction } = performStart(startFacts(webConfig({ hostingModel: 'outofprocess', ...attributes }), files, silent));
    expect(`${prediction.outcome} ${prediction.missingFacts.join()}`.trim()).toBe(outcome);
  });
});

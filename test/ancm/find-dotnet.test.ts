import { describe, expect, test } from '@jest/globals';
import type { Architecture } from '../../src/model/architecture.ts';
import type { DotnetRoot } from '../../src/model/target-server.ts';
import { performStart } from '../../src/startup/perform-start.ts';
import { assembly, dotnetRoot, nativeDll, path, portable, startFacts, type TestFile, type Where, webConfig } from './start-facts.ts';

const started = (attributes: Record<string, string>, where: Where, files: Record<string, TestFile> = portable) => {
  const { prediction, findings } = performStart(startFacts(webConfig(attributes), files, where));
  return { ...prediction, rule: findings[prediction.finding ?? -1]?.finding.rule };
};
const answer = ({ outcome, status }: { readonly outcome: string; readonly status?: string }) => `${outcome} ${status ?? ''}`.trim();

const programFiles = 'C:\\Program Files\\dotnet';

describe('the registered install location', () => {
  const elsewhere = dotnetRoot('x64', ['8.0.22'], 'D:\\dotnet');
  const where = (locations: Record<string, string> | undefined, roots: readonly DotnetRoot[], module?: string): Where => ({
    ...(module === undefined ? {} : { module }),
    server: { environment: path('C:\\Windows'), dotnet: roots, ...(locations === undefined ? {} : { dotnetInstallLocations: locations }) },
  });
  test.each<[string, Where, string, readonly string[]]>([
    ['is taken where it leads', where({ x64: 'D:\\dotnet\\' }, [elsewhere]), 'starts', []],
    ['is none', where({}, [elsewhere]), 'fails 500.0', []],
    ['nobody spoke of, and it would decide', where(undefined, [elsewhere]), 'undetermined', ['dotnetInstallLocations']],
    ['nobody spoke of, and 2.2 does not read it', where(undefined, [elsewhere], '12.2.19109.5'), 'fails 500.0', []],
    ['nobody spoke of, and no root suits the worker', where(undefined, [dotnetRoot('x86')]), 'fails 500.0', []],
    ['nobody spoke of, and Program Files has one', where(undefined, [dotnetRoot('x64')]), 'starts', []],
    ['leads to nothing', where({ x64: 'E:\\gone\\' }, [dotnetRoot('x64')]), 'starts', []],
  ])('%s', (_, place, expected, missingFacts) => {
    const result = started({}, place);
    expect(answer(result)).toBe(expected);
    expect(result.missingFacts).toEqual(missingFacts);
  });
});

describe('a dotnet.exe that is known to exist in a folder nobody described', () => {
  const tools = 'D:\\tools';
  const where = (existingFiles: readonly string[] | undefined): Where => ({
    server: { environment: path(tools, programFiles), ...(existingFiles === undefined ? {} : { existingFiles }) },
  });
  test('comes first on PATH: what it is decides', () => {
    expect(started({}, where([`${tools}\\dotnet.exe`]))).toMatchObject({ outcome: 'undetermined', missingFacts: ['dotnet'] });
    expect(started({}, where([`${tools}\\other.exe`])).outcome).toBe('starts');
    expect(started({}, where(undefined)).outcome).toBe('starts');
  });
  test('is named in processPath', () => {
    const named = { processPath: `${tools}\\dotnet.exe` };
    expect(started(named, where([`${tools}\\dotnet.exe`])).outcome).toBe('undetermined');
    expect(started(named, where([]))).toMatchObject({ status: '500.0', rule: 'dotnet-missing' });
  });
});

describe('on Windows for ARM64', () => {
  const arm64 = dotnetRoot('arm64');
  const x64 = dotnetRoot('x64', ['8.0.22'], `${programFiles}\\x64`);
  const x86 = dotnetRoot('x86');
  const of = (worker: Architecture, folders: readonly string[], roots: readonly DotnetRoot[]): Where => ({
    server: {
      os: { version: '10.0.26100', architecture: 'arm64' },
      environment: path(...folders),
      dotnet: roots,
      dotnetInstallLocations: { arm64: `${programFiles}\\`, x86: 'C:\\Program Files (x86)\\dotnet\\', x64: `${programFiles}\\x64\\` },
      aspNetCoreModule: { installed: true, architectures: ['arm64', 'x64', 'x86'], outOfProcessHandlers: [] },
    },
    pool: worker === 'x86' ? { enable32BitAppOnWin64: true } : { enableEmulationOnWinArm64: worker === 'x64' },
  });
  const withModule = (where: Where, version: string): Where => ({
    ...where,
    server: {
      ...where.server,
      aspNetCoreModule: { installed: true, version, architectures: ['arm64', 'x64', 'x86'], outOfProcessHandlers: [] },
    },
  });

  // GetBinaryType until spring 2025, PE32 or PE32+ until autumn 2025, the machine since.
  const [oldest, between, newest] = ['18.0.24201.8', '18.0.25220.19', '18.0.25301.22'] as const;
  test.each<[string, Where, string, string]>([
    ['native worker, x86 before arm64 on PATH', of('arm64', [x86.root, arm64.root], [arm64, x86]), oldest, 'fails 500.32'],
    ['native worker, x86 before arm64 on PATH', of('arm64', [x86.root, arm64.root], [arm64, x86]), between, 'fails 500.32'],
    ['native worker, x86 before arm64 on PATH', of('arm64', [x86.root, arm64.root], [arm64, x86]), newest, 'starts'],
    ['native worker, arm64 alone on PATH', of('arm64', [arm64.root], [arm64, x86]), oldest, 'starts'],
    ['native worker, arm64 alone on PATH', of('arm64', [arm64.root], [arm64, x86]), newest, 'starts'],
    ['emulated worker, arm64 before x64 on PATH', of('x64', [arm64.root, x64.root], [arm64, x64]), oldest, 'starts'],
    ['emulated worker, arm64 before x64 on PATH', of('x64', [arm64.root, x64.root], [arm64, x64]), between, 'fails 500.32'],
    ['emulated worker, arm64 before x64 on PATH', of('x64', [arm64.root, x64.root], [arm64, x64]), newest, 'starts'],
    ['emulated worker, built in the weeks of the change', of('x64', [arm64.root, x64.root], [arm64, x64]), '18.0.25270.20', 'undetermined'],
    ['emulated worker, 10.0', of('x64', [arm64.root, x64.root], [arm64, x64]), '20.0.25297.0', 'starts'],
    ['emulated worker, no x64 anywhere', of('x64', [arm64.root], [arm64]), newest, 'fails 500.32'],
    ['32-bit worker, arm64 before x86 on PATH', of('x86', [arm64.root, x86.root], [arm64, x86]), oldest, 'starts'],
    ['32-bit worker, arm64 before x86 on PATH', of('x86', [arm64.root, x86.root], [arm64, x86]), between, 'starts'],
  ])('%s: %#', (_, where, version, expected) => {
    expect(answer(started({}, withModule(where, version)))).toBe(expected);
  });

  test('a module whose build nobody said, where that decides', () => {
    const where = of('x64', [arm64.root, x64.root], [arm64, x64]);
    expect(started({}, where).outcome).toBe('undetermined');
    expect(started({}, of('x64', [x64.root, arm64.root], [arm64, x64])).outcome).toBe('starts');
  });
});

describe('a relative processPath that ends in dotnet.exe', () => {
  const privateRoot = (machine: Architecture): Record<string, TestFile> => ({
    ...portable,
    'runtime\\dotnet.exe': nativeDll(machine),
    'runtime\\host\\fxr\\8.0.22\\hostfxr.dll': nativeDll(machine),
    'runtime\\shared\\Microsoft.NETCore.App\\8.0.22\\Microsoft.NETCore.App.deps.json': null,
    'runtime\\shared\\Microsoft.NETCore.App\\8.0.22\\hostpolicy.dll': nativeDll(machine),
    'runtime\\shared\\Microsoft.AspNetCore.App\\8.0.22\\Microsoft.AspNetCore.App.deps.json': null,
    'runtime\\shared\\Microsoft.AspNetCore.App\\8.0.22\\aspnetcorev2_inprocess.dll': nativeDll(machine),
  });
  const own = { processPath: '.\\runtime\\dotnet.exe' };
  const bits32 = { enable32BitAppOnWin64: true };

  test('a private runtime needs none on the server, but the bitness of the pool', () => {
    const server = { dotnet: [] };
    expect(answer(started(own, { server }, privateRoot('x64')))).toBe('starts');
    expect(answer(started(own, { server, pool: bits32 }, privateRoot('x86')))).toBe('starts');
    expect(answer(started(own, { server, pool: bits32 }, privateRoot('x64')))).toBe('fails 500.32');
    expect(answer(started(own, { server }, privateRoot('x86')))).toBe('fails 500.32');
  });

  test('a full path into it counts as the same', () => {
    const named = { processPath: 'C:\\inetpub\\shop\\runtime\\dotnet.exe' };
    expect(answer(started(named, { server: { dotnet: [] } }, privateRoot('x64')))).toBe('starts');
    expect(answer(started(named, { server: { dotnet: [] } }))).toBe('fails 500.0');
  });

  test('from 7.0 on hostfxr beside a full path is enough; before, the exe must be there', () => {
    const named = { processPath: 'C:\\inetpub\\shop\\runtime\\dotnet.exe' };
    const { 'runtime\\dotnet.exe': _, ...files } = privateRoot('x64');
    expect(answer(started(named, { server: { dotnet: [] } }, files))).toBe('starts');
    expect(answer(started(named, { server: { dotnet: [] }, module: '16.0.24290.36' }, files))).toBe('fails 500.0');
  });

  test('out of the application folder it leads to a described root', () => {
    const beside = { processPath: '..\\dotnet\\dotnet.exe' };
    const roots = [dotnetRoot('x64', ['8.0.22'], 'C:\\inetpub\\dotnet')];
    expect(answer(started(beside, { server: { dotnet: roots } }))).toBe('starts');
    expect(started(beside, { server: { dotnet: [] } })).toMatchObject({ status: '500.0', rule: 'dotnet-missing' });
    const rooted = { processPath: '\\inetpub\\dotnet\\dotnet.exe' };
    expect(answer(started(rooted, { server: { dotnet: roots } }))).toBe('starts');
  });
});

describe('texts of event 1031', () => {
  test.each<[string, Record<string, string>, Where, Record<string, TestFile>, string]>([
    [
      'the bare word: the first place is below the application',
      { processPath: 'dotnet' },
      { server: { dotnet: [] } },
      portable,
      "Could not find dotnet.exe at 'C:\\inetpub\\shop\\dotnet.exe' or using the system PATH environment variable.",
    ],
    [
      'a launcher asks for the word without extension',
      { processPath: '.\\App.exe', arguments: '' },
      { server: { dotnet: [] } },
      portable,
      "Could not find dotnet.exe at 'C:\\inetpub\\shop\\dotnet' or using the system PATH",
    ],
    [
      'a relative exe keeps its dots',
      { processPath: '.\\bin\\..\\Other.exe', arguments: '' },
      {},
      portable,
      "Executable was not found at 'C:\\inetpub\\shop\\.\\bin\\..\\Other.exe'",
    ],
    [
      'a path from the root of the drive',
      { processPath: '\\apps\\Other.exe', arguments: '' },
      { server: { existingFiles: [] } },
      portable,
      "Executable was not found at 'C:\\apps\\Other.exe'",
    ],
    [
      'the dll that is not beside the exe',
      { processPath: 'sub/App.exe', arguments: '' },
      {},
      { 'sub\\App.exe': nativeDll('x64'), 'App.dll': assembly() },
      "The app couldn't be found at C:\\inetpub\\shop\\sub/App.dll.",
    ],
  ])('%s', (_, attributes, where, files, text) => {
    expect(started(attributes, where, files).event?.message).toContain(text);
  });
});

test('hostfxr versions nobody described: only what every version refuses is a failure', () => {
  const server = { dotnet: [{ root: programFiles, architecture: 'x64' } as const] };
  expect(started({}, { server }).outcome).toBe('undetermined');
  expect(started({ arguments: '.\\Other.dll' }, { server })).toMatchObject({
    outcome: 'fails',
    certainty: 'likely',
    rule: 'application-path-not-runnable',
    missingFacts: expect.arrayContaining(['dotnet[].hostfxr']),
  });
});

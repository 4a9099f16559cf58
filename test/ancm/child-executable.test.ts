import { describe, expect, test } from '@jest/globals';
import { performStart } from '../../src/startup/perform-start.ts';
import { appHost, dotnetRoot, path, portable, selfContained, startFacts, type TestFile, type Where, webConfig } from './start-facts.ts';

/** Out-of-process CreateProcess looks for the program; ancm.md §9.3 and learn.microsoft.com, CreateProcessW say where. */

type Files = Record<string, TestFile>;

const nativeExe: TestFile = { format: 'pe', machine: 'x64', machineCode: 0, bits: 64, isDll: false };
const privateRuntime: Files = {
  ...portable,
  'runtime\\dotnet.exe': nativeExe,
  'runtime\\host\\fxr\\8.0.22\\hostfxr.dll': null,
  ...Object.fromEntries(
    ['Microsoft.NETCore.App', 'Microsoft.AspNetCore.App'].map((name) => [`runtime\\shared\\${name}\\8.0.22\\${name}.deps.json`, null]),
  ),
};

function predict(processPath: string, files: Files, where: Where = {}, given = '') {
  const config = webConfig({ hostingModel: 'outofprocess', processPath, arguments: given });
  const { prediction, findings } = performStart(startFacts(config, files, where));
  return { prediction, finding: findings[prediction.finding ?? -1]?.finding };
}

const starts = { outcome: 'starts', certainty: 'certain' };
const notFound = (certainty: string) => ({ outcome: 'fails', certainty, status: '502.5', hresult: '0x80070002' });
const undetermined = (...missingFacts: readonly string[]) => ({ outcome: 'undetermined', missingFacts });
const existing = (...existingFiles: readonly string[]): Where => ({ server: { existingFiles } });

describe('a program of the application', () => {
  const rows: readonly (readonly [string, string, Files, Where, object])[] = [
    ['as written', '.\\App.exe', selfContained(), {}, starts],
    ['without the folder', 'App.exe', selfContained(), {}, starts],
    ['with the other slash and in another case', './APP.EXE', selfContained(), {}, starts],
    ['behind a separator', '\\App.exe', selfContained(), {}, starts],
    ['by its full path', 'C:\\inetpub\\shop\\App.exe', selfContained(), {}, starts],
    ['over its parent', '..\\shop\\App.exe', selfContained(), {}, starts],
    ['a relative name without extension', '.\\App', selfContained(), {}, notFound('certain')],
    ['a bare name without extension', 'App', selfContained(), {}, notFound('certain')],
    // The documentation of CreateProcess says so for every name with a folder; for a full path nobody saw it on IIS.
    ['a full path without extension', 'C:\\inetpub\\shop\\App', selfContained(), {}, notFound('likely')],
    ['one that is not there', '.\\Other.exe', selfContained(), {}, notFound('certain')],
    ['a full path that is not there', 'C:\\inetpub\\shop\\Other.exe', selfContained(), {}, notFound('certain')],
    ['a full path in another folder, nothing said', 'C:\\inetpub\\other\\App.exe', selfContained(), {}, undetermined('existingFiles')],
  ];
  test.each(rows)('%s: %s', (_what, processPath, files, where, expected) => {
    expect(predict(processPath, files, where).prediction).toMatchObject(expected);
  });

  test('what was meant is offered where only the extension is missing', () => {
    const snippets = (processPath: string, files: Files) => predict(processPath, files).finding?.remedies.map(({ snippet }) => snippet);
    expect(snippets('.\\App', selfContained())).toContain('processPath=".\\App.exe"');
    expect(snippets('.\\Other', selfContained())).not.toContain('processPath=".\\App.exe"');
    expect(snippets('.\\Other.exe', portable)).toContain(
      '<aspNetCore processPath="dotnet" arguments=".\\App.dll" hostingModel="outofprocess" />',
    );
  });
});

describe('a program of the server', () => {
  const rows: readonly (readonly [string, string, Where, object])[] = [
    ['beside the application, nothing said', '..\\tools\\run.exe', {}, undetermined('existingFiles')],
    ['beside the application, there', '..\\tools\\run.exe', existing('C:\\inetpub\\tools\\run.exe'), { outcome: 'undetermined' }],
    ['beside the application, not there', '..\\tools\\run.exe', existing(), notFound('certain')],
    ['by its full path, nothing said', 'D:\\tools\\run.exe', {}, undetermined('existingFiles')],
    ['by its full path, not there', 'D:\\tools\\run.exe', existing(), notFound('certain')],
    ['a bare name, nothing said', 'run.exe', {}, notFound('likely')],
    ['a bare name on PATH', 'run', existing('C:\\Windows\\system32\\run.exe'), { outcome: 'undetermined' }],
    ['a bare name, in a folder that is not on PATH', 'run', existing('D:\\tools\\run.exe'), notFound('certain')],
    [
      'a bare name, while PATH is not described',
      'run',
      { server: { environment: new Map([['PATH', null]]) } },
      undetermined('environment'),
    ],
    ['a program of Windows', 'cmd', existing(), { outcome: 'undetermined' }],
  ];
  test.each(rows)('%s: %s', (_what, processPath, where, expected) => {
    expect(predict(processPath, portable, where).prediction).toMatchObject(expected);
  });
});

describe('dotnet', () => {
  const x86Only: Where = { server: { dotnet: [dotnetRoot('x64')] }, pool: { enable32BitAppOnWin64: true } };
  const rows: readonly (readonly [string, string, Files, Where, object])[] = [
    ['by its name', 'dotnet', portable, {}, starts],
    ['by its name with extension, in any case', 'DotNet.EXE', portable, {}, starts],
    ['by its full path', 'C:\\Program Files\\dotnet\\dotnet.exe', portable, {}, starts],
    ['by a short name', 'C:\\PROGRA~1\\dotnet\\dotnet.exe', portable, {}, undetermined()],
    ['by its full path without extension', 'C:\\Program Files\\dotnet\\dotnet', portable, {}, notFound('likely')],
    ['by a full path where there is none, without extension', 'D:\\dotnet\\dotnet', portable, {}, notFound('certain')],
    ['in Program Files as a 64-bit worker sees it', '%ProgramFiles%\\dotnet\\dotnet.exe', portable, {}, starts],
    ['in Program Files as a 32-bit worker sees it', '%ProgramFiles%\\dotnet\\dotnet.exe', portable, x86Only, notFound('certain')],
    ['in the 64-bit Program Files, from a 32-bit worker', '%ProgramW6432%\\dotnet\\dotnet.exe', portable, x86Only, starts],
    ['of the artifact', '.\\runtime\\dotnet.exe', privateRuntime, { server: { dotnet: [] } }, starts],
    [
      'of the artifact, without a runtime',
      '.\\runtime\\dotnet.exe',
      { ...portable, 'runtime\\dotnet.exe': nativeExe },
      {},
      { outcome: 'fails', status: '502.5', hresult: '0x8027025b' },
    ],
    [
      'of the artifact, with another version of the framework',
      '.\\runtime\\dotnet.exe',
      {
        ...privateRuntime,
        'App.runtimeconfig.json': '{"runtimeOptions":{"framework":{"name":"Microsoft.AspNetCore.App","version":"9.0.0"}}}',
      },
      {},
      { outcome: 'fails', status: '502.5', hresult: '0x8027025b' },
    ],
    ['an apphost that was given its name', '.\\dotnet.exe', { ...portable, 'dotnet.exe': appHost() }, {}, starts],
    ['on no PATH', 'dotnet', portable, { server: { environment: path('C:\\Windows') } }, notFound('certain')],
    ['perhaps on the PATH of the pool', 'dotnet', portable, { pool: { environment: path('%PATH%', 'D:\\tools') } }, undetermined()],
    [
      'on the PATH of the pool before one that is not known',
      'dotnet',
      portable,
      { pool: { environment: path('C:\\Program Files\\dotnet', '%PATH%') } },
      starts,
    ],
    [
      'while nobody said which are there',
      'dotnet',
      portable,
      { server: { dotnet: undefined } as unknown as Where['server'] & object },
      undetermined('dotnet'),
    ],
  ];
  test.each(rows)('%s: %s', (_what, processPath, files, where, expected) => {
    expect(predict(processPath, files, where, '.\\App.dll').prediction).toMatchObject(expected);
  });

  test('a full path is told apart from a bare name', () => {
    const nowhere: Where = { server: { environment: path('C:\\Windows') } };
    const bare = predict('dotnet', portable, nowhere, '.\\App.dll').finding;
    expect(bare?.evidence.join('\n')).toContain('The PATH of web.config does not help');
    const named = predict('D:\\dotnet\\dotnet.exe', portable, {}, '.\\App.dll').finding;
    expect(named).toMatchObject({
      rule: 'dotnet-missing',
      message: 'processPath names D:\\dotnet\\dotnet.exe, and there is no dotnet there.',
    });
    expect(named?.evidence.join('\n')).not.toContain('PATH of web.config');
  });
});

describe('the command line before 7.0 is not quoted', () => {
  const old: Where = { module: '16.0.24290.36' };
  const rows: readonly (readonly [string, string, Where, object])[] = [
    ['arguments behind the program', 'dotnet .\\App.dll', {}, notFound('certain')],
    ['arguments behind the program, module 6.0', 'dotnet .\\App.dll', old, { outcome: 'undetermined' }],
    ['quotes', '&quot;C:\\Program Files\\dotnet\\dotnet.exe&quot;', {}, notFound('certain')],
    ['quotes, module 6.0', '&quot;C:\\Program Files\\dotnet\\dotnet.exe&quot;', old, { outcome: 'undetermined' }],
    ['a path with blanks, module 6.0', 'C:\\Program Files\\net\\dotnet.exe', old, notFound('certain')],
  ];
  test.each(rows)('%s: %s', (_what, processPath, where, expected) => {
    expect(predict(processPath, portable, where, '.\\App.dll').prediction).toMatchObject(expected);
  });
});

test('unquoted blanks in arguments: only in-process the whole text is tried as a file', () => {
  const given = (text: string, hostingModel: string) =>
    performStart(startFacts(webConfig({ hostingModel, arguments: text }), files)).prediction;
  const files = { 'My App.dll': portable['App.dll'] ?? null, 'My App.runtimeconfig.json': portable['App.runtimeconfig.json'] ?? null };
  expect(given('.\\My App.dll', 'inprocess').outcome).toBe('starts');
  expect(given('.\\My App.dll', 'outofprocess')).toMatchObject({ outcome: 'fails', status: '502.5', hresult: '0x8027025b' });
  expect(given('&quot;.\\My App.dll&quot;', 'outofprocess').outcome).toBe('starts');
});

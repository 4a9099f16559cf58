import { describe, expect, test } from '@jest/globals';
import { startupHookProblem } from '../../src/ancm/startup-hooks.ts';
import { performStart } from '../../src/startup/perform-start.ts';
import { assembly, dotnetRoot, environmentVariables, portable, selfContained, startFacts, type Where, webConfig } from './start-facts.ts';

/** dotnet/runtime:src/libraries/System.Private.CoreLib/src/System/StartupHookProvider.cs; the texts were seen with dotnet 10. */

const files = { ...portable, 'Hook.dll': assembly() };

function problem(value: string, change: { readonly major?: number; readonly runtimeConfig?: string; readonly where?: Where } = {}): string {
  const { major = 8, runtimeConfig, where = {} } = change;
  const environment = (name: string) => ({ known: true, value: name === 'DOTNET_STARTUP_HOOKS' ? value : undefined }) as const;
  const bytes = runtimeConfig === undefined ? {} : { runtimeConfig: new TextEncoder().encode(runtimeConfig) };
  return startupHookProblem(startFacts(webConfig({}), files, where), environment, { major, ...bytes })?.kind ?? 'none';
}

describe('one variable, many forms', () => {
  const there: Where = { server: { existingFiles: ['D:\\agent\\Hook.dll'] } };
  const rows: readonly (readonly [string, Parameters<typeof problem>, string])[] = [
    ['a full path in the artifact', ['C:\\inetpub\\shop\\hook.dll'], 'none'],
    ['a full path that is not in the artifact', ['C:\\inetpub\\shop\\No.dll'], 'missing'],
    ['a full path on the server', ['D:\\agent\\hook.dll', { where: there }], 'none'],
    ['a full path that is not on the server', ['D:\\agent\\No.dll', { where: there }], 'missing'],
    ['a full path of which nobody said anything', ['D:\\agent\\Hook.dll'], 'unknown'],
    ['the name of an assembly', ['Hook'], 'none'],
    ['the name of its file', ['Hook.dll'], 'not-a-name'],
    ['a relative path', ['.\\Hook'], 'not-a-name'],
    ['a relative path with the other slash', ['agent/Hook'], 'not-a-name'],
    ['the name of an assembly that is nowhere', ['Agent'], 'no-assembly'],
    ['the name of an assembly that a framework may have', ['Microsoft.Extensions.Agent'], 'none'],
    ['a name that a store may have', ['Agent', { where: { server: { dotnet: [{ ...dotnetRoot('x64'), sharedStore: true }] } } }], 'none'],
    ['in runtimeconfig.json, there', ['', { runtimeConfig: '{"configProperties":{"STARTUP_HOOKS":"Hook"}}' }], 'none'],
    ['in runtimeconfig.json, nowhere', ['', { runtimeConfig: '{"configProperties":{"STARTUP_HOOKS":"Hook;Agent"}}' }], 'no-assembly'],
    ['in runtimeconfig.json, a path', ['', { runtimeConfig: '{"STARTUP_HOOKS":"C:\\\\inetpub\\\\shop\\\\No.dll"}' }], 'missing'],
    ['a blank in it', ['My Hook'], 'not-a-name'],
    ['a full name', ['Hook, Version=1.0.0.0'], 'not-a-name'],
    ['several, the last one bad', ['Hook;C:\\inetpub\\shop\\Hook.dll;C:\\inetpub\\shop\\No.dll'], 'missing'],
    ['several: names are read before any file', ['C:\\inetpub\\shop\\No.dll;Hook.dll'], 'not-a-name'],
    ['empty parts', [';;Hook;'], 'none'],
    ['a runtime that does not know it', ['Hook.dll', { major: 2 }], 'none'],
    [
      'switched off, as trimming does',
      ['Hook.dll', { runtimeConfig: '{"configProperties":{"System.StartupHookProvider.IsSupported":false}}' }],
      'none',
    ],
    ['switched off by a text', ['Hook.dll', { runtimeConfig: '{"System.StartupHookProvider.IsSupported" : "False"}' }], 'none'],
    ['switched on', ['Hook.dll', { runtimeConfig: '{"System.StartupHookProvider.IsSupported":true}' }], 'not-a-name'],
  ];
  test.each(rows)('%s', (_what, given, expected) => {
    expect(problem(...given)).toBe(expected);
  });
});

describe('in a start', () => {
  const predict = (hostingModel: string, hook: string | null, artifact = files) => {
    const config = webConfig({ hostingModel, ...('hostfxr.dll' in artifact ? { processPath: '.\\App.exe', arguments: '' } : {}) });
    const pool = { environment: new Map([['DOTNET_STARTUP_HOOKS', hook]]) };
    return performStart(startFacts(config, artifact, { pool })).prediction;
  };
  const rows: readonly (readonly [string, ReturnType<typeof predict>, object])[] = [
    ['in-process', predict('inprocess', 'Hook.dll'), { status: '500.30', certainty: 'certain', event: { id: 1018 } }],
    ['out-of-process', predict('outofprocess', 'Hook.dll'), { status: '502.5', certainty: 'certain', hresult: '0x8027025b' }],
    ['in-process, the name of an assembly that is nowhere', predict('inprocess', 'Agent'), { status: '500.30', certainty: 'likely' }],
    ['out-of-process, the name of an assembly', predict('outofprocess', 'Hook'), { outcome: 'starts' }],
    ['in-process, not kept', predict('inprocess', null), { outcome: 'undetermined', missingFacts: ['iis.appPools[].environment'] }],
    [
      'self-contained, not kept',
      predict('outofprocess', null, { ...selfContained(), 'Hook.dll': assembly() }),
      { outcome: 'undetermined' },
    ],
  ];
  test.each(rows)('%s', (_what, prediction, expected) => {
    expect(prediction).toMatchObject(expected);
  });

  test('web.config counts in both models, as the module adds its own hook to it', () => {
    for (const hostingModel of ['inprocess', 'outofprocess']) {
      const start = (hook: string) =>
        performStart(startFacts(webConfig({ hostingModel }, environmentVariables({ DOTNET_STARTUP_HOOKS: hook })), files)).prediction;
      expect(start('C:\\inetpub\\shop\\Hook.dll').outcome).toBe('starts');
      expect(start('.\\Hook.dll').outcome).toBe('fails');
    }
  });
});

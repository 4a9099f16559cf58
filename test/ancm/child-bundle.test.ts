import { describe, expect, test } from '@jest/globals';
import type { AppHost, BinaryImage, Machine, SingleFileBundle } from '../../src/model/binary-image.ts';
import { performStart } from '../../src/startup/perform-start.ts';
import { dotnetRoot, includedFrameworks, runtimeConfig, startFacts, type Where, webConfig } from './start-facts.ts';

const config = webConfig({ hostingModel: 'outofprocess', processPath: '.\\App.exe', arguments: '' });

const bundle = (change: Partial<SingleFileBundle> = {}): SingleFileBundle => ({
  headerVersion: 6,
  files: ['App.dll', 'App.runtimeconfig.json'],
  runtimeConfig: new TextEncoder().encode(runtimeConfig('8.0.0')),
  ...change,
});

const asking = (text: string) => ({ runtimeConfig: new TextEncoder().encode(text) });

const singleFile = (
  appHost: Partial<AppHost>,
  machine: Machine = 'x64',
  exports?: readonly string[],
  bound: Pick<AppHost, 'boundDll'> = { boundDll: 'App.dll' },
): BinaryImage => ({
  format: 'pe',
  machine,
  machineCode: 0,
  bits: machine === 'x86' ? 32 : 64,
  isDll: false,
  appHost: { bundle: true, ...bound, ...appHost },
  ...(exports === undefined ? {} : { exports }),
});

const on = (...versions: readonly string[]): Where => ({ server: { dotnet: [dotnetRoot('x64', versions)] } });

describe('the settings beside a single file', () => {
  const settings = (text: string) => ({ 'App.exe': singleFile({}, 'x64', ['DotNetRuntimeInfo']), 'appsettings.json': text });
  test.each([
    ['{}', 'starts'],
    ['{', 'fails'],
  ])('%s', (text, expected) => {
    expect(performStart(startFacts(config, settings(text))).prediction.outcome).toBe(expected);
  });
});

describe('a single file out-of-process', () => {
  const rows: readonly (readonly [string, BinaryImage, Where, string, string])[] = [
    ['its framework is there', singleFile({ bundled: bundle() }), on('8.0.22'), 'starts', ''],
    [
      'its framework is not there',
      singleFile({ bundled: bundle(asking(runtimeConfig('10.0.0'))) }),
      on('8.0.22'),
      'fails 502.5',
      'shared-framework-missing',
    ],
    ['another architecture has it', singleFile({ bundled: bundle() }, 'x86'), on('8.0.22'), 'fails 502.5', 'dotnet-missing'],
    ['the exe is bound to nothing', singleFile({ bundled: bundle() }, 'x64', undefined, {}), on('8.0.22'), 'starts', ''],
    ['of .NET 5 on a later host', singleFile({ bundled: bundle({ headerVersion: 2 }) }), on('8.0.22'), 'fails 502.5', 'host-start-refused'],
    ['of .NET Core 3 on a later host', singleFile({ bundled: bundle({ headerVersion: 1 }) }), on('8.0.22'), 'starts', ''],
    ['on a host from before single files', singleFile({ bundled: bundle() }), on('3.1.32'), 'fails 502.5', 'host-start-refused'],
    ['with frameworks of its own', singleFile({ bundled: bundle(asking(includedFrameworks())) }), on('6.0.36'), 'starts', ''],
    ['with the runtime linked in', singleFile({}, 'x64', ['DotNetRuntimeInfo']), on('6.0.36'), 'starts', ''],
    ['whose bundle could not be read', singleFile({}), on('8.0.22'), 'undetermined', ''],
    [
      'without a runtimeconfig.json inside',
      singleFile({ bundled: { headerVersion: 6, files: ['App.dll'] } }),
      on('8.0.22'),
      'undetermined',
      '',
    ],
    ['on a server without any runtime', singleFile({ bundled: bundle() }), { server: { dotnet: [] } }, 'fails 502.5', 'dotnet-missing'],
  ];
  test.each(rows)('%s', (_what, image, where, expected, rule) => {
    const { prediction, findings } = performStart(startFacts(config, { 'App.exe': image }, where));
    expect(`${prediction.outcome} ${prediction.status ?? ''}`.trim()).toBe(expected);
    expect(findings[prediction.finding ?? -1]?.finding.rule ?? '').toBe(rule);
  });

  test('what is wrong inside is pointed at as the executable', () => {
    const exe = singleFile({ bundled: bundle(asking(runtimeConfig('10.0.0'))) });
    const { findings } = performStart(startFacts(config, { 'App.exe': exe }, on('8.0.22')));
    expect(findings[0]?.finding.place).toEqual({ in: 'artifact', file: 'App.exe' });
  });
});

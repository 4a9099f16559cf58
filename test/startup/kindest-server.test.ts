import { describe, expect, test } from '@jest/globals';
import { performStart } from '../../src/startup/perform-start.ts';
import { artifact, assembly, portable, runtimeConfig, selfContained, type TestFile, webConfig } from '../ancm/start-facts.ts';

const outcome = (config: string, files: Record<string, TestFile>): string => {
  const { prediction } = performStart({ artifact: artifact(config, files), target: {} });
  return `${prediction.outcome} ${prediction.status ?? ''}`.trim();
};

const x86 = assembly('x86', { requires32Bit: true });
const outOfProcess = webConfig({ hostingModel: 'outofprocess' });

/** What fails on the server that suits an artifact best fails everywhere; nothing else may. */
describe('while no server is described', () => {
  test.each<[string, string, Record<string, TestFile>, string]>([
    ['an application', webConfig({}), portable, 'undetermined'],
    ['its dll is not there', webConfig({}), { 'App.runtimeconfig.json': runtimeConfig() }, 'fails 500.31'],
    [
      'several applications in one folder',
      webConfig({}),
      { ...portable, 'Admin.dll': assembly(), 'Admin.runtimeconfig.json': runtimeConfig('9.0.0') },
      'undetermined',
    ],
    [
      'the same out-of-process',
      outOfProcess,
      { ...portable, 'Admin.dll': assembly(), 'Admin.runtimeconfig.json': runtimeConfig('9.0.0') },
      'undetermined',
    ],
    [
      'an application in a folder below web.config',
      webConfig({ arguments: '.\\bin\\App.dll' }),
      { 'bin\\App.dll': assembly(), 'bin\\App.runtimeconfig.json': runtimeConfig() },
      'undetermined',
    ],
    [
      'an application in a folder, and a tool beside web.config',
      webConfig({ arguments: '.\\bin\\App.dll' }),
      {
        'bin\\App.dll': assembly(),
        'bin\\App.runtimeconfig.json': runtimeConfig('10.0.0'),
        'Tool.dll': assembly(),
        'Tool.runtimeconfig.json': runtimeConfig('6.0.0', ['Microsoft.NETCore.App']),
      },
      'undetermined',
    ],
    ['an application for 32-bit', webConfig({}), { ...portable, 'App.dll': x86 }, 'undetermined'],
    [
      'one of two applications, for 32-bit',
      webConfig({}),
      { ...portable, 'App.dll': x86, 'Admin.dll': assembly(), 'Admin.runtimeconfig.json': runtimeConfig() },
      'undetermined',
    ],
    [
      'an application without the web framework',
      webConfig({}),
      { ...portable, 'App.runtimeconfig.json': runtimeConfig('8.0.0', ['Microsoft.NETCore.App']) },
      'fails 500.33',
    ],
    ['a self-contained application', webConfig({ processPath: '.\\App.exe', arguments: '' }), selfContained(), 'undetermined'],
  ])('%s', (_, config, files, expected) => {
    expect(outcome(config, files)).toBe(expected);
  });
});

import { describe, expect, test } from '@jest/globals';
import { performStart } from '../../src/startup/perform-start.ts';
import { portable, selfContained, startFacts, type TestFile, webConfig } from './start-facts.ts';

function outcome(files: Record<string, TestFile>, attributes: Record<string, string>): string {
  const { prediction } = performStart(startFacts(webConfig(attributes), files, {}));
  return `${prediction.outcome} ${prediction.status ?? ''}`.trim();
}

const { 'App.runtimeconfig.json': _, ...withoutConfig } = portable;
const exe = { processPath: '.\\App.exe', arguments: '' };

// `null`: the file is there, and nobody read it.
describe('a file of the .NET host that was too large to be read', () => {
  test.each<[string, Record<string, TestFile>, Record<string, string>, inProcess: string, outOfProcess: string]>([
    ['runtimeconfig.json', { ...portable, 'App.runtimeconfig.json': null }, {}, 'undetermined', 'undetermined'],
    ['runtimeconfig.json, which is not there', withoutConfig, {}, 'fails 500.31', 'fails 502.5'],
    ['runtimeconfig.dev.json', { ...portable, 'App.runtimeconfig.dev.json': null }, {}, 'undetermined', 'undetermined'],
    ['deps.json', { ...portable, 'App.deps.json': null }, {}, 'undetermined', 'undetermined'],
    ['deps.json, of an exe', { ...portable, 'App.deps.json': null }, exe, 'undetermined', 'undetermined'],
    ['deps.json, which is not there', portable, {}, 'starts', 'starts'],
    ['runtimeconfig.json, self-contained', { ...selfContained(), 'App.runtimeconfig.json': null }, exe, 'undetermined', 'undetermined'],
    ['deps.json of another application', { ...portable, 'Other.deps.json': null }, {}, 'starts', 'starts'],
  ])('%s', (_what, files, attributes, inProcess, outOfProcess) => {
    expect(outcome(files, { ...attributes, hostingModel: 'inprocess' })).toBe(inProcess);
    expect(outcome(files, { ...attributes, hostingModel: 'outofprocess' })).toBe(outOfProcess);
  });
});

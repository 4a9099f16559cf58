import { describe, expect, test } from '@jest/globals';
import { performStart } from '../../src/startup/perform-start.ts';
import { assembly, portable, runtimeConfig, startFacts, type TestFile, webConfig } from './start-facts.ts';

const lost: Record<string, TestFile> = { 'App.runtimeconfig.json': runtimeConfig() };
const publish = 'Publish again and deploy the whole output; App.dll belongs to it.';

/** [what, arguments, files, what mends it in-process, snippets] */
const rows: readonly (readonly [string, string, Record<string, TestFile>, readonly string[], readonly string[]])[] = [
  ['the dll that is named is not there', '.\\App.dll', lost, [publish], []],
  ['the same in another spelling', 'APP.DLL', lost, [publish], []],
  ['another dll is named, and the right one is there', '.\\Other.dll', portable, ['Name the dll'], ['arguments=".\\App.dll"']],
  ['another dll is named, and the right one is not there', '.\\Other.dll', lost, [publish, 'Name the dll'], ['arguments=".\\App.dll"']],
  ['an SDK command', 'run', portable, ['Name the dll'], ['arguments=".\\App.dll"']],
  ['nothing tells which dll it should be', '.\\Other.dll', { 'App.dll': assembly() }, ['Name the dll'], ['arguments=".\\App.dll"']],
];

describe.each(['inprocess', 'outofprocess'])('arguments that lead to no application, %s', (hostingModel) => {
  test.each(rows)('%s', (_what, text, files, texts, snippets) => {
    const { prediction, findings } = performStart(startFacts(webConfig({ arguments: text, hostingModel }), files));
    const { rule, remedies } = findings[prediction.finding ?? -1]?.finding ?? { remedies: [] };
    expect(rule).toBe('application-path-not-runnable');
    expect(remedies.map((remedy) => remedy.text.slice(0, texts.includes(remedy.text) ? undefined : 'Name the dll'.length))).toEqual(texts);
    expect(remedies.flatMap(({ snippet }) => snippet ?? [])).toEqual(snippets);
  });
});

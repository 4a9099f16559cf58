import { describe, expect, test } from '@jest/globals';
import { parseFxVersion } from '../../src/dotnet/fx-version.ts';
import { hostpolicyGeneration } from '../../src/dotnet/hostpolicy-generation.ts';
import { type RidGraphResult, readRidGraph } from '../../src/dotnet/rid-graph.ts';
import { bytes, core, deps, start } from './hostpolicy-start.ts';

function read(text: string, version = '7.0.20'): RidGraphResult {
  const parsed = parseFxVersion(version);
  if (parsed === undefined) throw new Error(version);
  return readRidGraph('C:\\core\\Microsoft.NETCore.App.deps.json', bytes(text), hostpolicyGeneration(parsed));
}

const rootDeps = (runtimes: string): string => `{"runtimeTarget":"T","targets":{},"libraries":{},"runtimes":${runtimes}}`;

describe('runtimes of a root framework', () => {
  test.each<readonly [string, string, readonly (readonly [string, readonly string[]])[]]>([
    [
      'each RID with what it falls back to',
      rootDeps('{"win-x64":["win","any"],"any":[]}'),
      [
        ['win-x64', ['win', 'any']],
        ['any', []],
      ],
    ],
    ['one that comes twice falls back to both', rootDeps('{"a":["b"],"a":["c"]}'), [['a', ['b', 'c']]]],
    ['none', '{"runtimeTarget":"T"}', []],
    ['null is none', rootDeps('null'), []],
    ['no JSON is the business of its reader', '{', []],
  ])('%s', (_, text, graph) => {
    expect(read(text)).toEqual({ ok: true, graph: new Map(graph) });
  });
  test.each([
    ['1', '"runtimes" is not an object', 'not an object'],
    ['{"a":1}', '"runtimes["a"]" is not an array', 'not an array'],
    ['{"a":[null]}', '"runtimes["a"]" is not a string', 'not a string'],
  ])('%s ends the process, and up to 3.1 there is a line', (runtimes, problem, words) => {
    expect(read(rootDeps(runtimes))).toEqual({ ok: false, lines: [], problem, crash: true });
    expect(read(rootDeps(runtimes), '3.1.24')).toMatchObject({
      lines: [`A JSON parsing exception occurred in [C:\\core\\Microsoft.NETCore.App.deps.json]: ${words}`],
      crash: false,
    });
  });
  test('are read where the graph decides', () => {
    const frameworks = [{ ...core, deps: bytes(rootDeps('1')) }];
    expect(start({ version: '7.0.20', deps: deps({}), request: { frameworks } })).toMatchObject({ refusal: { cause: { kind: 'crash' } } });
    const coreclr = [
      {
        ...core,
        deps: bytes(
          '{"runtimeTarget":"T","targets":{"T":{"R/1":{"native":{"coreclr.dll":{}}}}},"libraries":{"R/1":{"type":"","serviceable":true,"sha512":""}},"runtimes":1}',
        ),
      },
    ];
    expect(start({ version: '8.0.22', deps: deps({}), request: { frameworks: coreclr } }).outcome).toBe('ready');
  });
});

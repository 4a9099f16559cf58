import { describe, expect, test } from '@jest/globals';
import { assetRids, type RidFacts } from '../../src/dotnet/asset-rid.ts';
import { parseFxVersion } from '../../src/dotnet/fx-version.ts';
import { hostpolicyGeneration } from '../../src/dotnet/hostpolicy-generation.ts';

function rids(version: string, facts: Partial<RidFacts> = {}): readonly string[] {
  const parsed = parseFxVersion(version);
  if (parsed === undefined) throw new Error(version);
  const none: RidFacts = { architecture: 'x64', environment: new Map(), configProperties: new Map(), ridGraph: undefined };
  return assetRids({ ...none, ...facts }, hostpolicyGeneration(parsed));
}

const windowsGraph = ['win10-x64', 'win10', 'win81-x64', 'win81', 'win8-x64', 'win8', 'win7-x64', 'win7', 'win-x64', 'win', 'any', 'base'];
const ridGraph = new Map([
  ['win10-x64', ['win-x64', 'any']],
  ['mine', ['win7-x64', 'any']],
]);
const asked = new Map([['DOTNET_RUNTIME_ID', 'mine']]);
const useGraph = (value: string | boolean) => ({ configProperties: new Map([['System.Runtime.Loader.UseRidGraph', value]]) });

describe('the RIDs whose assets may be used', () => {
  test.each<readonly [string, string, Partial<RidFacts>, readonly string[]]>([
    ['a fixed list since 8.0', '8.0.22', {}, ['win-x64', 'win', 'any']],
    ['of the architecture', '8.0.22', { architecture: 'arm64' }, ['win-arm64', 'win', 'any']],
    ['DOTNET_RUNTIME_ID before it', '10.0.0', { environment: asked }, ['mine', 'win-x64', 'win', 'any']],
    ['whatever graph there is', '8.0.22', { ridGraph }, ['win-x64', 'win', 'any']],
    ['the graph of Windows up to 7.0', '7.0.20', {}, windowsGraph],
    ['the graph of the framework where it is known', '7.0.20', { ridGraph }, ['win10-x64', 'win-x64', 'any']],
    ['DOTNET_RUNTIME_ID in the graph', '6.0.36', { ridGraph, environment: asked }, ['mine', 'win7-x64', 'any']],
    [
      'an unknown one counts as the base',
      '6.0.36',
      { ridGraph, environment: new Map([['DOTNET_RUNTIME_ID', 'no']]) },
      ['win10-x64', 'win-x64', 'any'],
    ],
    ['no graph in the framework', '6.0.36', { ridGraph: new Map() }, ['win10-x64']],
    ['the graph again on request', '8.0.22', useGraph(true), windowsGraph],
    ['the request as text', '8.0.22', { ...useGraph('True'), ridGraph }, ['win10-x64', 'win-x64', 'any']],
    ['not on request', '8.0.22', useGraph(false), ['win-x64', 'win', 'any']],
    ['no other word', '8.0.22', useGraph('1'), ['win-x64', 'win', 'any']],
  ])('%s', (_, version, facts, expected) => {
    expect(rids(version, facts)).toEqual(expected);
  });
});

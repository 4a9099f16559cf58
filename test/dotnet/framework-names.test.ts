import { describe, expect, test } from '@jest/globals';
import { startHost } from '../../src/dotnet/start-host.ts';
import type { HostStart } from '../../src/model/host-start.ts';
import type { InstalledFramework } from '../../src/model/target-server.ts';
import { bytes } from './hostpolicy-start.ts';
import { muxerRequest } from './muxer-request.ts';

const folders = (version: string): readonly InstalledFramework[] => [{ version, complete: true }];

function start(references: readonly object[]): HostStart {
  const frameworks = new Map([
    ['Microsoft.NETCore.App', folders('8.0.22')],
    ['Microsoft.AspNetCore.App', folders('8.0.22')],
  ]);
  const runtimeConfig = bytes(JSON.stringify({ runtimeOptions: { frameworks: references } }));
  return startHost(muxerRequest('8.0.22', { frameworks, runtimeConfig }));
}

describe('names of frameworks in another case than their folders', () => {
  test.each([
    ['microsoft.netcore.app', ['microsoft.netcore.app']],
    ['MICROSOFT.ASPNETCORE.APP', ['MICROSOFT.ASPNETCORE.APP', 'Microsoft.NETCore.App']],
  ])('%s is found, and does what it does', (name, names) => {
    const answer = start([{ name, version: '8.0.0' }]);
    expect(answer).toMatchObject({ outcome: 'ready' });
    expect(answer.outcome === 'ready' && answer.frameworks.map((framework) => framework.name)).toEqual(names);
  });
  test('two spellings are two frameworks', () => {
    const answer = start([
      { name: 'microsoft.netcore.app', version: '8.0.0' },
      { name: 'Microsoft.NETCore.App', version: '8.0.0' },
    ]);
    expect(answer.outcome === 'ready' && answer.frameworks.length).toBe(2);
  });
  test('a name of nothing that is there is not found', () => {
    expect(start([{ name: 'Microsoft.NETCore.Apps', version: '8.0.0' }])).toMatchObject({ refusal: { error: 'FrameworkMissingFailure' } });
  });
});

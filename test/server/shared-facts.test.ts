import { describe, expect, test } from '@jest/globals';
import type { TargetServer } from '../../src/model/target-server.ts';
import { factSharing } from '../../src/server/shared-facts.ts';

const folder = 'C:\\Program Files\\dotnet';

function root(version = '8.0.11') {
  return { root: folder, frameworks: new Map([['Microsoft.NETCore.App', [{ version, complete: true }]]]) };
}

/** Made anew at each call, so that nothing is the same object by chance. */
function server(name: string, change: Partial<TargetServer> = {}): TargetServer {
  return {
    name,
    manifest: { file: `${name}.json`, positions: new Map() },
    os: { version: '10.0.20348', architecture: 'x64' },
    environment: new Map([['PATH', folder]]),
    dotnet: [root()],
    iis: { globalModules: [{ name: 'AspNetCoreModuleV2' }], appPools: [{ name: 'shop' }] },
    ...change,
  };
}

describe('the facts of several servers', () => {
  test('are kept once where they say the same', () => {
    const share = factSharing();
    const [one, other] = [share(server('web01')), share(server('web02'))];
    expect(other).toEqual(server('web02'));
    expect(other.dotnet).toBe(one.dotnet);
    expect(other.environment).toBe(one.environment);
    expect(other.iis?.appPools).toBe(one.iis?.appPools);
    expect(other.manifest).not.toBe(one.manifest);
  });

  test('stay apart where they differ, in a map too', () => {
    const share = factSharing();
    const [one, other] = [share(server('web01')), share(server('web02', { dotnet: [root('9.0.0')] }))];
    expect(one.dotnet).toEqual([root()]);
    expect(other.dotnet).toEqual([root('9.0.0')]);
    expect(other.environment).toBe(one.environment);
  });

  test('stay what they are where they are empty', () => {
    const share = factSharing();
    const empty = {
      environment: new Map<string, string>(),
      dotnet: [],
      existingFiles: [],
      dotnetInstallLocations: {},
      os: {},
      iis: { sites: [] },
    };
    expect(share(server('web01', empty))).toEqual(server('web01', empty));
  });
});

import { describe, expect, test } from '@jest/globals';
import type { TargetServer } from '../../src/model/target-server.ts';
import { findingLocator } from '../../src/source/finding-locator.ts';
import { artifactOf, diskWith, finding, majorMissing, published } from './checkout.ts';

const files = {
  'App.csproj': '<Project Sdk="Microsoft.NET.Sdk.Web"><PropertyGroup><TargetFramework>net8.0</TargetFramework></PropertyGroup></Project>',
};
const server: TargetServer = {
  name: 'web01',
  manifest: { file: 'servers/web01.json', positions: new Map([['dotnet', { line: 3, column: 3 }]]) },
};
const framework = majorMissing({ in: 'artifact', file: 'App.runtimeconfig.json' });
const inDll = finding('entry-assembly-unloadable', { in: 'artifact', file: 'sub\\App.dll', line: 2 });
const onServer = finding('dotnet-missing', { in: 'server', fact: 'dotnet[0]' });

describe('the locator of a run', () => {
  test('the committed line, else the place in the artifact or in the manifest', async () => {
    const locate = (await findingLocator('/checkout', diskWith(files)))({ artifact: published('App'), server });
    expect(locate(framework)?.file).toBe('App.csproj');
    expect(locate(inDll)).toEqual({ file: 'publish/sub/App.dll', line: 2 });
    expect(locate(onServer)).toEqual({ file: 'servers/web01.json', line: 3, column: 3 });
    expect(locate(finding('dotnet-missing'))).toBeUndefined();
  });

  test('without a checkout nothing is read', async () => {
    const disk = diskWith(files);
    const refusing = { ...disk, tree: () => Promise.reject(new Error('read')) };
    const locate = (await findingLocator(undefined, refusing))({ artifact: { ...published('App'), name: 'out/', root: 'site' } });
    expect(locate(framework)).toEqual({ file: 'out/site/App.runtimeconfig.json' });
    expect(locate(onServer)).toBeUndefined();
  });

  test('of several pipelines that publish alike, the one that runs the check', async () => {
    const command = 'steps:\n- script: dotnet publish -r win-x86\n';
    const two = {
      'App.csproj': '<Project Sdk="Microsoft.NET.Sdk.Web" />',
      '.github/workflows/ci.yml': command,
      '.github/workflows/deploy.yml': command,
    };
    const rid = finding('hostfxr-not-loadable', { in: 'artifact', file: 'hostfxr.dll' });
    const artifact = published('App', { target: 'win-x86' });
    const at = async (pipeline?: string) => (await findingLocator('/checkout', diskWith(two), pipeline))({ artifact })(rid)?.file;
    expect(await at('.github/workflows/CI.yml')).toBe('.github/workflows/ci.yml');
    expect(await at('.github/workflows/other.yml')).toBe('publish/hostfxr.dll');
    expect(await at()).toBe('publish/hostfxr.dll');
  });

  test('artifacts are told apart', async () => {
    const locator = await findingLocator('/checkout', diskWith(files));
    expect(locator({ artifact: published('App') })(framework)?.file).toBe('App.csproj');
    expect(locator({ artifact: artifactOf({}) })(framework)?.file).toBe('publish/App.runtimeconfig.json');
  });
});

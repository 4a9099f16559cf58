import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readPublishArtifacts } from '../../src/artifact/read-artifact.ts';
import { parseFxVersion } from '../../src/dotnet/fx-version.ts';
import { hostfxrGeneration } from '../../src/dotnet/hostfxr-generation.ts';
import { readPromisedAssets } from '../../src/dotnet/promised-assets.ts';
import { readRuntimeConfig } from '../../src/dotnet/runtime-config.ts';
import { disk } from '../../src/hosts/disk.ts';
import type { BinaryImage } from '../../src/model/binary-image.ts';
import type { ConfigurationElement } from '../../src/model/configuration-element.ts';
import type { PublishArtifact } from '../../src/model/publish-artifact.ts';
import { fixtures } from './start-of.ts';

async function read(name: string): Promise<PublishArtifact> {
  const [only] = await readPublishArtifacts(join(fixtures, 'publish', name), disk);
  if (only === undefined) throw new Error(`${name} was read into no artifact`);
  return only;
}

/** Which process loads an assembly, and whether it has native code. */
function assemblyFor(image: BinaryImage | undefined): string {
  if (image === undefined) return 'none';
  if (image.format !== 'pe' || image.clr === undefined) return `no assembly but ${image.format}`;
  const machine = image.machine === 'x86' && image.bits === 32 && image.clr.ilOnly && !image.clr.requires32Bit ? 'any' : image.machine;
  return image.clr.readyToRun ? `${machine}, native code` : machine;
}

function executable(image: BinaryImage | undefined): string {
  if (image === undefined) return 'none';
  if (image.format !== 'pe') return image.format;
  return `${image.machine}, ${image.appHost?.bundle === true ? 'a bundle' : `starts ${image.appHost?.boundDll}`}`;
}

/** What runtimeconfig.json asks of the host, in its words. */
function asksFor({ contents }: PublishArtifact): string {
  const file = contents.get('app.runtimeconfig.json');
  const current = parseFxVersion('10.0.0');
  if (file === undefined || current === undefined) return 'nothing';
  const result = readRuntimeConfig({ path: 'App.runtimeconfig.json', file }, hostfxrGeneration(current), new Map());
  if (!result.valid) return result.problem;
  return result.config.frameworkDependent
    ? result.config.references.map(({ name, versionText }) => `${name.replace('Microsoft.', '')} ${versionText}`).join(', ')
    : 'self-contained';
}

function descendant(element: ConfigurationElement, name: string): ConfigurationElement | undefined {
  if (element.name === name) return element;
  return element.children.flatMap((child) => descendant(child, name) ?? []).at(0);
}

const ridOf = ({ contents }: PublishArtifact): string | undefined => {
  const deps = contents.get('app.deps.json');
  return deps === undefined ? undefined : readPromisedAssets(deps)?.rid;
};

const web = (version: string): string => `NETCore.App ${version}, AspNetCore.App ${version}`;
const [rid64, rid32] = ['win-x64', 'win-x86'];

/** [fixture, runtime identifier, App.dll, App.exe, App.runtimeconfig.json], as the arguments of dotnet publish have them. */
const rows: readonly (readonly [string, string | undefined, string, string, string])[] = [
  ['net6.0-portable', undefined, 'any', 'none', web('6.0.0')],
  ['net8.0-portable', undefined, 'any', 'none', web('8.0.0')],
  ['net9.0-portable', undefined, 'any', 'none', web('9.0.0')],
  ['net10.0-portable', undefined, 'any', 'none', web('10.0.0')],
  ['net10.0-packages', undefined, 'any', 'none', web('10.0.0')],
  ['net10.0-out-of-process', undefined, 'any', 'none', web('10.0.0')],
  ['net10.0-console', undefined, 'any', 'none', 'NETCore.App 10.0.0'],
  ['net10.0-worker', undefined, 'any', 'none', 'NETCore.App 10.0.0'],
  ['net10.0-x86-assembly', undefined, 'x86', 'none', web('10.0.0')],
  ['net8.0-win-x64', rid64, 'x64', 'x64, starts App.dll', web('8.0.0')],
  ['net10.0-win-x64', rid64, 'x64', 'x64, starts App.dll', web('10.0.0')],
  ['net10.0-win-x86', rid32, 'x86', 'x86, starts App.dll', web('10.0.0')],
  ['net10.0-pinned-patch', rid64, 'x64', 'x64, starts App.dll', web('10.0.12')],
  ['net10.0-win-x64-ready-to-run', rid64, 'x64, native code', 'x64, starts App.dll', web('10.0.0')],
  ['net8.0-win-x64-self-contained', rid64, 'x64', 'x64, starts App.dll', 'self-contained'],
  ['net10.0-win-x64-self-contained', rid64, 'x64', 'x64, starts App.dll', 'self-contained'],
  ['net10.0-win-x64-trimmed', rid64, 'x64', 'x64, starts App.dll', 'self-contained'],
  ['net10.0-win-x86-self-contained', rid32, 'x86', 'x86, starts App.dll', 'self-contained'],
  ['net10.0-win-x64-single-file', undefined, 'none', 'x64, a bundle', 'nothing'],
  ['net10.0-win-x64-single-file-self-contained', undefined, 'none', 'x64, a bundle', 'nothing'],
  ['net10.0-linux-x64', 'linux-x64', 'x64', 'none', web('10.0.0')],
  ['net10.0-linux-x64-self-contained', 'linux-x64', 'x64', 'none', 'self-contained'],
  ['net10.0-no-build-mix', rid64, 'x64', 'x64, starts App.dll', 'self-contained'],
  ['net10.0-without-dll', rid64, 'none', 'x64, starts App.dll', web('10.0.0')],
  ['net10.0-without-runtimeconfig', undefined, 'any', 'none', 'nothing'],
];

describe('what is read of real publish outputs', () => {
  test.each(rows)('%s', async (name, rid, dll, exe, wanted) => {
    const artifact = await read(name);
    const { images } = artifact;
    const facts = [ridOf(artifact), assemblyFor(images.get('app.dll')), executable(images.get('app.exe')), asksFor(artifact)];
    expect(facts).toEqual([rid, dll, exe, wanted]);
    expect([artifact.root, artifact.otherRoots, artifact.notes]).toEqual(['', [], []]);
  });

  /** The version of the handler is 10 more than that of ASP.NET Core, the day of the build, and the patch (dotnet/aspnetcore:eng/Versions.props). */
  test.each([
    ['net8.0-win-x64-self-contained', 'x64', /^18\.0\.\d{5}\.31$/],
    ['net10.0-win-x64-self-contained', 'x64', /^20\.0\.\d{5}\.12$/],
    ['net10.0-win-x64-trimmed', 'x64', /^20\.0\.\d{5}\.12$/],
    ['net10.0-win-x86-self-contained', 'x86', /^20\.0\.\d{5}\.12$/],
  ] as const)('the runtime in %s', async (name, machine, handlerVersion) => {
    const { images } = await read(name);
    for (const file of ['hostfxr.dll', 'hostpolicy.dll', 'coreclr.dll', 'clrjit.dll', 'aspnetcorev2_inprocess.dll']) {
      expect([file, images.get(file)]).toEqual([file, expect.objectContaining({ format: 'pe', machine })]);
    }
    expect(images.get('hostfxr.dll')).toMatchObject({ exports: expect.arrayContaining(['hostfxr_get_native_search_directories']) });
    expect(images.get('aspnetcorev2_inprocess.dll')).toMatchObject({ fileVersion: expect.stringMatching(handlerVersion) });
  });

  test('the assemblies refer to the web framework, the console application does not', async () => {
    const [app, console] = [await read('net10.0-portable'), await read('net10.0-console')];
    const reference = { name: 'Microsoft.AspNetCore', version: '10.0.0.0' };
    expect(app.images.get('app.dll')).toMatchObject({ assembly: { name: 'App', memberReferences: ['CreateBuilder'] } });
    expect(app.images.get('app.dll')).toMatchObject({ assembly: { references: expect.arrayContaining([reference]) } });
    expect(console.images.get('app.dll')).toMatchObject({ assembly: { references: expect.not.arrayContaining([reference]) } });
  });

  test('a single file that needs the shared frameworks has the files of the host inside', async () => {
    const { images } = await read('net10.0-win-x64-single-file');
    expect(images.get('app.exe')).toMatchObject({
      appHost: { bundled: { headerVersion: 6, files: expect.arrayContaining(['App.dll', 'App.runtimeconfig.json', 'App.deps.json']) } },
    });
  });

  test('an application inside another is told, and not taken for it', async () => {
    const artifact = await read('net10.0-published-into-itself');
    expect([artifact.root, artifact.otherRoots]).toEqual(['', ['publish']]);
  });

  test.each([
    ['net10.0-portable', 'inprocess'],
    ['net10.0-out-of-process', 'OutOfProcess'],
    ['net10.0-extra-arguments', 'InProcess'],
    ['net10.0-hosting-model-misspelled', 'in-process'],
  ])('the hosting model in the web.config of %s', async (name, expected) => {
    const { webConfig } = await read(name);
    const section = webConfig.state === 'read' ? descendant(webConfig.root, 'aspNetCore') : undefined;
    expect(section?.attributes.find((attribute) => attribute.name === 'hostingModel')?.value).toBe(expected);
  });
});

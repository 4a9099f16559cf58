import { describe, expect, test } from '@jest/globals';
import { readFolderArtifact, readPackageArtifact } from '../../src/artifact/read-artifact.ts';
import { buildImage, machines } from '../windows/image-builder.ts';
import { type MemoryFiles, memoryTree } from './memory-tree.ts';
import { buildZip, entriesOf, memoryFile } from './zip-builder.ts';

const target = '.NETCoreApp,Version=v10.0';

function deps(libraries: Record<string, { readonly type?: string; readonly parts: object }>): string {
  return JSON.stringify({
    runtimeTarget: { name: target, signature: '' },
    targets: { [target]: Object.fromEntries(Object.entries(libraries).map(([name, { parts }]) => [name, parts])) },
    libraries: Object.fromEntries(Object.entries(libraries).map(([name, { type = 'package' }]) => [name, { type }])),
  });
}

const assembly = (version: readonly [number, number, number, number]) => buildImage({ dll: true, version, clr: { flags: 1 } });
const native = buildImage({ dll: true, machine: machines.x86, bits: 32 });
const versioned = { fileVersion: '1.0.0.0' };

const imagesOf = async (files: MemoryFiles) => (await readFolderArtifact(memoryTree(files))).images;

describe('files that deps.json promises', () => {
  test('an assembly with a file version is asked for its own', async () => {
    const images = await imagesOf({
      'App.deps.json': deps({ 'Lib/1.0.0': { parts: { runtime: { 'lib/net10.0/Lib.dll': versioned } } } }),
      'Lib.dll': assembly([1, 2, 3, 4]),
    });
    expect(images.get('lib.dll')).toMatchObject({ format: 'pe', fileVersion: '1.2.3.4' });
  });

  test('a native library is asked for its machine', async () => {
    const path = 'runtimes/win-x86/native/n.dll';
    const images = await imagesOf({
      'App.deps.json': deps({
        'N/1.0.0': {
          parts: { native: { 'runtimes/win-x86/native/m.dll': {} }, runtimeTargets: { [path]: { rid: 'win-x86', assetType: 'native' } } },
        },
      }),
      'm.dll': native,
      [path]: native,
    });
    expect(images.get('m.dll')).toMatchObject({ machine: 'x86' });
    expect(images.get('runtimes\\win-x86\\native\\n.dll')).toMatchObject({ machine: 'x86' });
  });

  test('a dll at the root that none lists is asked for its machine, as far as something is listed', async () => {
    const listed = deps({ 'App/1.0.0': { type: 'project', parts: { runtime: { 'App.dll': {} } } } });
    expect((await imagesOf({ 'App.deps.json': listed, 'n.dll': native })).get('n.dll')).toMatchObject({ machine: 'x86' });
    expect((await imagesOf({ 'App.deps.json': '{}', 'n.dll': native })).size).toBe(0);
  });

  const untouched: readonly (readonly [string, string, MemoryFiles])[] = [
    ['an assembly without a promised version', deps({ 'Lib/1.0.0': { parts: { runtime: { 'Lib.dll': {} } } } }), { 'Lib.dll': 'x' }],
    [
      'an assembly of the runtime pack',
      deps({ 'runtimepack.R/1.0.0': { type: 'runtimepack', parts: { runtime: { 'System.X.dll': versioned } } } }),
      { 'System.X.dll': 'x' },
    ],
    [
      'a native library for Linux',
      deps({ 'N/1.0.0': { parts: { runtimeTargets: { 'runtimes/linux-x64/native/n.dll': { rid: 'linux-x64', assetType: 'native' } } } } }),
      { 'runtimes/linux-x64/native/n.dll': 'x' },
    ],
    ['a file that is not there', deps({ 'Lib/1.0.0': { parts: { runtime: { 'Lib.dll': versioned } } } }), {}],
    [
      'a file of a deps.json in another folder',
      '{}',
      { 'tools/T.deps.json': deps({ 'L/1.0.0': { parts: { runtime: { 'L.dll': versioned } } } }), 'L.dll': 'x' },
    ],
  ];
  test.each(untouched)('%s is not looked into', async (_what, text, files) => {
    expect([...(await imagesOf({ 'App.deps.json': text, ...files })).keys()]).toEqual([]);
  });

  const many = (count: number, size: number): MemoryFiles => {
    const names = Array.from({ length: count }, (_, index) => `Lib${index}.dll`);
    const image = Buffer.concat([assembly([1, 0, 0, 0]), Buffer.alloc(size)]);
    return {
      'App.deps.json': deps({ 'Lib/1.0.0': { parts: { runtime: Object.fromEntries(names.map((name) => [name, versioned])) } } }),
      ...Object.fromEntries(names.map((name) => [name, image])),
    };
  };

  test('no more than 200 of them', async () => {
    expect((await imagesOf(many(300, 0))).size).toBe(200);
  });

  test('of a package no more than unpacks to 64 MB, where a version is wanted', async () => {
    const natives = Object.fromEntries(
      ['a', 'b'].map((name) => [`runtimes/win-x64/native/${name}.dll`, { rid: 'win-x64', assetType: 'native' }]),
    );
    const versions = many(5, 14 * 1024 * 1024);
    const [image = ''] = Object.values(versions).slice(1);
    const files = {
      ...versions,
      ...Object.fromEntries(Object.keys(natives).map((name) => [name, image])),
      'Z.deps.json': deps({ 'N/1.0.0': { parts: { runtimeTargets: natives } } }),
    };
    const packed = await readPackageArtifact(memoryFile(buildZip(entriesOf(files))), 'app.zip');
    expect([...packed.images.keys()].filter((key) => key.startsWith('runtimes'))).toHaveLength(2);
    expect([...packed.images.keys()].filter((key) => key.startsWith('lib'))).toHaveLength(4);
    expect((await imagesOf(files)).size).toBe(7);
  });

  test('hostile paths lead nowhere', async () => {
    const text = deps({ 'L/1.0.0': { parts: { runtimeTargets: { '../a/secret.dll': { rid: 'win', assetType: 'native' } } } } });
    expect((await imagesOf({ 'App.deps.json': text, 'a/secret.dll': 'x' })).size).toBe(0);
  });
});

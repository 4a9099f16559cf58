import { randomBytes } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import yazl from 'yazl';
import { readPackageArtifact } from '../../src/artifact/read-artifact.ts';
import type { PublishArtifact } from '../../src/model/publish-artifact.ts';
import { buildImage, machines } from '../windows/image-builder.ts';
import { webConfig } from './memory-tree.ts';
import { buildZip, entriesOf, memoryFile } from './zip-builder.ts';

const managed = buildImage({ machine: machines.x86, bits: 32, clr: { flags: 1, assembly: { name: 'App', version: [1, 0, 0, 0] } } });
const app = {
  'web.config': webConfig('dotnet', 'App.dll'),
  'App.dll': managed,
  'App.runtimeconfig.json': '{"runtimeOptions":{}}',
  'wwwroot/site.css': 'a{}',
};
const below = (prefix: string) => Object.fromEntries(Object.entries(app).map(([path, content]) => [prefix + path, content]));

function read(bytes: Uint8Array): Promise<PublishArtifact> {
  return readPackageArtifact(memoryFile(bytes), 'app.zip');
}

function expectWholeApp(artifact: PublishArtifact): void {
  expect(artifact.webConfig).toMatchObject({ state: 'read', path: 'web.config' });
  expect(artifact.images.get('app.dll')).toMatchObject({ format: 'pe', assembly: { name: 'App' } });
  expect(Buffer.from(artifact.contents.get('app.runtimeconfig.json') ?? []).toString()).toBe('{"runtimeOptions":{}}');
  expect(artifact.files.get('wwwroot\\site.css')).toEqual({ path: 'wwwroot\\site.css', size: 3 });
}

async function packedByYazl(files: Readonly<Record<string, Uint8Array | string>>, options: Partial<yazl.Options>): Promise<Buffer> {
  const zip = new yazl.ZipFile();
  for (const [path, content] of Object.entries(files)) zip.addBuffer(Buffer.from(content), path, options);
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

describe('a ZIP archive', () => {
  test.each<[string, Partial<yazl.Options>]>([
    ['deflated', {}],
    ['stored', { compress: false }],
    ['ZIP64', { forceZip64Format: true }],
  ])('%s', async (_, options) => {
    const artifact = await read(await packedByYazl(app, options));
    expect(artifact).toMatchObject({ name: 'app.zip', shape: 'zip', root: '', otherRoots: [], notes: [] });
    expectWholeApp(artifact);
  });

  test('with backslashes in its names', async () => {
    const entries = [
      { name: 'wwwroot\\', stored: true },
      ...entriesOf({ ...app, 'wwwroot\\site.css': 'a{}' }).filter(({ name }) => name !== 'wwwroot/site.css'),
    ];
    const artifact = await read(buildZip(entries));
    expect(artifact.notes).toEqual([]);
    expectWholeApp(artifact);
  });

  test('with names in the code page of old archivers, and in UTF-8', async () => {
    const artifact = await read(buildZip([{ name: Buffer.from([0x94, 0x2e, 0x74, 0x78, 0x74]), flags: 0 }, { name: 'Магазин.txt' }]));
    expect([...artifact.files.keys()]).toEqual(['ö.txt', 'магазин.txt']);
  });

  test('with names in UTF-8 of archivers that do not say so', async () => {
    const artifact = await read(buildZip([{ name: 'Магазин.dll', flags: 0 }]));
    expect([...artifact.files.values()]).toEqual([{ path: 'Магазин.dll', size: 0 }]);
  });

  test('with control characters in its names, as they are', async () => {
    const artifact = await read(buildZip([{ name: 'a\nb', flags: 0 }]));
    expect(artifact.notes).toEqual(['Windows cannot store a file of this name: a?b.']);
  });

  test('without entries is an artifact without files', async () => {
    expect((await read(buildZip([]))).files.size).toBe(0);
  });

  test('of a folder instead of its contents: the folder is the root', async () => {
    const artifact = await read(buildZip(entriesOf(below('publish/'))));
    expect(artifact).toMatchObject({ root: 'publish', otherRoots: [] });
    expectWholeApp(artifact);
  });

  test('of a folder in a folder', async () => {
    const artifact = await read(buildZip(entriesOf(below('drop/bin/publish/'))));
    expect(artifact.root).toBe('drop/bin/publish');
    expectWholeApp(artifact);
  });

  test('with several applications has no root but its own', async () => {
    const artifact = await read(buildZip(entriesOf({ ...below('a/'), ...below('b/') })));
    expect(artifact).toMatchObject({ root: '', otherRoots: ['a', 'b'], webConfig: { state: 'absent' }, notes: [] });
  });

  test('with one application beside other files has no root but its own', async () => {
    const artifact = await read(buildZip(entriesOf({ ...below('site/'), 'scripts/deploy.ps1': '' })));
    expect(artifact).toMatchObject({ root: '', otherRoots: ['site'] });
  });

  test('with a chosen root', async () => {
    const bytes = buildZip(entriesOf({ ...below('a/'), ...below('b/') }));
    const artifact = await readPackageArtifact(memoryFile(bytes), 'app.zip', 'b');
    expect(artifact).toMatchObject({ root: 'b', otherRoots: ['a'], notes: [] });
    expectWholeApp(artifact);
  });

  test('reads heads, not files', async () => {
    const large = Buffer.concat([buildImage({ dll: true }), randomBytes(8 * 1024 * 1024)]);
    for (const stored of [true, false]) {
      const file = memoryFile(buildZip([{ name: 'coreclr.dll', content: large, stored }]));
      const artifact = await readPackageArtifact(file, 'app.zip');
      expect(artifact.images.get('coreclr.dll')).toMatchObject({ format: 'pe' });
      expect(file.bytesRead).toBeLessThan(512 * 1024);
    }
  });

  test('an image whose facts lie far behind its head', async () => {
    const image = buildImage({ dll: true, data: randomBytes(3 * 1024 * 1024), version: [8, 0, 1, 2], exports: ['coreclr_initialize'] });
    const artifact = await read(buildZip([{ name: 'coreclr.dll', content: image }]));
    expect(artifact.images.get('coreclr.dll')).toMatchObject({ fileVersion: '8.0.1.2', exports: ['coreclr_initialize'] });
  });
});

describe('a Web Deploy package', () => {
  const root = 'Content/C_C/Users/build/obj/Release/net8.0/PubTmp/PackageTmp';
  const metadata = { 'archive.xml': '<sitemanifest/>', 'parameters.xml': '<parameters/>', 'systemInfo.xml': '<systemInfo/>' };

  test('its content folder is the root', async () => {
    const artifact = await read(buildZip(entriesOf({ ...metadata, ...below(`${root}/`) })));
    expect(artifact).toMatchObject({ shape: 'web-deploy-package', root, otherRoots: [], notes: [] });
    expectWholeApp(artifact);
  });

  test('without anything that looks like an application, the folder it was made from', async () => {
    const artifact = await read(buildZip(entriesOf({ ...metadata, [`${root}/index.html`]: '' })));
    expect(artifact).toMatchObject({ root, webConfig: { state: 'absent' } });
    expect([...artifact.files.keys()]).toEqual(['index.html']);
  });

  test('an archive.xml alone makes none', async () => {
    expect(await read(buildZip(entriesOf({ 'archive.xml': '', ...app })))).toMatchObject({ shape: 'zip', root: '' });
  });
});

describe('a NuGet package', () => {
  const metadata = {
    'Shop.nuspec': '<package/>',
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': '<Relationships/>',
    'package/services/metadata/core-properties/1.psmdcp': '',
  };

  test('its own files do not count, and names are decoded', async () => {
    const artifact = await read(buildZip(entriesOf({ ...metadata, ...app, 'wwwroot/a%20b.txt': '' })));
    expect(artifact).toMatchObject({ shape: 'nupkg', root: '', otherRoots: [] });
    expectWholeApp(artifact);
    expect([...artifact.files.values()].map(({ path }) => path).sort()).toEqual(
      ['App.dll', 'App.runtimeconfig.json', 'web.config', 'wwwroot\\a b.txt', 'wwwroot\\site.css'].sort(),
    );
  });

  test('the content folder is the root', async () => {
    const artifact = await read(buildZip(entriesOf({ ...metadata, ...below('content/'), 'tools/deploy.ps1': '' })));
    expect(artifact.root).toBe('content');
    expectWholeApp(artifact);
  });

  test('a name that would lead elsewhere stays encoded', async () => {
    const artifact = await read(buildZip(entriesOf({ ...metadata, 'a/%2e%2e/%2e%2e/x': '' })));
    expect([...artifact.files.keys()]).toEqual(['a\\%2e%2e\\%2e%2e\\x']);
  });
});

import { describe, expect, test } from '@jest/globals';
import { readFolderArtifact } from '../../src/artifact/read-artifact.ts';
import { appHostData, buildImage, machines } from '../windows/image-builder.ts';
import { memoryTree, webConfig } from './memory-tree.ts';

const managed = buildImage({
  machine: machines.x86,
  bits: 32,
  clr: { flags: 1, assembly: { name: 'App', version: [1, 0, 0, 0], members: ['CreateBuilder'] } },
});
const appHost = buildImage({ data: appHostData({ slot: 'App.dll' }) });
const native = buildImage({ dll: true, version: [8, 0, 24, 1], exports: ['hostfxr_main'] });

const portable = {
  'web.config': webConfig('dotnet', '.\\App.dll'),
  'App.dll': managed,
  'App.exe': appHost,
  'App.pdb': 'BSJB',
  'App.runtimeconfig.json': '{}',
  'App.deps.json': '{"targets":{}}',
  'appsettings.json': '{}',
  'appsettings.Production.json': '{}',
  'Newtonsoft.Json.dll': managed,
  'wwwroot/appsettings.json': '{}',
  'wwwroot/site.css': 'a{}',
};

describe('a publish folder', () => {
  test('files are keyed as Windows compares them and keep their spelling', async () => {
    const artifact = await readFolderArtifact(memoryTree(portable));
    expect(artifact).toMatchObject({ name: 'publish', shape: 'folder', root: '', otherRoots: [], notes: [] });
    expect(artifact.files.get('app.dll')).toEqual({ path: 'App.dll', size: managed.length });
    expect(artifact.files.get('wwwroot\\site.css')).toEqual({ path: 'wwwroot\\site.css', size: 3 });
    expect(artifact.files.size).toBe(11);
  });

  test('only what could take part in the start is looked into', async () => {
    const tree = memoryTree(portable);
    const artifact = await readFolderArtifact(tree);
    expect([...artifact.images.keys()].sort()).toEqual(['app.dll', 'app.exe']);
    expect(artifact.images.get('app.dll')).toMatchObject({ format: 'pe', assembly: { name: 'App', memberReferences: ['CreateBuilder'] } });
    expect(artifact.images.get('app.exe')).toMatchObject({ appHost: { boundDll: 'App.dll' } });
    expect(tree.reads).not.toContain('Newtonsoft.Json.dll');
    expect(tree.reads).not.toContain('App.pdb');
  });

  test('contents are the files of the host and the settings at the root', async () => {
    const { contents } = await readFolderArtifact(memoryTree(portable));
    expect([...contents.keys()].sort()).toEqual([
      'app.deps.json',
      'app.runtimeconfig.json',
      'appsettings.json',
      'appsettings.production.json',
    ]);
    expect(Buffer.from(contents.get('app.deps.json') ?? []).toString()).toBe('{"targets":{}}');
  });

  test('web.config is found in any case and read', async () => {
    const { webConfig: read } = await readFolderArtifact(memoryTree({ 'Web.Config': webConfig('dotnet', 'App.dll') }));
    expect(read).toMatchObject({ state: 'read', path: 'Web.Config', root: { name: 'configuration' } });
    expect((await readFolderArtifact(memoryTree({ 'App.dll': managed }))).webConfig).toEqual({ state: 'absent' });
  });

  test('what the host loads by name is looked into, and the handler below runtimes too', async () => {
    const { images } = await readFolderArtifact(
      memoryTree({
        'hostfxr.dll': native,
        'hostpolicy.dll': Buffer.alloc(0),
        'runtimes/win-x64/native/aspnetcorev2_inprocess.dll': native,
        'runtimes/win-x64/native/e_sqlite3.dll': native,
      }),
    );
    expect(images.get('hostfxr.dll')).toMatchObject({ fileVersion: '8.0.24.1', exports: ['hostfxr_main'] });
    expect(images.get('hostpolicy.dll')).toEqual({ format: 'empty' });
    expect(images.has('runtimes\\win-x64\\native\\aspnetcorev2_inprocess.dll')).toBe(true);
    expect(images.size).toBe(3);
  });
});

describe('what web.config names is looked into', () => {
  const nested = {
    'bin/App.dll': managed,
    'bin/App.exe': appHost,
    'bin/App.runtimeconfig.json': '{}',
    'bin/hostfxr.dll': native,
    'bin/Other.dll': managed,
  };

  test.each([
    ['a dll in a folder', 'dotnet', 'bin\\App.dll'],
    ['with the other separator and case', 'dotnet', './BIN/app.dll'],
    ['behind exec and with more arguments', 'dotnet', 'exec .\\bin\\App.dll --urls http://*:80'],
    ['an exe in a folder', 'bin\\App.exe', ''],
    ['an exe without its extension', '.\\bin\\App', ''],
    ['a full path on some server', 'dotnet', 'D:\\sites\\shop\\bin\\App.dll'],
    ['a path with a variable', '%SITE%\\bin\\App.exe', ''],
    ['in quotes', 'dotnet', '&quot;bin\\App.dll&quot; x'],
  ])('%s', async (_, processPath, commandLine) => {
    const { images, contents } = await readFolderArtifact(memoryTree({ ...nested, 'web.config': webConfig(processPath, commandLine) }));
    expect([...images.keys()].sort()).toEqual(['bin\\app.dll', 'bin\\app.exe', 'bin\\hostfxr.dll']);
    expect([...contents.keys()]).toEqual(['bin\\app.runtimeconfig.json']);
  });

  test.each<[string, string, string[], string[]]>([
    ['a dll below', 'bin\\App.dll', ['app.exe', 'bin\\app.dll', 'bin\\hostfxr.dll'], ['bin\\app.runtimeconfig.json']],
    ['a dll beside', 'App.dll', ['app.exe'], []],
    ['a dll that is not there', 'gone\\App.dll', ['app.exe'], []],
  ])('and what an exe starts: %s', async (_, slot, imageKeys, contentKeys) => {
    const exe = buildImage({ data: appHostData({ slot }) });
    const { images, contents } = await readFolderArtifact(
      memoryTree({ ...nested, 'App.exe': exe, 'web.config': webConfig('.\\App.exe', '') }),
    );
    expect([...images.keys()].sort()).toEqual(imageKeys);
    expect([...contents.keys()]).toEqual(contentKeys);
  });

  test('an unquoted path with blanks', async () => {
    const files = { 'my app/App.dll': managed, 'web.config': webConfig('dotnet', '.\\my app\\App.dll --x') };
    expect([...(await readFolderArtifact(memoryTree(files))).images.keys()]).toEqual(['my app\\app.dll']);
  });

  test('a Linux apphost that processPath names', async () => {
    const files = { App: Buffer.from(`7f454c46020101${'00'.repeat(57)}`, 'hex'), 'web.config': webConfig('.\\App', '') };
    expect((await readFolderArtifact(memoryTree(files))).images.get('app')).toEqual({ format: 'elf', machine: 'other' });
  });

  test('a dll that nothing names stays closed', async () => {
    const { images } = await readFolderArtifact(memoryTree({ ...nested, 'web.config': webConfig('dotnet', 'App.dll') }));
    expect(images.size).toBe(0);
    expect((await readFolderArtifact(memoryTree(nested))).images.size).toBe(0);
  });
});

describe('roots of applications', () => {
  const app = { 'App.dll': managed, 'App.runtimeconfig.json': '{}', 'web.config': webConfig('dotnet', 'App.dll') };
  const below = (folder: string) => Object.fromEntries(Object.entries(app).map(([path, content]) => [`${folder}/${path}`, content]));

  test('a publish below the folder', async () => {
    const artifact = await readFolderArtifact(memoryTree(below('bin/Release/publish')));
    expect(artifact).toMatchObject({ root: '', otherRoots: ['bin/Release/publish'], webConfig: { state: 'absent' } });
  });

  test('several, the shallowest first, the root itself left out', async () => {
    const artifact = await readFolderArtifact(memoryTree({ ...app, ...below('sites/b'), ...below('sites/a'), ...below('zoo') }));
    expect(artifact.otherRoots).toEqual(['zoo', 'sites/a', 'sites/b']);
  });

  test('a web.config without the module, and a runtimeconfig without its dll, are none', async () => {
    const files = { 'wwwroot/web.config': '<configuration/>', 'tools/Tool.runtimeconfig.json': '{}' };
    expect((await readFolderArtifact(memoryTree(files))).otherRoots).toEqual([]);
  });

  test('a web.config in UTF-16 counts', async () => {
    const files = { 'site/web.config': Buffer.from(`\ufeff${app['web.config']}`, 'utf16le') };
    expect((await readFolderArtifact(memoryTree(files))).otherRoots).toEqual(['site']);
  });

  test('a chosen root is read as if it were the input', async () => {
    const artifact = await readFolderArtifact(memoryTree({ 'readme.txt': '', ...below('Drop/Publish') }), 'drop/publish');
    expect(artifact).toMatchObject({ root: 'drop/publish', otherRoots: [], webConfig: { state: 'read', path: 'web.config' } });
    expect([...artifact.files.keys()].sort()).toEqual(['app.dll', 'app.runtimeconfig.json', 'web.config']);
    expect(artifact.files.get('app.dll')?.path).toBe('App.dll');
  });
});

describe('oddities are noted', () => {
  test('names that differ in case only', async () => {
    const artifact = await readFolderArtifact(memoryTree({ 'App.dll': managed, 'app.dll': 'x' }));
    expect(artifact.files.get('app.dll')?.path).toBe('App.dll');
    expect(artifact.notes).toEqual(['Windows ignores case in names and keeps one of two files with the same name: app.dll.']);
  });

  test('names that Windows cannot store, on one line', async () => {
    const artifact = await readFolderArtifact(memoryTree({ 'a\n::error::b': '', 'c:d': '', 'e.': '', 'f /g': '' }));
    expect(artifact.notes).toEqual(['Windows cannot store a file of this name: a?::error::b (and 3 more).']);
  });

  test.each([
    ['a device', 'CON'],
    ['a device with an extension', 'bin/nul.dll'],
    ['a folder that is a device', 'Aux/a.txt'],
    ['a device with a number', 'com1.log'],
    ['a stream of a file', 'web.config:evil'],
    ['a blank at the end of a folder', 'a /b.txt'],
    ['a segment of 256 characters', `${'x'.repeat(252)}.txt`],
  ])('a name that Windows cannot store: %s', async (_, path) => {
    const { notes } = await readFolderArtifact(memoryTree({ [path]: '' }));
    expect(notes).toEqual([expect.stringMatching(/^Windows cannot store a file of this name: /)]);
  });

  test.each([
    'console.dll',
    'common.txt',
    'lpt.dll',
    'com10.dll',
    'a.con',
    'nuls/aux-files/x',
    `${'x'.repeat(251)}.txt`,
    '.well-known/a',
    '...a',
  ])('a name that Windows can store: %s', async (path) => {
    expect((await readFolderArtifact(memoryTree({ [path]: '' }))).notes).toEqual([]);
  });

  test('a file that is a folder of others', async () => {
    const { notes } = await readFolderArtifact(memoryTree({ 'Web.config/logs/a.txt': '', 'web.config': '<configuration/>' }));
    expect(notes).toEqual(['Windows keeps no file and folder of the same name: web.config.']);
  });

  test('files that are too large to keep', async () => {
    const artifact = await readFolderArtifact(memoryTree({ 'appsettings.json': Buffer.alloc(1024 * 1024 + 1, 0x20) }));
    expect(artifact.contents.size).toBe(0);
    expect(artifact.notes).toEqual(['appsettings.json was not read: it is 1048577 bytes long.']);
  });

  test('a deps.json of a few MB is kept', async () => {
    const artifact = await readFolderArtifact(memoryTree({ 'App.deps.json': Buffer.alloc(5 * 1024 * 1024, 0x20) }));
    expect(artifact.contents.get('app.deps.json')?.length).toBe(5 * 1024 * 1024);
    expect(artifact.notes).toEqual([]);
  });

  test('names with backslashes are read as Windows would', async () => {
    const artifact = await readFolderArtifact(memoryTree({ 'wwwroot\\site.css': 'a{}' }));
    expect(artifact.files.get('wwwroot\\site.css')).toEqual({ path: 'wwwroot\\site.css', size: 3 });
    expect(artifact.notes).toEqual([
      '1 file name contains a \\, which separates folders on Windows and was read so, such as wwwroot\\site.css.',
    ]);
  });

  test('entries that are no files', async () => {
    const pipe = { path: 'logs/pipe', why: 'it is a pipe, socket or device' };
    const link = { path: 'web.config', why: 'it is a link out of the folder' };
    const notesOf = async (...leftOut: { path: string; why: string }[]) =>
      (await readFolderArtifact({ ...memoryTree(portable), leftOut })).notes;
    expect(await notesOf(link)).toEqual(['web.config was left out: it is a link out of the folder.']);
    expect(await notesOf(pipe, link, link)).toEqual([
      'logs/pipe was left out: it is a pipe, socket or device. 2 more entries were left out too.',
    ]);
  });

  test('packages in a folder without an application', async () => {
    const notesOf = async (...names: string[]) =>
      (await readFolderArtifact(memoryTree(Object.fromEntries(names.map((name) => [name, 'PK']))))).notes;
    expect(await notesOf('drop/Shop.zip')).toEqual([
      'No application lies in the folder, and none was found in the packages that do: drop\\Shop.zip.',
    ]);
    expect(await notesOf('drop/Shop.zip', 'Api.NUPKG')).toEqual([
      'No application lies in the folder, and none was found in the packages that do: drop\\Shop.zip and 1 more. Name one to check it.',
    ]);
    expect((await readFolderArtifact(memoryTree({ ...portable, 'wwwroot/help.zip': 'PK' }))).notes).toEqual([]);
  });

  test('a web.config of absurd size is malformed', async () => {
    const { webConfig: read } = await readFolderArtifact(memoryTree({ 'web.config': Buffer.alloc(4 * 1024 * 1024 + 1, 0x20) }));
    expect(read).toMatchObject({ state: 'malformed', path: 'web.config' });
  });

  test('a web.config that is not well-formed', async () => {
    const { webConfig: read, images } = await readFolderArtifact(memoryTree({ 'web.config': '<configuration>' }));
    expect(read.state).toBe('malformed');
    expect(images.size).toBe(0);
  });
});

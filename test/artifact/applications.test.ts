import { describe, expect, test } from '@jest/globals';
import { readPublishArtifacts } from '../../src/artifact/read-artifact.ts';
import { InputError } from '../../src/model/input-error.ts';
import type { PublishArtifact } from '../../src/model/publish-artifact.ts';
import { folderDisk, memoryDisk } from '../model/memory-disk.ts';
import { webConfig } from './memory-tree.ts';
import { buildZip, type EntrySpec, entriesOf } from './zip-builder.ts';

const application = (folder: string): Record<string, string> => ({
  [`${folder}web.config`]: webConfig('dotnet', '.\\App.dll'),
  [`${folder}App.dll`]: 'x',
  [`${folder}App.runtimeconfig.json`]: '{}',
});

const disk = (files: Record<string, string>, packages: Record<string, Uint8Array> = {}) => folderDisk('drop', files, packages);

const roots = (artifacts: readonly PublishArtifact[]) => artifacts.map(({ name, label, root }) => [label ?? name, root]);

describe('the applications of a folder', () => {
  const rows: readonly (readonly [string, Record<string, string>, readonly (readonly [string, string])[]])[] = [
    ['itself', application(''), [['drop', '']]],
    ['itself, whatever lies below', { ...application(''), ...application('publish/') }, [['drop', '']]],
    ['itself without a web.config', { 'App.dll': 'x', 'App.runtimeconfig.json': '{}', ...application('publish/') }, [['drop', '']]],
    ['itself with a web.config and nothing else', { 'web.config': '<configuration/>', ...application('publish/') }, [['drop', '']]],
    ['itself as one executable, with tools below', { 'App.exe': 'x', ...application('tools/') }, [['drop', '']]],
    ['the only one below', { 'readme.txt': '', ...application('a/publish/') }, [['drop', 'a/publish']]],
    ['the outer one of two', { ...application('publish/'), ...application('publish/old/') }, [['drop', 'publish']]],
    [
      'several',
      { ...application('shop/'), ...application('admin/'), ...application('admin/old/') },
      [
        ['drop/admin', 'admin'],
        ['drop/shop', 'shop'],
      ],
    ],
    ['none', { 'readme.txt': '' }, [['drop', '']]],
    [
      'more than a pipeline puts into one',
      Object.assign({}, ...Array.from({ length: 21 }, (_, n) => application(`a${n}/`))),
      [['drop', '']],
    ],
  ];
  test.each(rows)('%s', async (_what, files, expected) => {
    expect(roots(await readPublishArtifacts('drop', disk(files)))).toEqual(expected);
  });

  test('each of several has its own files, and knows of the others', async () => {
    const [admin, shop] = await readPublishArtifacts('drop', disk({ ...application('shop/'), ...application('admin/') }));
    expect([...(shop?.files.keys() ?? [])].sort()).toEqual(['app.dll', 'app.runtimeconfig.json', 'web.config']);
    expect(admin?.otherRoots).toEqual(['shop']);
  });
});

describe('nothing', () => {
  const empty = disk({});
  const foundIn = (leftOut: readonly { readonly path: string; readonly why: string }[]) =>
    readPublishArtifacts('drop', { ...empty, tree: async () => ({ ...(await empty.tree('drop')), files: [], leftOut }) });

  test.each<[string, Promise<unknown>, string]>([
    ['a folder without files', foundIn([]), 'a folder without files'],
    ['a folder with a pipe only', foundIn([{ path: 'pipe', why: 'it is no file' }]), 'one entry was left out, being no file'],
    ['a package without files', readPublishArtifacts('drop.zip', memoryDisk({ 'drop.zip': buildZip([]) })), 'a package without files'],
    [
      'a package of folders',
      readPublishArtifacts('drop.zip', memoryDisk({ 'drop.zip': buildZip([{ name: 'shop/' }]) })),
      'a package without files',
    ],
  ])('%s is no artifact', async (_, reading, found) => {
    await expect(reading).rejects.toThrow(InputError);
    await expect(reading).rejects.toMatchObject({ problems: [{ expected: 'a publish output', found: expect.stringContaining(found) }] });
  });
});

describe('packages in a folder', () => {
  const drop = (files: Record<string, string>, packages: Record<string, Record<string, string>>) => {
    const packed = Object.entries(packages).map(([name, content]): [string, Uint8Array] => [name, buildZip(entriesOf(content))]);
    const plain = Object.entries(files).map(([name, text]): [string, Uint8Array] => [name, Buffer.from(text)]);
    return folderDisk('drop', new Map([...plain, ...packed]));
  };

  test('are what is meant where nothing else is an application', async () => {
    const disk = drop(
      { 'deploy.cmd': '' },
      { 'Shop.zip': application(''), 'Admin.ZIP': application('publish/'), 'symbols.zip': { 'App.pdb': '' } },
    );
    expect(roots(await readPublishArtifacts('drop', disk))).toEqual([
      ['drop/Shop.zip', ''],
      ['drop/Admin.ZIP', 'publish'],
    ]);
  });

  test('are content of an application', async () => {
    expect(roots(await readPublishArtifacts('drop', drop(application(''), { 'help.zip': application('') })))).toEqual([['drop', '']]);
  });

  test('are nothing without an application in them', async () => {
    expect(roots(await readPublishArtifacts('drop', drop({}, { 'symbols.zip': { 'App.pdb': '' } })))).toEqual([['drop', '']]);
  });

  test('are found in folders below, the outer ones first', async () => {
    const packages = { 'release/web/Shop.zip': application(''), 'release/Admin.nupkg': application('') };
    expect(roots(await readPublishArtifacts('drop', drop({}, packages)))).toEqual([
      ['drop/release/Admin.nupkg', ''],
      ['drop/release/web/Shop.zip', ''],
    ]);
  });

  test('that cannot be read are an input error', async () => {
    const disk = folderDisk('drop', { 'Shop.zip': 'PK' });
    await expect(readPublishArtifacts('drop', disk)).rejects.toThrow('drop/Shop.zip: expected a ZIP archive');
  });
});

describe('the applications of a package', () => {
  const zip = (files: Record<string, string>) => disk({}, { 'drop.zip': buildZip(entriesOf(files)) });

  test('one folder below, beside other files', async () => {
    const files = { 'scripts/deploy.ps1': '', ...application('site/') };
    expect(roots(await readPublishArtifacts('drop.zip', zip(files)))).toEqual([['drop.zip', 'site']]);
  });

  test('several', async () => {
    const files = { ...application('a/'), ...application('b/') };
    expect(roots(await readPublishArtifacts('drop.zip', zip(files)))).toEqual([
      ['drop.zip/a', 'a'],
      ['drop.zip/b', 'b'],
    ]);
  });

  test.each(['drop.zip/b', 'drop.zip\\b', 'drop.zip/b/'])('a path into the package: %s', async (path) => {
    const [only, ...others] = await readPublishArtifacts(path, zip({ ...application('a/'), ...application('b/') }));
    expect(others).toEqual([]);
    expect(only).toMatchObject({ name: 'drop.zip', label: path, root: 'b', webConfig: { state: 'read' } });
  });

  describe('in packages inside it', () => {
    const inner = buildZip(entriesOf(application('')));
    const outer = (entries: EntrySpec[]) => disk({}, { 'drop.zip': buildZip(entries) });

    test.each([
      ['packed', {}],
      ['stored', { stored: true }],
    ])('%s', async (_, how) => {
      const both = outer([
        { name: 'drop/readme.txt' },
        { name: 'drop/Shop.zip', content: inner, ...how },
        { name: 'Admin.zip', content: inner, ...how },
      ]);
      const artifacts = await readPublishArtifacts('drop.zip', both);
      expect(roots(artifacts)).toEqual([
        ['drop.zip/Admin.zip', ''],
        ['drop.zip/drop/Shop.zip', ''],
      ]);
      for (const artifact of artifacts) expect(artifact).toMatchObject({ shape: 'zip', webConfig: { state: 'read' } });
    });

    test('one that is named', async () => {
      const both = outer([
        { name: 'drop/Shop.zip', content: inner },
        { name: 'drop/Admin.zip', content: inner },
      ]);
      expect(roots(await readPublishArtifacts('drop.zip/drop/shop.ZIP', both))).toEqual([['drop.zip/drop/shop.ZIP', '']]);
    });

    test('are content of an application', async () => {
      const help = outer([...entriesOf(application('')), { name: 'wwwroot/Help.zip', content: inner }]);
      expect(roots(await readPublishArtifacts('drop.zip', help))).toEqual([['drop.zip', '']]);
    });

    test('that hold none are noted', async () => {
      const [artifact] = await readPublishArtifacts(
        'drop.zip',
        outer([{ name: 'Lib.zip', content: buildZip(entriesOf({ 'a.txt': '' })) }]),
      );
      expect(artifact?.notes).toEqual(['No application lies in the package, and none was found in the packages that do: Lib.zip.']);
    });

    test('no deeper than one level', async () => {
      const twice = buildZip([{ name: 'Shop.zip', content: inner }]);
      expect(roots(await readPublishArtifacts('drop.zip', outer([{ name: 'Outer.zip', content: twice }])))).toEqual([['drop.zip', '']]);
    });

    test('that cannot be read are an input error with both names', async () => {
      const broken = outer([{ name: 'Shop.zip', content: 'PK' }]);
      await expect(readPublishArtifacts('drop.zip', broken)).rejects.toThrow('drop.zip/Shop.zip: expected a ZIP archive');
      const damaged = outer([{ name: 'Shop.zip', content: inner, declaredCrc: 1 }]);
      await expect(readPublishArtifacts('drop.zip', damaged)).rejects.toThrow('content with another checksum');
    });

    test('that would fill the memory are not opened', async () => {
      const bomb = outer([{ name: 'Shop.zip', content: inner, declaredSize: 300 * 1024 * 1024 }]);
      expect(roots(await readPublishArtifacts('drop.zip', bomb))).toEqual([['drop.zip', '']]);
    });
  });

  test('a folder that the package does not have', async () => {
    await expect(readPublishArtifacts('drop.zip/c', zip(application('a/')))).rejects.toThrow(
      'drop.zip/c: expected files below c in the package, found none',
    );
  });

  test.each(['nothing.zip', 'nothing.zip/b', 'drop.zipped/b'])('nothing at %s', async (path) => {
    await expect(readPublishArtifacts(path, zip({}))).rejects.toThrow('a publish folder or package');
  });
});

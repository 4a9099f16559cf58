import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { disk } from '../../src/hosts/disk.ts';
import { InputError } from '../../src/model/input-error.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'iis-preflight-disk-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function write(path: string, content = 'content'): void {
  const full = join(folder, path);
  mkdirSync(join(full, '..'), { recursive: true });
  writeFileSync(full, content);
}

async function paths(skip?: readonly string[]): Promise<readonly string[]> {
  return (await disk.tree(folder, skip)).files.map((file) => file.path).sort();
}

/** Entries of the tree that are no files of it, with the reason. */
async function leftOut(): Promise<Readonly<Record<string, string>>> {
  const { leftOut: entries = [] } = await disk.tree(folder);
  return Object.fromEntries(entries.map(({ path, why }) => [path, why]));
}

const onUnix = process.platform === 'win32' ? test.skip : test;
/** Nothing is forbidden to root. */
const withPermissions = process.platform === 'win32' || process.getuid?.() === 0 ? test.skip : test;

describe('the disk', () => {
  test('tells files, folders and nothing apart', async () => {
    write('a');
    expect(await disk.kind(folder)).toBe('folder');
    expect(await disk.kind(join(folder, 'a'))).toBe('file');
    expect(await disk.kind(join(folder, 'b'))).toBe('absent');
    expect(await disk.kind(join(folder, 'a', 'b'))).toBe('absent');
  });

  test('reads ranges of an open file', async () => {
    write('a', '0123456789');
    const file = await disk.open(join(folder, 'a'));
    expect(file.size).toBe(10);
    expect(Buffer.from(await file.read(3, 4)).toString()).toBe('3456');
    expect(Buffer.from(await file.read(8, 4)).toString()).toBe('89');
    expect((await file.read(20, 4)).length).toBe(0);
    await file.close();
  });

  test.each([
    ['opening a file that is not there', (path: string) => disk.open(path), 'no such file or folder'],
    ['listing a folder that is not there', (path: string) => disk.tree(path), 'no such file or folder'],
  ])('%s is an input error that names it', async (_, operation, found) => {
    const path = join(folder, 'absent');
    const error = await operation(path).then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(InputError);
    expect(error).toMatchObject({ problems: [{ file: path, found }] });
  });

  test('a folder is no file, and a file no folder', async () => {
    write('a');
    await expect(disk.open(folder)).rejects.toMatchObject({ problems: [{ found: 'a folder' }] });
    await expect(disk.tree(join(folder, 'a'))).rejects.toBeInstanceOf(InputError);
  });
});

describe('a tree', () => {
  test('lists every file below the folder with its size', async () => {
    write('a.txt', '123');
    write('b/c/d.txt', '');
    const tree = await disk.tree(folder);
    expect(tree.name).toBe(folder);
    expect([...tree.files].sort((x, y) => (x.path < y.path ? -1 : 1))).toEqual([
      { path: 'a.txt', size: 3 },
      { path: 'b/c/d.txt', size: 0 },
    ]);
  });

  test('reads whole files and ranges', async () => {
    write('b/a.txt', '0123456789');
    const tree = await disk.tree(folder);
    expect(Buffer.from(await tree.read('b/a.txt')).toString()).toBe('0123456789');
    expect(Buffer.from(await tree.read('b/a.txt', 8, 10)).toString()).toBe('89');
    await expect(tree.read('../secret')).rejects.toThrow('is not a file of the tree');
  });

  test('leaves out folders by name', async () => {
    write('a.txt');
    write('node_modules/b/c.txt');
    write('src/node_modules/d.txt');
    write('src/node_modules.txt');
    expect(await paths(['node_modules'])).toEqual(['a.txt', 'src/node_modules.txt']);
  });

  test('a file that was removed after listing is an input error', async () => {
    write('a.txt');
    const tree = await disk.tree(folder);
    rmSync(join(folder, 'a.txt'));
    await expect(tree.read('a.txt')).rejects.toMatchObject({ problems: [{ found: 'no such file or folder' }] });
  });
});

describe('what is no file', () => {
  const pipe = (path: string): void => void execFileSync('mkfifo', [join(folder, path)]);

  onUnix('a pipe is not opened, which would wait for its writer', async () => {
    pipe('pipe');
    await expect(disk.open(join(folder, 'pipe'))).rejects.toMatchObject({
      problems: [{ file: join(folder, 'pipe'), found: 'a device or pipe' }],
    });
  });

  onUnix('a pipe in a tree is left out, and so is a link to it', async () => {
    write('a.txt');
    pipe('pipe');
    symlinkSync('pipe', join(folder, 'link'));
    expect(await paths()).toEqual(['a.txt']);
    expect(await leftOut()).toEqual({ link: 'it is a link to a pipe, socket or device', pipe: 'it is a pipe, socket or device' });
  });

  onUnix('names that are no text are left out', async () => {
    write('a.txt');
    const bytes = (name: number[]): Buffer => Buffer.concat([Buffer.from(`${folder}/`), Buffer.from(name)]);
    writeFileSync(bytes([0x61, 0xff]), '');
    mkdirSync(bytes([0x62, 0xff]));
    expect(await paths()).toEqual(['a.txt']);
    expect(await leftOut()).toEqual({
      'a\ufffd': 'it has gone meanwhile, or its name is no text',
      'b\ufffd': 'it has gone meanwhile, or its name is no text',
    });
  });

  withPermissions('a folder that may not be read is named itself', async () => {
    write('a/b/c.txt');
    chmodSync(join(folder, 'a/b'), 0);
    await expect(disk.tree(folder)).rejects.toMatchObject({ problems: [{ file: join(folder, 'a/b'), found: 'permission denied' }] });
    chmodSync(join(folder, 'a/b'), 0o755);
  });

  test('a whole tree of files leaves nothing out', async () => {
    write('a/b.txt');
    expect(await disk.tree(folder)).not.toHaveProperty('leftOut');
  });
});

describe('links in a tree', () => {
  const link = (target: string, path: string): void => {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    symlinkSync(target, join(folder, path));
  };

  test('to a file or folder of the tree count as what they lead to', async () => {
    write('app/a.txt', '123');
    link('a.txt', 'app/link.txt');
    link('app', 'current');
    const { files } = await disk.tree(folder);
    expect([...files].sort((x, y) => (x.path < y.path ? -1 : 1))).toEqual([
      { path: 'app/a.txt', size: 3 },
      { path: 'app/link.txt', size: 3 },
      { path: 'current/a.txt', size: 3 },
      { path: 'current/link.txt', size: 3 },
    ]);
  });

  test('out of the tree are not followed', async () => {
    write('a.txt');
    link('/etc/passwd', 'passwd');
    link('/etc', 'etc');
    link('..', 'above');
    expect(await paths()).toEqual(['a.txt']);
    const why = 'it is a link out of the folder';
    expect(await leftOut()).toEqual({ passwd: why, etc: why, above: why });
  });

  test('to a folder whose name only begins like the tree are not followed', async () => {
    const sibling = `${folder}-sibling`;
    mkdirSync(sibling);
    writeFileSync(join(sibling, 'a.txt'), '');
    link(sibling, 'sibling');
    try {
      expect(await paths()).toEqual([]);
    } finally {
      rmSync(sibling, { recursive: true });
    }
  });

  test('that go round, lead nowhere or to the folder itself end', async () => {
    write('a/b.txt');
    link('..', 'a/up');
    link('.', 'self');
    link('loop2', 'loop1');
    link('loop1', 'loop2');
    link('nothing', 'broken');
    expect(await paths()).toEqual(['a/b.txt']);
    expect(await leftOut()).toEqual({
      'a/up': 'it is a link to a folder that it lies in',
      self: 'it is a link to a folder that it lies in',
      loop1: 'it is a link that leads nowhere',
      loop2: 'it is a link that leads nowhere',
      broken: 'it is a link that leads nowhere',
    });
  });

  test('that multiply end with an input error', async () => {
    // Twenty levels, each reached by two links: a million folders from sixty entries.
    for (let level = 0; level < 20; level++) {
      link(join('..', `level${level + 1}`), `level${level}/x`);
      link(join('..', `level${level + 1}`), `level${level}/y`);
    }
    mkdirSync(join(folder, 'level20'), { recursive: true });
    await expect(disk.tree(folder)).rejects.toMatchObject({ problems: [{ file: folder, found: 'more than 5000 links to folders' }] });
  });
});

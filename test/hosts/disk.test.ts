import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
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
    ['reading a file that is not there', (path: string) => disk.readFile(path), 'no such file or folder'],
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
    await expect(disk.readFile(folder)).rejects.toMatchObject({ problems: [{ found: 'a folder' }] });
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

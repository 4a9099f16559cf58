import type { Disk, FileTree } from '../../src/model/file-tree.ts';
import { InputError } from '../../src/model/input-error.ts';
import type { Files } from './composition.ts';

/** A disk that holds one folder and a few files, in memory only. */
export function memoryDisk(folder: string, tree: Files, files: Files): Disk {
  const bytesOf = (path: string): Uint8Array => {
    const bytes = files.get(path);
    if (bytes === undefined) throw new InputError([{ file: path, expected: 'a readable file', found: 'no such file or folder' }]);
    return bytes;
  };
  return {
    async kind(path) {
      if (path === folder) return 'folder';
      return files.has(path) ? 'file' : 'absent';
    },
    async readFile(path) {
      return bytesOf(path);
    },
    async open(path) {
      const bytes = bytesOf(path);
      return { size: bytes.length, read: async (offset, length) => bytes.subarray(offset, offset + length), close: async () => {} };
    },
    async tree() {
      return memoryTree(folder, tree);
    },
  };
}

function memoryTree(name: string, tree: Files): FileTree {
  return {
    name,
    files: [...tree].map(([path, bytes]) => ({ path, size: bytes.length })),
    async read(path, offset = 0, length) {
      const bytes = tree.get(path);
      if (bytes === undefined) throw new Error(`${path} is not in the tree`);
      return bytes.subarray(offset, length === undefined ? undefined : offset + length);
    },
  };
}

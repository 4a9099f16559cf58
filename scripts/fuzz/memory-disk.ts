import type { Disk } from '../../src/model/file-tree.ts';
import { InputError } from '../../src/model/input-error.ts';

/** A disk that exists in memory only: files by their full path, with `/` between folders. */
export function memoryDisk(files: ReadonlyMap<string, Uint8Array>): Disk {
  const bytesOf = (path: string): Uint8Array => {
    const bytes = files.get(path);
    if (bytes === undefined) throw new InputError([{ file: path, expected: 'a readable file', found: 'no such file or folder' }]);
    return bytes;
  };
  return {
    async kind(path) {
      if (files.has(path)) return 'file';
      return [...files.keys()].some((key) => key.startsWith(`${path}/`)) ? 'folder' : 'absent';
    },
    async readFile(path) {
      return bytesOf(path);
    },
    async open(path) {
      const bytes = bytesOf(path);
      return { size: bytes.length, read: async (offset, length) => bytes.subarray(offset, offset + length), close: async () => {} };
    },
    async tree(folder) {
      const prefix = `${folder}/`;
      const below = [...files].filter(([path]) => path.startsWith(prefix));
      return {
        name: folder,
        files: below.map(([path, bytes]) => ({ path: path.slice(prefix.length), size: bytes.length })),
        read: async (path, offset = 0, length) =>
          bytesOf(prefix + path).subarray(offset, length === undefined ? undefined : offset + length),
      };
    },
  };
}

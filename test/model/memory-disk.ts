import type { Disk } from '../../src/model/file-tree.ts';
import { InputError } from '../../src/model/input-error.ts';

/** Contents by path, with `/` between folders. */
export type MemoryFiles = ReadonlyMap<string, Uint8Array | string> | Readonly<Record<string, Uint8Array | string>>;

/** A disk that exists in memory only. */
export function memoryDisk(files: MemoryFiles): Disk {
  const contents: ReadonlyMap<string, Uint8Array | string> = files instanceof Map ? files : new Map(Object.entries(files));
  const bytesOf = (path: string): Uint8Array => {
    const content = contents.get(path);
    if (content === undefined) throw new InputError([{ file: path, expected: 'a readable file', found: 'no such file or folder' }]);
    return typeof content === 'string' ? new TextEncoder().encode(content) : content;
  };
  return {
    kind: async (path) => {
      if (contents.has(path)) return 'file';
      return [...contents.keys()].some((key) => key.startsWith(`${path}/`)) ? 'folder' : 'absent';
    },
    open: async (path) => {
      const bytes = bytesOf(path);
      return { size: bytes.length, read: async (offset, length) => bytes.subarray(offset, offset + length), close: async () => {} };
    },
    tree: async (folder, skip = []) => {
      const below = [...contents.keys()].filter((path) => path.startsWith(`${folder}/`)).map((path) => path.slice(folder.length + 1));
      const kept = below.filter((path) => !path.split('/').some((name) => skip.includes(name)));
      return {
        name: folder,
        files: kept.map((path) => ({ path, size: bytesOf(`${folder}/${path}`).length })),
        read: async (path, offset = 0, length) =>
          bytesOf(`${folder}/${path}`).subarray(offset, length === undefined ? undefined : offset + length),
      };
    },
  };
}

/** A disk that holds one folder, be it empty, and files beside it. */
export function folderDisk(folder: string, inside: MemoryFiles, beside: MemoryFiles = {}): Disk {
  const entriesOf = (files: MemoryFiles) => (files instanceof Map ? [...files] : Object.entries(files));
  const placed = entriesOf(inside).map(([path, content]) => [`${folder}/${path}`, content] as const);
  const disk = memoryDisk(new Map([...placed, ...entriesOf(beside)]));
  return { ...disk, kind: async (path) => (path === folder ? 'folder' : disk.kind(path)) };
}

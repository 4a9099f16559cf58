import type { Disk, FileTree } from '../../src/model/file-tree.ts';

/** A disk made of texts and bytes by path, with `/` between folders. */
export function memoryDisk(files: Readonly<Record<string, string | Uint8Array>>): Disk {
  const bytesOf = (path: string): Uint8Array => {
    const content = files[path];
    if (content === undefined) throw new Error(`the test read ${path}, which is not there`);
    return typeof content === 'string' ? new TextEncoder().encode(content) : content;
  };
  const below = (folder: string): string[] =>
    Object.keys(files)
      .filter((path) => path.startsWith(`${folder}/`))
      .map((path) => path.slice(folder.length + 1));
  return {
    kind: async (path) => (path in files ? 'file' : below(path).length > 0 ? 'folder' : 'absent'),
    readFile: async (path) => bytesOf(path),
    open: async (path) => {
      const bytes = bytesOf(path);
      return { size: bytes.length, read: async (offset, length) => bytes.subarray(offset, offset + length), close: async () => {} };
    },
    tree: async (folder): Promise<FileTree> => ({
      name: folder,
      files: below(folder).map((path) => ({ path, size: bytesOf(`${folder}/${path}`).length })),
      read: async (path, offset = 0, length) =>
        bytesOf(`${folder}/${path}`).subarray(offset, length === undefined ? undefined : offset + length),
    }),
  };
}

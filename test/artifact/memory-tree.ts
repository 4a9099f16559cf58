import type { FileTree } from '../../src/model/file-tree.ts';

export type MemoryFiles = Readonly<Record<string, Uint8Array | string>>;

/** A tree of files that exists in memory only, and how many bytes were read of it. */
export function memoryTree(files: MemoryFiles, name = 'publish'): FileTree & { readonly reads: string[] } {
  const contents = new Map(
    Object.entries(files).map(([path, content]) => [path, typeof content === 'string' ? Buffer.from(content) : content]),
  );
  const reads: string[] = [];
  return {
    name,
    reads,
    files: [...contents].map(([path, content]) => ({ path, size: content.length })),
    async read(path, offset = 0, length) {
      const content = contents.get(path);
      if (content === undefined) throw new Error(`${path} is not in the tree`);
      reads.push(path);
      return content.subarray(offset, length === undefined ? undefined : offset + length);
    },
  };
}

/** web.config as the SDK writes it. */
export function webConfig(processPath: string, commandLine: string): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<configuration>
  <location path="." inheritInChildApplications="false">
    <system.webServer>
      <handlers>
        <add name="aspNetCore" path="*" verb="*" modules="AspNetCoreModuleV2" resourceType="Unspecified" />
      </handlers>
      <aspNetCore processPath="${processPath}" arguments="${commandLine}" stdoutLogEnabled="false" hostingModel="inprocess" />
    </system.webServer>
  </location>
</configuration>
`;
}

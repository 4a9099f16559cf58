import { onceForEach } from '../model/once-for-each.ts';
import type { DotnetRoot, InstalledFramework } from '../model/target-server.ts';
import type { FrameworkFolder } from './framework-search.ts';
import { parseFxVersion } from './fx-version.ts';

/** By lower-cased name, as folders are found: the framework that a framework is built on. Others do not tell by their name. */
const builtOn = new Map<string, string | null>([
  ['microsoft.netcore.app', null],
  ['microsoft.aspnetcore.app', 'Microsoft.NETCore.App'],
  ['microsoft.aspnetcore.all', 'Microsoft.AspNetCore.App'],
  ['microsoft.windowsdesktop.app', 'Microsoft.NETCore.App'],
]);

/** Whether this is the framework at the bottom, which alone has a hostpolicy.dll. */
export const isNetCoreApp = (name: string): boolean => builtOn.get(name.toLowerCase()) === null;

/**
 * The version of the framework below that the name and version of a framework imply: the same patch. Pre-releases of the two are built
 * separately and agree in the first two identifiers only (`9.0.0-rc.1`).
 */
function impliedVersion(version: string): string {
  const pre = parseFxVersion(version)?.pre ?? '';
  return pre === '' ? version : version.replace(/[-+].*$/, '') + pre.split('.').slice(0, 2).join('.');
}

/**
 * The runtimeconfig.json of a framework folder, rebuilt from what a manifest says of it. Microsoft's frameworks write one reference with
 * `"rollForward": "LatestPatch"`.
 * Source: dotnet/aspnetcore:src/Framework/App.Runtime; read in the shared frameworks 10.0.12.
 */
function frameworkConfig(name: string, framework: InstalledFramework): Uint8Array | undefined {
  if (framework.runtimeConfig !== undefined) return framework.runtimeConfig;
  const base = builtOn.get(name.toLowerCase());
  const implied = typeof base === 'string' ? [{ name: base, version: impliedVersion(framework.version) }] : [];
  const references = framework.references ?? implied;
  if (references.length === 0) return undefined;
  // 2.x reads `framework` only.
  const named = references.length === 1 ? { framework: references[0] } : { frameworks: references };
  const text = JSON.stringify({ runtimeOptions: { rollForward: 'LatestPatch', ...named } });
  const config = rebuilt.get(text) ?? new TextEncoder().encode(text);
  rebuilt.set(text, config);
  return config;
}

/** A farm has the same few versions on thousands of servers; the bytes of each are made, and then parsed, once. */
const rebuilt = new Map<string, Uint8Array>();

/** The folders below `<root>\shared\<name>`, in the order they were described; names are compared as the file system does. */
export function installedFrameworks(root: DotnetRoot, name: string): readonly FrameworkFolder[] {
  const known = foldersOf(root);
  const folders = known.get(name) ?? describedFolders(root, name);
  known.set(name, folders);
  return folders;
}

/** By the name that was asked for: one start asks several times. */
const foldersOf = onceForEach((_: DotnetRoot) => new Map<string, readonly FrameworkFolder[]>());

function describedFolders(root: DotnetRoot, name: string): readonly FrameworkFolder[] {
  const folders: FrameworkFolder[] = [];
  for (const [folderName, versions] of root.frameworks ?? []) {
    if (folderName.toLowerCase() !== name.toLowerCase()) continue;
    for (const framework of versions) {
      const runtimeConfig = frameworkConfig(name, framework);
      folders.push({
        version: framework.version,
        directory: `${root.root}\\shared\\${name}\\${framework.version}`,
        complete: framework.complete,
        ...(runtimeConfig === undefined ? {} : { runtimeConfig }),
        referencesUnknown: framework.references === undefined && framework.runtimeConfig === undefined && !builtOn.has(name.toLowerCase()),
      });
    }
  }
  return folders;
}

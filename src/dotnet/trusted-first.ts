import type { HostApplication } from '../model/host-start.ts';
import { fileName, withoutExtension } from '../windows/paths.ts';
import type { HostpolicyGeneration } from './hostpolicy-generation.ts';
import type { AssetFolder } from './probe-asset.ts';
import type { TrustedFirst } from './trusted-assemblies.ts';

/** Extensions of managed files, the preferred first; each leaves its name to a file of the next. */
const managedExtensions = ['.ni.dll', '.dll', '.ni.exe', '.exe'];

/** Names as deps.json files spell them, by key: those of the application's files are known without their case, and case counts. */
function spellings(names: readonly string[]): (name: string) => string {
  const spelled = new Map(names.map((name) => [name.toLowerCase(), name]));
  return (name) => spelled.get(name) ?? name;
}

/**
 * The files trusted before any deps.json: up to 9.0 the application's dll, and without a deps.json everything managed beside it.
 * Source: dotnet/runtime:src/native/corehost/hostpolicy/deps_resolver.cpp `get_dir_assemblies`.
 */
export function trustedFirst(
  application: HostApplication,
  folders: readonly AssetFolder[],
  { trustsApplicationFirst }: HostpolicyGeneration,
): readonly TrustedFirst[] {
  const { directory, dll, deps, files } = application;
  const own = trustsApplicationFirst ? [{ name: withoutExtension(dll), path: `${directory}\\${dll}` }] : [];
  if (deps !== undefined) return own;
  const assets = folders.flatMap((folder) => folder.assets);
  const fileSpelled = spellings([...assets.map(({ path }) => fileName(path)), dll]);
  const nameSpelled = spellings([...assets.map(({ name }) => name), withoutExtension(dll)]);
  const beside = [...files].filter((key) => !key.includes('\\')).sort();
  const found = managedExtensions.flatMap((extension) =>
    beside
      .filter((key) => key.length > extension.length && key.endsWith(extension))
      .map((key) => ({ name: nameSpelled(key.slice(0, -extension.length)), path: `${directory}\\${fileSpelled(key)}` })),
  );
  return [...own, ...found];
}

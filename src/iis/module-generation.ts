import type { StartServer } from '../model/start-facts.ts';
import type { ModuleGeneration } from '../model/worked-out.ts';

/** Names under which the ASP.NET Core Module is registered. */
export const aspNetCoreModules = ['AspNetCoreModuleV2', 'AspNetCoreModule'] as const;

export type AspNetCoreModuleName = (typeof aspNetCoreModules)[number];

/**
 * The generation of the module that a handler names. The file version counts ten on top of the product's major version: 12.2 is 2.2, 18.0 is 8.0;
 * its last part is the patch (dotnet/aspnetcore:eng/Versions.props `AspNetCoreModuleVersionMajor`). Where nobody said, a current one is taken.
 */
export function moduleGeneration(module: AspNetCoreModuleName, server: StartServer | undefined): ModuleGeneration {
  if (module === 'AspNetCoreModule') return versionOne(server?.hostingBundle);
  const installed = server?.aspNetCoreModule;
  const version = installed?.installed === true ? installed.version : undefined;
  const parts = /^(\d{1,5})(?:\.(\d{1,5}))?(?:\.\d{1,5}\.(\d{1,5}))?/.exec(version ?? '');
  if (parts === null) return { module, major: 10, minor: 0, known: false };
  const [, major, minor = '0', patch] = parts;
  return { module, major: Number(major) - 10, minor: Number(minor), known: true, ...(patch === undefined ? {} : { patch: Number(patch) }) };
}

/** Version 1 came with the bundles until 2.2; that of 2.2 is taken where no bundle is named. */
function versionOne(hostingBundle: string | undefined): ModuleGeneration {
  const parts = /^([12])\.(\d{1,5})\.(\d{1,5})/.exec(hostingBundle ?? '');
  const version = parts === null ? { major: 2, minor: 2 } : { major: Number(parts[1]), minor: Number(parts[2]), patch: Number(parts[3]) };
  return { module: 'AspNetCoreModule', ...version, known: true };
}

/** The module that is registered on the server, the newer one first; version 2 where nobody said. */
export function registeredModule(server: StartServer | undefined): AspNetCoreModuleName {
  const names = server?.iis?.globalModules?.map(({ name }) => name) ?? [];
  return aspNetCoreModules.find((name) => names.includes(name)) ?? 'AspNetCoreModuleV2';
}

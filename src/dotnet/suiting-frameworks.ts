import type { InstalledFramework } from '../model/target-server.ts';
import { askedFrameworks } from './asked-frameworks.ts';
import { highestFxVersion, parseFxVersion } from './fx-version.ts';

/** What a dotnet root has that suits an artifact as well as any can. */
export interface SuitingFrameworks {
  readonly hostfxr: string;
  readonly frameworks: ReadonlyMap<string, readonly InstalledFramework[]>;
}

/** The runtime that comes with a framework of this name has its version. */
const isOfRuntime = (name: string): boolean => name.toLowerCase().startsWith('microsoft.');
/** For what names no version of .NET. */
const current = '10.0.0';

/**
 * Every framework that runtimeconfig.json files ask for, and a host as new as the newest of them. Each framework is there in the version
 * asked for; where any later one does, or what is asked for is no version, in the newest of all.
 */
export function suitingFrameworks(files: readonly (Uint8Array | undefined)[]): SuitingFrameworks {
  const references = files.flatMap((file) => askedFrameworks(file).references);
  const ofRuntime = references.filter(({ name }) => isOfRuntime(name));
  const newest = highestFxVersion(ofRuntime.map(({ versionText }) => ({ version: versionText, complete: true })))?.version ?? current;
  const frameworks = new Map<string, readonly InstalledFramework[]>();
  const add = (name: string, version: string) => frameworks.set(name, [...(frameworks.get(name) ?? []), { version, complete: true }]);
  for (const { name, range, versionText } of references) {
    const anyLater = isOfRuntime(name) && range === 'major';
    const version = anyLater || parseFxVersion(versionText) === undefined ? newest : versionText;
    add(name, version);
    // Microsoft.AspNetCore.App and Microsoft.WindowsDesktop.App of a version stand on Microsoft.NETCore.App of the same.
    if (name !== 'Microsoft.NETCore.App') add('Microsoft.NETCore.App', isOfRuntime(name) ? version : newest);
  }
  return { hostfxr: newest, frameworks };
}

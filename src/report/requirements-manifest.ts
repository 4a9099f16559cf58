import semver from 'semver';
import type { Requirements } from '../model/requirements.ts';

/** A server manifest that meets the requirements, as the value of its JSON. */
export type MinimalManifest = Readonly<Record<string, unknown>>;

const fromBundle = new Set(['Microsoft.NETCore.App', 'Microsoft.AspNetCore.App', 'Microsoft.AspNetCore.All']);

/** The first bundle with version 2 of the module. */
const firstWithV2 = '2.2.0';

/** The bundle of the highest version of .NET asked for, as npm orders versions. What is no version, or not of .NET, is left out. */
function bundleFor({ frameworks, module }: Requirements): string {
  const asked = frameworks
    .filter(({ name, version }) => name.startsWith('Microsoft.') && semver.valid(version) !== null)
    .map(({ version }) => version)
    .toSorted(semver.compare)
    .at(-1);
  if (asked === undefined) return '10.0.0';
  return module === 'AspNetCoreModuleV2' && semver.lt(asked, firstWithV2) ? firstWithV2 : asked;
}

/** A framework that no hosting bundle has is described beside what the bundle brings. */
function dotnetOf({ frameworks }: Requirements, architecture: string, bundle: string): MinimalManifest | undefined {
  const others = frameworks.filter(({ name }) => !fromBundle.has(name));
  if (others.length === 0) return undefined;
  const versions = ['Microsoft.NETCore.App', 'Microsoft.AspNetCore.App'].map((name) => [name, [bundle]]);
  const root = architecture === 'x86' ? 'C:\\Program Files (x86)\\dotnet' : 'C:\\Program Files\\dotnet';
  const described = Object.fromEntries([...versions, ...others.map(({ name, version }) => [name, [version]])]);
  return { root, architecture, hostfxr: [bundle], frameworks: described };
}

/** The least server on which the artifact starts: a hosting bundle and one pool of the right bitness. */
export function minimalManifest(requirements: Requirements): MinimalManifest {
  const { architectures, sections } = requirements;
  const architecture = architectures.includes('x64') ? 'x64' : (architectures[0] ?? 'x64');
  const bundle = bundleFor(requirements);
  const dotnet = dotnetOf(requirements, architecture, bundle);
  const known = new Set(['system.webServer/aspNetCore', 'system.webServer/handlers', 'system.webServer/modules']);
  const further = sections.filter(({ path }) => !known.has(path)).map(({ path }) => [path, { declared: true, locked: false }]);
  return {
    manifestVersion: 1,
    name: 'minimum',
    os: { version: '10.0.20348', architecture: architecture === 'arm64' ? 'arm64' : 'x64' },
    hostingBundle: bundle,
    ...(dotnet === undefined ? {} : { dotnet: [dotnet] }),
    iis: {
      ...(further.length === 0 ? {} : { sections: Object.fromEntries(further) }),
      appPools: [{ name: 'pool', enable32BitAppOnWin64: architecture === 'x86', managedRuntimeVersion: '' }],
    },
  };
}

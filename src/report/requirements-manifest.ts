import semver from 'semver';
import type { Requirements } from '../model/requirements.ts';

/** A server manifest that meets the requirements, as the value of its JSON. */
export type MinimalManifest = Readonly<Record<string, unknown>>;

const fromBundle = new Set(['Microsoft.NETCore.App', 'Microsoft.AspNetCore.App', 'Microsoft.AspNetCore.All']);

/** The highest version asked for, as npm orders versions; the bundle of that version has it. What is no version is left out. */
function highest(versions: readonly string[]): string | undefined {
  return versions
    .filter((version) => semver.valid(version) !== null)
    .toSorted(semver.compare)
    .at(-1);
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
  const { architectures, frameworks, sections } = requirements;
  const architecture = architectures.includes('x64') ? 'x64' : (architectures[0] ?? 'x64');
  const bundle = highest(frameworks.map(({ version }) => version)) ?? '10.0.0';
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

import { applicationPath } from '../iis/application-name.ts';
import type { EnvironmentVariables } from '../model/environment.ts';
import type {
  AppPool,
  AspNetCoreModule,
  ConfigurationSections,
  DotnetRoot,
  GlobalModule,
  InstalledFramework,
  InstalledVersion,
  InternetInformationServices,
  Site,
  TargetServer,
} from '../model/target-server.ts';
import type { ManifestIis } from './iis-schema.ts';
import type { Manifest, ManifestDotnetRoot, ManifestModule } from './manifest-schema.ts';

/** What a manifest says, its own short forms for versions written out; `hostingBundle` and `applicationHostConfig` are not followed here. */
export type ServerFacts = Omit<TargetServer, 'name' | 'manifest' | 'hostingBundle'>;

/** A manifest's facts as the model names them. What the manifest does not say stays absent. */
export function manifestFacts(manifest: Manifest): ServerFacts {
  const { environment, dotnet, aspNetCoreModule, iis } = manifest;
  return {
    ...(manifest.collectedAt === undefined ? {} : { collectedAt: manifest.collectedAt }),
    ...(manifest.os === undefined ? {} : { os: manifest.os }),
    ...(environment === undefined ? {} : { environment: environmentVariables(environment) }),
    ...(dotnet === undefined ? {} : { dotnet: dotnet.map(dotnetRoot) }),
    ...(manifest.dotnetInstallLocations === undefined ? {} : { dotnetInstallLocations: manifest.dotnetInstallLocations }),
    ...(aspNetCoreModule === undefined ? {} : { aspNetCoreModule: moduleFacts(aspNetCoreModule) }),
    ...(manifest.existingFiles === undefined ? {} : { existingFiles: manifest.existingFiles }),
    ...(iis === undefined ? {} : { iis: iisFacts(iis) }),
  };
}

/** Variables by upper-cased name, because Windows ignores their case. */
function environmentVariables(variables: Readonly<Record<string, string | null>>): EnvironmentVariables {
  return new Map(Object.entries(variables).map(([name, value]) => [name.toUpperCase(), value]));
}

type WrittenVersion = string | { readonly version: string; readonly complete?: boolean };

function installedVersion(written: WrittenVersion): InstalledVersion {
  return typeof written === 'string'
    ? { version: written, complete: true }
    : { version: written.version, complete: written.complete ?? true };
}

function dotnetRoot({ root, hostfxr, frameworks, ...rest }: ManifestDotnetRoot): DotnetRoot {
  return {
    root: withoutTrailingSeparator(root),
    ...rest,
    ...(hostfxr === undefined ? {} : { hostfxr: hostfxr.map(installedVersion) }),
    ...(frameworks === undefined ? {} : { frameworks: frameworkFolders(frameworks) }),
  };
}

function frameworkFolders(written: NonNullable<ManifestDotnetRoot['frameworks']>): ReadonlyMap<string, readonly InstalledFramework[]> {
  return new Map(
    Object.entries(written).map(([name, versions]) => [
      name,
      versions.map((version) => ({
        ...installedVersion(version),
        ...(typeof version === 'string' || version.references === undefined ? {} : { references: version.references }),
      })),
    ]),
  );
}

/** `D:\dotnet\` as `D:\dotnet`; the root of a drive keeps its separator. */
function withoutTrailingSeparator(folder: string): string {
  return folder.replace(/(?<=[^:\\/])[\\/]{1,2}$/, '');
}

function moduleFacts(module: ManifestModule): AspNetCoreModule {
  if (module.installed === false) return { installed: false };
  const { outOfProcessHandlers, ...rest } = module;
  return {
    ...rest,
    installed: true,
    ...(outOfProcessHandlers === undefined ? {} : { outOfProcessHandlers: outOfProcessHandlers.map(installedVersion) }),
  };
}

function iisFacts({
  globalModules,
  sections,
  appPools,
  sites,
  applicationHostConfig: _,
  ...rest
}: ManifestIis): InternetInformationServices {
  return {
    ...rest,
    ...(globalModules === undefined ? {} : { globalModules: globalModules.map(globalModule) }),
    ...(sections === undefined ? {} : { sections: sectionFacts(sections) }),
    ...(appPools === undefined ? {} : { appPools: appPools.map(poolFacts) }),
    ...(sites === undefined ? {} : { sites: sites.map(siteFacts) }),
  };
}

/** The sections that a manifest names are never all of them. */
function sectionFacts(sections: NonNullable<ManifestIis['sections']>): ConfigurationSections {
  return { byPath: new Map(Object.entries(sections)), complete: false };
}

function poolFacts({ environment, ...rest }: NonNullable<ManifestIis['appPools']>[number]): AppPool {
  return { ...rest, ...(environment === undefined ? {} : { environment: environmentVariables(environment) }) };
}

/** `/api/` is `/api`. */
function siteFacts({ applications, ...rest }: NonNullable<ManifestIis['sites']>[number]): Site {
  if (applications === undefined) return rest;
  return { ...rest, applications: applications.map(({ path, ...facts }) => ({ path: applicationPath(path), ...facts })) };
}

function globalModule(written: NonNullable<ManifestIis['globalModules']>[number]): GlobalModule {
  if (typeof written === 'string') return { name: written };
  const { name, preCondition } = written;
  return { name, bitness: preCondition === 'bitness32' ? 32 : 64 };
}

import { channelOf, releaseOf } from '../data/dotnet-releases.ts';
import type { Architecture } from '../model/architecture.ts';
import type { AspNetCoreModule, DotnetRoot, GlobalModule, InstalledFramework } from '../model/target-server.ts';
import type { ServerFacts } from './manifest-facts.ts';

/** What a hosting bundle brings to a server, and what has to be said about how that is known. */
export interface HostingBundle {
  readonly facts: ServerFacts;
  readonly notes: readonly string[];
}

interface BundleContent {
  readonly version: string;
  readonly major: number;
  readonly minor: number;
  readonly runtime: string;
  readonly aspNetCore: string;
  readonly architecture: Architecture;
}

/**
 * What the .NET Hosting Bundle of this version installs on Windows of this architecture (absent: x64), on a server with IIS and without
 * the bundle's OPT_NO_… options (learn.microsoft.com/aspnet/core/host-and-deploy/iis/hosting-bundle). Nothing else is taken to be set up:
 * machine-wide variables are PATH alone.
 * A version the data do not know is taken at its word; the notes say so.
 */
export function hostingBundle(version: string, windows: Architecture | undefined): HostingBundle {
  const [major = 0, minor = 0] = version.split(/[.-]/).map(Number);
  const release = releaseOf(version);
  const runtime = release === undefined ? version : (release.runtime ?? release.version);
  const architecture = windows ?? 'x64';
  const content = { version, major, minor, runtime, aspNetCore: release?.aspNetCore ?? runtime, architecture };
  if (architecture === 'arm64' && major < 7)
    return { facts: {}, notes: [`Hosting bundle ${version} is not described for Windows on ARM64.`] };
  const module = moduleOf(content, release?.module);
  return {
    facts: {
      os: { architecture },
      environment: new Map([['PATH', ['C:\\Windows\\system32', 'C:\\Windows', `${programFiles}\\dotnet\\`].join(';')]]),
      dotnet: dotnetRoots(content),
      ...(major < 3
        ? {}
        : {
            dotnetInstallLocations: Object.fromEntries(architectures(architecture).map((own) => [own, `${rootOf(own, architecture)}\\`])),
          }),
      aspNetCoreModule: module,
      iis: {
        globalModules: [...stockModules, ...ownModules(content)],
        sections: {
          byPath: new Map(
            ['aspNetCore', 'handlers', 'modules'].map((name) => [`system.webServer/${name}`, { declared: true, locked: false }]),
          ),
          complete: false,
        },
      },
    },
    notes: bundleNotes(content, windows, release?.module),
  };
}

const programFiles = 'C:\\Program Files';

/** On x64 both runtimes are installed; on ARM64 those for arm64 and x86 (dotnet/aspnetcore:src/Installers/Windows/WindowsHostingBundle). */
function architectures(windows: Architecture): readonly Architecture[] {
  return windows === 'x86' ? ['x86'] : [windows, 'x86'];
}

function rootOf(architecture: Architecture, windows: Architecture): string {
  return architecture === windows ? `${programFiles}\\dotnet` : `${programFiles} (x86)\\dotnet`;
}

function dotnetRoots(content: BundleContent): readonly DotnetRoot[] {
  return architectures(content.architecture).map((architecture) => ({
    root: rootOf(architecture, content.architecture),
    architecture,
    hostfxr: [{ version: content.runtime, complete: true }],
    frameworks: frameworks(content),
    // The runtime store of ASP.NET Core came with the bundles of 2.0 and left with 2.1.
    sharedStore: content.major === 2 && content.minor === 0,
  }));
}

/** ASP.NET Core is a shared framework since 2.1; Microsoft.AspNetCore.All was one in 2.1 and 2.2. */
function frameworks({ major, minor, runtime, aspNetCore }: BundleContent): ReadonlyMap<string, readonly InstalledFramework[]> {
  const names = new Map([['Microsoft.NETCore.App', [{ version: runtime, complete: true }]]]);
  const isShared = major > 2 || (major === 2 && minor > 0);
  if (isShared) names.set('Microsoft.AspNetCore.App', [{ version: aspNetCore, complete: true }]);
  if (isShared && major === 2) names.set('Microsoft.AspNetCore.All', [{ version: aspNetCore, complete: true }]);
  return names;
}

const hasV2 = ({ major, minor }: BundleContent): boolean => major > 2 || (major === 2 && minor >= 2);

/** V1 alone until 2.1, both in 2.2, V2 alone since 3.0 (github.com/aspnet/Announcements/issues/339). */
function ownModules(content: BundleContent): readonly GlobalModule[] {
  return [...(content.major < 3 ? [{ name: 'AspNetCoreModule' }] : []), ...(hasV2(content) ? [{ name: 'AspNetCoreModuleV2' }] : [])];
}

function moduleOf(content: BundleContent, listed: string | undefined): AspNetCoreModule {
  if (!hasV2(content)) return { installed: false };
  const version = listed ?? inferredModule(content);
  return {
    installed: true,
    version,
    architectures: content.architecture === 'arm64' ? ['arm64', 'x64', 'x86'] : architectures(content.architecture),
    outOfProcessHandlers: [{ version: handlerFolder(content, version), complete: true }],
    disabled: false,
  };
}

/** `<10 + major>.<minor>.<build day>.<patch>`; build day 0, which no build has, marks a version that is inferred. */
function inferredModule({ version, major, minor }: BundleContent): string {
  const patch = Number(/^\d+\.\d+\.(\d+)/.exec(version)?.[1] ?? 0);
  return `${10 + major}.${minor}.0.${patch}`;
}

/**
 * The folder beside `aspnetcorev2.dll` is named by another formula than its file version: `1` before the major version, as text, so
 * `18.0.24201` for 8.0 and `110.0.25297` for 10.0 (dotnet/aspnetcore:src/Installers/Windows/AspNetCoreModule-Setup/Directory.Build.props).
 * 2.2 still had four numbers.
 */
function handlerFolder({ major, minor }: BundleContent, moduleVersion: string): string {
  if (major < 3) return moduleVersion;
  return `1${major}.${minor}.${moduleVersion.split('.')[2] ?? '0'}`;
}

/** Native modules of a web server role with its default role services. */
const stockModules: readonly GlobalModule[] = [
  'UriCacheModule',
  'FileCacheModule',
  'TokenCacheModule',
  'HttpCacheModule',
  'StaticCompressionModule',
  'DefaultDocumentModule',
  'DirectoryListingModule',
  'ProtocolSupportModule',
  'StaticFileModule',
  'AnonymousAuthenticationModule',
  'RequestFilteringModule',
  'CustomErrorModule',
  'HttpLoggingModule',
  'RequestMonitorModule',
  'ConfigurationValidationModule',
].map((name) => ({ name }));

function bundleNotes(content: BundleContent, windows: Architecture | undefined, listedModule: string | undefined): readonly string[] {
  const { version } = content;
  const notes: string[] = [];
  if (windows === undefined)
    notes.push(`hostingBundle ${version} is expanded for 64-bit (x64) Windows; os.architecture says otherwise if it is not.`);
  if (channelOf(version)?.neverReleased.includes(version) === true)
    notes.push(`.NET ${version} was never released; it is taken at its word.`);
  else if (releaseOf(version) === undefined)
    notes.push(`.NET ${version} is not in the release data; its bundle is taken to hold runtimes of that version.`);
  if (hasV2(content) && listedModule === undefined)
    notes.push(`The version of the module in hosting bundle ${version} is inferred from the bundle's.`);
  return notes;
}

import { readConfigurationFile } from '../../src/iis/configuration-file.ts';
import type { BinaryImage, ClrHeader, Machine, PeImage } from '../../src/model/binary-image.ts';
import type { PublishArtifact } from '../../src/model/publish-artifact.ts';
import type { DeploymentTarget, PoolMate, StartFacts } from '../../src/model/start-facts.ts';
import type { AppPool, DotnetRoot, TargetServer } from '../../src/model/target-server.ts';
import { pathKey } from '../../src/windows/paths.ts';

/** Small facts for tests of the module: a portable application on a server with 8.0.22, each part replaceable. */

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const anyCpu: ClrHeader = { ilOnly: true, requires32Bit: false, prefers32Bit: false, readyToRun: false };

export const assembly = (machine: Machine = 'x86', clr: Partial<ClrHeader> = {}): PeImage => ({
  format: 'pe',
  machine,
  machineCode: 0,
  bits: machine === 'x86' ? 32 : 64,
  isDll: false,
  clr: { ...anyCpu, ...clr },
});

export const nativeDll = (machine: Machine, exports?: readonly string[]): PeImage => ({
  format: 'pe',
  machine,
  machineCode: 0,
  bits: machine === 'x86' ? 32 : 64,
  isDll: true,
  ...(exports === undefined ? {} : { exports }),
});

export const appHost = (machine: Machine = 'x64', boundDll = 'App.dll'): BinaryImage => ({
  format: 'pe',
  machine,
  machineCode: 0,
  bits: machine === 'x86' ? 32 : 64,
  isDll: false,
  appHost: { boundDll, bundle: false },
});

export function webConfig(attributes: Record<string, string>, children = ''): string {
  const written = Object.entries({ processPath: 'dotnet', arguments: '.\\App.dll', hostingModel: 'inprocess', ...attributes })
    .map(([name, value]) => `${name}="${value}"`)
    .join(' ');
  return `<configuration><system.webServer><handlers><add name="aspNetCore" path="*" verb="*" modules="AspNetCoreModuleV2" resourceType="Unspecified" /></handlers>
<aspNetCore ${written}>${children}</aspNetCore></system.webServer></configuration>`;
}

export const environmentVariables = (variables: Record<string, string>): string =>
  `<environmentVariables>${Object.entries(variables)
    .map(([name, value]) => `<environmentVariable name="${name}" value="${value}" />`)
    .join('')}</environmentVariables>`;

export const runtimeConfig = (version = '8.0.0', names = ['Microsoft.NETCore.App', 'Microsoft.AspNetCore.App']): string =>
  JSON.stringify({ runtimeOptions: { tfm: `net${version.slice(0, 3)}`, frameworks: names.map((name) => ({ name, version })) } });

export const includedFrameworks = (version = '8.0.22'): string =>
  JSON.stringify({
    runtimeOptions: {
      includedFrameworks: [
        { name: 'Microsoft.NETCore.App', version },
        { name: 'Microsoft.AspNetCore.App', version },
      ],
    },
  });

/** A file of an artifact: text, an image, or just there. */
export type TestFile = string | BinaryImage | null;

export function artifact(config: string, files: Record<string, TestFile>): PublishArtifact {
  const entries = Object.entries({ 'web.config': config, ...files });
  const images = new Map<string, BinaryImage>();
  const contents = new Map<string, Uint8Array>();
  for (const [path, file] of entries) {
    if (typeof file === 'string') contents.set(pathKey(path), bytes(file));
    else if (file !== null) images.set(pathKey(path), file);
  }
  return {
    name: 'publish',
    shape: 'folder',
    root: '',
    otherRoots: [],
    files: new Map(entries.map(([path, file]) => [pathKey(path), { path, size: typeof file === 'string' ? file.length : 1024 }])),
    images,
    contents,
    webConfig: readConfigurationFile('web.config', bytes(config)),
    notes: [],
  };
}

export const portable: Record<string, TestFile> = {
  'App.dll': assembly(),
  'App.exe': appHost(),
  'App.runtimeconfig.json': runtimeConfig(),
};

const hostExports = ['hostfxr_main', 'hostfxr_get_native_search_directories'];

export const selfContained = (machine: Machine = 'x64'): Record<string, TestFile> => ({
  'App.dll': assembly(),
  'App.exe': appHost(machine),
  'App.runtimeconfig.json': includedFrameworks(),
  'hostfxr.dll': nativeDll(machine, hostExports),
  'hostpolicy.dll': nativeDll(machine),
  'coreclr.dll': nativeDll(machine),
  'clrjit.dll': nativeDll(machine),
  'System.Private.CoreLib.dll': assembly(machine),
  'aspnetcorev2_inprocess.dll': nativeDll(machine),
});

const version = (text: string) => ({ version: text, complete: true });

export const dotnetRoot = (architecture: 'x64' | 'x86' | 'arm64', versions: readonly string[] = ['8.0.22'], root?: string): DotnetRoot => ({
  root: root ?? (architecture === 'x86' ? 'C:\\Program Files (x86)\\dotnet' : 'C:\\Program Files\\dotnet'),
  architecture,
  hostfxr: versions.map(version),
  frameworks: new Map(['Microsoft.NETCore.App', 'Microsoft.AspNetCore.App'].map((name) => [name, versions.map(version)])),
});

export const path = (...folders: readonly string[]): ReadonlyMap<string, string | null> => new Map([['PATH', folders.join(';')]]);

const declared = (locked = false) => ({ declared: true, locked });

export const server: TargetServer = {
  name: 'web01',
  manifest: { file: 'web01.json', positions: new Map() },
  os: { version: '10.0.20348', architecture: 'x64' },
  environment: path('C:\\Windows\\system32', 'C:\\Program Files\\dotnet\\'),
  dotnet: [dotnetRoot('x64'), dotnetRoot('x86')],
  aspNetCoreModule: {
    installed: true,
    version: '18.0.25301.22',
    architectures: ['x64', 'x86'],
    outOfProcessHandlers: [version('18.0.25301')],
  },
  iis: {
    globalModules: [{ name: 'AspNetCoreModuleV2' }, { name: 'StaticFileModule' }],
    sections: {
      byPath: new Map([
        ['system.webServer/aspNetCore', declared()],
        ['system.webServer/handlers', declared()],
      ]),
      complete: false,
    },
  },
};

export const pool: AppPool = { name: 'shop', enable32BitAppOnWin64: false, managedRuntimeVersion: '', environment: new Map() };

function target(change: { readonly pool?: AppPool; readonly poolMates?: readonly PoolMate[] } = {}): DeploymentTarget {
  return {
    site: 'Default Web Site',
    application: '/',
    appPool: 'shop',
    pool: change.pool ?? pool,
    current: { path: '/', appPool: 'shop', physicalPath: 'C:\\inetpub\\shop' },
    parents: [],
    poolMates: change.poolMates ?? [],
  };
}

/** Where the start is performed; everything left out is as in the healthy server. */
export interface Where {
  readonly server?: Partial<TargetServer>;
  readonly pool?: Partial<AppPool>;
  readonly poolMates?: readonly PoolMate[];
  /** Version of aspnetcorev2.dll; the handler folder beside it is of the same build. */
  readonly module?: string;
}

function moduleFiles(file: string) {
  const [major = '', minor, build] = file.split('.');
  const folder = [`1${Number(major) - 10}`, minor, build].join('.');
  return { version: file, outOfProcessHandlers: [version(folder)] };
}

export function startFacts(config: string, files: Record<string, TestFile>, where: Where = {}): StartFacts {
  const module = server.aspNetCoreModule;
  const described: TargetServer = {
    ...server,
    ...(where.module === undefined || module?.installed !== true ? {} : { aspNetCoreModule: { ...module, ...moduleFiles(where.module) } }),
    ...where.server,
  };
  return {
    artifact: artifact(config, files),
    server: described,
    target: target({ pool: { ...pool, ...where.pool }, ...(where.poolMates === undefined ? {} : { poolMates: where.poolMates }) }),
  };
}

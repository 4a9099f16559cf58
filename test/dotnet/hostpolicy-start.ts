import { parseFxVersion } from '../../src/dotnet/fx-version.ts';
import { type HostpolicyStart, startHostpolicy } from '../../src/dotnet/hostpolicy.ts';
import type { HostpolicyFramework, HostpolicyRequest } from '../../src/dotnet/hostpolicy-request.ts';

export const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const library = { type: 'package', serviceable: false, sha512: '' };

/** A deps.json with one target and a library for each part of it. */
export function deps(targets: object, more: object = {}): Uint8Array {
  const libraries = Object.fromEntries(Object.keys(targets).map((name) => [name, { ...library, ...more }]));
  return bytes(JSON.stringify({ runtimeTarget: 'T', targets: { T: targets }, libraries }));
}

const coreDeps = deps({
  'Runtime/8.0.22': {
    runtime: { 'System.Text.Json.dll': { assemblyVersion: '8.0.0.0', fileVersion: '8.0.2225.1' } },
    native: { 'coreclr.dll': {} },
  },
});
export const core: HostpolicyFramework = {
  name: 'Microsoft.NETCore.App',
  version: '8.0.22',
  directory: 'C:\\core',
  deps: coreDeps,
  files: new Set(['coreclr.dll', 'system.text.json.dll']),
};

export interface Given {
  readonly version?: string;
  readonly deps?: Uint8Array;
  readonly files?: readonly string[];
  readonly request?: Partial<HostpolicyRequest>;
}

export function start({ version = '8.0.22', deps: own, files = ['app.dll'], request = {} }: Given): HostpolicyStart {
  const hostpolicyVersion = parseFxVersion(version);
  if (hostpolicyVersion === undefined) throw new Error(version);
  return startHostpolicy({
    hostpolicyVersion,
    application: { directory: 'C:\\app', dll: 'app.dll', files: new Set(files), ...(own === undefined ? {} : { deps: own }) },
    tfm: 'net8.0',
    additionalProbingPaths: [],
    configProperties: new Map(),
    frameworkDependent: true,
    frameworks: [core],
    architecture: 'x64',
    environment: new Map(),
    sharedStore: false,
    folderExists: new Map(),
    ...request,
  });
}

export const textOf = (answer: HostpolicyStart): string => (answer.outcome === 'refused' ? answer.refusal.text : answer.outcome);
export const trustedOf = (answer: HostpolicyStart): readonly string[] | string =>
  answer.outcome === 'ready' ? [...answer.trustedPlatformAssemblies].sort() : textOf(answer);
export const application = (runtime: object, more: object = {}) =>
  deps({ 'app/1.0.0': { runtime: { 'app.dll': {} } }, 'Lib/2.0.0': { runtime } }, more);
export const lib = application({ 'lib/net8.0/Lib.dll': {} });
export const coreLibrary = 'C:\\core\\System.Private.CoreLib.dll';
export const coreJson = 'C:\\core\\System.Text.Json.dll';

export const libNotFound = [
  'Error:',
  '  An assembly specified in the application dependencies manifest (app.deps.json) was not found:',
  "    package: 'Lib', version: '2.0.0'",
  "    path: 'lib/net8.0/Lib.dll'",
].join('\n');

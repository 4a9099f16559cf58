import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { type FxVersion, parseFxVersion } from '../../src/dotnet/fx-version.ts';
import { hostfxrGeneration } from '../../src/dotnet/hostfxr-generation.ts';
import { type HostpolicyStart, startHostpolicy } from '../../src/dotnet/hostpolicy.ts';
import type { HostpolicyFramework, HostpolicyRequest } from '../../src/dotnet/hostpolicy-request.ts';
import { resolveFrameworks } from '../../src/dotnet/resolve-frameworks.ts';
import { readRuntimeConfig } from '../../src/dotnet/runtime-config.ts';
import { hostErrorCodes } from '../../src/model/host-start.ts';
import { fullPathKey, pathKey } from '../../src/windows/paths.ts';
import { muxerRequest } from './muxer-request.ts';

interface Vector {
  readonly id: string;
  readonly verifiedOn: readonly string[];
  readonly runtimeConfig: unknown;
  readonly applicationFiles: readonly string[];
  readonly applicationDeps?: string;
  readonly frameworkFiles: readonly string[];
  readonly frameworkDeps?: string;
  readonly aspNetCore?: { readonly files: readonly string[]; readonly deps: string | null };
  readonly environment?: Readonly<Record<string, string>>;
  readonly expect: {
    readonly trustedPlatformAssemblies?: readonly string[];
    readonly nativeSearchDirectories?: readonly string[];
    readonly exitCode?: string;
    readonly text?: readonly string[];
  };
}

const vectors: readonly Vector[] = JSON.parse(
  readFileSync(new URL('../../fixtures/hostfxr/hostpolicy-vectors.json', import.meta.url), 'utf8'),
);

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const keys = (files: readonly string[]): ReadonlySet<string> => new Set(files.map(pathKey));

/** `<V>` is the version in use, `<existing directory>` a folder that is there. */
const filledIn = (text: string, version: string): string =>
  text.replaceAll('<V>', version).replaceAll('<existing directory>', 'C:\\\\there');

function frameworksOf(vector: Vector, version: string): readonly HostpolicyFramework[] {
  const { aspNetCore, frameworkDeps, frameworkFiles } = vector;
  const core: HostpolicyFramework = {
    name: 'Microsoft.NETCore.App',
    version,
    directory: 'C:\\core',
    deps: frameworkDeps === undefined ? null : bytes(filledIn(frameworkDeps, version)),
    files: keys(frameworkFiles),
  };
  if (aspNetCore === undefined) return [core];
  const { files, deps } = aspNetCore;
  const web = { name: 'Microsoft.AspNetCore.App', version, directory: 'C:\\aspnet', files: keys(files) };
  return [{ ...web, deps: deps === null ? null : bytes(filledIn(deps, version)) }, core];
}

function request(vector: Vector, version: string, hostpolicyVersion: FxVersion): HostpolicyRequest {
  const file = bytes(filledIn(JSON.stringify(vector.runtimeConfig), version));
  const reading = readRuntimeConfig({ path: 'C:\\app\\app.runtimeconfig.json', file }, hostfxrGeneration(hostpolicyVersion), new Map());
  if (!reading.valid) throw new Error(reading.problem);
  const { tfm, additionalProbingPaths, configProperties, frameworkDependent } = reading.config;
  const { applicationDeps, applicationFiles, environment = {} } = vector;
  return {
    hostpolicyVersion,
    application: {
      directory: 'C:\\app',
      dll: 'app.dll',
      files: keys(applicationFiles),
      ...(applicationDeps === undefined ? {} : { deps: bytes(filledIn(applicationDeps, version)) }),
    },
    ...(tfm === undefined ? {} : { tfm }),
    additionalProbingPaths,
    configProperties,
    frameworkDependent,
    frameworks: frameworksOf(vector, version),
    architecture: 'x64',
    environment: new Map(Object.entries(environment)),
    sharedStore: false,
    folderExists: new Map([[fullPathKey('C:\\there'), true]]),
  };
}

/** As the vectors write paths: `<app>/`, `<core>/`, `<aspnet>/`. */
const written = (path: string): string => path.replace(/^C:\\(app|core|aspnet)/, '<$1>').replaceAll('\\', '/');

function contains(text: string, expected: string): boolean {
  const pattern = expected.split('[...]').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(pattern.join('\\[[^\\]\\n]*\\]')).test(text);
}

/** hostfxr of the same version comes first: some do not take a framework's folder without deps.json for one. */
function frameworkRefusal({ aspNetCore, frameworkDeps, runtimeConfig }: Vector, version: string): HostpolicyStart | undefined {
  const folder = (deps: unknown) => [{ version, complete: deps !== undefined && deps !== null, references: [] }];
  const frameworks = new Map([['Microsoft.NETCore.App', folder(frameworkDeps)]]);
  if (aspNetCore !== undefined) frameworks.set('Microsoft.AspNetCore.App', folder(aspNetCore.deps));
  const file = bytes(filledIn(JSON.stringify(runtimeConfig), version));
  const resolution = resolveFrameworks(muxerRequest(version, { frameworks, runtimeConfig: file }));
  return resolution.outcome === 'resolved' ? undefined : resolution;
}

function check(vector: Vector, version: string): void {
  const hostpolicyVersion = parseFxVersion(version);
  if (hostpolicyVersion === undefined) throw new Error(version);
  const start = frameworkRefusal(vector, version) ?? startHostpolicy(request(vector, version, hostpolicyVersion));
  const { trustedPlatformAssemblies, nativeSearchDirectories, exitCode, text = [] } = vector.expect;
  if (start.outcome === 'ready') {
    // The host keeps the list in a hash table; its order means nothing.
    expect(start.trustedPlatformAssemblies.map(written).sort()).toEqual([...(trustedPlatformAssemblies ?? [])].sort());
    expect(start.nativeSearchDirectories.map((path) => `${written(path)}/`)).toEqual(nativeSearchDirectories);
    return;
  }
  if (start.outcome === 'unknown') throw new Error(start.because);
  expect(`0x${hostErrorCodes[start.refusal.error].toString(16)}`).toBe(exitCode);
  for (const line of text) expect([line, contains(start.refusal.text, line), start.refusal.text]).toEqual([line, true, start.refusal.text]);
}

describe('hostpolicy of each generation, as it was seen to decide', () => {
  test.each(vectors.map((vector) => [vector.id, vector] as const))('%s', (_, vector) => {
    expect(vector.verifiedOn.length).toBeGreaterThan(0);
    for (const version of vector.verifiedOn) check(vector, version);
  });
});

import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { parseFxVersion } from '../../src/dotnet/fx-version.ts';
import { type FrameworkResolution, resolveFrameworks } from '../../src/dotnet/resolve-frameworks.ts';
import { startHost } from '../../src/dotnet/start-host.ts';
import { type HostStartRequest, hostErrorCodes } from '../../src/model/host-start.ts';
import type { InstalledFramework } from '../../src/model/target-server.ts';

interface VectorFramework {
  readonly version: string;
  readonly runtimeConfig?: string;
  readonly complete?: false;
}

type VectorFrameworks = Readonly<Record<string, readonly VectorFramework[]>>;

interface Vector {
  readonly id: string;
  readonly hostfxr: { readonly min: string; readonly max: string | null };
  readonly verifiedOn: readonly string[];
  readonly frameworks: VectorFrameworks;
  readonly globalFrameworks?: VectorFrameworks;
  readonly selfContained?: true;
  readonly runtimeConfig?: string;
  readonly runtimeConfigBase64?: string;
  readonly runtimeConfigDev?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly expect: {
    readonly frameworks?: readonly { readonly name: string; readonly version: string }[];
    readonly resolved?: Readonly<Record<string, string>>;
    readonly failure?: keyof typeof hostErrorCodes;
    readonly exitCode?: string;
    readonly framework?: string;
    readonly version?: string;
    readonly lower?: string;
    readonly higher?: string;
    readonly text?: readonly string[];
    readonly undefined?: true;
  };
}

function fixture<T>(name: string): readonly T[] {
  return JSON.parse(readFileSync(new URL(`../../fixtures/hostfxr/${name}`, import.meta.url), 'utf8'));
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function installed(frameworks: VectorFrameworks): ReadonlyMap<string, readonly InstalledFramework[]> {
  return new Map(
    Object.entries(frameworks).map(([name, versions]) => [
      name,
      versions.map(({ version, runtimeConfig, complete }) => ({
        version,
        complete: complete ?? true,
        ...(runtimeConfig === undefined ? { references: [] } : { runtimeConfig: bytes(runtimeConfig) }),
      })),
    ]),
  );
}

function request(vector: Vector, hostfxrVersion: string): HostStartRequest & { readonly hostfxrVersion: string } {
  const { runtimeConfig, runtimeConfigBase64, runtimeConfigDev, environment = {}, globalFrameworks } = vector;
  const config = runtimeConfigBase64 === undefined ? runtimeConfig && bytes(runtimeConfig) : Buffer.from(runtimeConfigBase64, 'base64');
  const file = runtimeConfig === '' ? bytes('') : config;
  return {
    mode: vector.selfContained === true ? 'apphost' : 'muxer',
    hostfxrVersion,
    dotnetRoot: { root: vector.selfContained === true ? 'C:\\app' : 'C:\\dotnet', frameworks: installed(vector.frameworks) },
    globalRoots: globalFrameworks === undefined ? [] : [{ root: 'C:\\Program Files\\dotnet', frameworks: installed(globalFrameworks) }],
    otherArchitectures: [],
    architecture: 'x64',
    application: {
      directory: 'C:\\app',
      dll: 'app.dll',
      files: new Set(['app.dll', ...(vector.selfContained === true ? ['hostpolicy.dll', 'coreclr.dll', 'app.exe'] : [])]),
      ...(file === undefined || file === '' ? {} : { runtimeConfig: file }),
      ...(runtimeConfigDev === undefined ? {} : { runtimeConfigDev: bytes(runtimeConfigDev) }),
    },
    environment: new Map(Object.entries(environment).filter(([, value]) => value !== '')),
    folderExists: new Map(),
  };
}

/** `[...]` in an expected text stands for any text in brackets. */
function contains(text: string, expected: string): boolean {
  const pattern = expected.split('[...]').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(pattern.join('\\[[^\\]\\n]*\\]')).test(text);
}

function versionsOf(resolution: FrameworkResolution): unknown {
  return resolution.outcome === 'resolved' ? resolution.frameworks.map(({ name, version }) => ({ name, version })) : resolution;
}

function checkRefusal({ expect: expected }: Vector, asked: HostStartRequest): void {
  const start = startHost(asked);
  const error = expected.failure;
  if (error === undefined || start.outcome !== 'refused') {
    // The real host reads past the end of a value here; what comes of it is not defined.
    expect(start).toMatchObject({ outcome: 'refused', refusal: { cause: { kind: 'crash' } } });
    return;
  }
  const { cause, text } = start.refusal;
  expect(start.refusal.error).toBe(error);
  expect(`0x${hostErrorCodes[error].toString(16)}`).toBe(expected.exitCode);
  if (expected.version !== undefined) expect(cause).toMatchObject({ framework: expected.framework, version: expected.version });
  if (expected.lower !== undefined)
    expect(cause).toMatchObject({ framework: expected.framework, lower: expected.lower, higher: expected.higher });
  for (const line of expected.text ?? []) expect([line, contains(text, line), text]).toEqual([line, true, text]);
}

function check(vector: Vector, version: string): void {
  const { frameworks, resolved } = vector.expect;
  const asked = request(vector, version);
  const found = versionsOf(resolveFrameworks(asked));
  if (frameworks !== undefined) expect(found).toEqual(frameworks);
  else if (resolved !== undefined)
    expect(found).toEqual(Object.entries(resolved).map(([name, installedVersion]) => ({ name, version: installedVersion })));
  else checkRefusal(vector, asked);
}

describe('frameworks are resolved as hosts of all generations were seen to do it', () => {
  const vectors = fixture<Vector>('framework-vectors.json');
  test.each(vectors.map((vector) => [vector.id, vector] as const))('%s', (_, vector) => {
    expect(vector.verifiedOn.length).toBeGreaterThan(0);
    for (const version of vector.verifiedOn) check(vector, version);
  });
});

describe('versions are parsed as fx_ver does', () => {
  interface VersionVector {
    readonly text: string;
    readonly valid: boolean;
    readonly major?: number;
    readonly minor?: number;
    readonly patch?: number;
    readonly prerelease?: boolean;
  }
  test.each(fixture<VersionVector>('version-vectors.json').map((vector) => [vector.text, vector] as const))('%s', (text, vector) => {
    const version = parseFxVersion(text);
    expect(version !== undefined).toBe(vector.valid);
    if (version === undefined) return;
    const { major, minor, patch, pre } = version;
    expect({ major, minor, patch, prerelease: pre !== '' }).toEqual({
      major: vector.major,
      minor: vector.minor,
      patch: vector.patch,
      prerelease: vector.prerelease,
    });
  });
});

import type { InstalledVersion } from '../model/target-server.ts';

/**
 * A version as the .NET host parses it: a subset of SemVer 2 without leading zeros in the numbers or in numeric pre-release identifiers.
 * `npm`'s semver differs where it coerces and in what it rejects.
 * Source: dotnet/runtime:src/native/corehost/fxr/fx_ver.cpp, unchanged from 3.0 to 10.0.
 */
export interface FxVersion {
  readonly major: number;
  readonly minor: number;
  readonly patch: number;
  /** With its `-`; empty for a release. */
  readonly pre: string;
  /** With its `+`; ignored by comparisons. */
  readonly build: string;
}

const number = '0|[1-9][0-9]*';
const preIdentifier = `(?:${number}|[0-9]*[A-Za-z-][0-9A-Za-z-]*)`;
const pattern = new RegExp(
  `^(${number})\\.(${number})\\.(${number})(-${preIdentifier}(?:\\.${preIdentifier})*)?(\\+[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*)?$`,
);
/** The version in `text`, or `undefined` where the host rejects it: `8.0`, `v8.0.0`, `08.0.0`, `8.0.0.0`, `1.0.0-01`. */
export function parseFxVersion(text: string): FxVersion | undefined {
  const match = pattern.exec(text);
  if (match === null) return undefined;
  const [major, minor, patch] = [Number(match[1]), Number(match[2]), Number(match[3])];
  // The host converts to 32 bits; beyond that its behaviour is undefined.
  if (Math.max(major, minor, patch) > 0x7fffffff) return undefined;
  return { major, minor, patch, pre: match[4] ?? '', build: match[5] ?? '' };
}

const isNumeric = (identifier: string): boolean => /^[0-9]+$/.test(identifier);

function compareIdentifiers(left: string, right: string): number {
  const [leftNumeric, rightNumeric] = [isNumeric(left), isNumeric(right)];
  if (leftNumeric && rightNumeric) return Number(left) - Number(right);
  if (leftNumeric !== rightNumeric) return leftNumeric ? -1 : 1;
  return left === right ? 0 : left < right ? -1 : 1;
}

function comparePreReleases(left: string, right: string): number {
  if (left === '' || right === '') return left === right ? 0 : left === '' ? 1 : -1;
  const [lefts, rights] = [left.slice(1).split('.'), right.slice(1).split('.')];
  for (let index = 0; index < Math.min(lefts.length, rights.length); index++) {
    const order = compareIdentifiers(lefts[index] ?? '', rights[index] ?? '');
    if (order !== 0) return order;
  }
  return lefts.length - rights.length;
}

/** Below zero when `left` is lower, zero when equal up to build metadata, above zero when higher. */
export function compareFxVersions(left: FxVersion, right: FxVersion): number {
  return left.major - right.major || left.minor - right.minor || left.patch - right.patch || comparePreReleases(left.pre, right.pre);
}

/** Whether `version` is this release or a later one; pre-releases of it do not count. */
export function isAtLeast(version: FxVersion, major: number, minor = 0, patch = 0): boolean {
  return (version.major - major || version.minor - minor || version.patch - patch) >= 0;
}

/** The highest of the version folders whose names parse, pre-releases included; `undefined` when none does. */
export function highestFxVersion<T extends InstalledVersion>(folders: readonly T[]): T | undefined {
  let highest: { readonly folder: T; readonly version: FxVersion } | undefined;
  for (const folder of folders) {
    const version = parseFxVersion(folder.version);
    if (version !== undefined && (highest === undefined || compareFxVersions(version, highest.version) > 0)) highest = { folder, version };
  }
  return highest?.folder;
}

import { fullPathKey, withoutTrailingSeparators } from '../windows/paths.ts';
import { compareFxVersions, parseFxVersion } from './fx-version.ts';
import { hostpolicyGeneration } from './hostpolicy-generation.ts';
import type { HostpolicyRequest } from './hostpolicy-request.ts';

export type ForcedFileChecks = boolean | { readonly because: string; readonly missingFacts: readonly string[] };

const servicingFolder = 'C:\\Program Files (x86)\\coreservicing';

interface Reason {
  readonly what: string;
  readonly exists: boolean | undefined;
  readonly fact: string;
}

/** A folder is there when it is known itself, or anything in it is. */
function folderExists({ folderExists: known, everythingListed }: HostpolicyRequest, path: string): boolean | undefined {
  const key = fullPathKey(path);
  const exact = known.get(key);
  if (exact !== undefined) return exact;
  return [...known].some(([other, exists]) => exists && other.startsWith(`${key}\\`)) || (everythingListed === true ? false : undefined);
}

const isAbsolute = (path: string): boolean => /^(?:[A-Za-z]:)?[\\/]/.test(path);

/** `|arch|\|tfm|` stands for the folder of this architecture and target framework. */
function probingPath(path: string, { architecture, tfm }: HostpolicyRequest): string {
  return path.replace(/\|arch\|[\\/]\|tfm\|/, `${architecture}\\${tfm ?? ''}`);
}

const listed = (value: string | undefined): string[] => (value ?? '').split(';').filter((path) => path !== '');

/** The part of stores for this architecture and target framework; without a `tfm` there is none. */
function partsOf(stores: readonly string[], { architecture, tfm }: HostpolicyRequest): readonly string[] {
  if (tfm === undefined || tfm === '') return [];
  return stores.map((store) => `${withoutTrailingSeparators(store)}\\${architecture}\\${tfm}`);
}

/** The stores that `DOTNET_SHARED_STORE` names. */
function namedStores(request: HostpolicyRequest): readonly string[] {
  return partsOf(listed(request.environment.get('DOTNET_SHARED_STORE')), request);
}

/** The store below the dotnet root. */
function runtimeStores(request: HostpolicyRequest): readonly string[] {
  return partsOf(request.storeFolder === undefined ? [] : [request.storeFolder], request);
}

/** Files of the store below the dotnet root are among those known to exist, so the manifest says what is in it. */
export function runtimeStoreListed(request: HostpolicyRequest): boolean {
  return runtimeStores(request).some((path) => folderExists(request, path) === true);
}

function probingPaths(request: HostpolicyRequest): readonly string[] {
  return request.additionalProbingPaths.map((path) => probingPath(path, request)).filter(isAbsolute);
}

/** Folders known to exist in which packages are looked for, in the host's order. */
export function lookupFolders(request: HostpolicyRequest): readonly string[] {
  return [...namedStores(request), ...runtimeStores(request), ...probingPaths(request)].filter(
    (path) => folderExists(request, path) === true,
  );
}

/** `shared\<framework>\<version>\*.deps.json` below a folder counts for a framework of the same major and minor version, not below it. */
function isForFramework(relative: string, { frameworks }: HostpolicyRequest): boolean {
  const [shared, name, version, file, ...deeper] = relative.split('\\');
  const written = parseFxVersion(version ?? '');
  if (shared !== 'shared' || written === undefined || file?.endsWith('.deps.json') !== true || deeper.length > 0) return false;
  return frameworks.some((framework) => {
    const found = parseFxVersion(framework.version);
    if (found === undefined || framework.name.toLowerCase() !== name) return false;
    return written.major === found.major && written.minor === found.minor && compareFxVersions(written, found) <= 0;
  });
}

/** Whether `path` of DOTNET_ADDITIONAL_DEPS brings a deps.json: it is one, or a folder with one for a framework in use. */
function bringsDeps(request: HostpolicyRequest, path: string): boolean | undefined {
  if (/\.deps\.json$/i.test(path)) return folderExists(request, path);
  const folder = `${fullPathKey(path)}\\`;
  const known = [...request.folderExists].filter(([key, exists]) => exists && key.startsWith(folder));
  if (known.some(([key]) => isForFramework(key.slice(folder.length), request))) return true;
  return folderExists(request, path) === false || request.everythingListed === true ? false : undefined;
}

function reasons(request: HostpolicyRequest): Reason[] {
  const { environment, frameworkDependent, hostpolicyVersion, sharedStore, tfm } = request;
  const paths = probingPaths(request);
  const additional = frameworkDependent ? listed(environment.get('DOTNET_ADDITIONAL_DEPS')) : [];
  const stores = namedStores(request);
  const mayHaveStore = frameworkDependent && tfm !== undefined && tfm !== '';
  const onDisk = (what: string, path: string): Reason => ({ what, exists: folderExists(request, path), fact: 'existingFiles' });
  return [
    ...paths.map((path) => onDisk(`the probing path ${path}`, path)),
    ...additional.map((path) => ({
      what: `a deps.json in ${path}, which DOTNET_ADDITIONAL_DEPS names`,
      exists: bringsDeps(request, path),
      fact: 'existingFiles',
    })),
    ...stores.map((path) => onDisk(`${path}, which DOTNET_SHARED_STORE names`, path)),
    ...(mayHaveStore
      ? [{ what: 'a runtime store', exists: runtimeStoreListed(request) || sharedStore, fact: 'dotnet[].sharedStore' }]
      : []),
    // Nobody has this folder any more; it counts where it is known to be there.
    ...(hostpolicyGeneration(hostpolicyVersion).looksForServicing
      ? [{ what: servicingFolder, exists: folderExists(request, servicingFolder) ?? false, fact: 'existingFiles' }]
      : []),
  ];
}

/**
 * Whether hostpolicy 6.0 and later looks for the files of deps.json after all: a servicing folder, a runtime store, a probing path or
 * additional deps that exist switch the old check on.
 * Source: dotnet/runtime:src/native/corehost/hostpolicy/deps_resolver.cpp, dotnet/runtime#50671.
 */
export function forcedFileChecks(request: HostpolicyRequest): ForcedFileChecks {
  const all = reasons(request);
  if (all.some(({ exists }) => exists === true)) return true;
  const unknown = all.filter(({ exists }) => exists === undefined);
  if (unknown.length === 0) return false;
  return {
    because: `A file that deps.json promises is missing; whether the host looks for it depends on whether there is ${unknown.map(({ what }) => what).join(', or ')}.`,
    missingFacts: [...new Set(unknown.map(({ fact }) => fact))],
  };
}

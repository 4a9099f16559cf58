import { type HostJsonMember, memberOf } from './host-json.ts';
import { cString } from './host-json-access.ts';

export type AssetKind = 'runtime' | 'resources' | 'native';

/** What a deps.json says of the library that an asset belongs to. */
export interface DepsLibrary {
  readonly package: string;
  readonly version: string;
  /** A runtime pack, whose assets lie where their path says (10.0). */
  readonly runtimePack: boolean;
  /** Folder of the package below a store or a probing path, with `/`. */
  readonly folder: string;
  /** The store manifest that promises the library (`runtimeStoreManifestName`). */
  readonly storeManifest?: string;
}

/** One file that a deps.json lists for the host. */
export interface DepsAsset extends DepsLibrary {
  readonly kind: AssetKind;
  /** File name without extension, and without `.ni`: two assemblies of one name cannot both be trusted. Case counts. */
  readonly name: string;
  /** As written, with `/`. */
  readonly path: string;
  /** Where it lies beside its deps.json by the old rule, with `\`: its file name, a satellite below its culture. */
  readonly flatPath: string;
  /** Chosen by RID: the whole path counts, not the file name only. */
  readonly ridSpecific: boolean;
  readonly localPath?: string;
  /** Two to four numbers, absent counts as lower than any. */
  readonly assemblyVersion?: readonly number[];
  readonly fileVersion?: readonly number[];
}

type Members = readonly HostJsonMember[];

const memberText = (members: Members, name: string): string | undefined => {
  const value = memberOf({ members }, name);
  return typeof value === 'string' && value !== '' ? cString(value) : undefined;
};

/** `a.b`, `a.b.c` or `a.b.c.d`; anything else is as good as absent. Source: dotnet/runtime:src/native/corehost/hostpolicy/version.cpp. */
function versionNumbers(text: string | undefined): readonly number[] | undefined {
  const parts = text?.split('.') ?? [];
  return parts.length >= 2 && parts.length <= 4 && parts.every((part) => /^\d{1,9}$/.test(part)) ? parts.map(Number) : undefined;
}

function assetName(path: string): string {
  const file = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  const dot = file.lastIndexOf('.');
  return (dot < 0 ? file : file.slice(0, dot)).replace(/\.ni$/i, '');
}

/** An asset as `targets` list it; `members` hold its versions. */
export function depsAsset(library: DepsLibrary, kind: AssetKind, path: string, members: Members, ridSpecific: boolean): DepsAsset {
  const assemblyVersion = versionNumbers(memberText(members, 'assemblyVersion'));
  const fileVersion = versionNumbers(memberText(members, 'fileVersion'));
  const slashed = path.replaceAll('\\', '/');
  const localPath = memberText(members, 'localPath')?.replaceAll('\\', '/');
  return {
    ...library,
    kind,
    name: assetName(path),
    path: slashed,
    flatPath: slashed
      .split('/')
      .slice(kind === 'resources' ? -2 : -1)
      .join('\\'),
    ridSpecific,
    ...(localPath === undefined ? {} : { localPath }),
    ...(assemblyVersion === undefined ? {} : { assemblyVersion }),
    ...(fileVersion === undefined ? {} : { fileVersion }),
  };
}

/** `name/version`; without a `/` the host takes the whole for both. */
export function depsLibrary(key: string, members: Members): DepsLibrary {
  const slash = key.indexOf('/');
  const [name, version] = slash < 0 ? [key, key] : [key.slice(0, slash), key.slice(slash + 1)];
  const storeManifest = memberText(members, 'runtimeStoreManifestName')?.replaceAll('/', '\\');
  return {
    package: name,
    version,
    runtimePack: memberText(members, 'type')?.toLowerCase() === 'runtimepack',
    folder: (memberText(members, 'path') ?? `${name}/${version}`).replaceAll('\\', '/'),
    ...(storeManifest === undefined ? {} : { storeManifest }),
  };
}

/** A path that keeps an empty folder in a package; no file. */
export const isPlaceholder = ({ path }: Pick<DepsAsset, 'path'>): boolean => path.endsWith('/_._');

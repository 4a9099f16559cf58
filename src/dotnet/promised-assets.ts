import { jsonMember, jsonValue } from '../model/json-value.ts';
import { onceForEach } from '../model/once-for-each.ts';
import { fileName, pathKey } from '../windows/paths.ts';

/** One file that a deps.json promises. */
export interface PromisedAsset {
  readonly package: string;
  readonly version: string;
  /** `package`, `project`, `runtimepack` and the like, as the libraries section says. */
  readonly type: string;
  readonly kind: 'runtime' | 'native';
  /** As written. */
  readonly path: string;
  /** Key (`pathKey`) of the file beside the deps.json: below `runtimes` for an asset of one runtime identifier, else the name alone. */
  readonly key: string;
  /** Runtime identifier of an asset that is for one only. */
  readonly rid?: string;
  /** The SDK left it out of the output because a runtime store of the server is to have it. */
  readonly fromStore?: true;
  /** As the SDK found it when it wrote the file, `a.b.c.d`. */
  readonly fileVersion?: string;
}

/** A deps.json, read loosely: for advice. What the host makes of the file is decided by `startHost`. */
export interface PromisedAssets {
  /** The target as written, such as `.NETCoreApp,Version=v8.0/win-x64`. */
  readonly target: string;
  /** Runtime identifier the application was published for; absent: none. */
  readonly rid?: string;
  readonly assets: readonly PromisedAsset[];
  /** Names of all packages and projects, lower case. */
  readonly packages: ReadonlySet<string>;
}

const mostAssets = 50_000;

/** Own keys only, whatever their names; `{}` for anything but an object. */
function entriesOf(value: unknown): readonly (readonly [string, unknown])[] {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** `undefined` for bytes that are no deps.json. */
export const readPromisedAssets = onceForEach((bytes: Uint8Array): PromisedAssets | undefined => {
  const root = jsonValue(bytes);
  if (root === undefined) return undefined;
  const runtimeTarget = jsonMember(root, 'runtimeTarget');
  const target = text(runtimeTarget) ?? text(jsonMember(runtimeTarget, 'name'));
  if (target === undefined) return undefined;
  const libraries = new Map(entriesOf(jsonMember(root, 'libraries')));
  const assets: PromisedAsset[] = [];
  for (const [library, parts] of entriesOf(jsonMember(jsonMember(root, 'targets'), target))) {
    if (assets.length > mostAssets) break;
    assets.push(...assetsOf(library, libraries.get(library), parts));
  }
  const rid = target.split('/')[1];
  const packages = new Set([...libraries.keys()].map((name) => (name.split('/')[0] ?? '').toLowerCase()));
  return { target, ...(rid === undefined ? {} : { rid }), assets, packages };
});

function assetsOf(library: string, entry: unknown, parts: unknown): readonly PromisedAsset[] {
  const [name = '', version = ''] = library.split('/');
  const type = text(jsonMember(entry, 'type')) ?? '';
  const store = jsonMember(entry, 'runtimeStoreManifestName') === undefined ? {} : { fromStore: true as const };
  const asset = (kind: PromisedAsset['kind'], path: string, facts: unknown, rid?: string): readonly PromisedAsset[] => {
    if (path.endsWith('/_._')) return [];
    const fileVersion = text(jsonMember(facts, 'fileVersion'));
    const key = pathKey(rid === undefined ? fileName(path) : path);
    const common = { package: name, version, type, kind, path, key, ...store };
    return [{ ...common, ...(rid === undefined ? {} : { rid }), ...(fileVersion === undefined ? {} : { fileVersion }) }];
  };
  const plain = (['runtime', 'native'] as const).flatMap((kind) =>
    entriesOf(jsonMember(parts, kind)).flatMap(([path, facts]) => asset(kind, path, facts)),
  );
  const targeted = entriesOf(jsonMember(parts, 'runtimeTargets')).flatMap(([path, facts]) => {
    const kind = text(jsonMember(facts, 'assetType'));
    return kind === 'runtime' || kind === 'native' ? asset(kind, path, facts, text(jsonMember(facts, 'rid')) ?? '') : [];
  });
  return [...plain, ...targeted];
}

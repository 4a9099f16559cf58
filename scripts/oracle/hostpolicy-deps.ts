import { type RandomInteger, randomIntegers } from '../fuzz/mutate.ts';

/** Random choices from one seed. */
export interface Choice {
  readonly below: RandomInteger;
  readonly chance: (percent: number) => boolean;
  readonly pick: <T>(from: readonly [T, ...T[]]) => T;
}

/** The same seed makes the same choices. */
export function choices(seed: number): Choice {
  const below = randomIntegers(seed);
  return { below, chance: (percent) => below(100) < percent, pick: (from) => from[below(from.length)] ?? from[0] };
}

export type Json = Record<string, unknown>;

export const libraryNames = [
  'A/1.0.0',
  'B/2.1.0',
  'A/1.1.0',
  'Contoso.Data/3.0.0',
  'b/2.1.0',
  'NoVersion',
  'X.Microsoft.NETCore.DotNetAppHost/1.0.0',
] as const;
const assemblies = [
  'Lib.dll',
  'System.Text.Json.dll',
  'Contoso.dll',
  'contoso.dll',
  'Contoso.exe',
  'Tool.winmd',
  'Lib.ni.dll',
  'Data',
  'Two.Dots.dll',
] as const;
const natives = ['nat.dll', 'e_sqlite3.dll', 'apphost', 'coreclr.dll'] as const;
const rids = ['win-x64', 'win', 'any', 'win-x86', 'unknown-x64', 'custom', 'base', 'Win-x64', 'custom-parent'] as const;
const assetTypes = ['runtime', 'native', 'runtime', 'native', 'resources', 'Runtime', 'NATIVE', 'content'] as const;
const versions = ['1.0.0.0', '2.0.0.0', '2.0.1.0', '10.0.0.0', '1.0', '1.0.0', '2', 'x.y', '1.0.0.0.0', ''] as const;

function facts({ chance, pick }: Choice): Json {
  return {
    ...(chance(60) ? { assemblyVersion: chance(3) ? 5 : pick(versions) } : {}),
    ...(chance(50) ? { fileVersion: pick(versions) } : {}),
    ...(chance(8) ? { localPath: pick(['Lib.dll', 'sub/Lib.dll', 'sub/nat.dll', 'other/x.dll', 'sub\\Contoso.dll', ''] as const) } : {}),
  };
}

const folders = ['lib/net8.0/', '', 'lib/net8.0/', 'ref\\', 'a/b/c/'] as const;

function assetPath(choice: Choice, kind: string): string {
  const { chance, pick } = choice;
  if (chance(4)) return 'lib/net8.0/_._';
  const folder = pick(folders);
  if (kind === 'runtime') return `${folder}${pick(assemblies)}`;
  if (kind === 'native') return `${folder}${pick(natives)}`;
  return `lib/net8.0/${pick(['de', 'fr-FR', 'pt'] as const)}/Lib.resources.dll`;
}

function assets(choice: Choice, kind: string): Json {
  const listed: Json = {};
  for (let count = choice.below(3); count > 0; count--) listed[assetPath(choice, kind)] = facts(choice);
  return listed;
}

function runtimeTargets(choice: Choice): Json {
  const { chance, pick, below } = choice;
  const listed: Json = {};
  for (let count = 1 + below(4); count > 0; count--) {
    const [rid, assetType] = [pick(rids), pick(assetTypes)];
    const kind = assetType.toLowerCase();
    const path = `runtimes/${rid.replace('Win-', 'WIN_')}/${kind}/${kind === 'native' ? pick(natives) : pick(assemblies)}`;
    listed[path] = { ...(chance(1) ? {} : { rid }), ...(chance(1) ? {} : { assetType }), ...facts(choice) };
  }
  return listed;
}

function targetLibrary(choice: Choice): Json {
  const { chance } = choice;
  return {
    ...(chance(30) ? { dependencies: { A: '1.0.0' } } : {}),
    ...(chance(75) ? { runtime: assets(choice, 'runtime') } : {}),
    ...(chance(25) ? { resources: assets(choice, 'resources') } : {}),
    ...(chance(30) ? { native: assets(choice, 'native') } : {}),
    ...(chance(35) ? { runtimeTargets: runtimeTargets(choice) } : {}),
  };
}

function library({ chance, pick }: Choice): Json {
  return {
    ...(chance(1) ? {} : { type: pick(['package', 'project', 'package', 'runtimepack', 'RuntimePack'] as const) }),
    ...(chance(1) ? {} : { serviceable: chance(2) ? 'yes' : chance(50) }),
    ...(chance(1) ? {} : { sha512: '' }),
    ...(chance(5) ? { runtimeStoreManifestName: pick(['store.xml', 'other.xml'] as const) } : {}),
    ...(chance(10) ? { path: 'a/1.0.0' } : {}),
  };
}

const ridGraph = {
  'win-x64': ['win', 'any', 'base'],
  custom: ['custom-parent', 'win-x64', 'win', 'any', 'base'],
  'custom-parent': ['any', 'base'],
  'win10-x64': ['win-x64', 'win', 'any', 'base'],
};

/** A deps.json with what `own` adds to its only target. */
export function depsValue(choice: Choice, own: Json, root: boolean): Json {
  const { chance, below, pick } = choice;
  const targets: Json = { ...own };
  for (let count = below(4); count > 0; count--) targets[pick(libraryNames)] = targetLibrary(choice);
  const libraries: Json = {};
  for (const name of Object.keys(targets)) if (!chance(2)) libraries[name] = library(choice);
  if (chance(5)) libraries['Extra/1.0.0'] = chance(30) ? {} : library(choice);
  const name = '.NETCoreApp,Version=v10.0';
  return {
    ...(chance(1) ? {} : { runtimeTarget: chance(20) ? name : { name, signature: '' } }),
    compilationOptions: {},
    ...(chance(1) ? {} : { targets: { other: {}, ...(chance(1) ? {} : { [name]: targets }) } }),
    ...(chance(1) ? {} : { libraries }),
    ...(root && chance(85) ? { runtimes: ridGraph } : {}),
  };
}

/** JSON as it might come: with a byte-order mark, comments, cut, or none at all. */
export function asText({ chance, below, pick }: Choice, value: unknown): string {
  let text = chance(30) ? JSON.stringify(value, undefined, 2) : JSON.stringify(value);
  if (chance(2)) text = `\ufeff${text}`;
  if (chance(2)) text = `// comment\n${text}`;
  if (chance(1)) text = text.replace(/\}$/, ',}');
  if (chance(1)) text = text.slice(0, below(text.length));
  if (chance(1)) text = pick(['', '[]', 'null', '{}', '"x"', 'nonsense', '{} x'] as const);
  return text;
}

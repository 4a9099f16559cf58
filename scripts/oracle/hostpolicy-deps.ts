import type { Choice } from './choice.ts';
import { mistaken } from './json-mistakes.ts';

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

function facts(choice: Choice): Json {
  const { chance, pick } = choice;
  return {
    ...(chance(60) ? { assemblyVersion: chance(3) ? mistaken(choice) : pick(versions) } : {}),
    ...(chance(50) ? { fileVersion: chance(3) ? mistaken(choice) : pick(versions) } : {}),
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
  for (let count = choice.below(3); count > 0; count--)
    listed[assetPath(choice, kind)] = choice.chance(1) ? mistaken(choice) : facts(choice);
  return listed;
}

function runtimeTargets(choice: Choice): Json {
  const { chance, pick, below } = choice;
  const listed: Json = {};
  for (let count = 1 + below(4); count > 0; count--) {
    const [rid, assetType] = [pick(rids), pick(assetTypes)];
    const kind = assetType.toLowerCase();
    const path = `runtimes/${rid.replace('Win-', 'WIN_')}/${kind}/${kind === 'native' ? pick(natives) : pick(assemblies)}`;
    const [wrongRid, wrongType] = [chance(1), chance(1)];
    listed[path] = {
      ...(chance(1) ? {} : { rid: wrongRid ? mistaken(choice) : rid }),
      ...(chance(1) ? {} : { assetType: wrongType ? mistaken(choice) : assetType }),
      ...facts(choice),
    };
  }
  return listed;
}

function targetLibrary(choice: Choice): Json {
  const { chance } = choice;
  const part = (read: () => unknown): unknown => (chance(1) ? mistaken(choice) : read());
  return {
    ...(chance(30) ? { dependencies: { A: '1.0.0' } } : {}),
    ...(chance(75) ? { runtime: part(() => assets(choice, 'runtime')) } : {}),
    ...(chance(25) ? { resources: part(() => assets(choice, 'resources')) } : {}),
    ...(chance(30) ? { native: part(() => assets(choice, 'native')) } : {}),
    ...(chance(35) ? { runtimeTargets: part(() => runtimeTargets(choice)) } : {}),
  };
}

function library(choice: Choice): Json {
  const { chance, pick } = choice;
  const or = (value: unknown): unknown => (chance(1) ? mistaken(choice) : value);
  return {
    ...(chance(1) ? {} : { type: or(pick(['package', 'project', 'package', 'runtimepack', 'RuntimePack'] as const)) }),
    ...(chance(1) ? {} : { serviceable: chance(2) ? 'yes' : or(chance(50)) }),
    ...(chance(1) ? {} : { sha512: or('') }),
    ...(chance(5) ? { runtimeStoreManifestName: or(pick(['store.xml', 'other.xml'] as const)) } : {}),
    ...(chance(10) ? { path: or('a/1.0.0') } : {}),
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
  const or = (value: unknown): unknown => (choice.below(200) === 0 ? mistaken(choice) : value);
  for (let count = below(4); count > 0; count--) targets[pick(libraryNames)] = or(targetLibrary(choice));
  const libraries: Json = {};
  for (const name of Object.keys(targets)) if (!chance(2)) libraries[name] = or(library(choice));
  if (chance(5)) libraries['Extra/1.0.0'] = chance(30) ? {} : library(choice);
  const name = '.NETCoreApp,Version=v10.0';
  return {
    ...(chance(1) ? {} : { runtimeTarget: or(chance(20) ? name : { name: or(name), signature: '' }) }),
    compilationOptions: {},
    ...(chance(1) ? {} : { targets: or({ other: {}, ...(chance(1) ? {} : { [name]: or(targets) }) }) }),
    ...(chance(1) ? {} : { libraries: or(libraries) }),
    ...(root && chance(85) ? { runtimes: or({ ...ridGraph, ...(chance(3) ? { custom: mistaken(choice) } : {}) }) } : {}),
  };
}

import { type RandomInteger, randomIntegers } from '../fuzz/mutate.ts';

/** One folder with a deps.json and files: the application, or a version folder of a framework. */
export interface DepsFolder {
  /** Text of the deps.json; absent = no such file. */
  readonly deps?: string;
  /** Relative paths, with `/`. */
  readonly files: readonly string[];
}

/** One question for hostpolicy: an application, its frameworks from highest to lowest, the last being the root, and an environment. */
export interface HostpolicyLayout {
  readonly seed: number;
  readonly application: DepsFolder;
  /** Empty: the application is started as a self-contained one. */
  readonly frameworks: Readonly<Record<string, DepsFolder>>;
  readonly runtimeOptions: Readonly<Record<string, unknown>>;
  readonly environment: Readonly<Record<string, string>>;
}

/** A folder of its own that is there and empty, as both sides write it. */
export const emptyFolder = '<empty folder>';

interface Choice {
  readonly below: RandomInteger;
  readonly chance: (percent: number) => boolean;
  readonly pick: <T>(from: readonly [T, ...T[]]) => T;
}

function choices(seed: number): Choice {
  const below = randomIntegers(seed);
  return { below, chance: (percent) => below(100) < percent, pick: (from) => from[below(from.length)] ?? from[0] };
}

type Json = Record<string, unknown>;

const libraryNames = [
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
function depsValue(choice: Choice, own: Json, root: boolean): Json {
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

function asText({ chance, below, pick }: Choice, value: unknown): string {
  let text = chance(30) ? JSON.stringify(value, undefined, 2) : JSON.stringify(value);
  if (chance(2)) text = `\ufeff${text}`;
  if (chance(2)) text = `// comment\n${text}`;
  if (chance(1)) text = text.replace(/\}$/, ',}');
  if (chance(1)) text = text.slice(0, below(text.length));
  if (chance(1)) text = pick(['', '[]', 'null', '{}', '"x"', 'nonsense', '{} x'] as const);
  return text;
}

/** Files that a folder may have: what deps.json could mean, by any rule, most of the time. */
function filesFor({ chance }: Choice, value: Json, more: readonly string[]): readonly string[] {
  const files = new Set(more);
  const complete = chance(55);
  for (const [, path] of JSON.stringify(value).matchAll(/"([^"{}]*[^"{},:])":\{/g)) {
    const slashed = (path ?? '').replaceAll('\\\\', '/');
    const parts = slashed.split('/');
    for (const candidate of [parts.at(-1) ?? '', parts.slice(-2).join('/'), slashed])
      if (/\.(?:dll|exe|winmd)$|^Data$|apphost$/.test(candidate) && (complete || chance(85))) files.add(candidate);
  }
  // Windows takes the one for the other.
  return [...files].flatMap((file) =>
    /contoso\./i.test(file) ? [file.replace(/contoso\./i, 'contoso.'), file.replace(/contoso\./i, 'Contoso.')] : [file],
  );
}

function folder(choice: Choice, own: Json, more: readonly string[], root = false): DepsFolder & { readonly deps: string } {
  const value = depsValue(choice, own, root);
  return { deps: asText(choice, value), files: filesFor(choice, value, more) };
}

function frameworksOf(choice: Choice): Record<string, DepsFolder> {
  const { chance } = choice;
  const clr = { native: chance(96) ? { 'coreclr.dll': { fileVersion: '0.0.0.0' } } : {}, runtime: { 'System.Private.CoreLib.dll': {} } };
  const core = folder(
    choice,
    { 'Runtime/10.0.0': chance(50) ? clr : { native: clr.native } },
    chance(97) ? ['coreclr.dll', 'System.Private.CoreLib.dll'] : [],
    true,
  );
  const { deps: _, ...withoutDeps } = chance(45) ? folder(choice, {}, []) : { deps: '', files: undefined };
  if (withoutDeps.files === undefined) return { 'Microsoft.NETCore.App': core };
  const web = folder(choice, {}, []);
  return { 'Microsoft.AspNetCore.App': web, 'Microsoft.NETCore.App': core };
}

function configProperties({ chance, pick }: Choice): Json {
  return {
    ...(chance(25) ? { 'System.Runtime.Loader.UseRidGraph': pick<unknown>([true, 'true', 'True', false]) } : {}),
    ...(chance(2)
      ? {
          [pick([
            'TRUSTED_PLATFORM_ASSEMBLIES',
            'RUNTIME_IDENTIFIER',
            'APP_PATHS',
            'STARTUP_HOOKS',
            'HOST_RUNTIME_CONTRACT',
            'BUNDLE_PROBE',
            'FX_DEPS_FILE',
          ] as const)]: 'x',
        }
      : {}),
    ...(chance(2) ? { 'Microsoft.NETCore.DotNetHostPolicy.SetAppPaths': pick<unknown>([true, 'false']) } : {}),
  };
}

/** A layout from a seed: the same seed gives the same layout. */
export function hostpolicyLayout(seed: number): HostpolicyLayout {
  const choice = choices(seed);
  const { chance, pick } = choice;
  const selfContained = chance(8);
  const clr = { 'Runtime/10.0.0': { native: chance(85) ? { 'coreclr.dll': {} } : {} } };
  const application = {
    'app/1.0.0': { runtime: chance(92) ? { [chance(97) ? 'app.dll' : 'app.exe']: {} } : {} },
    ...(selfContained ? clr : {}),
  };
  const bundled = selfContained && chance(90) ? ['coreclr.dll'] : [];
  const { deps, files } = folder(choice, application, ['app.dll', ...bundled]);
  return {
    seed,
    // Without a deps.json every file beside the application counts, and Windows has no two that differ in case only.
    application: chance(92) ? { files, deps } : { files: files.filter((file) => !/^contoso\./i.test(file)) },
    frameworks: selfContained ? {} : frameworksOf(choice),
    runtimeOptions: {
      ...(chance(70) ? { tfm: 'net10.0' } : {}),
      configProperties: configProperties(choice),
      ...(chance(30)
        ? { additionalProbingPaths: pick<readonly string[]>([[emptyFolder], ['/nowhere/at/all'], [emptyFolder, '/nowhere']]) }
        : {}),
    },
    environment: {
      DOTNET_RUNTIME_ID: pick(['win-x64', 'win-x64', 'custom', 'win-x86'] as const),
      ...(chance(5) ? { DOTNET_SHARED_STORE: emptyFolder } : {}),
      ...(chance(3) ? { DOTNET_STARTUP_HOOKS: '/nowhere/hook.dll' } : {}),
    },
  };
}

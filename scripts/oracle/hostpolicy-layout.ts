import { type Choice, choices } from './choice.ts';
import { depsValue, type Json, libraryNames } from './hostpolicy-deps.ts';
import { asText } from './json-mistakes.ts';

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
  /** What is in the package folder. */
  readonly packageFiles: readonly string[];
  readonly runtimeOptions: Readonly<Record<string, unknown>>;
  readonly environment: Readonly<Record<string, string>>;
}

/** A folder for packages that is there, as both sides write it. */
export const packageFolder = '<package folder>';

/** What DOTNET_ADDITIONAL_DEPS may name in that folder, and the empty deps.json files that are there. */
const additionalDeps = ['more.deps.json', 'none.deps.json', 'with', 'older', 'newer', 'empty', 'none'] as const;
export const additionalDepsFiles: readonly string[] = [
  'more.deps.json',
  'with/shared/Microsoft.NETCore.App/10.0.0/more.deps.json',
  'older/shared/Microsoft.NETCore.App/9.0.0/more.deps.json',
  'newer/shared/Microsoft.NETCore.App/10.0.900/more.deps.json',
  'empty/shared/Microsoft.NETCore.App/10.0.0/more.json',
];

const lower = (name: string): string => name.toLowerCase();
const capital = (name: string): string => `${name.charAt(0).toUpperCase()}${name.slice(1)}`;

/** Windows takes `A/contoso.dll` for `a/Contoso.dll`; so there are all of them. */
function inBothCases(files: readonly string[]): readonly string[] {
  const spellings = [lower, capital].flatMap((first) => [lower, capital].map((second) => ({ first, second })));
  const spelled = (file: string) =>
    spellings.map(({ first, second }) => file.replace(/^[ab](?=\/\d)/i, first).replace(/contoso(?=\.[a-z]+$)/i, second));
  return [...new Set(files.flatMap(spelled))];
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
  return inBothCases([...files]);
}

function folder(choice: Choice, own: Json, more: readonly string[], root = false): DepsFolder & { readonly deps: string } {
  const value = depsValue(choice, own, root);
  return { deps: asText(choice, value), files: filesFor(choice, value, more) };
}

/** Some of what an application lists, as packages have it, by their names or by their paths. */
function packageFilesOf({ chance }: Choice, deps: string): readonly string[] {
  const listed = [...deps.matchAll(/"((?:lib|runtimes|ref|a)(?:\/|\\\\)[^"]*\.dll)"/g)].map(([, path]) =>
    (path ?? '').replaceAll('\\\\', '/'),
  );
  const packages = ['a/1.0.0', ...libraryNames.map((name) => (name.includes('/') ? name : `${name}/${name}`))];
  const files = packages.flatMap((name) => listed.filter(() => chance(70)).map((path) => `${name}/${path}`));
  return inBothCases(files);
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
    packageFiles: chance(70) ? packageFilesOf(choice, deps) : [],
    runtimeOptions: {
      ...(chance(70) ? { tfm: 'net10.0' } : {}),
      configProperties: configProperties(choice),
      ...(chance(45)
        ? { additionalProbingPaths: pick<readonly string[]>([[packageFolder], ['/nowhere/at/all'], [packageFolder, '/nowhere']]) }
        : {}),
    },
    environment: {
      DOTNET_RUNTIME_ID: pick(['win-x64', 'win-x64', 'custom', 'win-x86'] as const),
      ...(chance(5) ? { DOTNET_SHARED_STORE: packageFolder } : {}),
      ...(chance(10) ? { DOTNET_ADDITIONAL_DEPS: `${packageFolder}/${pick(additionalDeps)}` } : {}),
      ...(chance(3) ? { DOTNET_STARTUP_HOOKS: '/nowhere/hook.dll' } : {}),
    },
  };
}

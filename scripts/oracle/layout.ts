import { type Choice, choices } from './choice.ts';
import { asText, mistaken } from './json-mistakes.ts';

/** One version folder of a shared framework in a dotnet root. */
export interface LayoutFramework {
  readonly version: string;
  /** Text of its own runtimeconfig.json; absent = no such file. */
  readonly runtimeConfig?: string;
  /** `false`: the folder is there without `<name>.deps.json`. */
  readonly complete?: false;
}

/** A dotnet root, an application and an environment: one question for the host. */
export interface Layout {
  readonly seed: number;
  readonly frameworks: Readonly<Record<string, readonly LayoutFramework[]>>;
  /** Absent = no such file. */
  readonly runtimeConfig?: string;
  readonly runtimeConfigDev?: string;
  readonly environment: Readonly<Record<string, string>>;
}

const core = 'Microsoft.NETCore.App';
const names = [core, core, 'Microsoft.AspNetCore.App', 'Microsoft.AspNetCore.App', 'Microsoft.WindowsDesktop.App', 'Contoso.App'] as const;
const releases = ['8.0.0', '8.0.1', '8.0.11', '8.1.0', '8.2.3', '9.0.0', '9.0.2', '10.0.0', '6.0.36'] as const;
const preReleases = [
  '9.0.0-preview.1',
  '9.0.0-preview.10',
  '9.0.0-rc.1.2',
  '8.0.2-alpha',
  '8.0.1-rc.1',
  '9.0.3-preview2-1',
  '9.1.0-a.b',
  '10.0.0-rc.2',
] as const;
const oddVersions = [
  '8.0',
  'v8.0.0',
  '8.0.0.0',
  '08.0.0',
  '8.0.*',
  '',
  '8.0.0-01',
  '8.0.0+b.1',
  '8.0.1-rc.1+7',
  '99.9.9',
  '8.0.0-',
  '0.0.0',
] as const;
const policies = ['Disable', 'LatestPatch', 'Minor', 'LatestMinor', 'Major', 'LatestMajor', 'latestmajor', 'MINOR'] as const;

const version = ({ chance, pick }: Choice): string => (chance(25) ? pick(preReleases) : pick(releases));

/** Mostly a version that is there, or a patch below it, so that more than the first reference is looked at. */
function askedVersion(choice: Choice, installedVersions: readonly string[]): string {
  const { chance, below, pick } = choice;
  if (chance(4)) return pick(oddVersions);
  const near = chance(75) ? installedVersions[below(installedVersions.length)] : undefined;
  if (near === undefined) return version(choice);
  return chance(40) ? near.replace(/\.\d+(?:-.*)?$/, '.0') : near;
}

/** Settings of one level; `kind` keeps most files from mixing what must not be mixed. */
function settings(choice: Choice, kind: 'rollForward' | 'legacy', percent: number): Record<string, unknown> {
  const { chance, pick, below } = choice;
  const written: Record<string, unknown> = {};
  const odd = chance(2);
  if ((kind === 'rollForward') !== odd && chance(percent))
    written['rollForward'] = chance(3) ? pick(['Newest', '', ' Minor', '2'] as const) : pick(policies);
  if ((kind === 'legacy') !== odd && chance(percent)) written['rollForwardOnNoCandidateFx'] = chance(10) ? below(9) - 2 : below(3);
  if ((kind === 'legacy') !== odd && chance(percent)) written['applyPatches'] = chance(40);
  for (const name of Object.keys(written)) if (chance(2)) written[name] = mistaken(choice);
  return written;
}

/** What the references of a file are made of. */
interface Writing {
  readonly choice: Choice;
  readonly kind: 'rollForward' | 'legacy';
  readonly installed: Layout['frameworks'];
}

function reference({ choice, kind, installed: present }: Writing): Record<string, unknown> {
  const { chance, pick } = choice;
  const name = pick(names);
  const versions = (present[name] ?? []).map((folder) => folder.version);
  return {
    ...(chance(1) ? {} : { name: chance(1) ? mistaken(choice) || null : name }),
    ...(chance(2) ? {} : { version: chance(1) ? mistaken(choice) : askedVersion(choice, versions) }),
    ...settings(choice, kind, 25),
  };
}

function references(writing: Writing): readonly unknown[] {
  const { choice } = writing;
  const listed = new Map<unknown, unknown>();
  for (let count = 1 + choice.below(3); count > 0; count--) {
    const one = reference(writing);
    listed.set(choice.chance(1) ? {} : one['name'], choice.chance(1) ? mistaken(choice) : one);
  }
  return [...listed.values()];
}

/** A `runtimeOptions` object as a file of an application or of a framework might have it. */
function runtimeOptions(choice: Choice, present: Layout['frameworks'], application: boolean): Record<string, unknown> {
  const { chance, pick } = choice;
  const kind = chance(70) ? 'rollForward' : 'legacy';
  const writing: Writing = { choice, kind, installed: present };
  return {
    ...(chance(50) ? { tfm: chance(1) ? mistaken(choice) : pick(['net8.0', 'netcoreapp3.1', 'net10.0', ''] as const) } : {}),
    ...settings(choice, kind, application ? 35 : 12),
    ...(chance(15)
      ? { configProperties: chance(8) ? mistaken(choice) : { 'System.GC.Server': true, Name: 'text', Number: 1.5, Deep: [[{}]] } }
      : {}),
    ...(chance(3) ? { additionalProbingPaths: pick<unknown>([['/nowhere'], '/nowhere', 5, []]) } : {}),
    ...(chance(30) ? { framework: chance(2) ? mistaken(choice) : reference(writing) } : {}),
    ...(chance(application ? 75 : 60) ? { frameworks: chance(2) ? mistaken(choice) : references(writing) } : {}),
    ...(application && chance(3)
      ? {
          includedFrameworks: chance(20)
            ? mistaken(choice)
            : [{ name: core, version: '8.0.0' }, ...(chance(30) ? [reference(writing)] : [])],
        }
      : {}),
  };
}

function installedFramework(choice: Choice, name: string, folder: string, present: Layout['frameworks']): LayoutFramework {
  const { chance } = choice;
  const simple = {
    runtimeOptions: {
      rollForward: 'LatestPatch',
      framework: {
        name: core,
        version: chance(60)
          ? folder
          : askedVersion(
              choice,
              (present[core] ?? []).map((other) => other.version),
            ),
      },
    },
  };
  const config =
    name === core
      ? undefined
      : chance(55)
        ? JSON.stringify(simple)
        : chance(92)
          ? asText(choice, { runtimeOptions: runtimeOptions(choice, present, false) })
          : undefined;
  return { version: folder, ...(config === undefined ? {} : { runtimeConfig: config }), ...(chance(5) ? { complete: false } : {}) };
}

/** Folders that are equal up to build metadata are a tie that the file system decides, so there is one of them at most. */
function installed(choice: Choice): Record<string, LayoutFramework[]> {
  const frameworks: Record<string, LayoutFramework[]> = {};
  for (const name of new Set(names)) {
    if (name !== core && choice.chance(25)) continue;
    const folders = new Map<string, LayoutFramework>();
    for (let count = choice.below(7); count > 0; count--) {
      const folder = choice.chance(4) ? choice.pick(oddVersions) : version(choice);
      if (folder !== '' && !folder.includes('*'))
        folders.set(folder.replace(/\+.*$/, ''), installedFramework(choice, name, folder, frameworks));
    }
    frameworks[name] = [...folders.values()];
  }
  return frameworks;
}

function environment({ chance, pick, below }: Choice): Record<string, string> {
  return {
    ...(chance(15)
      ? { DOTNET_ROLL_FORWARD: chance(8) ? pick(['x', ' Major', '1', ' ', 'Major ', 'Minor,Major'] as const) : pick(policies) }
      : {}),
    ...(chance(12) ? { DOTNET_ROLL_FORWARD_TO_PRERELEASE: pick(['1', '0', '01', ' 1', '+1', '1x', '1.9', 'true', ''] as const) } : {}),
    ...(chance(10)
      ? { DOTNET_ROLL_FORWARD_ON_NO_CANDIDATE_FX: pick(['0', '1', '2', '3', '-1', '+2', '2abc', '2.9', 'abc', ''] as const) }
      : {}),
    ...(chance(8)
      ? {
          DOTNET_DISABLE_RUNTIME_VERSIONS: [releases[below(releases.length)], chance(50) ? pick(preReleases) : ' 9.0.0'].join(
            pick([';', ';;'] as const),
          ),
        }
      : {}),
  };
}

/** The dotnet root of a seed; several questions are put to the same one. */
export function frameworksOfSeed(seed: number): Layout['frameworks'] {
  return installed(choices(seed));
}

/**
 * Beside others, a reference without a name makes the host take the first framework for the application. That is not modelled; hence there
 * is no `''` among the mistaken names.
 */
const nameless = '{"runtimeOptions":{"framework":{"name":"","version":"8.0.0"}}}';

/** The question of a seed: an application and an environment for the root of `rootSeed`. */
export function layoutOfSeed(seed: number, frameworks: Layout['frameworks']): Layout {
  const choice = choices(seed);
  const { chance } = choice;
  if (chance(1)) return { seed, frameworks, runtimeConfig: nameless, environment: environment(choice) };
  const dev = chance(5)
    ? asText(choice, { runtimeOptions: chance(50) ? settings(choice, 'rollForward', 80) : runtimeOptions(choice, frameworks, true) })
    : undefined;
  return {
    seed,
    frameworks,
    ...(chance(1) ? {} : { runtimeConfig: asText(choice, { runtimeOptions: runtimeOptions(choice, frameworks, true) }) }),
    ...(dev === undefined ? {} : { runtimeConfigDev: dev }),
    environment: environment(choice),
  };
}

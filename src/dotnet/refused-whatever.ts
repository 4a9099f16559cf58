import type { HostErrorName, HostStart, HostStartRequest } from '../model/host-start.ts';
import { askedFrameworks } from './asked-frameworks.ts';
import type { FrameworkReference } from './framework-reference.ts';
import { compareFxVersions, parseFxVersion } from './fx-version.ts';
import { installedFrameworks } from './installed-frameworks.ts';
import { startHost } from './start-host.ts';

/** The variables that choose frameworks, and one value of every kind that each can have besides none; what helps most comes first. */
const choosingValues: ReadonlyMap<string, readonly string[]> = new Map([
  ['DOTNET_ROLL_FORWARD', ['LatestMajor', 'Major', 'LatestMinor', 'Minor', 'LatestPatch', 'Disable']],
  ['DOTNET_ROLL_FORWARD_ON_NO_CANDIDATE_FX', ['2', '1', '0', '3']],
  ['DOTNET_ROLL_FORWARD_TO_PRERELEASE', ['1']],
  ['DOTNET_MULTILEVEL_LOOKUP', ['1', '0']],
]);

/** Names any number of versions, so not every value can be tried. */
const withoutBound = 'DOTNET_DISABLE_RUNTIME_VERSIONS';

/** Where hostfxr stops before hostpolicy, to which all other variables belong. */
const beforeHostpolicy: ReadonlySet<HostErrorName> = new Set([
  'InvalidConfigFile',
  'FrameworkMissingFailure',
  'FrameworkCompatFailure',
  'FrameworkCompatRetry',
]);

/** No version of the framework is as new as the application asks, and nothing makes a host take an older one. */
function hasNothingNewEnough({ dotnetRoot, globalRoots }: HostStartRequest, { name, version }: FrameworkReference): boolean {
  const roots = [dotnetRoot, ...globalRoots];
  if (roots.some(({ frameworks }) => frameworks === undefined)) return false;
  const installed = roots.flatMap((root) => installedFrameworks(root, name));
  const versions = installed.map((folder) => parseFxVersion(folder.version)).filter((parsed) => parsed !== undefined);
  return versions.every((parsed) => compareFxVersions(parsed, version) < 0);
}

/** Those in which some of the unknown variables are set; in the one of the request none is. */
function otherEnvironments(request: HostStartRequest, unknown: readonly string[]): readonly ReadonlyMap<string, string>[] {
  let environments: ReadonlyMap<string, string>[] = [request.environment];
  for (const [name, values] of choosingValues) {
    if (!unknown.includes(name)) continue;
    const set = (value: string) => environments.map((environment) => new Map(environment).set(name, value));
    environments = [...values.flatMap(set), ...environments];
  }
  return environments.slice(0, -1);
}

const stopsEarly = (answer: HostStart): boolean => answer.outcome === 'refused' && beforeHostpolicy.has(answer.refusal.error);

/**
 * The host refuses the application, and goes on to do so whatever the variables in `unknown` hold. `host`: its answer without them.
 */
export function refusedWhatever(request: HostStartRequest, unknown: readonly string[], host: HostStart): boolean {
  if (!stopsEarly(host)) return false;
  if (askedFrameworks(request.application.runtimeConfig).references.some((reference) => hasNothingNewEnough(request, reference)))
    return true;
  if (unknown.includes(withoutBound)) return false;
  return otherEnvironments(request, unknown).every((environment) => stopsEarly(startHost({ ...request, environment })));
}

/** A server could have variables with which the same frameworks would do. */
export const variablesCouldHelp = (request: HostStartRequest, host: HostStart): boolean =>
  stopsEarly(host) && !refusedWhatever(request, [...choosingValues.keys()], host);

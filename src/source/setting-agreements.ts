import type { Agreement } from './deciding-setting.ts';
import type { PublishedFacts } from './published-facts.ts';

/**
 * Agreements between the value of an MSBuild property and what an artifact says. Values are compared without regard to case.
 * `undefined`: the artifact does not tell, or says that the property was not set; then no line may be blamed for it.
 */

export const equals =
  (wanted: string): Agreement =>
  (value) =>
    value.toLowerCase() === wanted.toLowerCase();

const equalsKnown = (known: string | undefined): Agreement | undefined => (known === undefined ? undefined : equals(known));

/** `*` stands for a part that the SDK adds: `-a x86` is `*-x86`. Without a deps.json the executable tells system and machine. */
export function isRuntimeIdentifier({ runtimeIdentifier, system, machine }: PublishedFacts): Agreement | undefined {
  if (runtimeIdentifier === '') return undefined;
  if (runtimeIdentifier !== undefined) return (value) => fits(runtimeIdentifier.toLowerCase(), value.toLowerCase());
  if (system === undefined || machine === undefined) return undefined;
  // `linux-musl-x64` cannot be told from `linux-x64` by the executable.
  return (value) => fits(`${system}-${machine}`, value.toLowerCase()) || fits(`${system}-musl-${machine}`, value.toLowerCase());
}

/** The RID of an output for a system without IIS. */
export function isOtherSystem(published: PublishedFacts): Agreement | undefined {
  const windows = published.runtimeIdentifier?.toLowerCase().startsWith('win') ?? published.system === 'win';
  return windows ? undefined : isRuntimeIdentifier(published);
}

function fits(identifier: string, wanted: string): boolean {
  if (wanted === '*') return true;
  if (wanted.startsWith('*')) return identifier.endsWith(wanted.slice(1));
  return wanted.endsWith('*') ? identifier.startsWith(wanted.slice(0, -1)) : identifier === wanted;
}

/** `net8.0-windows` is `net8.0` in runtimeconfig.json; `TargetFrameworks` lists several. */
export function isTargetFramework({ targetFramework }: PublishedFacts): Agreement | undefined {
  const known = targetFramework?.toLowerCase();
  if (known === undefined) return undefined;
  const isKnown = (one: string): boolean => one === known || one.startsWith(`${known}-`);
  return (value) =>
    value
      .toLowerCase()
      .split(';')
      .some((one) => isKnown(one.trim()));
}

export const isSelfContained = ({ selfContained }: PublishedFacts): Agreement | undefined =>
  selfContained === undefined ? undefined : equals(String(selfContained));

/** `true`, unless the executable is no single file: then the dll beside it got lost. */
export const isSingleFile = ({ singleFile }: PublishedFacts): Agreement | undefined => (singleFile === false ? undefined : equals('true'));

/** `true`, unless the executable is an apphost: Native AOT leaves none. */
export const isAot = ({ singleFile }: PublishedFacts): Agreement | undefined => (singleFile === undefined ? equals('true') : undefined);

/** What the configuration in the artifact was not built with. */
export const isOtherSelfContained = ({ selfContained }: PublishedFacts): Agreement | undefined =>
  selfContained === undefined ? undefined : equals(String(!selfContained));

export const isHostingModel = ({ hostingModel }: PublishedFacts): Agreement | undefined => equalsKnown(hostingModel);
export const isPlatform = ({ assemblyMachine }: PublishedFacts): Agreement | undefined => equalsKnown(assemblyMachine);

/** The policies that keep an application to the version it asks for. */
export const isRestrictingRollForward = ({ rollForward }: PublishedFacts): Agreement | undefined =>
  ['disable', 'latestpatch'].includes(rollForward?.toLowerCase() ?? '') ? equalsKnown(rollForward) : undefined;

export const isFrameworkVersion = ({ frameworkVersions }: PublishedFacts): Agreement | undefined =>
  frameworkVersions.length === 0 ? undefined : (value) => frameworkVersions.includes(value);

/** A patch other than 0 is asked for only when something pins it. */
export const pinsPatch = ({ frameworkVersions }: PublishedFacts): Agreement | undefined =>
  frameworkVersions.some((version) => /^\d{1,4}\.\d{1,4}\.[1-9]\d{0,4}$/.test(version)) ? equals('true') : undefined;

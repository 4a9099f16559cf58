import { bundledHostVersion } from '../ancm/bundled-host-version.ts';
import { entryDllGuess } from '../ancm/entry-dll-guess.ts';
import { type FrameworkReference, frameworkReferences } from '../ancm/framework-references.ts';
import { type PromisedAssets, readPromisedAssets } from '../dotnet/promised-assets.ts';
import { workerArchitecture } from '../iis/worker-architecture.ts';
import type { Architecture } from '../model/architecture.ts';
import type { PeImage } from '../model/binary-image.ts';
import { onceForEach } from '../model/once-for-each.ts';
import type { PublishArtifact } from '../model/publish-artifact.ts';
import { parentPath, pathKey, withoutExtension } from '../windows/paths.ts';
import type { AdviceFacts } from './advice-rule.ts';

/** The application of a start, as far as it was found; rules about the files of an application need one at the root of the artifact. */
export interface AdvisedApplication {
  readonly artifact: PublishArtifact;
  /** Entry assembly, relative to the application root. */
  readonly dll: string;
  /** Its name without `.dll`. */
  readonly stem: string;
  /** `true`: it brings its runtime, as its runtimeconfig.json says by asking for no framework. */
  readonly selfContained: boolean;
  /** The frameworks that its runtimeconfig.json asks for. */
  readonly references: readonly FrameworkReference[];
  readonly promised?: PromisedAssets;
  readonly image?: PeImage;
}

/** Every application of an artifact that was asked for, by its dll: the artifact may go to thousands of servers. */
const applications = onceForEach((_: PublishArtifact) => new Map<string, AdvisedApplication | undefined>());

/** The application whose dll lies at the root; `undefined` where none is known, or where it lies elsewhere. */
export function advisedApplication({ facts, workedOut: { applicationDll, entry } }: AdviceFacts): AdvisedApplication | undefined {
  const known = applications(facts.artifact);
  const named = applicationDll ?? (entry === undefined || entry.kind === 'dotnet' ? undefined : entry.dll);
  const key = named ?? '';
  if (!known.has(key)) {
    const dll = named ?? entryDllGuess(facts);
    known.set(key, dll === undefined ? undefined : describeApplication(facts.artifact, dll));
  }
  return known.get(key);
}

function describeApplication(artifact: PublishArtifact, dll: string): AdvisedApplication | undefined {
  const { files, contents, images } = artifact;
  if (parentPath(dll) !== '' || !files.has(pathKey(dll))) return undefined;
  const stem = withoutExtension(dll);
  const config = contents.get(pathKey(`${stem}.runtimeconfig.json`));
  const deps = contents.get(pathKey(`${stem}.deps.json`));
  const promised = deps === undefined ? undefined : readPromisedAssets(deps);
  const image = images.get(pathKey(dll));
  const references = frameworkReferences(config);
  return {
    artifact,
    dll,
    stem,
    selfContained: config === undefined ? files.has('hostpolicy.dll') : references.length === 0,
    references,
    ...(promised === undefined ? {} : { promised }),
    ...(image?.format === 'pe' ? { image } : {}),
  };
}

/** The architecture of the process that the application runs in, where the start got that far. */
export function processArchitecture({ facts, workedOut: { hostingModel, host, dotnetRoot } }: AdviceFacts): Architecture | undefined {
  if (host === undefined) return undefined;
  if (hostingModel !== 'inprocess') return dotnetRoot?.architecture;
  // Asked anew: a walk may have been performed on what nobody said.
  const worker = workerArchitecture(facts);
  return worker.known ? worker.architecture : undefined;
}

/** Major version of the runtime that will run, or that the application asks for. */
export function runtimeMajor({ facts, workedOut: { host } }: AdviceFacts, { dll, references }: AdvisedApplication): number | undefined {
  const running = host?.frameworks.find(({ name }) => name === 'Microsoft.NETCore.App')?.version;
  const asked = references[0]?.version;
  const major = Number.parseInt(running ?? bundledHostVersion(facts.artifact, dll) ?? asked ?? '', 10);
  return Number.isNaN(major) ? undefined : major;
}

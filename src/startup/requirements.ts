import { entryDllGuess } from '../ancm/entry-dll-guess.ts';
import { whyAssemblyRefused, whyNotLoadable } from '../ancm/image-architecture.ts';
import { type AskedFrameworks, askedFrameworks } from '../dotnet/asked-frameworks.ts';
import { rollForwardName } from '../dotnet/roll-forward.ts';
import { sectionsInForce } from '../iis/configuration-sections.ts';
import { sectionProvider } from '../iis/stock-sections.ts';
import type { Architecture } from '../model/architecture.ts';
import type { PeImage } from '../model/binary-image.ts';
import type { PublishArtifact } from '../model/publish-artifact.ts';
import type { Requirements, SectionRequirement } from '../model/requirements.ts';
import { pathKey, withoutExtension } from '../windows/paths.ts';
import type { Start } from './start.ts';

const all: readonly Architecture[] = ['x64', 'x86', 'arm64'];

/** The exe that is started as it is: out-of-process, or a single file, which nothing but itself can start. */
function startedExe({ facts, walk }: Start): PeImage | undefined {
  const { childProcess } = walk.workedOut;
  const { images } = facts.artifact;
  const started = childProcess?.kind === 'artifact-exe' ? images.get(pathKey(childProcess.exe)) : undefined;
  const exe = started ?? [...images.values()].find((image) => image.format === 'pe' && image.appHost?.bundle === true);
  return exe?.format === 'pe' ? exe : undefined;
}

/** The exe, the libraries of a self-contained folder, and the entry assembly decide which processes can load the application. */
function architecturesOf({ images }: PublishArtifact, dll: string | undefined, exe: PeImage | undefined): readonly Architecture[] {
  const entry = dll === undefined ? undefined : images.get(pathKey(dll));
  const native = ['hostfxr.dll', 'hostpolicy.dll', 'coreclr.dll'].flatMap((name) => images.get(name) ?? []);
  return all.filter(
    (architecture) =>
      (entry === undefined || whyAssemblyRefused(entry, architecture) === undefined) &&
      [...native, ...(exe === undefined ? [] : [exe])].every((image) => whyNotLoadable(image, architecture) === undefined),
  );
}

/** What the runtimeconfig.json asks for; what a host would refuse in it is told by `check`. */
function askedBy(artifact: PublishArtifact, dll: string | undefined, exe: PeImage | undefined): AskedFrameworks {
  const key = pathKey(`${withoutExtension(dll ?? '')}.runtimeconfig.json`);
  return askedFrameworks(exe?.appHost?.bundled?.runtimeConfig ?? artifact.contents.get(key));
}

function sectionsOf({ webConfig }: PublishArtifact): readonly SectionRequirement[] {
  if (webConfig.state !== 'read') return [];
  const paths = sectionsInForce(webConfig.root).map(({ path }) => path);
  return [...new Set(paths.filter((path) => path.startsWith('system.webServer/')))].sort().map((path) => {
    const provider = sectionProvider(path);
    return { path, ...(provider === undefined ? {} : { provider }) };
  });
}

/** What the start of an artifact on no particular server worked out, as requirements. */
export function requirementsOf(start: Start): Requirements {
  const { facts, walk } = start;
  const { artifact } = facts;
  const { hostingModel, module } = walk.workedOut;
  const dll = walk.workedOut.applicationDll ?? entryDllGuess(facts);
  const exe = startedExe(start);
  const { outcome, finding } = start.prediction;
  const failure = outcome === 'fails' && finding !== undefined ? start.findings[finding]?.finding : undefined;
  // What is only likely may be otherwise on another server.
  const ending = failure?.certainty === 'certain' ? failure.message : undefined;
  const { dependent, references } = askedBy(artifact, dll, exe);
  return {
    artifact: artifact.label ?? artifact.name,
    ...(hostingModel === undefined ? {} : { hostingModel }),
    ...(ending === undefined ? {} : { startsNowhere: ending }),
    architectures: architecturesOf(artifact, dll, exe),
    selfContained: !dependent && (artifact.images.has('hostfxr.dll') || exe?.exports?.includes('DotNetRuntimeInfo') === true),
    frameworks: references.map((reference) => ({
      name: reference.name,
      version: reference.versionText,
      rollForward: rollForwardName(reference),
    })),
    module: module?.module ?? 'AspNetCoreModuleV2',
    sections: sectionsOf(artifact),
  };
}

import { whyAssemblyRefused, whyNotLoadable } from '../ancm/image-architecture.ts';
import { entryDllGuess } from '../ancm/process-path-failures.ts';
import type { FrameworkReference } from '../dotnet/framework-reference.ts';
import { parseFxVersion } from '../dotnet/fx-version.ts';
import { hostfxrGeneration } from '../dotnet/hostfxr-generation.ts';
import { rollForwardName } from '../dotnet/roll-forward.ts';
import { readRuntimeConfig } from '../dotnet/runtime-config.ts';
import { sectionsInForce } from '../iis/configuration-sections.ts';
import { sectionProvider } from '../iis/stock-sections.ts';
import type { Architecture } from '../model/architecture.ts';
import type { PublishArtifact } from '../model/publish-artifact.ts';
import type { Requirements, SectionRequirement } from '../model/requirements.ts';
import { pathKey } from '../windows/paths.ts';
import type { Start } from './perform-start.ts';

const all: readonly Architecture[] = ['x64', 'x86', 'arm64'];

/** The libraries of a self-contained folder, and the entry assembly, decide which processes can load the application. */
function architecturesOf({ images }: PublishArtifact, dll: string | undefined): readonly Architecture[] {
  const entry = dll === undefined ? undefined : images.get(pathKey(dll));
  const native = ['hostfxr.dll', 'hostpolicy.dll', 'coreclr.dll'].flatMap((name) => images.get(name) ?? []);
  return all.filter(
    (architecture) =>
      (entry === undefined || whyAssemblyRefused(entry, architecture) === undefined) &&
      native.every((image) => whyNotLoadable(image, architecture) === undefined),
  );
}

/** Read as a current host reads it; what an older one would refuse is told by `check`. */
function referencesOf(
  artifact: PublishArtifact,
  dll: string | undefined,
): { readonly dependent: boolean; readonly references: readonly FrameworkReference[] } {
  const path = dll === undefined ? undefined : `${dll.replace(/\.[^.\\]*$/, '')}.runtimeconfig.json`;
  const file = path === undefined ? undefined : artifact.contents.get(pathKey(path));
  const current = parseFxVersion('9.0.0');
  if (path === undefined || file === undefined || current === undefined) return { dependent: false, references: [] };
  const reading = readRuntimeConfig({ path, file }, hostfxrGeneration(current), new Map());
  return reading.valid
    ? { dependent: reading.config.frameworkDependent, references: reading.config.references }
    : { dependent: false, references: [] };
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
export function requirementsOf({ facts, walk }: Start): Requirements {
  const { artifact } = facts;
  const { hostingModel, module } = walk.workedOut;
  const dll = walk.workedOut.applicationDll ?? entryDllGuess(facts);
  const { dependent, references } = referencesOf(artifact, dll);
  return {
    artifact: artifact.label ?? artifact.name,
    ...(hostingModel === undefined ? {} : { hostingModel }),
    architectures: architecturesOf(artifact, dll),
    selfContained: !dependent && artifact.images.has('hostfxr.dll'),
    frameworks: references.map((reference) => ({
      name: reference.name,
      version: reference.versionText,
      rollForward: rollForwardName(reference),
    })),
    module: module?.module ?? 'AspNetCoreModuleV2',
    sections: sectionsOf(artifact),
  };
}

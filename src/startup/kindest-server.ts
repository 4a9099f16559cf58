import { frameworkReferences } from '../ancm/framework-references.ts';
import { entryDllGuess } from '../ancm/process-path-failures.ts';
import type { Architecture } from '../model/architecture.ts';
import type { PublishArtifact } from '../model/publish-artifact.ts';
import type { StartFacts } from '../model/start-facts.ts';
import type { DotnetRoot, InstalledFramework } from '../model/target-server.ts';
import type { WorkedOut } from '../model/worked-out.ts';
import { pathKey } from '../windows/paths.ts';

/** The architecture the artifact was made for: that of its own host, of an x86-only or x64-only entry assembly, else x64. */
function ownArchitecture({ images }: PublishArtifact, dll: string | undefined): Architecture {
  const host = images.get('hostfxr.dll');
  const entry = dll === undefined ? undefined : images.get(pathKey(dll));
  const image = host?.format === 'pe' ? host : entry;
  if (image?.format !== 'pe') return 'x64';
  const anyCpu = image.clr?.ilOnly === true && image.machine === 'x86' && !image.clr.requires32Bit;
  return !anyCpu && (image.machine === 'x86' || image.machine === 'arm64') ? image.machine : 'x64';
}

/** A dotnet root that has every framework the artifact asks for, in the version it asks for. */
function ownFrameworks(artifact: PublishArtifact, dll: string | undefined, architecture: Architecture): DotnetRoot {
  const config = dll === undefined ? undefined : artifact.contents.get(pathKey(`${dll.replace(/\.[^.]*$/, '')}.runtimeconfig.json`));
  const references = frameworkReferences(config);
  const frameworks = new Map<string, readonly InstalledFramework[]>();
  const add = (name: string, version: string) => frameworks.set(name, [...(frameworks.get(name) ?? []), { version, complete: true }]);
  for (const { name, version } of references) add(name, version);
  // Microsoft.AspNetCore.App and Microsoft.WindowsDesktop.App of a version stand on Microsoft.NETCore.App of the same.
  for (const { name, version } of references) if (name !== 'Microsoft.NETCore.App') add('Microsoft.NETCore.App', version);
  const newest = references[0]?.version ?? '10.0.0';
  return { root: 'C:\\Program Files\\dotnet', architecture, hostfxr: [{ version: newest, complete: true }], frameworks };
}

/**
 * What a start is performed with while no server is described: the server that suits the artifact best. What fails there fails everywhere;
 * what passes there is not known. With a server nothing is supposed.
 */
export function kindestServer(facts: StartFacts): Partial<WorkedOut> {
  if (facts.server !== undefined) return {};
  const dll = entryDllGuess(facts);
  const workerArchitecture = ownArchitecture(facts.artifact, dll);
  const dotnetRoot = ownFrameworks(facts.artifact, dll, workerArchitecture);
  return {
    workerArchitecture,
    dotnetRoot,
    dotnetExe: `${dotnetRoot.root}\\dotnet.exe`,
    childProcess: { kind: 'dotnet', root: dotnetRoot },
  };
}

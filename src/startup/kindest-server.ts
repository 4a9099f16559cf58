import { entryDllGuess } from '../ancm/process-path-failures.ts';
import { suitingFrameworks } from '../dotnet/suiting-frameworks.ts';
import type { Architecture } from '../model/architecture.ts';
import type { PublishArtifact } from '../model/publish-artifact.ts';
import type { StartFacts } from '../model/start-facts.ts';
import type { DotnetRoot } from '../model/target-server.ts';
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

/** A dotnet root that has every framework the artifact asks for. */
function ownFrameworks(artifact: PublishArtifact, dll: string | undefined, architecture: Architecture): DotnetRoot {
  const config = dll === undefined ? undefined : artifact.contents.get(pathKey(`${dll.replace(/\.[^.]*$/, '')}.runtimeconfig.json`));
  const { hostfxr, frameworks } = suitingFrameworks([config]);
  return { root: 'C:\\Program Files\\dotnet', architecture, hostfxr: [{ version: hostfxr, complete: true }], frameworks };
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

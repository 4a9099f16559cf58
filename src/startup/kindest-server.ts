import { entryDllGuess } from '../ancm/entry-dll-guess.ts';
import { suitingFrameworks } from '../dotnet/suiting-frameworks.ts';
import { findAspNetCoreElement } from '../iis/aspnetcore-element.ts';
import { attributeValue } from '../iis/attribute-value.ts';
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

/** The dll that web.config starts, as far as a look at it tells; else the only application at the root. */
function startedDll(facts: StartFacts): string | undefined {
  const { webConfig, images } = facts.artifact;
  const section = findAspNetCoreElement(webConfig);
  const written = ['processPath', 'arguments']
    .map((name) => (section === undefined ? '' : (attributeValue(section, name) ?? '')))
    .join(' ');
  const named = [...written.matchAll(/([^\s"]{1,260})\.(?:dll|exe)\b/gi)].map((match) => pathKey(`${match[1]}.dll`));
  return named.find((key) => images.has(key)) ?? entryDllGuess(facts);
}

/** A dotnet root that has every framework the artifact asks for. Which of several applications starts is decided later, so it has those of all. */
function ownFrameworks({ contents }: PublishArtifact, architecture: Architecture): DotnetRoot {
  const configs = [...contents].flatMap(([key, bytes]) => (key.endsWith('.runtimeconfig.json') ? [bytes] : []));
  const { hostfxr, frameworks } = suitingFrameworks(configs);
  return { root: 'C:\\Program Files\\dotnet', architecture, hostfxr: [{ version: hostfxr, complete: true }], frameworks };
}

/**
 * What a start is performed with while no server is described: the server that suits the artifact best. What fails there fails everywhere;
 * what passes there is not known. With a server nothing is supposed.
 */
export function kindestServer(facts: StartFacts): Partial<WorkedOut> {
  if (facts.server !== undefined) return {};
  const workerArchitecture = ownArchitecture(facts.artifact, startedDll(facts));
  const dotnetRoot = ownFrameworks(facts.artifact, workerArchitecture);
  return {
    workerArchitecture,
    dotnetRoot,
    childProcess: { kind: 'dotnet', root: dotnetRoot },
  };
}

import type { Architecture } from '../model/architecture.ts';
import type { HostJson } from './host-json.ts';
import type { HostpolicyGeneration } from './hostpolicy-generation.ts';

/** The graph of Windows RIDs as the shared frameworks before 8.0 have it in their deps.json, below `win10-<arch>`. */
const windowsVersions = ['win10', 'win81', 'win8', 'win7'];

function windowsGraphRids(architecture: Architecture): readonly string[] {
  return [...windowsVersions.flatMap((version) => [`${version}-${architecture}`, version]), `win-${architecture}`, 'win', 'any', 'base'];
}

export interface RidFacts {
  readonly architecture: Architecture;
  readonly environment: ReadonlyMap<string, string>;
  readonly configProperties: ReadonlyMap<string, HostJson>;
  /** `runtimes` of the root framework's deps.json, where it is known. */
  readonly ridGraph: ReadonlyMap<string, readonly string[]> | undefined;
}

function fromGraph({ architecture, environment, ridGraph }: RidFacts): readonly string[] {
  const rid = environment.get('DOTNET_RUNTIME_ID') ?? `win10-${architecture}`;
  const fallbacks = ridGraph?.get(rid);
  if (fallbacks !== undefined) return [rid, ...fallbacks];
  // A RID that the graph does not know falls back to its base.
  const known = windowsGraphRids(architecture);
  const from = known.indexOf(rid);
  return from < 0 ? [rid, `win-${architecture}`, 'win', 'any', 'base'] : known.slice(from);
}

/**
 * The RIDs whose assets a framework-dependent application may use, best first. 8.0 replaced the graph by a fixed list, which knows no
 * `win10-x64` any more; `System.Runtime.Loader.UseRidGraph` brings the graph back.
 * Sources: dotnet/runtime:src/native/corehost/hostpolicy/deps_format.cpp; learn.microsoft.com/dotnet/core/compatibility/deployment/8.0/rid-asset-list.
 */
export function assetRids(facts: RidFacts, generation: HostpolicyGeneration): readonly string[] {
  const asked = facts.configProperties.get('System.Runtime.Loader.UseRidGraph');
  if (generation.usesRidGraph || asked === true || asked === 'true') return fromGraph(facts);
  return [`win-${facts.architecture}`, 'win', 'any'];
}

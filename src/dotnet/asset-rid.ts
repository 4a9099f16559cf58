import type { Architecture } from '../model/architecture.ts';
import type { HostJson } from './host-json.ts';
import type { HostpolicyGeneration } from './hostpolicy-generation.ts';
import type { RidGraph } from './rid-graph.ts';

/** The graph of Windows RIDs as the shared frameworks have it in their deps.json, below `win10-<arch>`. */
const windowsVersions = ['win10', 'win81', 'win8', 'win7'];

function windowsGraphRids(architecture: Architecture): readonly string[] {
  return [...windowsVersions.flatMap((version) => [`${version}-${architecture}`, version]), `win-${architecture}`, 'win', 'any', 'base'];
}

export interface RidFacts {
  readonly architecture: Architecture;
  readonly environment: ReadonlyMap<string, string>;
  readonly configProperties: ReadonlyMap<string, HostJson>;
  /** `runtimes` of the root framework's deps.json, where it is known. */
  readonly ridGraph: RidGraph | undefined;
}

function fromGraph({ architecture, environment, ridGraph }: RidFacts, generation: HostpolicyGeneration): readonly string[] {
  const machine = `win10-${architecture}`;
  const asked = environment.get('DOTNET_RUNTIME_ID') ?? machine;
  if (ridGraph === undefined) {
    const known = windowsGraphRids(architecture);
    return known.slice(Math.max(0, known.indexOf(asked)));
  }
  // A RID that the graph does not know is replaced by the base one.
  const rid = ridGraph.has(asked) ? asked : `${generation.usesRidGraph ? 'win10' : 'win'}-${architecture}`;
  return [rid, ...(ridGraph.get(rid) ?? [])];
}

/** Whether the graph of the root framework decides. 8.0 replaced it by a fixed list; `System.Runtime.Loader.UseRidGraph` brings it back. */
export function decidesByRidGraph(configProperties: RidFacts['configProperties'], { usesRidGraph }: HostpolicyGeneration): boolean {
  const asked = configProperties.get('System.Runtime.Loader.UseRidGraph');
  return usesRidGraph || asked === true || (typeof asked === 'string' && asked.toLowerCase() === 'true');
}

/**
 * The RIDs whose assets a framework-dependent application may use, best first. The fixed list knows no `win10-x64` any more;
 * `DOTNET_RUNTIME_ID` comes first in both.
 * Sources: dotnet/runtime:src/native/corehost/hostpolicy/deps_format.cpp; learn.microsoft.com/dotnet/core/compatibility/deployment/8.0/rid-asset-list.
 */
export function assetRids(facts: RidFacts, generation: HostpolicyGeneration): readonly string[] {
  if (decidesByRidGraph(facts.configProperties, generation)) return fromGraph(facts, generation);
  const own = facts.environment.get('DOTNET_RUNTIME_ID');
  return [...(own === undefined ? [] : [own]), `win-${facts.architecture}`, 'win', 'any'];
}

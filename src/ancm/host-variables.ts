import type { EnvironmentBlock } from '../model/environment.ts';

export interface HostVariables {
  readonly known: ReadonlyMap<string, string>;
  /** Names left out of `known` because their values cannot be told. */
  readonly unknown: readonly string[];
  /** There are none of those. */
  readonly complete: boolean;
  readonly missingFacts: readonly string[];
}

/** Variables that a block knows, for the names the .NET host reads, and the facts that would tell about the others. */
export function hostVariables(names: readonly string[], block: EnvironmentBlock): HostVariables {
  const known = new Map<string, string>();
  const missing = new Set<string>();
  const unknown: string[] = [];
  for (const name of names) {
    const lookup = block(name);
    if (!lookup.known) {
      unknown.push(name);
      for (const fact of lookup.missingFacts) missing.add(fact);
    } else if (lookup.value !== undefined) known.set(name.toUpperCase(), lookup.value);
  }
  return { known, unknown, complete: unknown.length === 0, missingFacts: [...missing] };
}

import type { EnvironmentBlock } from '../model/environment.ts';

export interface HostVariables {
  readonly known: ReadonlyMap<string, string>;
  /** Nothing is left out of `known` because its value cannot be told. */
  readonly complete: boolean;
  readonly missingFacts: readonly string[];
}

/** Variables that a block knows, for the names the .NET host reads, and the facts that would tell about the others. */
export function hostVariables(names: readonly string[], block: EnvironmentBlock): HostVariables {
  const known = new Map<string, string>();
  const missing = new Set<string>();
  let complete = true;
  for (const name of names) {
    const lookup = block(name);
    if (!lookup.known) {
      complete = false;
      for (const fact of lookup.missingFacts) missing.add(fact);
    } else if (lookup.value !== undefined) known.set(name.toUpperCase(), lookup.value);
  }
  return { known, complete, missingFacts: [...missing] };
}

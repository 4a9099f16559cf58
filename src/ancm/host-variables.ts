import type { EnvironmentBlock } from '../model/environment.ts';

/** Variables that a block knows, for the names the .NET host reads, and the facts that would tell about the others. */
export function hostVariables(
  names: readonly string[],
  block: EnvironmentBlock,
): { readonly known: ReadonlyMap<string, string>; readonly missingFacts: readonly string[] } {
  const known = new Map<string, string>();
  const missing = new Set<string>();
  for (const name of names) {
    const lookup = block(name);
    if (!lookup.known) for (const fact of lookup.missingFacts) missing.add(fact);
    else if (lookup.value !== undefined) known.set(name.toUpperCase(), lookup.value);
  }
  return { known, missingFacts: [...missing] };
}

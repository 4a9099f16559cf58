import type { AspNetCoreModule, ConfigurationSections, InternetInformationServices } from '../model/target-server.ts';
import type { ServerFacts } from './manifest-facts.ts';

/** Facts from two sources: what `upper` says wins, key by key; what it leaves out comes from `lower`. */
export function layeredFacts(upper: ServerFacts, lower: ServerFacts): ServerFacts {
  return {
    ...lower,
    ...upper,
    ...both(upper, lower, 'os', (own, below) => ({ ...below, ...own })),
    ...both(upper, lower, 'environment', (own, below) => new Map([...below, ...own])),
    ...both(upper, lower, 'aspNetCoreModule', layeredModule),
    ...both(upper, lower, 'iis', layeredIis),
  };
}

/** One key that both may have, combined; nothing when one of them lacks it. */
function both<Facts extends object, Key extends keyof Facts>(
  upper: Facts,
  lower: Facts,
  key: Key,
  combine: (upper: NonNullable<Facts[Key]>, lower: NonNullable<Facts[Key]>) => NonNullable<Facts[Key]>,
): Partial<Facts> {
  const own = upper[key];
  const below = lower[key];
  if (own == null || below == null) return {};
  const combined: Partial<Facts> = {};
  combined[key] = combine(own, below);
  return combined;
}

function layeredModule(upper: AspNetCoreModule, lower: AspNetCoreModule): AspNetCoreModule {
  return upper.installed && lower.installed ? { ...lower, ...upper } : upper;
}

function layeredIis(upper: InternetInformationServices, lower: InternetInformationServices): InternetInformationServices {
  return {
    ...lower,
    ...upper,
    ...both(upper, lower, 'sections', layeredSections),
    ...both(upper, lower, 'appPools', (own, below) => layeredList(own, below, ({ name }) => name)),
    ...both(upper, lower, 'sites', (own, below) =>
      layeredList(
        own,
        below,
        ({ name }) => name,
        (ownSite, belowSite) => ({
          ...belowSite,
          ...ownSite,
          ...both(ownSite, belowSite, 'applications', (ownApplications, belowApplications) =>
            layeredList(ownApplications, belowApplications, ({ path }) => path),
          ),
        }),
      ),
    ),
  };
}

/** A list of every section there is leaves nothing to the lower source: what it does not name is not declared. */
function layeredSections(upper: ConfigurationSections, lower: ConfigurationSections): ConfigurationSections {
  if (upper.complete) return upper;
  const byPath = new Map(lower.byPath);
  for (const [path, section] of upper.byPath) byPath.set(path, { ...byPath.get(path), ...section });
  return { byPath, complete: lower.complete };
}

/**
 * The upper list first, so that an index in a fact path still means the entry of the manifest; then what only the lower one has.
 * An empty upper list says that there are none.
 */
function layeredList<Entry extends object>(
  upper: readonly Entry[],
  lower: readonly Entry[],
  name: (entry: Entry) => string,
  combine: (upper: Entry, lower: Entry) => Entry = (own, below) => ({ ...below, ...own }),
): readonly Entry[] {
  if (upper.length === 0) return upper;
  const below = new Map(lower.map((entry) => [name(entry).toLowerCase(), entry]));
  const own = upper.map((entry) => {
    const counterpart = below.get(name(entry).toLowerCase());
    return counterpart === undefined ? entry : combine(entry, counterpart);
  });
  const named = new Set(upper.map((entry) => name(entry).toLowerCase()));
  return [...own, ...lower.filter((entry) => !named.has(name(entry).toLowerCase()))];
}

import type { StartFacts } from '../model/start-facts.ts';
import type { AppPool } from '../model/target-server.ts';

/** The same start on a server whose silent fact has one of the values it can have. */
export interface Possibility {
  readonly facts: StartFacts;
  /** The facts that were filled in, by their path in the manifest. */
  readonly assumed: readonly string[];
}

/** The fact of which both values are tried. */
export const poolBitnessFact = 'iis.appPools[].enable32BitAppOnWin64';

/** One module of each generation that decides differently, the newest last; of 8.0 also those that judge a dotnet.exe in other ways. */
const moduleVersions = [
  '12.2.19109.5',
  '13.0.20023.3',
  '13.1.22321.32',
  '15.0.22105.17',
  '16.0.24290.36',
  '17.0.24141.20',
  '18.0.24201.8',
  '18.0.25220.19',
  '18.0.26176.29',
  '19.0.26174.18',
  '20.0.26177.10',
];

function withPool(facts: StartFacts, change: Partial<AppPool>): StartFacts {
  const { pool } = facts.target;
  return pool === undefined ? facts : { ...facts, target: { ...facts.target, pool: { ...pool, ...change } } };
}

function poolBitness({ facts, assumed }: Possibility): readonly Possibility[] {
  const { server, target } = facts;
  if (server?.os?.architecture === undefined || server.os.architecture === 'x86' || target.pool === undefined) return [{ facts, assumed }];
  if (target.pool.enable32BitAppOnWin64 !== undefined) return [{ facts, assumed }];
  return [true, false].map((enable32BitAppOnWin64) => ({
    facts: withPool(facts, { enable32BitAppOnWin64 }),
    assumed: [...assumed, poolBitnessFact],
  }));
}

function moduleVersion({ facts, assumed }: Possibility): readonly Possibility[] {
  const { server } = facts;
  const module = server?.aspNetCoreModule;
  if (server === undefined || module?.installed === false || module?.version !== undefined) return [{ facts, assumed }];
  return moduleVersions.map((version) => ({
    facts: { ...facts, server: { ...server, aspNetCoreModule: { ...module, installed: true, version } } },
    assumed: [...assumed, 'aspNetCoreModule.version'],
  }));
}

/**
 * The servers a described server can be: a fact with few possible values, about which the manifest is silent, is filled in with each of them.
 * What all of them agree on is known after all. Without a server the start is performed on what a current one would do, once.
 */
export function possibleServers(facts: StartFacts): readonly Possibility[] {
  return [{ facts, assumed: [] }].flatMap(poolBitness).flatMap(moduleVersion);
}

import { onceForEach } from '../model/once-for-each.ts';
import type { PoolMate } from '../model/start-facts.ts';
import type { Application, AppPool, Site, TargetServer } from '../model/target-server.ts';
import { applicationName } from './application-name.ts';

interface PlacedApplication {
  readonly application: Application;
  /** What it is to the others of its pool. */
  readonly mate: PoolMate;
}

/** The other applications of the pool; `undefined` while an application of the server could be one of them without being described. */
export function poolMatesOf(server: TargetServer, appPool: string, current: Application | undefined): readonly PoolMate[] | undefined {
  const sites = server.iis?.sites;
  // The short form of a manifest describes a server as installed, where nothing runs yet.
  if (sites === undefined) return server.hostingBundle === undefined ? undefined : [];
  const index = applicationsByPool(sites, server.iis?.appPools);
  if (!index.complete) return undefined;
  return (index.byPool.get(appPool.toLowerCase()) ?? []).filter(({ application }) => application !== current).map(({ mate }) => mate);
}

function poolMate(site: Site, application: Application): PoolMate {
  const { hostingModel, preloadEnabled } = application;
  return {
    name: applicationName(site.name, application.path),
    ...(hostingModel === undefined ? {} : { hostingModel }),
    ...(preloadEnabled === undefined ? {} : { preloadEnabled }),
    from: 'manifest',
  };
}

interface ApplicationIndex {
  readonly byPool: ReadonlyMap<string, readonly PlacedApplication[]>;
  readonly complete: boolean;
}

/** Built once for each list of sites: one run may check hundreds of artifacts against it. `onlyPool`: the pool of those that name none. */
const indexes = onceForEach((_: readonly Site[]) => new Map<string | undefined, ApplicationIndex>());

function applicationsByPool(sites: readonly Site[], pools: readonly AppPool[] | undefined): ApplicationIndex {
  const onlyPool = pools?.length === 1 ? pools[0]?.name : undefined;
  const index = indexes(sites).get(onlyPool) ?? indexSites(sites, onlyPool);
  indexes(sites).set(onlyPool, index);
  return index;
}

function indexSites(sites: readonly Site[], onlyPool: string | undefined): ApplicationIndex {
  const byPool = new Map<string, PlacedApplication[]>();
  let complete = true;
  for (const site of sites) {
    if (site.applications === undefined) complete = false;
    for (const application of site.applications ?? []) {
      const pool = (application.appPool ?? onlyPool)?.toLowerCase();
      const list = pool === undefined ? undefined : byPool.get(pool);
      const placed = { application, mate: poolMate(site, application) };
      if (list !== undefined) list.push(placed);
      else if (pool !== undefined) byPool.set(pool, [placed]);
      else if (application.hostingModel !== 'none') complete = false;
    }
  }
  return { byPool, complete };
}

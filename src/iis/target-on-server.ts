import type { DeploymentTarget } from '../model/start-facts.ts';
import type { Application, AppPool, Site, TargetServer } from '../model/target-server.ts';
import { applicationPath } from './application-name.ts';
import { poolMatesOf } from './pool-mates.ts';
import { siteApplications } from './site-applications.ts';
import { siteBindings } from './site-bindings.ts';

/** A place on a server, as far as it was found. */
export interface Place {
  readonly siteName: string | undefined;
  readonly site: Site | undefined;
  readonly path: string | undefined;
  /** The application that is there today. */
  readonly current: Application | undefined;
  readonly appPool: string | undefined;
}

/** What a start needs to know about its place and about what surrounds it: its pool, and the applications above, below and beside it. */
export function targetOn(server: TargetServer, { siteName, site, path, current, appPool }: Place): DeploymentTarget {
  const application = path === undefined ? undefined : applicationPath(path);
  const poolMates = appPool === undefined ? undefined : poolMatesOf(server, appPool, current);
  return {
    ...(siteName === undefined ? {} : { site: siteName }),
    ...(site?.bindings === undefined ? {} : { bindings: siteBindings(site.bindings) }),
    ...(application === undefined ? {} : { application, ...around(site, application) }),
    ...(appPool === undefined ? {} : { appPool }),
    ...poolOn(server, appPool),
    ...(current === undefined ? {} : { current }),
    ...(current?.preloadEnabled === true ? { preloadedTogether: preloadedOn(server) } : {}),
    ...(poolMates === undefined ? {} : { poolMates }),
  };
}

function poolOn(
  server: TargetServer,
  name: string | undefined,
): Pick<DeploymentTarget, 'pool' | 'poolPlace' | 'stoppedAsOf' | 'poolsListed'> {
  const pools = server.iis?.appPools;
  if (pools === undefined) return {};
  const index = name === undefined ? -1 : pools.findIndex((pool) => same(pool.name, name));
  const pool = pools[index];
  if (pool === undefined) return { poolsListed: true };
  return { poolsListed: true, pool, poolPlace: `iis.appPools[${index}]`, ...stoppedAsOf(pool, server.collectedAt) };
}

/** The date of the manifest matters for a state that passes. */
function stoppedAsOf({ state }: AppPool, collectedAt: string | undefined): Pick<DeploymentTarget, 'stoppedAsOf'> {
  return state?.toLowerCase() === 'stopped' && collectedAt !== undefined ? { stoppedAsOf: collectedAt } : {};
}

/** The applications above (nearest first) and below. Nothing is above a root application, whether or not the site is described. */
function around(site: Site | undefined, path: string): Pick<DeploymentTarget, 'parents' | 'children'> {
  if (site?.applications === undefined) return path === '/' ? { parents: [] } : {};
  const { above, below } = siteApplications(site.applications);
  return { parents: above(path), children: below(path) };
}

function preloadedOn(server: TargetServer): number {
  const applications = (server.iis?.sites ?? []).flatMap((site) => site.applications ?? []);
  return applications.filter(({ preloadEnabled }) => preloadEnabled === true).length;
}

function same(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase();
}

import { onceForEach } from '../model/once-for-each.ts';
import type { Application } from '../model/target-server.ts';

/** The applications of one site. IIS compares their paths without regard to case. */
export interface SiteApplications {
  readonly at: (path: string) => Application | undefined;
  /** The applications above a path, nearest first. */
  readonly above: (path: string) => readonly Application[];
  /** Paths of the applications below a path, in the order of the list. */
  readonly below: (path: string) => readonly string[];
}

/** Windows opens no longer path; a hostile one could have millions of segments. */
const longestPath = 32_767;
const mostSegments = 256;

/** `/` and `/api` for `/api/v1`: every path that this one lies below, nearest last. */
function pathsAbove(path: string): string[] {
  if (path === '/') return [];
  const above = ['/'];
  if (path.length > longestPath) return above;
  for (let end = path.indexOf('/', 1); end > 0 && above.length < mostSegments; end = path.indexOf('/', end + 1)) {
    above.push(path.slice(0, end));
  }
  return above;
}

/** Made once for each list: one run may place hundreds of artifacts in a site. */
export const siteApplications = onceForEach((applications: readonly Application[]): SiteApplications => {
  const byPath = new Map<string, Application>();
  const belowPath = new Map<string, string[]>();
  for (const application of applications) {
    const key = application.path.toLowerCase();
    if (!byPath.has(key)) byPath.set(key, application);
    for (const above of pathsAbove(key)) {
      const below = belowPath.get(above);
      if (below === undefined) belowPath.set(above, [application.path]);
      else below.push(application.path);
    }
  }
  return {
    at: (path) => byPath.get(path.toLowerCase()),
    above: (path) =>
      pathsAbove(path.toLowerCase())
        .toReversed()
        .flatMap((above) => byPath.get(above) ?? []),
    below: (path) => belowPath.get(path.toLowerCase()) ?? [],
  };
});

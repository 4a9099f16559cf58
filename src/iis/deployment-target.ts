import type { InputProblem } from '../model/input-error.ts';
import type { DeploymentTarget } from '../model/start-facts.ts';
import type { Application, Site, TargetServer } from '../model/target-server.ts';
import { applicationPath } from './application-name.ts';
import { siteApplications } from './site-applications.ts';
import { targetOn } from './target-on-server.ts';

/** What the command line or the configuration says about where the artifact goes. */
export interface TargetChoice {
  readonly site?: string;
  readonly application?: string;
  readonly appPool?: string;
}

const noApplications: readonly Application[] = [];

export type ResolvedTarget = { readonly target: DeploymentTarget } | { readonly problems: readonly InputProblem[] };

/**
 * Finds the site, application and pool an artifact goes to: the ones named, else the only ones there are. IIS compares these names without
 * regard to case. A name the server does not list is a problem, except an application path for which a pool is named: that one is new.
 */
export function resolveTarget(server: TargetServer | undefined, choice: TargetChoice): ResolvedTarget {
  if (server === undefined) return { target: withoutServer(choice) };
  const problems: InputProblem[] = [];
  const site = chosenSite(server, choice, problems);
  const path = site === undefined ? choice.application : chosenPath(server, site, choice, problems);
  const current = path === undefined ? undefined : siteApplications(site?.applications ?? noApplications).at(applicationPath(path));
  const appPool = chosenPool(server, choice, current, problems);
  if (problems.length > 0) return { problems };
  return { target: targetOn(server, { siteName: site?.name ?? choice.site, site, path, current, appPool }) };
}

function withoutServer({ site, application, appPool }: TargetChoice): DeploymentTarget {
  return {
    ...(site === undefined ? {} : { site }),
    ...(application === undefined ? {} : { application: applicationPath(application) }),
    ...(appPool === undefined ? {} : { appPool }),
  };
}

function same(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase();
}

function chosenSite(server: TargetServer, choice: TargetChoice, problems: InputProblem[]): Site | undefined {
  const sites = server.iis?.sites;
  if (sites === undefined) return undefined;
  if (choice.site !== undefined) {
    const wanted = choice.site;
    const site = sites.find(({ name }) => same(name, wanted));
    if (site === undefined)
      problems.push(
        unknownName(
          server,
          'iis.sites',
          'a site',
          wanted,
          sites.map(({ name }) => name),
        ),
      );
    return site;
  }
  if (sites.length <= 1) return sites[0];
  const candidates = sites.filter((site) => site.applications?.some((application) => matches(application, choice)) === true);
  if (candidates.length === 1) return candidates[0];
  // A pool in which nothing runs yet says enough; of several applications in it, one would be taken for its own neighbour.
  if (choice.appPool === undefined || choice.application !== undefined || candidates.length > 1)
    problems.push(
      ambiguous(
        server,
        'iis.sites',
        'site',
        sites.map(({ name }) => name),
      ),
    );
  return undefined;
}

/** What says that the application is not there yet. */
const newApplication = '--pool (the input app-pool) for a new one';

/** Whether the application is the one that the choice describes without a site. */
function matches({ path, appPool }: Application, choice: TargetChoice): boolean {
  if (choice.application !== undefined) return same(path, applicationPath(choice.application));
  return choice.appPool !== undefined && appPool !== undefined && same(appPool, choice.appPool);
}

function chosenPath(server: TargetServer, site: Site, choice: TargetChoice, problems: InputProblem[]): string | undefined {
  const listed = site.applications;
  if (choice.application !== undefined) {
    const wanted = applicationPath(choice.application);
    const found = siteApplications(listed ?? noApplications).at(wanted)?.path;
    if (listed !== undefined && found === undefined && choice.appPool === undefined) {
      const paths = listed.map(({ path }) => path);
      const owner = listed.find(({ virtualDirectories }) => virtualDirectories?.some((directory) => same(directory, wanted)) === true);
      const what = owner === undefined ? 'an application' : `an application, not a virtual directory of "${owner.path}",`;
      const problem = unknownName(server, `iis.sites "${site.name}"`, what, wanted, paths);
      problems.push(owner === undefined ? { ...problem, expected: `${problem.expected}, or ${newApplication}` } : problem);
    }
    return found ?? wanted;
  }
  if (listed === undefined) return undefined;
  const paths = listed.map(({ path }) => path);
  if (listed.length <= 1) return paths[0];
  if (choice.site !== undefined && paths.includes('/')) return '/';
  const inPool = listed.filter((application) => matches(application, choice));
  if (inPool.length === 1) return inPool[0]?.path;
  if (choice.appPool === undefined || inPool.length > 1) problems.push(ambiguous(server, `iis.sites "${site.name}"`, 'app', paths));
  return undefined;
}

function chosenPool(
  server: TargetServer,
  { appPool }: TargetChoice,
  current: Application | undefined,
  problems: InputProblem[],
): string | undefined {
  const pools = server.iis?.appPools;
  if (appPool !== undefined) {
    const pool = pools?.find(({ name }) => same(name, appPool));
    if (pools !== undefined && pool === undefined)
      problems.push(
        unknownName(
          server,
          'iis.appPools',
          'an application pool',
          appPool,
          pools.map(({ name }) => name),
        ),
      );
    return pool?.name ?? appPool;
  }
  return current?.appPool ?? (pools?.length === 1 ? pools[0]?.name : undefined);
}

function unknownName(server: TargetServer, place: string, what: string, wanted: string, names: readonly string[]): InputProblem {
  const suggestion = names.find((name) => meansTheSame(name, wanted));
  return {
    file: server.manifest.file,
    place,
    expected: `${what} called "${wanted}"`,
    found:
      names.length === 0
        ? 'none'
        : names
            .slice(0, 20)
            .map((name) => `"${name}"`)
            .join(', '),
    ...(suggestion === undefined ? {} : { suggestion: `"${suggestion}"` }),
  };
}

/** Blanks and hyphens are what people leave out of names; a beginning is what they remember. */
function meansTheSame(name: string, wanted: string): boolean {
  const [left, right] = [name, wanted].map((text) => text.toLowerCase().replace(/[\s/_-]+/g, ''));
  return left !== undefined && right !== undefined && left !== '' && right !== '' && (left.startsWith(right) || right.startsWith(left));
}

/** The flag of the command line, and the input of the CI hosts. */
const sayWhich = { site: '--site (the input site)', app: '--app (the input application)' } as const;

function ambiguous(server: TargetServer, place: string, option: 'site' | 'app', names: readonly string[]): InputProblem {
  return {
    file: server.manifest.file,
    place,
    expected: `${sayWhich[option]} to say which one is meant`,
    found: names
      .slice(0, 20)
      .map((name) => `"${name}"`)
      .join(', '),
  };
}

import { resolveTarget } from '../iis/deployment-target.ts';
import type { ApplicationMapping } from '../model/configuration.ts';
import { InputError, type InputProblem } from '../model/input-error.ts';
import type { PublishArtifact } from '../model/publish-artifact.ts';
import type { Deployment, PoolMate } from '../model/start-facts.ts';
import type { TargetServer } from '../model/target-server.ts';
import { walk } from './walk.ts';

/** Where the user wants an artifact to go; names as in the manifest. */
export interface TargetChoice {
  readonly site?: string;
  readonly application?: string;
  readonly appPool?: string;
}

const pathText = (path: string): string =>
  path
    .replaceAll('\\', '/')
    .replace(/^(?:\.\/)+/, '')
    .replace(/\/+$/, '');

/** The mappings of the configuration file for this artifact and server; the command line's choice when there is none. */
function choicesFor(
  artifact: PublishArtifact,
  server: TargetServer | undefined,
  mappings: readonly ApplicationMapping[],
  choice: TargetChoice,
): readonly TargetChoice[] {
  const own = mappings.filter((mapping) => pathText(mapping.artifact) === pathText(artifact.label ?? artifact.name));
  if (own.length === 0) return [choice];
  return own.filter((mapping) => mapping.server === undefined || mapping.server === server?.name);
}

/** One application on one server, apart from others by site and path; `undefined` when only its pool is known. */
function applicationKey({ target }: Deployment): string | undefined {
  if (target.site === undefined || target.application === undefined) return undefined;
  return `${target.site}${target.application}`.toLowerCase();
}

function isOtherApplication(own: Deployment, other: Deployment): boolean {
  if (own.artifact === other.artifact) return false;
  const key = applicationKey(own);
  // Several artifacts for one application are alternatives of each other, not neighbours.
  return key === undefined || key !== applicationKey(other);
}

/** Another artifact of the run as a pool-mate: its model, and whether it ends before the module notes that model. */
function asPoolMate({ artifact, server, target }: Deployment): PoolMate {
  const { steps, workedOut } = walk({ artifact, ...(server === undefined ? {} : { server }), target: { ...target, poolMates: [] } });
  const claim = steps.findIndex(({ stage }) => stage === 'hosting-model');
  const failsBeforeClaim = steps.slice(0, claim).some(({ outcome }) => outcome.outcome === 'failed');
  const own = artifact.label ?? artifact.name;
  const name = target.site === undefined ? own : `${target.site}${target.application ?? ''} (${own})`;
  return {
    name,
    from: 'artifact',
    failsBeforeClaim,
    ...(workedOut.hostingModel === undefined ? {} : { hostingModel: workedOut.hostingModel }),
  };
}

function groupByPool(deployments: readonly Deployment[]): ReadonlyMap<string, readonly Deployment[]> {
  const groups = new Map<string, Deployment[]>();
  for (const deployment of deployments) {
    const pool = deployment.target.appPool?.toLowerCase();
    if (pool !== undefined) groups.set(pool, [...(groups.get(pool) ?? []), deployment]);
  }
  return groups;
}

/** The deployments of one run to one server, each with the applications that share its pool: the manifest's and the run's own. */
function withPoolMates(deployments: readonly Deployment[]): readonly Deployment[] {
  const byPool = groupByPool(deployments);
  const mates = new Map<Deployment, PoolMate>();
  const mateOf = (deployment: Deployment): PoolMate => {
    const known = mates.get(deployment) ?? asPoolMate(deployment);
    mates.set(deployment, known);
    return known;
  };
  const replaced = new Set(deployments.map(applicationKey));
  return deployments.map((deployment) => {
    const { artifact, server, target } = deployment;
    const pool = target.appPool === undefined ? [] : (byPool.get(target.appPool.toLowerCase()) ?? []);
    const own = pool.filter((other) => isOtherApplication(deployment, other)).map(mateOf);
    // What the manifest says about an application that this run replaces is how it was, not how it will be.
    const staying = target.poolMates?.filter(({ name }) => !replaced.has(name.toLowerCase()));
    const poolMates = staying === undefined && own.length === 0 ? undefined : [...own, ...(staying ?? [])];
    return {
      artifact,
      ...(server === undefined ? {} : { server }),
      target: { ...target, ...(poolMates === undefined ? {} : { poolMates }) },
    };
  });
}

/**
 * Every start of a run: each artifact on each server, at the place the user chose or the only one there is.
 * Throws `InputError` when a chosen site, application or pool is not on the server.
 */
export function startsOf(
  artifacts: readonly PublishArtifact[],
  servers: readonly (TargetServer | undefined)[],
  mappings: readonly ApplicationMapping[],
  choice: TargetChoice,
): readonly Deployment[] {
  const problems: InputProblem[] = [];
  const starts = servers.flatMap((server) => {
    const deployments = artifacts.flatMap((artifact) =>
      choicesFor(artifact, server, mappings, choice).flatMap((wanted): Deployment[] => {
        const resolved = resolveTarget(server, wanted);
        if ('target' in resolved) return [{ artifact, ...(server === undefined ? {} : { server }), target: resolved.target }];
        problems.push(...resolved.problems);
        return [];
      }),
    );
    return withPoolMates(deployments);
  });
  if (problems.length > 0) throw new InputError(problems);
  return starts;
}

import { resolveTarget, type TargetChoice } from '../iis/deployment-target.ts';
import { artifactKey } from '../model/artifact-key.ts';
import type { ApplicationMapping } from '../model/configuration.ts';
import { InputError, type InputProblem } from '../model/input-error.ts';
import { onceForEach } from '../model/once-for-each.ts';
import type { PublishArtifact } from '../model/publish-artifact.ts';
import type { Deployment, PoolMate } from '../model/start-facts.ts';
import type { TargetServer } from '../model/target-server.ts';
import { walk } from './walk.ts';

/** The mappings of the configuration file for this artifact. */
const mappingsOf = ({ label, name }: PublishArtifact, mappings: readonly ApplicationMapping[]): readonly ApplicationMapping[] =>
  mappings.filter((mapping) => artifactKey(mapping.artifact) === artifactKey(label ?? name));

/** The mappings for this artifact and server; the command line's choice when there is none for the artifact, or no server at all. */
function choicesFor(
  artifact: PublishArtifact,
  server: TargetServer | undefined,
  mappings: readonly ApplicationMapping[],
  choice: TargetChoice,
): readonly TargetChoice[] {
  const own = mappingsOf(artifact, mappings);
  const here = own.filter((mapping) => mapping.server === undefined || mapping.server === server?.name);
  return own.length === 0 || (here.length === 0 && server === undefined) ? [choice] : here;
}

/** An artifact that goes to no server of the run would be passed over without a word. */
function unplaced(
  artifacts: readonly PublishArtifact[],
  servers: readonly (TargetServer | undefined)[],
  mappings: readonly ApplicationMapping[],
): InputProblem[] {
  const names = servers.flatMap((server) => (server === undefined ? [] : [server.name]));
  if (names.length === 0) return [];
  return artifacts.flatMap((artifact) => {
    const own = mappingsOf(artifact, mappings);
    if (own.length === 0 || own.some(({ server }) => server === undefined || names.includes(server))) return [];
    return own.map(({ server = '', at }) => ({
      file: at.file,
      ...(at.line === undefined ? {} : { place: `${at.line}:${at.column}` }),
      expected: `a server of this run for ${artifact.label ?? artifact.name}: ${names.slice(0, 20).join(', ')}`,
      found: `"${server}"`,
    }));
  });
}

/** One application on one server, apart from others by site and path; `undefined` when only its pool is known. */
function applicationKey({ target }: Deployment): string | undefined {
  if (target.site === undefined || target.application === undefined) return undefined;
  return `${target.site}${target.application}`.toLowerCase();
}

/**
 * Another artifact of the run as a pool-mate: its model, and whether it ends before the module notes that model. An application of version 1
 * of the module is none of its own.
 */
function asPoolMate({ artifact, server, target }: Deployment): PoolMate {
  const { steps, workedOut } = walk({ artifact, ...(server === undefined ? {} : { server }), target: { ...target, poolMates: [] } });
  const claim = steps.findIndex(({ stage }) => stage === 'hosting-model');
  const failsBeforeClaim = steps.slice(0, claim).some(({ outcome }) => outcome.outcome === 'failed');
  const own = artifact.label ?? artifact.name;
  const name = target.site === undefined ? own : `${target.site}${target.application ?? ''} (${own})`;
  const hostingModel = workedOut.module?.module === 'AspNetCoreModule' ? 'none' : workedOut.hostingModel;
  const preloadEnabled = target.current?.preloadEnabled;
  return {
    name,
    from: 'artifact',
    failsBeforeClaim,
    ...(hostingModel === undefined ? {} : { hostingModel }),
    ...(preloadEnabled === undefined ? {} : { preloadEnabled }),
  };
}

/** A deployment among those of its pool. */
interface PoolMember {
  readonly deployment: Deployment;
  readonly key: string | undefined;
  /** What it is to the others. */
  readonly mate: PoolMate;
}

/** The deployments of each pool that has several of them. */
function membersByPool(deployments: readonly Deployment[]): ReadonlyMap<string, readonly PoolMember[]> {
  const groups = new Map<string, Deployment[]>();
  for (const deployment of deployments) {
    const pool = deployment.target.appPool?.toLowerCase();
    const group = pool === undefined ? undefined : groups.get(pool);
    if (group !== undefined) group.push(deployment);
    else if (pool !== undefined) groups.set(pool, [deployment]);
  }
  const shared = [...groups].filter(([, group]) => group.length > 1);
  return new Map(
    shared.map(([pool, group]) => [
      pool,
      group.map((deployment) => ({ deployment, key: applicationKey(deployment), mate: asPoolMate(deployment) })),
    ]),
  );
}

/** Several artifacts for one application are alternatives of each other, not neighbours; one artifact may be two applications. */
function isOtherApplication(own: PoolMember, other: PoolMember): boolean {
  if (own.key === undefined || other.key === undefined) return own.deployment.artifact !== other.deployment.artifact;
  return own.key !== other.key;
}

/** The deployments of one run to one server, each with the applications that share its pool: the manifest's and the run's own. */
function withPoolMates(deployments: readonly Deployment[]): readonly Deployment[] {
  const pools = membersByPool(deployments);
  const replaced = new Set(deployments.map(applicationKey));
  // What the manifest says about an application that this run replaces is how it was, not how it will be.
  const stays = onceForEach(({ name }: PoolMate) => !replaced.has(name.toLowerCase()));
  return deployments.map((deployment) => {
    const { artifact, server, target } = deployment;
    const members = target.appPool === undefined ? [] : (pools.get(target.appPool.toLowerCase()) ?? []);
    const own = members.find((member) => member.deployment === deployment);
    const others = own === undefined ? [] : members.filter((member) => isOtherApplication(own, member)).map(({ mate }) => mate);
    const staying = target.poolMates?.filter(stays);
    const poolMates = staying === undefined && others.length === 0 ? undefined : [...others, ...(staying ?? [])];
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
  const problems = unplaced(artifacts, servers, mappings);
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

/** The pull request that a run of Azure Pipelines validates. */
export interface PullRequest {
  /** Its address in the REST API, ending in `/`. */
  readonly address: string;
  /** The commit of the source branch that is checked; absent where the agent does not tell. */
  readonly sourceCommit?: string;
  /** Full path of the folder with the repository; absent where the agent does not tell. */
  readonly root?: string;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The pull request of this run, from the agent's variables; `undefined` for a run without one and for repositories that are not of Azure
 * Repos. Source: learn.microsoft.com/azure/devops/pipelines/build/variables.
 */
export function pullRequestOf(environment: Environment): PullRequest | undefined {
  // An agent hands on no empty variables, but other things that start a task do.
  const given = (name: string): string | undefined => (environment[name] === '' ? undefined : environment[name]);
  if (given('BUILD_REPOSITORY_PROVIDER')?.toLowerCase() !== 'tfsgit') return undefined;
  const collection = given('SYSTEM_COLLECTIONURI') ?? given('SYSTEM_TEAMFOUNDATIONCOLLECTIONURI');
  const project = given('SYSTEM_TEAMPROJECTID') ?? given('SYSTEM_TEAMPROJECT');
  const repository = given('BUILD_REPOSITORY_ID');
  const id = given('SYSTEM_PULLREQUEST_PULLREQUESTID');
  if (collection === undefined || project === undefined || repository === undefined || id === undefined) return undefined;
  if (!/^https?:\/\//i.test(collection) || !/^\d+$/.test(id)) return undefined;
  const path = ['_apis/git/repositories', encodeURIComponent(repository), 'pullRequests', id].join('/');
  const sourceCommit = given('SYSTEM_PULLREQUEST_SOURCECOMMITID');
  const root = given('BUILD_REPOSITORY_LOCALPATH');
  return {
    address: `${collection}${collection.endsWith('/') ? '' : '/'}${encodeURIComponent(project)}/${path}/`,
    ...(sourceCommit === undefined ? {} : { sourceCommit }),
    ...(root === undefined ? {} : { root }),
  };
}

/** The step whose threads these are: pipeline, stage, job, its leg in a matrix, and the step by its name. */
export function stepOf(environment: Environment): readonly (string | undefined)[] {
  return ['SYSTEM_DEFINITIONID', 'SYSTEM_STAGENAME', 'SYSTEM_PHASENAME', 'SYSTEM_JOBNAME', 'SYSTEM_TASKINSTANCENAME'].map(
    (name) => environment[name],
  );
}

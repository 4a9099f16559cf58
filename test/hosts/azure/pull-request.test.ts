import { describe, expect, test } from '@jest/globals';
import { pullRequestOf, stepOf } from '../../../src/hosts/azure/pull-request.ts';

const run = {
  BUILD_REPOSITORY_PROVIDER: 'TfsGit',
  BUILD_REPOSITORY_ID: '5f1e',
  SYSTEM_PULLREQUEST_PULLREQUESTID: '7',
  SYSTEM_COLLECTIONURI: 'https://dev.azure.com/contoso/',
  SYSTEM_TEAMPROJECTID: '0807fc91',
};

describe('the pull request of a run', () => {
  test.each<readonly [string, Readonly<Record<string, string | undefined>>, unknown]>([
    ['of Azure Repos', {}, { address: 'https://dev.azure.com/contoso/0807fc91/_apis/git/repositories/5f1e/pullRequests/7/' }],
    [
      'on a server of its own, by the older variables',
      {
        SYSTEM_COLLECTIONURI: undefined,
        SYSTEM_TEAMFOUNDATIONCOLLECTIONURI: 'http://tfs:8080/tfs/Default Collection',
        SYSTEM_TEAMPROJECTID: '',
        SYSTEM_TEAMPROJECT: 'Web Shop/2',
      },
      { address: 'http://tfs:8080/tfs/Default Collection/Web%20Shop%2F2/_apis/git/repositories/5f1e/pullRequests/7/' },
    ],
    [
      'with what the agent tells besides',
      { SYSTEM_PULLREQUEST_SOURCECOMMITID: 'c1', BUILD_REPOSITORY_LOCALPATH: 'D:\\a\\1\\s' },
      expect.objectContaining({ sourceCommit: 'c1', root: 'D:\\a\\1\\s' }),
    ],
    ['of GitHub', { BUILD_REPOSITORY_PROVIDER: 'GitHub' }, undefined],
    ['of nothing known', { BUILD_REPOSITORY_PROVIDER: undefined }, undefined],
    ['that is none', { SYSTEM_PULLREQUEST_PULLREQUESTID: undefined }, undefined],
    ['that is no number', { SYSTEM_PULLREQUEST_PULLREQUESTID: '7/threads?x=' }, undefined],
    ['without a server', { SYSTEM_COLLECTIONURI: '' }, undefined],
    ['with a server that is no address', { SYSTEM_COLLECTIONURI: 'file:///etc/' }, undefined],
    ['without a project', { SYSTEM_TEAMPROJECTID: undefined }, undefined],
    ['without a repository', { BUILD_REPOSITORY_ID: undefined }, undefined],
  ])('%s', (_, changes, expected) => {
    expect(pullRequestOf({ ...run, ...changes })).toEqual(expected);
  });
});

test('a step is known by pipeline, stage, job, leg of the matrix and name', () => {
  const names = {
    SYSTEM_DEFINITIONID: '12',
    SYSTEM_STAGENAME: 'Build',
    SYSTEM_PHASENAME: 'publish',
    SYSTEM_JOBNAME: 'net8',
    SYSTEM_TASKINSTANCENAME: 'IisPreflight2',
  };
  expect(stepOf(names)).toEqual(['12', 'Build', 'publish', 'net8', 'IisPreflight2']);
});

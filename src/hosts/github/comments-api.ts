import { patience } from '../pull-request-summary.ts';
import type { CommentsApi, PullRequest } from './pull-request-comment.ts';
import { commentsPerPage } from './pull-request-comment.ts';

export interface GithubContext {
  readonly pullRequest: PullRequest;
  readonly api: CommentsApi;
}

/** The pull request of this run and its comments; `undefined` when the run is for none. Octokit is loaded only here. */
export async function githubContext(token: string): Promise<GithubContext | undefined> {
  const { context, getOctokit } = await import('@actions/github');
  const number = context.payload.pull_request?.number;
  if (number === undefined) return undefined;
  const { rest } = getOctokit(token);
  const request = () => ({ signal: AbortSignal.timeout(patience) });
  const api: CommentsApi = {
    async list({ owner, repo, number: issue_number }, page) {
      const { data } = await rest.issues.listComments({ owner, repo, issue_number, page, per_page: commentsPerPage, request: request() });
      return data.map(({ id, body }) => ({ id, body }));
    },
    async create({ owner, repo, number: issue_number }, body) {
      await rest.issues.createComment({ owner, repo, issue_number, body, request: request() });
    },
    async update({ owner, repo }, comment_id, body) {
      await rest.issues.updateComment({ owner, repo, comment_id, body, request: request() });
    },
  };
  return { pullRequest: { ...context.repo, number }, api };
}

import { isWorthTelling, refusal, statusOf, stepName, wordsOf } from '../pull-request-summary.ts';
import type { Published } from '../run-on-agent.ts';

/** What the comment is found by. `step`: workflow, job and step, as the runner names them. */
export function commentMarker(step: readonly (string | undefined)[]): string {
  return `<!-- ${stepName(step)} -->`;
}

/** A pull request, and who may write to it. */
export interface PullRequest {
  readonly owner: string;
  readonly repo: string;
  readonly number: number;
}

export interface IssueComment {
  readonly id: number;
  readonly body?: string | undefined;
}

/** The part of GitHub's API that is used. */
export interface CommentsApi {
  readonly list: (pullRequest: PullRequest, page: number) => Promise<readonly IssueComment[]>;
  readonly create: (pullRequest: PullRequest, body: string) => Promise<void>;
  readonly update: (pullRequest: PullRequest, comment: number, body: string) => Promise<void>;
}

export const commentsPerPage = 100;
const mostPages = 30;

async function ownComment(api: CommentsApi, pullRequest: PullRequest, marker: string): Promise<number | undefined> {
  for (let page = 1; page <= mostPages; page++) {
    const comments = await api.list(pullRequest, page);
    const own = comments.find(({ body }) => body?.startsWith(marker) === true);
    if (own !== undefined) return own.id;
    if (comments.length < commentsPerPage) return undefined;
  }
  return undefined;
}

/**
 * Keeps one comment with the summary: written when there is something to say, brought up to date after that.
 * Answers in words when GitHub refuses; the findings are shown elsewhere too.
 */
export async function keepComment(
  api: CommentsApi,
  pullRequest: PullRequest,
  marker: string,
  published: Published,
): Promise<string | undefined> {
  try {
    const existing = await ownComment(api, pullRequest, marker);
    const body = `${marker}\n${published.markdown}`;
    if (existing !== undefined) await api.update(pullRequest, existing, body);
    else if (isWorthTelling(published)) await api.create(pullRequest, body);
    return undefined;
  } catch (error) {
    return refusal('The comment on the pull request was not written', wordsOf(error), cureOf(statusOf(error)));
  }
}

/** A token that may not write is told by 403; GitHub also hides what may not be read behind 404. */
function cureOf(status: number | undefined): string {
  return status === 403 || status === 404
    ? 'The job needs "permissions: pull-requests: write"; for a pull request from a fork the token can only read.'
    : '';
}

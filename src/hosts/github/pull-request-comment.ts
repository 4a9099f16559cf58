import type { Report } from '../../model/report.ts';

/**
 * What the comment is found by. Each step that comments has one of its own: two jobs that check two applications would take turns otherwise.
 * `step`: workflow, job and step, as the runner names them.
 */
export function commentMarker(step: readonly (string | undefined)[]): string {
  const names = step.flatMap((name) => (name === undefined || name === '' ? [] : [name.replace(/[^\w.]+/g, '-').slice(0, 100)]));
  return `<!-- ${['iis-preflight', ...names].join(' ')} -->`;
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
  markdown: string,
  report: Report,
): Promise<string | undefined> {
  try {
    const existing = await ownComment(api, pullRequest, marker);
    const body = `${marker}\n${markdown}`;
    if (existing !== undefined) await api.update(pullRequest, existing, body);
    else if (report.starts.some(({ prediction }) => prediction.outcome !== 'starts')) await api.create(pullRequest, body);
    return undefined;
  } catch (error) {
    return refusal(error);
  }
}

/** What GitHub said, and the line of the workflow that mends it where there is one. */
function refusal(error: unknown): string {
  const why = error instanceof Error ? error.message : String(error);
  const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined;
  // A token that may not write is told by 403; GitHub also hides what may not be read behind 404.
  const cure =
    status === 403 || status === 404
      ? ' The job needs "permissions: pull-requests: write"; for a pull request from a fork the token can only read.'
      : '';
  return `The comment on the pull request was not written: ${why.replace(/\.?$/, '.')}${cure}`;
}

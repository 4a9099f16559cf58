import type { Report } from '../../model/report.ts';

/** What the comment is found by. */
const marker = '<!-- iis-preflight -->';

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

async function ownComment(api: CommentsApi, pullRequest: PullRequest): Promise<number | undefined> {
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
  markdown: string,
  report: Report,
): Promise<string | undefined> {
  try {
    const existing = await ownComment(api, pullRequest);
    const body = `${marker}\n${markdown}`;
    if (existing !== undefined) await api.update(pullRequest, existing, body);
    else if (report.starts.some(({ prediction }) => prediction.outcome !== 'starts')) await api.create(pullRequest, body);
    return undefined;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return `The comment on the pull request could not be written (does the token have pull-requests: write?): ${why}`;
  }
}

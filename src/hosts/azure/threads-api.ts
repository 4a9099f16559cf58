import { jsonMember, jsonValue } from '../../model/json-value.ts';
import { patience, wordsOf } from '../pull-request-summary.ts';
import { systemCode } from '../system-error.ts';
import type { PullRequest } from './pull-request.ts';
import { type Iteration, markOf, type Thread, type ThreadPlace, type ThreadsApi, threadStatuses } from './thread.ts';

const apiVersion = '7.1';
/** The most that Azure gives in one answer. */
const changesPerPage = 2000;
const mostPages = 20;

/** One question to Azure: what it answers, or an error with its words. */
type Ask = (method: string, path: string, query: Readonly<Record<string, string>>, body?: object) => Promise<unknown>;

/** The comment threads of a pull request, through `request`, which is `fetch`. Nothing is asked before a function is called. */
export function threadsApi(pullRequest: PullRequest, token: string, request: typeof fetch): ThreadsApi {
  const ask = asking(pullRequest.address, token, request);
  return {
    list: async () => listOf(await ask('GET', 'threads', {}), 'value').flatMap(ownThread),
    async iteration() {
      const id = iterationOf(listOf(await ask('GET', 'iterations', {}), 'value'), pullRequest.sourceCommit);
      return id === undefined ? undefined : { id, files: changedFiles(await changesOf(ask, id)) };
    },
    async create({ status, content, place }) {
      await ask('POST', 'threads', {}, { comments: [{ content, commentType: 'text' }], status, ...contextOf(place) });
    },
    async setStatus(thread, status) {
      await ask('PATCH', `threads/${thread}`, {}, { status });
    },
    async edit(thread, comment, content) {
      await ask('PATCH', `threads/${thread}/comments/${comment}`, {}, { content });
    },
  };
}

/** All that the pull request changes by an iteration. */
async function changesOf(ask: Ask, iteration: number): Promise<readonly unknown[]> {
  const found: unknown[] = [];
  let skip: number | undefined = 0;
  for (let page = 0; page < mostPages && skip !== undefined; page++) {
    const answer = await ask('GET', `iterations/${iteration}/changes`, { $top: String(changesPerPage), $skip: String(skip) });
    found.push(...listOf(answer, 'changeEntries'));
    // 0 says that there are no more.
    const next = numberOf(answer, 'nextSkip') ?? 0;
    skip = next > skip ? next : undefined;
  }
  return found;
}

function asking(address: string, token: string, request: typeof fetch): Ask {
  return async (method, path, query, body) => {
    const { status, text } = await answered(request, `${address}${path}?${new URLSearchParams({ ...query, 'api-version': apiVersion })}`, {
      method,
      headers: {
        Accept: 'application/json',
        Authorization: `Bearer ${token}`,
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      // The page to sign in at is not an answer, and the token is for this server alone.
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
    });
    return answerOf(status, text);
  };
}

/** The answer, or an error that says in words why there is none. */
async function answered(request: typeof fetch, address: string, options: RequestInit): Promise<{ status: number; text: string }> {
  try {
    const response = await request(address, options);
    return { status: response.status, text: await response.text() };
  } catch (error) {
    if (error instanceof Error && error.name === 'TimeoutError') {
      throw new Error(`Azure DevOps did not answer within ${patience / 1000} seconds`);
    }
    // fetch itself only says that it failed; where several addresses were tried, the cause has a code and no words.
    const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
    throw new Error(`Azure DevOps could not be reached: ${wordsOf(cause) || systemCode(cause) || 'no reason given'}`);
  }
}

/** Columns are from 1, whatever the description says: 0 is refused (ankitbko/vscode-pull-request-azdo#86). Both ends must be given. */
function contextOf(place: ThreadPlace | undefined): object {
  if (place === undefined) return {};
  const { file, line, column, iteration, changeTrackingId } = place;
  return {
    threadContext: {
      filePath: `/${file}`,
      rightFileStart: { line, offset: column },
      rightFileEnd: { line, offset: column + 1 },
    },
    pullRequestThreadContext: {
      changeTrackingId,
      // The same twice stands for the whole pull request, from where its branch began.
      iterationContext: { firstComparingIteration: iteration, secondComparingIteration: iteration },
    },
  };
}

/** What Azure answers, or an error with its words and `status`. */
function answerOf(status: number, text: string): unknown {
  const answer = jsonValue(text);
  if (status >= 200 && status < 300 && answer !== undefined) return answer;
  const message = jsonMember(answer, 'message');
  const words =
    typeof message === 'string' && message !== '' ? message : `the answer was HTTP ${status}${answer === undefined ? ', not JSON' : ''}`;
  throw Object.assign(new Error(words), { status });
}

function listOf(answer: unknown, name: string): readonly unknown[] {
  const list = jsonMember(answer, name);
  return Array.isArray(list) ? list : [];
}

const numberOf = (value: unknown, name: string): number | undefined => {
  const found = jsonMember(value, name);
  return typeof found === 'number' ? found : undefined;
};

function ownThread(thread: unknown): Thread[] {
  const [first] = listOf(thread, 'comments');
  const content = jsonMember(first, 'content');
  const [id, comment] = [numberOf(thread, 'id'), numberOf(first, 'id')];
  const mark = typeof content === 'string' ? markOf(content)?.mark : undefined;
  if (id === undefined || comment === undefined || typeof content !== 'string' || mark === undefined) return [];
  if (jsonMember(thread, 'isDeleted') === true || jsonMember(first, 'isDeleted') === true) return [];
  const status = threadStatuses.find((name) => name === jsonMember(thread, 'status')) ?? 'unknown';
  return [{ id, status, comment, content, mark }];
}

/** The push with the commit that is checked; the latest where that is not known. */
function iterationOf(iterations: readonly unknown[], sourceCommit: string | undefined): number | undefined {
  const ids = (some: readonly unknown[]): number[] => some.flatMap((one) => numberOf(one, 'id') ?? []);
  const checked = iterations.filter((one) => jsonMember(jsonMember(one, 'sourceRefCommit'), 'commitId') === sourceCommit);
  const candidates = sourceCommit === undefined || checked.length === 0 ? iterations : checked;
  return candidates.length === 0 ? undefined : Math.max(...ids(candidates));
}

function changedFiles(changes: readonly unknown[]): Iteration['files'] {
  return new Map(
    changes.flatMap((change): [string, number][] => {
      const path = jsonMember(jsonMember(change, 'item'), 'path');
      const id = numberOf(change, 'changeTrackingId');
      // Several kinds can come together: `edit, rename`, `delete, sourceRename`.
      const deleted = /\bdelete\b/i.test(String(jsonMember(change, 'changeType')));
      return typeof path !== 'string' || id === undefined || deleted ? [] : [[path.replace(/^\//, ''), id]];
    }),
  );
}

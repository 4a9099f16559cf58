import { problemsOf } from './azure-contract.ts';

/** A thread as Azure keeps it, as far as it matters here. */
export interface StoredThread {
  readonly id: number;
  status: string;
  readonly comments: { readonly id: number; content: string; isDeleted?: boolean }[];
  readonly threadContext?: { readonly filePath: string; readonly rightFileStart: object; readonly rightFileEnd: object };
  readonly pullRequestThreadContext?: object;
}

export interface Answer {
  readonly status: number;
  readonly text: string;
}

export interface FakeFacts {
  /** Paths that the pull request changes. */
  readonly files?: readonly string[];
  /** Source commits of the iterations, the first push first. */
  readonly commits?: readonly string[];
  /** An answer instead of the usual one. */
  readonly refuse?: (method: string) => Answer | undefined;
}

interface RequestOptions {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly redirect?: string;
  readonly signal?: AbortSignal;
}

export const base = '/contoso/Shop/_apis/git/repositories/5f1e/pullRequests/7/';

/** Azure DevOps with one pull request. It judges every request by Azure's own description, and remembers what is written. */
export function fakeAzureDevOps({ files = [], commits = ['c1'], refuse }: FakeFacts = {}) {
  const threads: StoredThread[] = [];
  const calls: string[] = [];
  const problems: string[] = [];
  const authorizations = new Set<string | undefined>();

  const byRoute = (method: string, route: string, query: URLSearchParams, body: Partial<StoredThread> & { content?: string }): unknown => {
    const [, first, id, second, comment] = /^(\w+)(?:\/(\d+)(?:\/(\w+)(?:\/(\d+))?)?)?$/.exec(route) ?? [];
    if (first === 'iterations' && second === 'changes') return page(files, Number(id), query);
    if (first === 'iterations') return listed(commits.map((commitId, index) => ({ id: index + 1, sourceRefCommit: { commitId } })));
    if (first !== 'threads') return undefined;
    if (method === 'GET') return listed([{ id: 900, comments: [{ id: 1, content: 'Looks good.' }], properties: {} }, ...threads]);
    if (method === 'POST') {
      const comments = (body.comments ?? []).map(({ content }, index) => ({ id: index + 1, content }));
      const { status = 'active', threadContext, pullRequestThreadContext } = body;
      const thread = { id: threads.length + 1, status, comments };
      threads.push({
        ...thread,
        ...(threadContext === undefined ? {} : { threadContext }),
        ...(pullRequestThreadContext === undefined ? {} : { pullRequestThreadContext }),
      });
      return thread;
    }
    const thread = threads.find((one) => one.id === Number(id));
    const edited = thread?.comments.find((one) => one.id === Number(comment));
    if (edited !== undefined && body.content !== undefined) edited.content = body.content;
    else if (thread !== undefined && body.status !== undefined) thread.status = body.status;
    return thread;
  };

  const answer = (method: string, address: URL, authorization: string | undefined, text: string | undefined): Answer => {
    const body = text === undefined || text === '' ? undefined : JSON.parse(text);
    authorizations.add(authorization);
    problems.push(...problemsOf(method, address.pathname, address.searchParams, body));
    const route = address.pathname.startsWith(base) ? address.pathname.slice(base.length) : address.pathname;
    calls.push([method, route, ...(method === 'PATCH' && body?.status !== undefined ? [body.status] : [])].join(' '));
    const refused = refuse?.(method);
    if (refused !== undefined) return refused;
    const found = byRoute(method, route, address.searchParams, body ?? {});
    return found === undefined ? { status: 404, text: '{"message":"TF401019: not there"}' } : { status: 200, text: JSON.stringify(found) };
  };

  const request = async (input: string, options: RequestOptions) => {
    if (!(options.signal instanceof AbortSignal)) throw new Error('nothing ends this request');
    if (options.redirect !== 'manual') throw new Error('this request takes the token elsewhere');
    const { status, text } = answer(options.method, new URL(input), options.headers['Authorization'], options.body);
    return { status, text: async () => text };
  };

  return {
    threads,
    calls,
    problems,
    authorizations,
    answer,
    /** Stands for `fetch`, whose other overloads and members are not used. */
    request: request as unknown as typeof fetch,
    writes: (): string[] => calls.filter((call) => !call.startsWith('GET ')),
    /** The first comment of every thread, by the path it is on. */
    lines: (): (readonly [string, string])[] =>
      threads.flatMap(({ threadContext, status }) => (threadContext === undefined ? [] : [[threadContext.filePath, status] as const])),
  };
}

function listed(value: readonly unknown[]): unknown {
  return { count: value.length, value };
}

function page(files: readonly string[], iteration: number, query: URLSearchParams): unknown {
  const [skip, top] = [Number(query.get('$skip') ?? 0), Number(query.get('$top') ?? 100)];
  const changes = files.map((path, index) => {
    const [name = '', changeType = 'edit'] = path.split('|');
    return { changeTrackingId: index + 1, changeId: index + 1, item: { objectId: `${iteration}`, path: `/${name}` }, changeType };
  });
  const more = skip + top < files.length;
  return { changeEntries: changes.slice(skip, skip + top), nextSkip: more ? skip + top : 0, nextTop: more ? top : 0 };
}

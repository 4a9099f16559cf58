/** `CommentThreadStatus` of Azure's description of its API. */
export const threadStatuses = ['unknown', 'active', 'fixed', 'wontFix', 'closed', 'byDesign', 'pending'] as const;

export type ThreadStatus = (typeof threadStatuses)[number];

/** A comment thread of a pull request that this tool began. */
export interface Thread {
  readonly id: number;
  readonly status: ThreadStatus;
  /** Its first comment. */
  readonly comment: number;
  readonly content: string;
  readonly mark: Mark;
}

/** What a thread is about, and how the last run left it: people change the status too, and that is told by the difference. */
export interface Mark {
  readonly name: string;
  readonly state: 'open' | 'done';
}

/**
 * A comment with its mark in the first line. A link definition that nothing links to is shown by no renderer of Markdown; HTML comments are
 * by some.
 */
export function marked({ name, state }: Mark, body: string): string {
  return `[//]: <> (${name} ${state})\n\n${body}`;
}

/** The mark of a comment, and what follows it; `undefined` for everybody else's comments. */
export function markOf(content: string): { readonly mark: Mark; readonly body: string } | undefined {
  const match = /^\[\/\/\]: <> \((iis-preflight [\w. -]+) (open|done)\)\s*(?:\n|$)/.exec(content);
  const [line, name, state] = match ?? [];
  if (line === undefined || name === undefined) return undefined;
  return { mark: { name, state: state === 'open' ? 'open' : 'done' }, body: content.slice(line.length).trimStart() };
}

/** A thread that is to be, on a line of the pull request or on the pull request as a whole. */
export interface NewThread {
  readonly status: 'active' | 'fixed';
  readonly content: string;
  readonly place?: ThreadPlace;
}

/** A line of a file that the pull request changes. */
export interface ThreadPlace {
  /** Relative to the root of the repository, with `/`, none at the front. */
  readonly file: string;
  readonly line: number;
  /** From 1. */
  readonly column: number;
  readonly iteration: number;
  /** The file's id among the changes of the pull request. */
  readonly changeTrackingId: number;
}

/** One push to the pull request, and the files that the pull request as a whole changes by then. */
export interface Iteration {
  readonly id: number;
  /** `changeTrackingId` by path, as in `ThreadPlace`; files that are deleted are not among them. */
  readonly files: ReadonlyMap<string, number>;
}

/** The part of Azure's API that is used. Every call may throw. */
export interface ThreadsApi {
  /** The threads of this tool, of whatever step. */
  readonly list: () => Promise<readonly Thread[]>;
  /** The iteration that this run checks; `undefined` when the pull request has none. */
  readonly iteration: () => Promise<Iteration | undefined>;
  readonly create: (thread: NewThread) => Promise<void>;
  readonly setStatus: (thread: number, status: 'active' | 'fixed') => Promise<void>;
  readonly edit: (thread: number, comment: number, content: string) => Promise<void>;
}

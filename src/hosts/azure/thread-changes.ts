import { type Mark, marked, markOf, type NewThread, type Thread } from './thread.ts';

/** Something to do to a pull request. */
export type ThreadChange =
  | { readonly kind: 'create'; readonly thread: NewThread }
  | { readonly kind: 'status'; readonly thread: number; readonly status: 'active' | 'fixed' }
  | { readonly kind: 'edit'; readonly thread: number; readonly comment: number; readonly content: string };

const gone = '✅ **The latest run no longer reports this.**';

/** What the one thread about the whole run says. */
export interface RunSummary extends Mark {
  readonly body: string;
  /** Whether it is worth a thread when there is none. */
  readonly isWorthTelling: boolean;
}

/** The thread about the run: active while that is open, else fixed. Its text is always that of this run; a status that a person gave stays. */
export function summaryChanges(own: readonly Thread[], { name, state, body, isWorthTelling }: RunSummary): ThreadChange[] {
  const content = marked({ name, state }, body);
  if (own.length > 0) return own.flatMap((thread) => [...statusChange(thread, state), ...edit(thread, content)]);
  return isWorthTelling ? [{ kind: 'create', thread: { status: state === 'open' ? 'active' : 'fixed', content } }] : [];
}

/** A thread about a finding that is still there. One that a person resolved is left alone. */
export function stillFound(thread: Thread, body: string): ThreadChange[] {
  if (isSettled(thread)) return [];
  return [...statusChange(thread, 'open'), ...edit(thread, marked({ ...thread.mark, state: 'open' }, body))];
}

/** A thread about a finding that is no longer there: it is resolved, and says so. */
export function noLongerFound(thread: Thread): ThreadChange[] {
  if (isSettled(thread) || thread.mark.state === 'done') return [];
  const body = markOf(thread.content)?.body ?? '';
  return [...statusChange(thread, 'done'), ...edit(thread, marked({ ...thread.mark, state: 'done' }, `${gone}\n\n${body}`))];
}

/**
 * Whether a person had the last word on the status. `fixed` is what a run leaves where the finding was gone, and a person's answer where it
 * was not.
 */
export function isSettled({ status, mark }: Thread): boolean {
  if (status === 'wontFix' || status === 'closed' || status === 'byDesign') return true;
  return status === 'fixed' && mark.state === 'open';
}

/**
 * The status goes before the text. Should only the status arrive, the next run takes `fixed` for a person's answer, which is better than a
 * thread that is active for ever.
 */
function statusChange(thread: Thread, state: Mark['state']): ThreadChange[] {
  if (isSettled(thread)) return [];
  if (state === 'open' && thread.status === 'fixed') return [{ kind: 'status', thread: thread.id, status: 'active' }];
  if (state === 'done' && thread.mark.state === 'open') return [{ kind: 'status', thread: thread.id, status: 'fixed' }];
  return [];
}

/** Azure may store line ends and trailing space in its own way. */
const plain = (content: string): string => content.replaceAll('\r\n', '\n').trimEnd();

function edit({ id, comment, content }: Thread, wanted: string): ThreadChange[] {
  return plain(content) === plain(wanted) ? [] : [{ kind: 'edit', thread: id, comment, content: wanted }];
}

import { isWorthTelling, refusal, statusOf, wordsOf } from '../pull-request-summary.ts';
import { rankedFindings } from '../ranked-findings.ts';
import type { Published } from '../run-on-agent.ts';
import { type Folders, lineFindings, threadsToBegin, threadsToUpdate, unsettled, withoutThread } from './line-threads.ts';
import { withoutMentions } from './mentions.ts';
import { cureOf } from './permission.ts';
import type { Thread, ThreadsApi } from './thread.ts';
import { summaryChanges, type ThreadChange } from './thread-changes.ts';

/** Threads on lines at one time; more would bury the review of people. */
const mostLineThreads = 9;

/**
 * Keeps one thread with the summary, and one on the line of each error and warning. Answers in words when Azure refuses; the findings are
 * shown elsewhere too. `step`: as `stepName` gives it.
 */
export async function keepThreads(api: ThreadsApi, step: string, published: Published, folders: Folders): Promise<string | undefined> {
  try {
    const threads = (await api.list()).filter(({ mark }) => isOf(step, mark.name));
    await perform(api, summary(threads, step, published));
    await keepLineThreads(api, threads, step, published, folders);
    return undefined;
  } catch (error) {
    return refusal('The pull request does not show everything that was found', wordsOf(error), cureOf(statusOf(error), wordsOf(error)));
  }
}

/** Names of threads are the step's and one word more. */
function isOf(step: string, name: string): boolean {
  return name.startsWith(`${step} `) && !name.slice(step.length + 1).includes(' ');
}

const summaryName = (step: string): string => `${step} summary`;

function summary(threads: readonly Thread[], step: string, published: Published): ThreadChange[] {
  const name = summaryName(step);
  const own = threads.filter(({ mark }) => mark.name === name);
  return summaryChanges(own, {
    name,
    state: published.failed ? 'open' : 'done',
    body: withoutMentions(published.markdown),
    isWorthTelling: isWorthTelling(published),
  });
}

async function keepLineThreads(
  api: ThreadsApi,
  threads: readonly Thread[],
  step: string,
  { report }: Published,
  folders: Folders,
): Promise<void> {
  const own = threads.filter(({ mark }) => mark.name !== summaryName(step));
  const findings = lineFindings(rankedFindings(report), step, folders);
  await perform(api, threadsToUpdate(own, findings));
  const missing = withoutThread(own, findings);
  const room = mostLineThreads - unsettled(own, findings);
  if (missing.length === 0 || room <= 0) return;
  const iteration = await api.iteration();
  if (iteration === undefined) return;
  await perform(
    api,
    threadsToBegin(missing, iteration, room).map((thread) => ({ kind: 'create', thread })),
  );
}

async function perform(api: ThreadsApi, changes: readonly ThreadChange[]): Promise<void> {
  for (const change of changes) {
    if (change.kind === 'create') await api.create(change.thread);
    else if (change.kind === 'status') await api.setStatus(change.thread, change.status);
    else await api.edit(change.thread, change.comment, change.content);
  }
}

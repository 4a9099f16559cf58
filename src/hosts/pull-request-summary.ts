import type { Published } from './run-on-agent.ts';

/** Milliseconds that one request to a host may take: it may answer late or never, and a comment is not worth a job that hangs. */
export const patience = 20_000;

/**
 * What the comments of a step are found by. Each step has its own: two jobs that check two applications would take turns otherwise.
 * `step`: pipeline, job and step, as the host names them. The result has letters, digits, `.`, `_` and `-`, and a space between names.
 */
export function stepName(step: readonly (string | undefined)[]): string {
  const names = step.flatMap((name) => (name === undefined || name === '' ? [] : [name.replace(/[^\w.]+/g, '-').slice(0, 100)]));
  return ['iis-preflight', ...names].join(' ');
}

/** Whether there is a reason to begin a comment. One that is there is brought up to date in any case. */
export function isWorthTelling({ report, failed }: Published): boolean {
  return failed || report.starts.some(({ prediction }) => prediction.outcome !== 'starts');
}

/** What could not be done, why in the host's words, and what mends it. */
export function refusal(what: string, why: string, cure: string): string {
  return `${what}: ${why.trim().replace(/\.?$/, '.')}${cure === '' ? '' : ` ${cure}`}`;
}

/** The words of an error, whatever was thrown. */
export function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The HTTP status behind an error; `undefined` when no answer came. */
export function statusOf(error: unknown): number | undefined {
  return typeof error === 'object' && error !== null && 'status' in error && typeof error.status === 'number' ? error.status : undefined;
}

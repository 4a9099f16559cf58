import type { StartReport, TraceEntry } from '../model/report.ts';

/** The stages of a start that do not know: those that lack something themselves, and how many wait for what those would work out. */
export interface UnknownStages {
  readonly own: readonly TraceEntry[];
  /** The end of the list, as a sentence; absent where none waits. */
  readonly waiting?: string;
}

export function unknownStages({ trace }: Pick<StartReport, 'trace'>): UnknownStages {
  const unknown = trace.filter(({ outcome }) => outcome === 'unknown');
  const own = unknown.filter(({ because }) => !because.startsWith('Waits for '));
  const waiting = unknown.length - own.length;
  if (waiting === 0) return { own };
  const wait = waiting === 1 ? '1 more stage waits' : `${waiting} more stages wait`;
  return { own, waiting: `${wait} for ${own.length === 1 ? 'it' : 'these'}.` };
}

/** What keeps a start open, in a line: the facts that are missing or, where none of the server is, the first stage that does not know. */
export function openQuestion(start: Pick<StartReport, 'trace' | 'prediction'>): string {
  const { missingFacts } = start.prediction;
  return missingFacts.length > 0 ? missingFacts.join(', ') : (unknownStages(start).own[0]?.because ?? '');
}

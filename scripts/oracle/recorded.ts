import type { Answer } from './answer.ts';
import type { Layout } from './layout.ts';

/** A question as it was put to the real host, with its answer. */
export type RecordedQuestion = Omit<Layout, 'frameworks'> & { readonly answer: Answer };

/** A dotnet root and the questions put to it. */
export interface RecordedRoot {
  /** The version of the hostfxr that answered. */
  readonly hostfxr: string;
  readonly frameworks: Layout['frameworks'];
  readonly questions: readonly RecordedQuestion[];
}

import { coloured, type Paint, plain } from './paint.ts';

/** What a text is written on: a terminal, a file or a build log. */
export interface Page {
  readonly paint: Paint;
  /** Columns that a line may use; a word that is longer stays whole. */
  readonly width: number;
}

/** Columns of a page without an edge, and the most that are used of a wide one: longer lines are hard to read. */
const widest = 100;
/** Below this, breaking lines earlier helps nobody. */
const narrowest = 40;

/** For files, pipes and build logs. */
export const plainPage: Page = { paint: plain, width: widest };

/** How a text should look. */
export interface Looks {
  /** Terminal colours. */
  readonly color?: boolean;
  /** Columns of the terminal; absent: there is no edge. */
  readonly width?: number;
}

export function pageOf({ color = false, width = widest }: Looks): Page {
  return { paint: color ? coloured : plain, width: Math.max(narrowest, Math.min(widest, width)) };
}

import type { Remedy } from '../model/finding.ts';

const sides = { app: 'In the application', server: 'On the server' } as const;

/** `In the application: Target what the server has.` Not yet escaped. */
export function remedySentence({ side, text }: Remedy): string {
  return `${sides[side]}: ${text}`;
}

/** The application's side first: whoever reads a report most often works on it. */
export function inReadingOrder(remedies: readonly Remedy[]): readonly Remedy[] {
  return remedies.toSorted((left, right) => left.side.localeCompare(right.side));
}

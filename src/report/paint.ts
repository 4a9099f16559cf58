import { styleText } from 'node:util';

/** How a piece of text stands out on a terminal. */
export type Tone = 'failure' | 'success' | 'doubt' | 'strong' | 'faint';

export type Paint = (tone: Tone, text: string) => string;

/** For files, pipes and build logs. */
export const plain: Paint = (_tone, text) => text;

/** For terminals. Whether the output is one is the host's question, so no stream is asked here. */
export const coloured: Paint = (tone, text) => styleText(styles[tone], text, { validateStream: false });

const styles = {
  failure: ['red', 'bold'],
  success: ['green'],
  doubt: ['yellow'],
  strong: ['bold'],
  faint: ['dim'],
} as const satisfies Record<Tone, Parameters<typeof styleText>[0]>;

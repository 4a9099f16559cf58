/** How a piece of text stands out on a terminal. */
export type Tone = 'failure' | 'success' | 'doubt' | 'strong' | 'faint';

export type Paint = (tone: Tone, text: string) => string;

/** For files, pipes and build logs. */
export const plain: Paint = (_tone, text) => text;

/** For terminals. Whether the output is one is the host's question, so no stream is asked here. */
export const coloured: Paint = (tone, text) => {
  const [on, off] = styles[tone];
  return `${on}${text}${off}`;
};

/** Escape sequences that begin and end a style (ECMA-48, SGR). Node has names for them from 20.12 on only. */
const styles: Readonly<Record<Tone, readonly [on: string, off: string]>> = {
  failure: ['\u001b[31m\u001b[1m', '\u001b[22m\u001b[39m'],
  success: ['\u001b[32m', '\u001b[39m'],
  doubt: ['\u001b[33m', '\u001b[39m'],
  strong: ['\u001b[1m', '\u001b[22m'],
  faint: ['\u001b[2m', '\u001b[22m'],
};

/** How a piece of text stands out on a terminal. */
export type Tone = 'failure' | 'success' | 'doubt' | 'strong' | 'faint';
export type Paint = (tone: Tone, text: string) => string;
/** For files, pipes and build logs. */
export declare const plain: Paint;
/** For terminals. Whether the output is one is the host's question, so no stream is asked here. */
export declare const coloured: Paint;

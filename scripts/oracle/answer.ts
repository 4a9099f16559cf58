/** What a host, the real one or the model, makes of a layout; paths and systems are written alike on both sides. */
export interface Answer {
  /** `resolved`: every framework was found. `refused`: `code` says why. `crash`: the process ended without a word. */
  readonly outcome: 'resolved' | 'refused' | 'crash';
  /** Low byte of the exit code; 0x83 for `resolved`, because no hostpolicy is installed. */
  readonly code: number;
  /** `name version` in the host's order, the root framework last. */
  readonly frameworks: readonly string[];
  /** Everything on the error stream. */
  readonly text: string;
}

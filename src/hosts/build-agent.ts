import type { InputProblem } from '../model/input-error.ts';
import { pathInCheckout } from '../source/checkout-path.ts';
import type { InputName, OutputName } from './inputs.ts';

/** A line of the checkout with something to say about it; without `file` it is shown in the log and the list of the run. */
export interface Annotation {
  readonly severity: 'error' | 'warning' | 'notice';
  readonly title: string;
  readonly message: string;
  /** The rule behind it, where it is about a finding. */
  readonly rule?: string;
  /** Relative to the checkout, with `/`. */
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}

/** What the CI hosts have in common, over the software development kit of each. */
export interface BuildAgent {
  /** The text of an input, trimmed; empty when it is not given. */
  readonly input: (name: InputName) => string;
  /** What the host calls an input. */
  readonly inputName: (name: InputName) => string;
  /** Escapes what it is given. */
  readonly annotate: (annotation: Annotation) => void;
  /** Lines for the log; commands in them have been broken up. */
  readonly print: (text: string) => void;
  readonly setOutput: (name: OutputName, value: string) => void;
  /** Shows Markdown where the host shows summaries. Failing is no reason to stop: the caller is told in words why. */
  readonly showSummary: (markdown: string) => Promise<Shown>;
  /** The last word: how the step ends. */
  readonly finish: (result: 'succeeded' | 'warned' | 'failed', message: string) => void;
}

export type Shown = { readonly shown: true } | { readonly shown: false; readonly why: string };

/** Where in the checkout an input problem is, when it says so with a line. */
export function problemPlace({ file, place }: InputProblem, checkout: string): Pick<Annotation, 'file' | 'line' | 'column'> {
  const match = /^(\d+):(\d+)/.exec(place ?? '');
  const inCheckout = match === null ? undefined : pathInCheckout(file, checkout, checkout);
  return match === null || inCheckout === undefined ? {} : { file: inCheckout, line: Number(match[1]), column: Number(match[2]) };
}

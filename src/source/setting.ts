import type { TextPosition } from '../model/configuration-element.ts';

/** A place in a file of the checkout. */
export interface CommittedLine extends TextPosition {
  /** Relative to the root of the checkout, `/` between folders. */
  readonly file: string;
}

/** One line that gives an MSBuild property a value: an element of an MSBuild file, or a switch of a publish command. */
export interface Setting extends CommittedLine {
  /** The property as MSBuild knows it; names are compared without regard to case. */
  readonly name: string;
  /** As written; may hold `$(Name)` references or expressions of the pipeline. */
  readonly value: string;
  /** Whether a condition decides if the line counts. */
  readonly conditional: boolean;
  /** Where the value is a variable of the pipeline: the lines of the same file that give it one. */
  readonly given?: readonly Setting[];
}

/** Whether names of MSBuild properties, items or files are the same. */
export const sameName = (left: string, right: string): boolean => left.toLowerCase() === right.toLowerCase();

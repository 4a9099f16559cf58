import type { CheckRequest } from '../../check.ts';
import type { Disk } from '../../model/file-tree.ts';
import type { Report } from '../../model/report.ts';
import type { Looks } from '../../report/page.ts';

/** What the commands may touch, so that they can be tested without a process. */
export interface Surroundings {
  readonly disk: Disk;
  readonly check: (request: CheckRequest, disk: Disk) => Promise<Report>;
  readonly version: string;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** What the standard output can show. */
  readonly looks: Looks;
  /** The standard output and the standard error stream. */
  readonly print: (text: string) => void;
  readonly complain: (text: string) => void;
  /** Throws `InputError` when the file cannot be written. */
  readonly writeFile: (file: string, text: string) => Promise<void>;
  /** Runs one of our own scripts and gives what it prints; absent where there is no Windows. Throws `InputError` when it fails. */
  readonly runPowerShell?: (script: string) => Promise<string>;
}

/** Prints a result, or writes it to the file that was asked for. */
export async function deliver(text: string, output: string | undefined, { print, writeFile }: Surroundings): Promise<void> {
  if (output === undefined) print(text);
  else await writeFile(output, text);
}

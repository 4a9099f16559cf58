import { InputError, type InputProblem } from './input-error.ts';

/**
 * Reads one input after the other: thousands of them at a time would need as many file handles. What is wrong with any of them is added
 * to `problems`, so that all of it can be said at once; those inputs are left out.
 */
export async function readInputs<T>(
  paths: readonly string[],
  read: (path: string) => Promise<T>,
  problems: InputProblem[],
): Promise<readonly T[]> {
  const inputs: T[] = [];
  for (const path of paths) {
    try {
      inputs.push(await read(path));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      problems.push(...error.problems);
    }
  }
  return inputs;
}

import type { InputProblem } from '../model/input-error.ts';
import type { Misfit } from './schema-fit.ts';

/** More of them help nobody, and a hostile file could have a million. */
const mostProblems = 100;

/** Misfits of a document as problems of its file. */
export function inputProblems(file: string, misfits: readonly Misfit[]): InputProblem[] {
  const problems = misfits.slice(0, mostProblems).map((misfit) => inputProblem(file, misfit));
  if (misfits.length <= mostProblems) return problems;
  return [...problems, { file, expected: 'no further problems', found: `${misfits.length - mostProblems} more` }];
}

function inputProblem(file: string, { path, line, column, expected, found, suggestion }: Misfit): InputProblem {
  return {
    file,
    place: path === '' ? `${line}:${column}` : `${line}:${column} (${path})`,
    expected,
    ...(found === undefined ? {} : { found }),
    ...(suggestion === undefined ? {} : { suggestion }),
  };
}

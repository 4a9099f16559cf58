import { type ParseOptions, printParseErrorCode, visit } from 'jsonc-parser';

/** Why a text is no JSON that a reader takes, in words, and where. */
export interface JsonProblem {
  readonly problem: string;
  readonly offset: number;
}

class Found extends Error {
  readonly problem: JsonProblem;
  constructor(problem: JsonProblem) {
    super(problem.problem);
    this.problem = problem;
  }
}

/**
 * The first error of a text, or the first bracket that makes `deepest` levels one too many; `undefined` where there is neither.
 * jsonc-parser descends by recursion, and goes on behind an error: whoever gives it text of strangers asks here first.
 */
export function firstJsonProblem(text: string, deepest: number, options: ParseOptions): JsonProblem | undefined {
  let depth = 0;
  const begin = (offset: number): void => {
    if (++depth > deepest) throw new Found({ problem: `more than ${deepest} levels of lists and objects`, offset });
  };
  const end = (): void => void depth--;
  try {
    visit(
      text,
      {
        onObjectBegin: begin,
        onArrayBegin: begin,
        onObjectEnd: end,
        onArrayEnd: end,
        onError(code, offset) {
          throw new Found({ problem: inWords(printParseErrorCode(code)), offset });
        },
      },
      options,
    );
    return undefined;
  } catch (error) {
    if (error instanceof Found) return error.problem;
    throw error;
  }
}

/** `CommaExpected` as `comma expected`. */
function inWords(code: string): string {
  return code.replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter}`).toLowerCase();
}

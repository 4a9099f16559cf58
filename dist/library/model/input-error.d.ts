/** One thing that is wrong with an input: which file, where in it, what was expected and what was found. */
export interface InputProblem {
    readonly file: string;
    /** A line and column, a fact path, or both, in words; absent when the file as a whole is meant. */
    readonly place?: string;
    readonly expected: string;
    readonly found?: string;
    /** For a misspelt key: what was probably meant. */
    readonly suggestion?: string;
}
/** The one error for unusable input (exit code 2). It carries every problem at once and is printed without a stack. */
export declare class InputError extends Error {
    readonly problems: readonly InputProblem[];
    constructor(problems: readonly InputProblem[]);
}
/** One line for a person: `server.json:3:5: expected x64, x86 or arm64, found "amd64"`. */
export declare function describeProblem(problem: InputProblem): string;

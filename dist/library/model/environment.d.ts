/**
 * Environment variables by upper-cased name, because Windows ignores their case.
 * `null` means that the variable is set but its value was not kept (redacted); a name that is absent is not set.
 */
export type EnvironmentVariables = ReadonlyMap<string, string | null>;
/** What is known about one variable of a process: its value (`undefined` = not set), or which facts would tell. */
export type VariableLookup = {
    readonly known: true;
    readonly value: string | undefined;
} | {
    readonly known: false;
    readonly missingFacts: readonly string[];
};
/** The environment block of one process. Names are compared without regard to case; an empty value counts as not set. */
export type EnvironmentBlock = (name: string) => VariableLookup;

import { parseArgs } from 'node:util';
import type { InputProblem } from '../../model/input-error.ts';
import { nearestSpelling } from '../../server/key-suggestion.ts';
import { oneOf } from '../in-words.ts';

/** An option of a command: `choices` are the values it takes, absent for any text. */
export interface OptionShape {
  readonly choices?: readonly string[];
  readonly repeatable?: boolean;
  /** Stands alone, without a value. */
  readonly flag?: boolean;
}

export type OptionShapes = Readonly<Record<string, OptionShape>>;

/** What a command was given, with everything that is wrong with it. */
export interface GivenArguments {
  readonly positionals: readonly string[];
  readonly values: ReadonlyMap<string, readonly string[]>;
  readonly help: boolean;
  readonly problems: readonly InputProblem[];
}

/** Reads the arguments of one command against its options, and collects every problem instead of stopping at the first. */
export function readArguments(args: readonly string[], shapes: OptionShapes): GivenArguments {
  const options = Object.fromEntries(
    Object.entries(shapes).map(([name, { flag }]) => [name, { type: flag === true ? ('boolean' as const) : ('string' as const) }]),
  );
  const { tokens } = parseArgs({
    args: [...args],
    options: { ...options, help: { type: 'boolean', short: 'h' } },
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const positionals: string[] = [];
  const values = new Map<string, string[]>();
  const problems: InputProblem[] = [];
  let help = false;
  let last = -1;
  for (const token of tokens) {
    if (token.kind === 'option-terminator') continue;
    const word = args[token.index] ?? '';
    if (token.kind === 'positional') positionals.push(token.value);
    // Of `-abc` parseArgs makes three options; it is one word, and `-2147024883` an HRESULT as PowerShell prints it.
    else if (token.index === last) continue;
    else if (/^-\d+$/.test(word)) positionals.push(word);
    else if (token.name === 'help') help = true;
    else {
      const problem = optionProblem(token, word, shapes, values);
      if (problem !== undefined) problems.push(problem);
      else values.set(token.name, [...(values.get(token.name) ?? []), token.value ?? '']);
    }
    last = token.index;
  }
  return { positionals, values, help, problems };
}

interface OptionToken {
  readonly name: string;
  readonly rawName: string;
  readonly value: string | undefined;
  readonly inlineValue: boolean | undefined;
}

/** `word`: the option as it stands on the command line. */
function optionProblem(
  token: OptionToken,
  word: string,
  shapes: OptionShapes,
  given: ReadonlyMap<string, unknown>,
): InputProblem | undefined {
  // `Object.hasOwn`: an option named like a member of every object is still unknown.
  const shape = Object.hasOwn(shapes, token.name) ? shapes[token.name] : undefined;
  if (shape === undefined) return unknownOption(token.name, word, shapes);
  const { value } = token;
  if (shape.flag === true) return value === undefined ? undefined : usageProblem(`${token.rawName} without a value`, `"${value}"`);
  if (value === undefined || value === '' || (value.startsWith('--') && token.inlineValue !== true)) {
    return usageProblem(`a value for ${token.rawName}`, value === undefined || value === '' ? undefined : value);
  }
  if (given.has(token.name) && shape.repeatable !== true) return usageProblem(`${token.rawName} once`, 'it more than once');
  if (shape.choices !== undefined && !shape.choices.includes(value)) {
    return usageProblem(`${oneOf(shape.choices)} for ${token.rawName}`, `"${value}"`, nearestSpelling(value, shape.choices));
  }
  return undefined;
}

function unknownOption(name: string, word: string, shapes: OptionShapes): InputProblem {
  const names = [...Object.keys(shapes), 'help'];
  const near = nearestSpelling(name, names) ?? names.find((candidate) => candidate.startsWith(name) && name.length > 1);
  const [found = word] = word.split('=');
  return usageProblem(oneOf(names.map((known) => `--${known}`)), found, near === undefined ? undefined : `--${near}`);
}

/** A problem with the command line itself. */
export function usageProblem(expected: string, found?: string, suggestion?: string): InputProblem {
  return {
    file: 'command line',
    expected,
    ...(found === undefined ? {} : { found }),
    ...(suggestion === undefined ? {} : { suggestion }),
  };
}

import { type FailOn, failOnLevels } from '../../model/configuration.ts';
import { InputError, type InputProblem } from '../../model/input-error.ts';
import { type ReportFormat, reportFormats } from '../../report/render.ts';
import { nearestSpelling } from '../../server/key-suggestion.ts';
import { oneOf } from '../in-words.ts';
import { optionalKey } from '../optional-key.ts';
import { type Command, type CommandName, commandNames, requirementFormats } from './command.ts';
import { type GivenArguments, type OptionShapes, readArguments, usageProblem } from './option-values.ts';

const optionsOf: Readonly<Record<CommandName, OptionShapes>> = {
  check: {
    server: { repeatable: true },
    site: {},
    app: {},
    pool: {},
    config: {},
    'expect-transform': { flag: true },
    format: { choices: reportFormats },
    output: {},
    'fail-on': { choices: failOnLevels },
  },
  explain: {},
  collect: { output: {} },
  requirements: { format: { choices: requirementFormats }, output: {} },
};

/** Reads the command line. Throws one `InputError` with everything that is wrong with it. */
export function parseArguments(args: readonly string[]): Command {
  const [first, ...rest] = args;
  if (first === undefined || first === '--help' || first === '-h') return { command: 'help' };
  if (first === '--version') return { command: 'version' };
  if (first === 'help') return helpCommand(rest[0]);
  if (!isCommandName(first)) throw new InputError([unknownCommand(first)]);
  const given = readArguments(rest, optionsOf[first]);
  if (given.help) return { command: 'help', about: first };
  const problems = [...given.problems, ...positionalProblems(first, given.positionals)];
  if (problems.length > 0) throw new InputError(problems);
  return commands[first](given);
}

function helpCommand(about: string | undefined): Command {
  if (about === undefined) return { command: 'help' };
  if (!isCommandName(about)) throw new InputError([unknownCommand(about)]);
  return { command: 'help', about };
}

const commands: Record<CommandName, (given: GivenArguments) => Command> = {
  check: checkCommand,
  explain: ({ positionals }) => ({ command: 'explain', query: positionals.join(' ') }),
  collect: (given) => ({ command: 'collect', ...optionalKey('output', given.values.get('output')?.[0]) }),
  requirements: (given) => ({
    command: 'requirements',
    artifact: given.positionals[0] ?? '',
    format: choice(given, 'format', requirementFormats) ?? 'text',
    ...optionalKey('output', given.values.get('output')?.[0]),
  }),
};

function checkCommand(given: GivenArguments): Command {
  const value = (name: string): string | undefined => given.values.get(name)?.[0];
  const failOn: FailOn | undefined = choice(given, 'fail-on', failOnLevels);
  const format: ReportFormat = choice(given, 'format', reportFormats) ?? 'text';
  return {
    command: 'check',
    artifacts: given.positionals,
    servers: given.values.get('server') ?? [],
    format,
    ...optionalKey('site', value('site')),
    ...optionalKey('application', value('app')),
    ...optionalKey('appPool', value('pool')),
    ...optionalKey('config', value('config')),
    ...optionalKey('output', value('output')),
    ...optionalKey('failOn', failOn),
    ...(given.values.has('expect-transform') ? { expectTransform: true } : {}),
  };
}

/** The value of an option with choices, already known to be one of them. */
function choice<Value extends string>(given: GivenArguments, name: string, choices: readonly Value[]): Value | undefined {
  const value = given.values.get(name)?.[0];
  return choices.find((candidate) => candidate === value);
}

function positionalProblems(command: CommandName, positionals: readonly string[]): InputProblem[] {
  const given = positionals.filter((positional) => positional.trim() !== '');
  if (command === 'collect')
    return positionals.length === 0 ? [] : [usageProblem('no further arguments for collect', `"${positionals[0]}"`)];
  // A variable of a script that is empty leaves an argument behind that says nothing.
  if (given.length === 0 || (command !== 'explain' && given.length < positionals.length))
    return [usageProblem(wanted[command], positionals.length === 0 ? undefined : 'an empty argument')];
  if (command === 'requirements' && positionals.length > 1) return [usageProblem('one artifact', `${positionals.length} of them`)];
  return [];
}

const wanted = {
  check: 'at least one artifact: a publish folder or a package',
  explain: 'a status such as 500.31, an HRESULT, an event id or a rule id',
  requirements: 'an artifact: a publish folder or a package',
} as const;

function isCommandName(text: string | undefined): text is CommandName {
  return commandNames.some((name) => name === text);
}

function unknownCommand(found: string): InputProblem {
  const near = nearestSpelling(found, [...commandNames, '--help', '--version']);
  // The path of an artifact in the place of the command: what is done with one most often is meant.
  const path = /^[^-].*[\\/.]|^\.+$/.test(found) ? `check ${found}` : undefined;
  return usageProblem(`a command: ${oneOf(commandNames)}`, `"${found}"`, near ?? path);
}

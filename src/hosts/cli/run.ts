import { describeProblem, InputError } from '../../model/input-error.ts';
import { withoutAgentCommands } from '../../report/agent-commands.ts';
import { oneLine, visibleLines } from '../../report/visible-text.ts';
import { parseArguments } from './arguments.ts';
import type { Command } from './command.ts';
import { helpText } from './help.ts';
import type { Surroundings } from './surroundings.ts';

/** 0 nothing at or above `--fail-on`; 1 something is; 2 unusable input or usage; 3 a bug in the tool. */
export type CliExitCode = 0 | 1 | 2 | 3;

/** Runs one command line and says with which code the process should end. */
export async function run(args: readonly string[], surroundings: Surroundings): Promise<CliExitCode> {
  try {
    return await perform(parseArguments(args), surroundings);
  } catch (error) {
    if (!(error instanceof InputError)) return bug(error, surroundings);
    for (const problem of error.problems)
      surroundings.complain(withoutAgentCommands(`iis-preflight: ${oneLine(describeProblem(problem))}\n`));
    return 2;
  }
}

async function perform(command: Command, surroundings: Surroundings): Promise<CliExitCode> {
  switch (command.command) {
    case 'check':
      return (await import(/* webpackMode: "eager" */ './check-command.ts')).checkCommand(command, surroundings);
    case 'explain':
      return (await import(/* webpackMode: "eager" */ './explain-command.ts')).explainCommand(command, surroundings);
    case 'collect':
      return (await import(/* webpackMode: "eager" */ './collect-command.ts')).collectCommand(command, surroundings);
    case 'requirements':
      return (await import(/* webpackMode: "eager" */ './requirements-command.ts')).requirementsCommand(command, surroundings);
    case 'help':
      surroundings.print(helpText(command.about));
      return 0;
    case 'version':
      surroundings.print(`${surroundings.version}\n`);
      return 0;
  }
}

function bug(error: unknown, { complain, version }: Surroundings): 3 {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  complain(`iis-preflight ${version}: this is a bug in iis-preflight, not in your application.\n`);
  complain(`${withoutAgentCommands(visibleLines(stack).join('\n'))}\n`);
  complain(
    'Please report it to the project, with the text above and, if you may share them, the artifact’s web.config and *.json files.\n',
  );
  return 3;
}

import { type ParseError, parse, printParseErrorCode } from 'jsonc-parser';
import { deployTimeToken } from '../iis/deploy-time-token.ts';
import type { EnvironmentBlock } from '../model/environment.ts';
import type { StageOutcome } from '../model/stage.ts';
import { pathKey } from '../windows/paths.ts';
import { applicationEnvironment } from './application-environment.ts';
import type { ApplicationStart } from './application-start-stage.ts';
import { coreClrFailedEvent, managedExceptionEvent } from './event-log.ts';
import { handlerFailure, handlerMajor } from './handler-failure.ts';

/**
 * The environment name the default builders use. From .NET 7 on DOTNET_ENVIRONMENT wins over ASPNETCORE_ENVIRONMENT
 * (learn.microsoft.com/dotnet/core/compatibility/aspnet-core/7.0/environment-variable-precedence).
 */
export function environmentName(environment: EnvironmentBlock, major: number): string | undefined {
  const names = major >= 7 ? ['DOTNET_ENVIRONMENT', 'ASPNETCORE_ENVIRONMENT'] : ['ASPNETCORE_ENVIRONMENT', 'DOTNET_ENVIRONMENT'];
  for (const name of names) {
    const lookup = environment(name);
    if (!lookup.known) return undefined;
    if (lookup.value !== undefined) return lookup.value;
  }
  return 'Production';
}

/** The first reason why the JSON configuration provider throws: it takes comments and trailing commas, and wants an object. */
function jsonProblem(text: string): { readonly problem: string; readonly line: number; readonly column: number } | undefined {
  const errors: ParseError[] = [];
  const value: unknown = parse(text, errors, { allowTrailingComma: true, disallowComments: false, allowEmptyContent: false });
  const [error] = errors;
  if (error === undefined) {
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? undefined
      : { problem: 'the root is not an object', line: 1, column: 1 };
  }
  const before = text.slice(0, error.offset).split('\n');
  return { problem: printParseErrorCode(error.error), line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** appsettings.json and the file of the environment in force: one that does not parse ends the default builders with an exception, 500.30. */
export function applicationSettings(start: ApplicationStart): StageOutcome | undefined {
  const { facts, module, aspNetCore, requestHandler, workerEnvironment } = start;
  const major = handlerMajor(requestHandler.version);
  const name = environmentName(applicationEnvironment(aspNetCore, workerEnvironment), major);
  for (const file of ['appsettings.json', ...(name === undefined ? [] : [`appsettings.${name}.json`])]) {
    const bytes = facts.artifact.contents.get(pathKey(file));
    if (bytes === undefined) continue;
    const text = new TextDecoder().decode(bytes);
    const problem = jsonProblem(text);
    if (problem === undefined) continue;
    const token = deployTimeToken(text);
    if (token !== undefined) {
      return {
        outcome: 'unknown',
        because: `${file} is not valid JSON as it is; it holds the placeholder ${token}, which a deployment step replaces.`,
        missingFacts: [],
      };
    }
    const failure = handlerFailure(aspNetCore, requestHandler.version, {
      rule: 'appsettings-unparsable',
      status: '500.30',
      certainty: 'likely',
      events: [
        managedExceptionEvent(module, facts, `System.IO.InvalidDataException: Failed to load configuration from file '${file}'.`),
        coreClrFailedEvent(module, facts, major, 'CLR worker thread exited prematurely'),
      ],
      message: `${file} is not valid JSON (${problem.problem} at line ${problem.line}), and the default builders stop on that.`,
      evidence: [`${file} line ${problem.line}, column ${problem.column}: ${problem.problem}.`],
      remedies: [{ side: 'app', text: `Correct ${file}.` }],
      place: { in: 'artifact', file, line: problem.line, column: problem.column },
    });
    return { outcome: 'failed', failure };
  }
  return undefined;
}

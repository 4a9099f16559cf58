import type { EnvironmentBlock } from '../model/environment.ts';
import type { FailureRuleId } from '../model/failure-rules.ts';
import type { Certainty, Place, Remedy } from '../model/finding.ts';
import type { StartFacts } from '../model/start-facts.ts';
import { environmentName, settingsProblem } from './application-settings.ts';
import { startupHookProblem } from './startup-hooks.ts';

/** Something that ends the managed part of the start, in either hosting model; or what keeps it from being known. */
export type ManagedStartProblem =
  | {
      readonly kind: 'stops';
      readonly rule: FailureRuleId;
      readonly certainty: Certainty;
      readonly message: string;
      readonly evidence: readonly string[];
      readonly remedies: readonly Remedy[];
      readonly place?: Place;
      /** The exception as the runtime prints it. */
      readonly exception: string;
    }
  | { readonly kind: 'unknown'; readonly because: string; readonly missingFacts: readonly string[] };

function hooks(facts: StartFacts, environment: EnvironmentBlock): ManagedStartProblem | undefined {
  const problem = startupHookProblem(facts, environment);
  if (problem === undefined) return undefined;
  if (problem.kind === 'unknown') {
    return {
      kind: 'unknown',
      because: `DOTNET_STARTUP_HOOKS names ${problem.hook}; nobody said whether that file exists.`,
      missingFacts: problem.missingFacts,
    };
  }
  return {
    kind: 'stops',
    rule: 'startup-hook-missing',
    certainty: 'certain',
    message: `DOTNET_STARTUP_HOOKS names ${problem.hook}, and that file is not there; the runtime stops before the application starts.`,
    evidence: [`DOTNET_STARTUP_HOOKS=${problem.value}`],
    remedies: [
      {
        side: 'server',
        text: 'Install the agent the hook belongs to, or remove DOTNET_STARTUP_HOOKS from the machine, the pool and web.config.',
      },
    ],
    exception: `System.ArgumentException: Startup hook assembly '${problem.hook}' failed to load.`,
  };
}

function settings(facts: StartFacts, environment: EnvironmentBlock, major: number): ManagedStartProblem | undefined {
  const problem = settingsProblem(facts, environmentName(environment, major));
  if (problem === undefined) return undefined;
  const { file } = problem;
  if (problem.kind === 'placeholder') {
    return {
      kind: 'unknown',
      because: `${file} is not valid JSON as it is; it holds the placeholder ${problem.token}, which a deployment step replaces.`,
      missingFacts: [],
    };
  }
  const { line, column } = problem;
  return {
    kind: 'stops',
    rule: 'appsettings-unparsable',
    // An application may do without the default builders, and then nobody reads the file.
    certainty: 'likely',
    message: `${file} is not valid JSON (${problem.problem}, line ${line}), and the default builders stop on that.`,
    evidence: [`${file} line ${line}, column ${column}: ${problem.problem}.`],
    remedies: [{ side: 'app', text: `Correct ${file}.` }],
    place: { in: 'artifact', file, line, column },
    exception: `System.IO.InvalidDataException: Failed to load configuration from file '${file}'.`,
  };
}

/** What ends the managed part of the start, as far as files and variables tell. `major`: of the framework in use. */
export function managedStartProblem(facts: StartFacts, environment: EnvironmentBlock, major: number): ManagedStartProblem | undefined {
  return hooks(facts, environment) ?? settings(facts, environment, major);
}

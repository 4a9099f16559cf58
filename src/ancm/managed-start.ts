import type { EnvironmentBlock } from '../model/environment.ts';
import type { FailureCause, Remedy } from '../model/finding.ts';
import type { StartFacts } from '../model/start-facts.ts';
import { environmentName, settingsProblem } from './application-settings.ts';
import { logLevelProblem } from './log-levels.ts';
import { type HookingRuntime, type StartupHookProblem, startupHookProblem } from './startup-hooks.ts';

/** Something that ends the managed part of the start, in either hosting model; or what keeps it from being known. */
export type ManagedStartProblem =
  | (FailureCause & {
      readonly kind: 'stops';
      /** The exception as the runtime prints it. */
      readonly exception: string;
    })
  | { readonly kind: 'unknown'; readonly because: string; readonly missingFacts: readonly string[] };

const hookRemedies: readonly Remedy[] = [
  {
    side: 'server',
    text: 'Install the agent the hook belongs to, or remove the hook from the machine, the pool, web.config and runtimeconfig.json.',
  },
];

type UnusableHook = Exclude<StartupHookProblem, { readonly kind: 'unknown' }>;

const whatIsWrong: Readonly<Record<UnusableHook['kind'], (hook: string) => string>> = {
  missing: (hook) => `${hook}, and that file is not there`,
  'not-a-name': (hook) => `"${hook}", which is neither a full path nor the name of an assembly`,
  'no-assembly': (hook) => `${hook}, and neither the application nor a framework has an assembly of that name`,
};

function stoppedByHook({ kind, hook, from, value }: UnusableHook, runtime: HookingRuntime): ManagedStartProblem {
  const invalid = kind === 'not-a-name';
  return {
    kind: 'stops',
    rule: 'startup-hook-missing',
    // A trimmed application does without hooks, and says so in its runtimeconfig.json.
    certainty: runtime.runtimeConfig === undefined || kind === 'no-assembly' ? 'likely' : 'certain',
    message: `${from} names ${whatIsWrong[kind](hook)}; the runtime stops before the application starts.`,
    evidence: [`${from} is "${value}".`],
    remedies: invalid ? [{ side: 'server', text: 'Write the full path of the dll.' }, ...hookRemedies] : hookRemedies,
    exception: invalid
      ? `System.ArgumentException: The startup hook simple assembly name '${hook}' is invalid.`
      : `System.ArgumentException: Startup hook assembly '${hook}' failed to load.`,
  };
}

function hooks(facts: StartFacts, environment: EnvironmentBlock, runtime: HookingRuntime): ManagedStartProblem | undefined {
  const problem = startupHookProblem(facts, environment, runtime);
  if (problem === undefined) return undefined;
  if (problem.kind === 'unknown') {
    const because =
      problem.hook === undefined
        ? 'Nobody said what DOTNET_STARTUP_HOOKS is; a hook that cannot be loaded ends the start.'
        : `DOTNET_STARTUP_HOOKS names ${problem.hook}; nobody said whether that file exists.`;
    return { kind: 'unknown', because, missingFacts: problem.missingFacts };
  }
  return stoppedByHook(problem, runtime);
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

function logLevels(facts: StartFacts, environment: EnvironmentBlock, major: number): ManagedStartProblem | undefined {
  const problem = logLevelProblem(facts, environment, environmentName(environment, major));
  if (problem === undefined) return undefined;
  if (problem.kind === 'unknown') {
    const because = `Nobody said whether ${problem.variable} is set; without it a log level that is none ends the start.`;
    return { kind: 'unknown', because, missingFacts: problem.missingFacts };
  }
  const { file, key, value, line, column } = problem;
  const category = key.replace(/^.*?:LogLevel:/i, '');
  return {
    kind: 'stops',
    rule: 'log-level-unknown',
    // An application may bring a logging of its own.
    certainty: 'likely',
    message: `${file} gives ${key} the value "${value}", which is no log level, and the logging of .NET stops on that.`,
    evidence: [`${file} line ${line}: ${key} is "${value}".`],
    remedies: [
      {
        side: 'app',
        text: 'Write Trace, Debug, Information, Warning, Error, Critical or None.',
        snippet: `"${category}": "Information"`,
      },
    ],
    place: { in: 'artifact', file, line, column },
    exception: `System.InvalidOperationException: Configuration value '${value}' is not supported.`,
  };
}

/** What ends the managed part of the start, as far as files and variables tell. */
export function managedStartProblem(
  facts: StartFacts,
  environment: EnvironmentBlock,
  runtime: HookingRuntime,
): ManagedStartProblem | undefined {
  const { major } = runtime;
  return hooks(facts, environment, runtime) ?? settings(facts, environment, major) ?? logLevels(facts, environment, major);
}

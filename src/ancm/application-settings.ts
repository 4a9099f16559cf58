import { type ParseError, parse, printParseErrorCode } from 'jsonc-parser';
import { deployTimeToken } from '../iis/deploy-time-token.ts';
import type { EnvironmentBlock } from '../model/environment.ts';
import { onceForEach } from '../model/once-for-each.ts';
import type { StartFacts } from '../model/start-facts.ts';
import { pathKey } from '../windows/paths.ts';

/**
 * The environment name the default builders use; `undefined` while it is not known. From .NET 7 on DOTNET_ENVIRONMENT wins over
 * ASPNETCORE_ENVIRONMENT (learn.microsoft.com/dotnet/core/compatibility/aspnet-core/7.0/environment-variable-precedence).
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

interface JsonProblem {
  readonly problem: string;
  readonly line: number;
  readonly column: number;
  readonly token: string | undefined;
}

/** The first reason why the JSON configuration provider throws: it takes comments and trailing commas, and wants an object. */
function jsonProblem(text: string): Omit<JsonProblem, 'token'> | undefined {
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

export type SettingsProblem =
  | { readonly kind: 'unparsable'; readonly file: string; readonly problem: string; readonly line: number; readonly column: number }
  /** Not JSON as it is, but a deployment step replaces `token` first. */
  | { readonly kind: 'placeholder'; readonly file: string; readonly token: string };

/** appsettings.json and the file of the environment in force, as far as the default builders would stop on them. */
export function settingsProblem(facts: StartFacts, environment: string | undefined): SettingsProblem | undefined {
  for (const file of ['appsettings.json', ...(environment === undefined ? [] : [`appsettings.${environment}.json`])]) {
    const bytes = facts.artifact.contents.get(pathKey(file));
    const problem = bytes === undefined ? undefined : settingsFileProblem(file, bytes);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

const contentProblem = onceForEach((bytes: Uint8Array): JsonProblem | undefined => {
  const text = new TextDecoder().decode(bytes);
  const problem = jsonProblem(text);
  return problem && { ...problem, token: deployTimeToken(text) };
});

/** Why the default builders stop on this file; `undefined` where they read it. */
export function settingsFileProblem(file: string, bytes: Uint8Array): SettingsProblem | undefined {
  const found = contentProblem(bytes);
  if (found === undefined) return undefined;
  const { token, ...problem } = found;
  return token === undefined ? { kind: 'unparsable', file, ...problem } : { kind: 'placeholder', file, token };
}

import { type JsonSetting, readSettingsJson, type SettingsJson, settingsText } from '../dotnet/settings-json.ts';
import { deployTimeToken } from '../iis/deploy-time-token.ts';
import type { EnvironmentBlock } from '../model/environment.ts';
import { onceForEach } from '../model/once-for-each.ts';
import type { PublishArtifact } from '../model/publish-artifact.ts';
import type { StartFacts } from '../model/start-facts.ts';
import { pathKey } from '../windows/paths.ts';

/**
 * The variables that name the environment, the one that wins first. From .NET 7 on DOTNET_ENVIRONMENT wins over ASPNETCORE_ENVIRONMENT
 * (learn.microsoft.com/dotnet/core/compatibility/aspnet-core/7.0/environment-variable-precedence).
 */
export function environmentNames(major: number): readonly string[] {
  return major >= 7 ? ['DOTNET_ENVIRONMENT', 'ASPNETCORE_ENVIRONMENT'] : ['ASPNETCORE_ENVIRONMENT', 'DOTNET_ENVIRONMENT'];
}

/** The environment name the default builders use; `undefined` while it is not known. */
export function environmentName(environment: EnvironmentBlock, major: number): string | undefined {
  for (const name of environmentNames(major)) {
    const lookup = environment(name);
    if (!lookup.known) return undefined;
    if (lookup.value !== undefined) return lookup.value;
  }
  return 'Production';
}

export type SettingsProblem =
  | { readonly kind: 'unparsable'; readonly file: string; readonly problem: string; readonly line: number; readonly column: number }
  /** Not JSON as it is, but a deployment step replaces `token` first. */
  | { readonly kind: 'placeholder'; readonly file: string; readonly token: string };

/** The settings files that the default builders read, the last one wins. `environment`: its name, absent while it is not known. */
const settingsFiles = (environment: string | undefined): readonly string[] => [
  'appsettings.json',
  ...(environment === undefined ? [] : [`appsettings.${environment}.json`]),
];

/** appsettings.json and the file of the environment in force, as far as the default builders would stop on them. */
export function settingsProblem(facts: StartFacts, environment: string | undefined): SettingsProblem | undefined {
  for (const file of settingsFiles(environment)) {
    const bytes = facts.artifact.contents.get(pathKey(file));
    const problem = bytes === undefined ? undefined : settingsFileProblem(file, bytes);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

/** A settings file as the provider reads it, with its text. */
export const settingsIn = onceForEach((bytes: Uint8Array): SettingsJson & { readonly text: string } => {
  const text = settingsText(bytes);
  return { ...readSettingsJson(text), text };
});

/** A setting with the file that holds it. */
export interface WrittenSetting extends JsonSetting {
  readonly file: string;
  /** All of the file, in which `offset` counts. */
  readonly text: string;
}

/** The settings of those files in the order in which they are read, so that the last one of a key wins; a file that does not parse has none. */
export function writtenSettings({ contents }: PublishArtifact, environment: string | undefined): readonly WrittenSetting[] {
  return settingsFiles(environment).flatMap((file) => {
    const bytes = contents.get(pathKey(file));
    const read = bytes === undefined ? undefined : settingsIn(bytes);
    return read?.ok === true ? read.settings.map((setting) => ({ ...setting, file, text: read.text })) : [];
  });
}

/** Why the default builders stop on this file; `undefined` where they read it. */
export function settingsFileProblem(file: string, bytes: Uint8Array): SettingsProblem | undefined {
  const read = settingsIn(bytes);
  if (read.ok) return undefined;
  const { problem, line, column } = read;
  const token = deployTimeToken(read.text);
  return token === undefined ? { kind: 'unparsable', file, problem, line, column } : { kind: 'placeholder', file, token };
}

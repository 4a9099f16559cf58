import { applicationEnvironment } from '../ancm/application-environment.ts';
import { writtenSettings } from '../ancm/application-settings.ts';
import type { AdviceFacts } from './advice-rule.ts';
import { advisedEnvironment } from './advised-environment.ts';

/** The values of a setting in appsettings.json and in the file of the environment in force; keys ignore case. */
export function settingValues(advice: AdviceFacts, key: string): readonly string[] {
  const settings = writtenSettings(advice.facts.artifact, advisedEnvironment(advice)?.name ?? 'Production');
  return settings.filter((setting) => setting.key.toLowerCase() === key.toLowerCase()).map(({ value }) => value);
}

/** The values of environment variables of the application that are known. */
export function variableValues({ workedOut: { aspNetCore, workerEnvironment } }: AdviceFacts, names: readonly string[]): readonly string[] {
  if (aspNetCore === undefined || workerEnvironment === undefined) return [];
  const environment = applicationEnvironment(aspNetCore, workerEnvironment);
  return names.flatMap((name) => {
    const lookup = environment(name);
    return lookup.known && lookup.value !== undefined ? [lookup.value] : [];
  });
}

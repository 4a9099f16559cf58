import { applicationEnvironment } from '../ancm/application-environment.ts';
import { settingsIn } from '../ancm/application-settings.ts';
import { pathKey } from '../windows/paths.ts';
import type { AdviceFacts } from './advice-rule.ts';
import { advisedEnvironment } from './advised-environment.ts';

/** The values of a setting in appsettings.json and in the file of the environment in force; keys ignore case. */
export function settingValues(advice: AdviceFacts, key: string): readonly string[] {
  const { contents } = advice.facts.artifact;
  const environment = advisedEnvironment(advice)?.name ?? 'Production';
  return ['appsettings.json', `appsettings.${environment}.json`].flatMap((file) => {
    const bytes = contents.get(pathKey(file));
    const read = bytes === undefined ? undefined : settingsIn(bytes);
    if (read?.ok !== true) return [];
    return read.settings.filter((setting) => setting.key.toLowerCase() === key.toLowerCase()).map(({ value }) => value);
  });
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

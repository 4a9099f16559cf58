import { applicationEnvironment } from '../ancm/application-environment.ts';
import { environmentName } from '../ancm/application-settings.ts';
import { environmentVariable } from '../ancm/aspnetcore-section.ts';
import { webConfigPlace } from '../ancm/section-place.ts';
import type { Finding } from '../model/finding.ts';
import { someOf } from '../model/some-of.ts';
import { pathKey } from '../windows/paths.ts';
import type { AdviceFacts, AdviceRule } from './advise.ts';
import { advisedApplication, runtimeMajor } from './advised-application.ts';

/** The environment in force, where a variable sets it; `undefined` where it is the default, or not known. */
function chosenEnvironment(advice: AdviceFacts): (Pick<Finding, 'place'> & { readonly name: string; readonly setBy: string }) | undefined {
  const { aspNetCore, workerEnvironment } = advice.workedOut;
  if (aspNetCore === undefined || workerEnvironment === undefined) return undefined;
  const environment = applicationEnvironment(aspNetCore, workerEnvironment);
  const application = advisedApplication(advice);
  const name = environmentName(environment, (application && runtimeMajor(advice, application)) ?? 10);
  const variable = ['DOTNET_ENVIRONMENT', 'ASPNETCORE_ENVIRONMENT'].find((candidate) => {
    const lookup = environment(candidate);
    return lookup.known && lookup.value === name;
  });
  if (name === undefined || variable === undefined || !/^[\w.-]+$/.test(name)) return undefined;
  const written = environmentVariable(aspNetCore, variable);
  return written === undefined
    ? { name, setBy: `${variable} on the machine or the pool is ${name}.` }
    : { name, setBy: `web.config line ${written.line}: ${written.name}.`, place: webConfigPlace(advice.facts, written) };
}

/** A variable names an environment that has no settings file, while other environments of the same application have one. */
export const missingEnvironmentSettings: AdviceRule = (advice) => {
  const chosen = chosenEnvironment(advice);
  if (chosen === undefined) return [];
  const { name, setBy, place } = chosen;
  const { files } = advice.facts.artifact;
  const others = [...files.values()].filter(({ path }) => /^appsettings\.(?!development\.)[^.\\]+\.json$/i.test(path));
  if (others.length === 0 || files.has(pathKey(`appsettings.${name}.json`))) return [];
  return [
    {
      rule: 'environment-settings-missing',
      severity: 'warning',
      certainty: 'likely',
      message: `The environment is ${name}, but there is no appsettings.${name}.json; other environments have a file.`,
      evidence: [setBy, `There: ${someOf(others.map(({ path }) => path))}.`],
      remedies: [{ side: 'app', text: `Publish appsettings.${name}.json, or correct the name of the environment.` }],
      ...(place === undefined ? {} : { place }),
    },
  ];
};

import { applicationEnvironment } from '../ancm/application-environment.ts';
import { environmentName } from '../ancm/application-settings.ts';
import { environmentVariable } from '../ancm/aspnetcore-section.ts';
import { webConfigPlace } from '../ancm/section-place.ts';
import { pathKey } from '../windows/paths.ts';
import type { AdviceRule } from './advise.ts';

/** web.config names an environment that has no settings file, while other environments of the same application have one. */
export const missingEnvironmentSettings: AdviceRule = ({ facts, workedOut: { aspNetCore, workerEnvironment, host } }) => {
  if (aspNetCore === undefined || workerEnvironment === undefined) return [];
  const written = environmentVariable(aspNetCore, 'ASPNETCORE_ENVIRONMENT') ?? environmentVariable(aspNetCore, 'DOTNET_ENVIRONMENT');
  const major = Number(host?.frameworks.at(-1)?.version.split('.')[0] ?? 10);
  const name = environmentName(applicationEnvironment(aspNetCore, workerEnvironment), major);
  if (written === undefined || name === undefined || !/^[\w.-]+$/.test(name)) return [];
  const others = [...facts.artifact.files.values()].filter(({ path }) => /^appsettings\.(?!development\.)[^.\\]+\.json$/i.test(path));
  if (others.length === 0 || facts.artifact.files.has(pathKey(`appsettings.${name}.json`))) return [];
  return [
    {
      rule: 'environment-settings-missing',
      severity: 'warning',
      certainty: 'likely',
      message: `The environment is ${name}, but there is no appsettings.${name}.json; other environments have a file.`,
      evidence: [
        `web.config line ${written.line}: ${written.name}.`,
        `There: ${others
          .map(({ path }) => path)
          .slice(0, 5)
          .join(', ')}.`,
      ],
      remedies: [{ side: 'app', text: `Publish appsettings.${name}.json, or correct the name of the environment.` }],
      place: webConfigPlace(facts, written),
    },
  ];
};

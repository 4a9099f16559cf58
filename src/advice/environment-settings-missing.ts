import { webConfigPlace, writtenAt } from '../ancm/section-place.ts';
import { someOf } from '../model/some-of.ts';
import { pathKey } from '../windows/paths.ts';
import type { AdviceRule } from './advice-rule.ts';
import { type AdvisedEnvironment, advisedEnvironment } from './advised-environment.ts';

function whatSetsIt({ name, variable, written }: AdvisedEnvironment): string {
  if (variable === undefined) return `arguments of web.config: --environment ${name}.`;
  return written === undefined ? `${variable} on the machine or the pool is ${name}.` : `${writtenAt(written)}: ${written.name}.`;
}

/** Something names an environment that has no settings file, while other environments of the same application have one. */
export const environmentSettingsMissing: AdviceRule = (advice) => {
  const environment = advisedEnvironment(advice);
  // What is no part of a file name cannot be looked for, and the settings of Production are often those of appsettings.json itself.
  if (environment === undefined || !/^(?!production$)[\w.-]+$/i.test(environment.name)) return [];
  const { name, written } = environment;
  const { files } = advice.facts.artifact;
  const others = [...files.values()].filter(({ path }) => /^appsettings\.(?!development\.)[^.\\]+\.json$/i.test(path));
  if (others.length === 0 || files.has(pathKey(`appsettings.${name}.json`))) return [];
  return [
    {
      rule: 'environment-settings-missing',
      severity: 'warning',
      certainty: 'likely',
      message: `The environment is ${name}, but there is no appsettings.${name}.json; other environments have a file.`,
      evidence: [whatSetsIt(environment), `There: ${someOf(others.map(({ path }) => path))}.`],
      remedies: [{ side: 'app', text: `Publish appsettings.${name}.json, or correct the name of the environment.` }],
      ...(written === undefined ? {} : { place: webConfigPlace(advice.facts, written) }),
    },
  ];
};

import { onceForEach } from '../model/once-for-each.ts';
import type { PublishArtifact } from '../model/publish-artifact.ts';
import { pathKey } from '../windows/paths.ts';
import type { AdviceRule } from './advice-rule.ts';
import { advisedApplication } from './advised-application.ts';

const chosenByRid = onceForEach(({ files }: PublishArtifact) =>
  [...files].filter(([key]) => /^runtimes\\win[\w.-]*\\(?:native|lib)\\.+\.dll$/.test(key)).map(([, { path }]) => path),
);

/**
 * Without a deps.json the host takes the assemblies beside the application and nothing below `runtimes`.
 * Source: dotnet/runtime:docs/design/features/host-probing.md.
 */
export const depsJsonMissing: AdviceRule = (advice) => {
  const application = advisedApplication(advice);
  const { artifact } = advice.facts;
  if (application === undefined || artifact.files.has(pathKey(`${application.stem}.deps.json`))) return [];
  const [first, ...others] = chosenByRid(artifact);
  if (first === undefined) return [];
  return [
    {
      rule: 'deps-json-missing',
      severity: 'warning',
      certainty: 'likely',
      message: `${application.stem}.deps.json is missing, so nothing below runtimes is found, such as ${first}${others.length > 0 ? ` and ${others.length} more` : ''}.`,
      evidence: [`${application.stem}.deps.json is not in the artifact.`, ...[first, ...others].slice(0, 5)],
      remedies: [
        {
          side: 'app',
          text: 'Deploy the whole output of dotnet publish; look for a step that leaves *.json out, or for GenerateDependencyFile=false.',
        },
      ],
      place: { in: 'artifact', file: first },
    },
  ];
};

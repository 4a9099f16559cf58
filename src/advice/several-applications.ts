import { onceForEach } from '../model/once-for-each.ts';
import type { PublishArtifact } from '../model/publish-artifact.ts';
import { someOf } from '../model/some-of.ts';
import { fileName, pathKey } from '../windows/paths.ts';
import type { AdviceRule } from './advice-rule.ts';
import { advisedApplication } from './advised-application.ts';

const suffix = '.runtimeconfig.json';

const applicationStems = onceForEach(({ files }: PublishArtifact) =>
  [...files.values()]
    .filter(({ path }) => path.toLowerCase().endsWith(suffix) && fileName(path) === path)
    .map(({ path }) => path.slice(0, -suffix.length))
    .filter((stem) => files.has(pathKey(`${stem}.dll`))),
);

/** One folder, several `<name>.runtimeconfig.json` with a `<name>.dll`: one web.config starts one of them, and all share their assemblies. */
export const severalApplications: AdviceRule = (advice) => {
  const stems = applicationStems(advice.facts.artifact);
  if (stems.length < 2) return [];
  const started = advisedApplication(advice)?.dll;
  return [
    {
      rule: 'several-applications',
      severity: 'note',
      certainty: 'likely',
      message: `${stems.length} applications lie in one folder: ${someOf(stems)}.${started === undefined ? '' : ` web.config starts ${started}.`}`,
      evidence: stems.slice(0, 10).map((stem) => `${stem}${suffix} and ${stem}.dll.`),
      remedies: [
        {
          side: 'app',
          text: 'Publish each project into a folder of its own: publishing a solution with one output folder mixes them.',
          snippet: 'dotnet publish src/Shop/Shop.csproj -c Release -o publish/shop',
        },
        { side: 'app', text: 'Or, where one project refers to the other: refer to a library that both share, and not to an application.' },
      ],
      place: { in: 'artifact', file: `${stems[0]}${suffix}` },
    },
  ];
};

import { onceForEach } from '../model/once-for-each.ts';
import type { PublishArtifact } from '../model/publish-artifact.ts';
import type { AdviceRule } from './advise.ts';

/** Files that belong to development, by their key at or below the root. */
const leftover =
  /^(?:properties\\launchsettings\.json|web\.(?:debug|release|[\w-]+)\.config|[^\\]+\.pubxml(?:\.user)?|obj\\.*|\.vs\\.*|[^\\]+\.csproj(?:\.user)?)$/;
/** What a transformation after the publish reads. */
const transform = /^web\.[\w-]+\.config$/;
const shown = 5;

const leftovers = onceForEach(({ files, transformExpected }: PublishArtifact) =>
  [...files].filter(([key]) => leftover.test(key) && !(transformExpected === true && transform.test(key))).map(([, { path }]) => path),
);

export const developmentLeftovers: AdviceRule = ({ facts: { artifact } }) => {
  const files = leftovers(artifact);
  const [first] = files;
  if (first === undefined) return [];
  return [
    {
      rule: 'development-leftovers',
      severity: 'note',
      certainty: 'certain',
      message: `The artifact holds ${files.length} file${files.length === 1 ? '' : 's'} that belong to development, such as ${first}.`,
      evidence: files.slice(0, shown),
      remedies: [
        {
          side: 'app',
          text: 'Deploy the output of dotnet publish, not the project folder.',
          snippet: 'dotnet publish -c Release -o publish',
        },
      ],
      place: { in: 'artifact', file: first },
    },
  ];
};

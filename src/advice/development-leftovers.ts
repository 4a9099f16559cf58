import { onceForEach } from '../model/once-for-each.ts';
import type { PublishArtifact } from '../model/publish-artifact.ts';
import type { AdviceRule } from './advice-rule.ts';

/** Files that belong to development, by their key at or below the root. */
const leftover =
  /^(?:properties\\launchsettings\.json|(?:properties\\publishprofiles\\)?[^\\]+\.pubxml(?:\.user)?|web\.[\w-]+\.config|obj\\.*|\.vs\\.*|[^\\]+\.csproj(?:\.user)?)$/;
/** What a transformation after the publish reads. */
const transform = /^web\.[\w-]+\.config$/;
/** Passwords of publish profiles are kept in it, encrypted for the account that saved them. */
const withPasswords = /\.pubxml\.user$/;
const shown = 5;

interface Leftovers {
  readonly files: readonly string[];
  readonly passwords: string | undefined;
}

const leftovers = onceForEach(({ files, transformExpected }: PublishArtifact): Leftovers => {
  const found = [...files].filter(([key]) => leftover.test(key) && !(transformExpected === true && transform.test(key)));
  return { files: found.map(([, { path }]) => path), passwords: found.find(([key]) => withPasswords.test(key))?.[1].path };
});

export const developmentLeftovers: AdviceRule = ({ facts: { artifact } }) => {
  const { files, passwords } = leftovers(artifact);
  const first = passwords ?? files[0];
  if (first === undefined) return [];
  return [
    {
      rule: 'development-leftovers',
      severity: passwords === undefined ? 'note' : 'warning',
      certainty: 'certain',
      message: `The artifact holds ${files.length} file${files.length === 1 ? '' : 's'} that belong${files.length === 1 ? 's' : ''} to development, such as ${first}${passwords === undefined ? '' : ', which can hold passwords'}.`,
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

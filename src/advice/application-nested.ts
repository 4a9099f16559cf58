import { someOf } from '../model/some-of.ts';
import { pathKey } from '../windows/paths.ts';
import type { AdviceRule } from './advice-rule.ts';

/** The application at the root is whole, and another publish output lies below it. */
export const applicationNested: AdviceRule = ({ facts: { artifact }, workedOut: { aspNetCore } }) => {
  const below = artifact.root === '' ? '' : `${pathKey(artifact.root)}\\`;
  const started = `${aspNetCore?.processPath ?? ''} ${aspNetCore?.arguments ?? ''}`.replaceAll('/', '\\').toLowerCase();
  const all = artifact.otherRoots.filter((root) => {
    const key = pathKey(root);
    // web.config may well start an application from a folder below it.
    return key !== '' && key.startsWith(below) && !started.includes(`${key.slice(below.length)}\\`);
  });
  // An output that was published into itself again and again is one mistake.
  const nested = all.filter((root) => !all.some((outer) => pathKey(root).startsWith(`${pathKey(outer)}\\`)));
  const deeper = all.length - nested.length;
  const [first] = nested;
  // Without a web.config of its own the root is not the application; the failure names the place where it is.
  if (first === undefined || artifact.webConfig.state === 'absent') return [];
  return [
    {
      rule: 'application-nested',
      severity: 'note',
      certainty: 'likely',
      message:
        nested.length === 1
          ? `Another application lies inside the artifact, in ${first}; it is deployed as content of this one.`
          : `${nested.length} other applications lie inside the artifact, in ${someOf(nested)}; they are deployed as content of this one.`,
      evidence: [
        ...nested.slice(0, 10).map((root) => `${root} has a web.config or a runtimeconfig.json of its own.`),
        ...(deeper === 0 ? [] : [`${deeper} more ${deeper === 1 ? 'lies' : 'lie'} inside ${nested.length === 1 ? 'it' : 'them'}.`]),
      ],
      remedies: [
        {
          side: 'app',
          text: 'Publish into a folder outside the project, or exclude the old output; what lies in the project folder is published as content.',
          snippet: '<Content Remove="publish\\**" />',
        },
      ],
      place: { in: 'artifact', file: artifact.root === '' ? first : first.slice(artifact.root.length + 1) },
    },
  ];
};

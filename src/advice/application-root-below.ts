import type { AdviceRule } from './advice-rule.ts';

/** `bin/Release/net10.0`, and not the folder `publish` in it: somebody named the folder of a project. */
const isBuildOutput = (root: string): boolean => /(?:^|\/)bin\//i.test(root) && !/(?:^|\/)publish(?:\/|$)/i.test(root);

/** Nothing at the top of the input is an application; one folder below is, and the check went on there. */
export const applicationRootBelow: AdviceRule = ({ facts: { artifact } }) => {
  const { name, root, label, shape, webConfig } = artifact;
  // The layout of Web Deploy and NuGet packages is their own business, and several applications in one input are meant to be there.
  if (root === '' || label !== undefined || (shape !== 'folder' && shape !== 'zip')) return [];
  return [
    {
      rule: 'application-root-below',
      severity: 'warning',
      certainty: 'likely',
      message: `The application root is really ${root}, where the check went on; deployed as it is, IIS finds no web.config at the top and answers 403.14 or 404.`,
      evidence: [`${name} has no web.config and no application at its top.`, `${root} looks like the root of an application.`],
      remedies: isBuildOutput(root)
        ? [
            {
              side: 'app',
              text: `${root} is what a build makes; publish the project and check the output of that.`,
              snippet: 'dotnet publish -c Release -o publish',
            },
          ]
        : [
            { side: 'app', text: `Deploy the content of ${root} instead of the folder above it, or name ${name}/${root} as the artifact.` },
            { side: 'server', text: `Point the physical path of the application at ${root}.` },
          ],
      ...(webConfig.state === 'absent' ? {} : { place: { in: 'artifact' as const, file: webConfig.path } }),
    },
  ];
};

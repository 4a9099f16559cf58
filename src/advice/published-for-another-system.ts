import type { AdviceRule } from './advise.ts';
import { advisedApplication, someOf } from './advised-application.ts';

/**
 * deps.json says for which system the application was published. Assemblies run anywhere, so the start may well succeed; native libraries
 * and assemblies chosen for Linux or macOS do not.
 */
export const publishedForAnotherSystem: AdviceRule = (advice) => {
  const application = advisedApplication(advice);
  const rid = application?.promised?.rid;
  // What is self-contained for another system does not start at all, and the failure says so.
  if (application === undefined || rid === undefined || application.selfContained || /^(?:win|any)/.test(rid)) return [];
  const native = (application.promised?.assets ?? []).filter(({ kind }) => kind === 'native').map(({ package: name }) => name);
  const packages = [...new Set(native)];
  return [
    {
      rule: 'published-for-another-system',
      severity: 'warning',
      certainty: packages.length > 0 ? 'certain' : 'likely',
      message:
        packages.length > 0
          ? `The application was published for ${rid}: ${someOf(packages)} ${packages.length === 1 ? 'brings' : 'bring'} native libraries for that system only.`
          : `The application was published for ${rid}, and goes to Windows.`,
      evidence: [`${application.stem}.deps.json: runtimeTarget for ${rid}.`],
      remedies: [
        {
          side: 'app',
          text: 'Publish for Windows, or without a runtime identifier.',
          snippet: 'dotnet publish -c Release -r win-x64 --self-contained false',
        },
      ],
      place: { in: 'artifact', file: `${application.stem}.deps.json` },
    },
  ];
};

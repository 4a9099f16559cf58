import { someOf } from '../model/some-of.ts';
import type { AdviceRule } from './advice-rule.ts';
import { advisedApplication } from './advised-application.ts';

/**
 * deps.json says for which system the application was published. Assemblies run anywhere, so the start may well succeed; native libraries
 * and assemblies chosen for Linux or macOS do not.
 */
export const publishedForAnotherSystem: AdviceRule = (advice) => {
  const application = advisedApplication(advice);
  const rid = application?.promised?.rid;
  if (application === undefined || rid === undefined || /^(?:win|any)/.test(rid)) return [];
  // What is self-contained for another system does not start at all; where web.config led that far, the failure says so.
  if (application.selfContained && advice.workedOut.aspNetCore !== undefined) return [];
  const native = (application.promised?.assets ?? []).filter(({ kind }) => kind === 'native').map(({ package: name }) => name);
  const packages = [...new Set(native)];
  return [
    {
      rule: 'published-for-another-system',
      severity: 'warning',
      certainty: application.selfContained || packages.length > 0 ? 'certain' : 'likely',
      message: application.selfContained
        ? `The application was published self-contained for ${rid}; its runtime does not run on Windows.`
        : packages.length > 0
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

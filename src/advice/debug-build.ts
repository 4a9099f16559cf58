import type { AdviceRule } from './advice-rule.ts';
import { advisedApplication } from './advised-application.ts';

/** `dotnet publish` took the Debug configuration before .NET 8, and takes it where the project or the pipeline says so. */
export const debugBuild: AdviceRule = (advice) => {
  const application = advisedApplication(advice);
  if (application?.image?.assembly?.compiledForDebugging !== true) return [];
  return [
    {
      rule: 'debug-build',
      severity: 'warning',
      certainty: 'certain',
      message: `${application.dll} was compiled without optimizations, as in a Debug configuration.`,
      evidence: [`${application.dll}: DebuggableAttribute with DisableOptimizations.`],
      remedies: [{ side: 'app', text: 'Publish the Release configuration.', snippet: 'dotnet publish -c Release' }],
      place: { in: 'artifact', file: application.dll },
    },
  ];
};

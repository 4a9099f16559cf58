import type { AdviceRule } from './advice-rule.ts';
import { advisedApplication } from './advised-application.ts';

/** The first build of Windows whose HTTP.sys sends trailers to IIS: Windows Server 2022 and Windows 11. */
const firstBuild = 20300;

/** Source: learn.microsoft.com/aspnet/core/grpc/supported-platforms. */
export const grpcNeedsNewerWindows: AdviceRule = (advice) => {
  const application = advisedApplication(advice);
  const version = advice.facts.server?.os?.version;
  const build = Number(/^10\.0\.(\d{1,6})/.exec(version ?? '')?.[1] ?? Number.NaN);
  const packages = application?.promised?.packages;
  // gRPC-Web runs over what every IIS can do; an application with both may serve browsers only.
  if (packages?.has('grpc.aspnetcore.server') !== true || packages.has('grpc.aspnetcore.web')) return [];
  if (application === undefined || Number.isNaN(build) || build >= firstBuild) return [];
  return [
    {
      rule: 'grpc-needs-newer-windows',
      severity: 'warning',
      certainty: 'likely',
      message: `The application serves gRPC, which IIS supports from Windows Server 2022 and Windows 11 on; this server is ${version}.`,
      evidence: [`${application.stem}.deps.json lists Grpc.AspNetCore.Server.`, `os.version is ${version}; build ${firstBuild} is needed.`],
      remedies: [
        { side: 'server', text: 'Move to Windows Server 2022 or later.' },
        { side: 'app', text: 'Serve gRPC-Web (Grpc.AspNetCore.Web).' },
      ],
      place: { in: 'server', fact: 'os.version' },
    },
  ];
};

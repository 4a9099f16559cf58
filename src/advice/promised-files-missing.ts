import type { PublishArtifact } from '../model/publish-artifact.ts';
import type { RuleId } from '../model/rules.ts';
import { someOf } from '../model/some-of.ts';
import type { AdviceRule } from './advice-rule.ts';
import { type AdvisedApplication, advisedApplication } from './advised-application.ts';

/** The SDK before 3.0 lists the apphost as it is in its package, and publishes it under the name of the application. */
const apphost = 'apphost.exe';

/**
 * What deps.json promises beside the application and what is not there. Assets for one runtime identifier are left out, because the process
 * chooses among them, and so are those that come from a runtime store of the server.
 */
function missing({ files }: PublishArtifact, { promised }: AdvisedApplication) {
  return (promised?.assets ?? []).filter(
    ({ rid, fromStore, key }) => rid === undefined && fromStore !== true && key !== apphost && !files.has(key),
  );
}

/** Failures of a start that name a missing file themselves. */
const tellsOfOneFile: readonly RuleId[] = [
  'deps-asset-missing',
  'hostpolicy-missing',
  'self-contained-mismatch',
  'coreclr-missing',
  'request-handler-missing',
];

/**
 * Hosts before 6.0 refuse such an application, later ones start it and fail when the file is first used. Where the start got as far as the
 * host, it tells about missing files itself; this is for where nobody described enough.
 */
export const promisedFilesMissing: AdviceRule = (advice) => {
  const application = advisedApplication(advice);
  if (application === undefined || advice.workedOut.host !== undefined) return [];
  const absent = missing(advice.facts.artifact, application);
  if (absent.length === 0 || (absent.length === 1 && tellsOfOneFile.some((rule) => advice.told.has(rule)))) return [];
  const names = [...new Set(absent.map(({ path }) => path.slice(path.lastIndexOf('/') + 1)))];
  return [
    {
      rule: 'promised-files-missing',
      severity: 'warning',
      certainty: 'likely',
      message: `${someOf(names)}: promised by ${application.stem}.deps.json and not in the artifact.`,
      evidence: absent.slice(0, 10).map((asset) => `${asset.package} ${asset.version}: ${asset.path}.`),
      remedies: [{ side: 'app', text: 'Publish again, and deploy the whole output.' }],
      place: { in: 'artifact', file: `${application.stem}.deps.json` },
    },
  ];
};

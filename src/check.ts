import { advise } from './advice/advise.ts';
import { readPublishArtifacts } from './artifact/read-artifact.ts';
import { readConfiguration } from './configuration/read-configuration.ts';
import { dataDate } from './data/dotnet-releases.ts';
import { configurationSecrets } from './iis/configuration-secrets.ts';
import { eachArtifactOnce } from './model/artifact-key.ts';
import type { Configuration } from './model/configuration.ts';
import type { Disk } from './model/file-tree.ts';
import { InputError, type InputProblem } from './model/input-error.ts';
import { readInputs } from './model/read-inputs.ts';
import type { Report } from './model/report.ts';
import { inputNotices, mappingNotices } from './report/input-notices.ts';
import { redactReport } from './report/redaction.ts';
import { applySuppressions } from './report/suppressions.ts';
import { readTargetServer } from './server/read-server.ts';
import { factSharing } from './server/shared-facts.ts';
import { findingLocator } from './source/finding-locator.ts';
import { coverageOf } from './startup/coverage.ts';
import { startsOf } from './startup/deployments.ts';
import { performStarts } from './startup/perform-starts.ts';
import { startReport, startStory } from './startup/start-report.ts';

/** What to check. Paths are the operating system's own. */
export interface CheckRequest {
  /** Publish outputs: folders or packages. */
  readonly artifacts: readonly string[];
  /** Server manifests; none: only what the artifact alone decides. */
  readonly servers: readonly string[];
  /** Where the artifacts go, for all servers; names as in the manifests. */
  readonly site?: string;
  readonly application?: string;
  readonly appPool?: string;
  /** The configuration file, already chosen. */
  readonly config?: string;
  /** The checkout in which findings are located; absent: they are shown where they are in the artifact. */
  readonly sourceRoot?: string;
  /** The pipeline file that runs this check, relative to the checkout: it most likely published the artifacts too. */
  readonly sourcePipeline?: string;
  /** A later step of the deployment writes or transforms web.config. */
  readonly expectTransform?: boolean;
  /** The tool's version, for the report. */
  readonly version: string;
  /** `YYYY-MM-DD`; decides end of support and expired suppressions. */
  readonly today: string;
}

const noConfiguration: Configuration = { servers: [], applications: [], suppressions: [] };

/**
 * Reads the artifacts and the servers into facts, starts each application on paper, adds advice, locates every finding and reports.
 * Throws `InputError` for input that cannot be used; what is wrong with an artifact is in the report.
 */
export async function check(request: CheckRequest, disk: Disk): Promise<Report> {
  const configuration = request.config === undefined ? noConfiguration : await readConfiguration(request.config, disk);
  const problems: InputProblem[] = [];
  const read = (await readInputs(eachArtifactOnce(request.artifacts), (path) => readPublishArtifacts(path, disk), problems)).flat();
  const artifacts = request.expectTransform === true ? read.map((artifact) => ({ ...artifact, transformExpected: true as const })) : read;
  const serverFiles = request.servers.length > 0 ? request.servers : configuration.servers;
  const shared = factSharing();
  const servers = await readInputs(serverFiles, async (path) => shared(await readTargetServer(path, disk)), problems);
  if (problems.length > 0) throw new InputError(problems);

  const facts = startsOf(artifacts, servers.length > 0 ? servers : [undefined], configuration.applications, request);
  const starts = performStarts(facts, (start) => startStory(start, advise(start, request.today)));
  const locate = await findingLocator(request.sourceRoot, disk, request.sourcePipeline);
  const reports = starts.map(({ facts: deployment, told }) => startReport(deployment, told, locate(deployment)));

  const tool = { name: 'iis-preflight', version: request.version, dataDate } as const;
  const notices = [...inputNotices(artifacts, servers), ...mappingNotices(configuration.applications, artifacts, servers)];
  const report: Report = {
    reportVersion: 1,
    tool,
    starts: reports,
    coverage: coverageOf(reports),
    ...(notices.length === 0 ? {} : { notices }),
  };
  const secrets = new Set(artifacts.flatMap(({ webConfig }) => [...configurationSecrets(webConfig)]));
  return applySuppressions(redactReport(report, secrets), configuration.suppressions, request.today);
}

import type { CheckRequest } from '../check.ts';
import type { Disk } from '../model/file-tree.ts';
import { describeProblem, InputError } from '../model/input-error.ts';
import type { Report } from '../model/report.ts';
import { withoutAgentCommands } from '../report/agent-commands.ts';
import { failureHeading } from '../report/ending.ts';
import { render } from '../report/render.ts';
import { oneLine, visibleLines } from '../report/visible-text.ts';
import { type AgentRequest, agentRequest } from './agent-request.ts';
import { annotationsOf } from './annotations.ts';
import { type BuildAgent, problemPlace } from './build-agent.ts';
import { exitCode } from './exit-code.ts';

/** What a step may touch besides its agent, so that it can be tested without a process. */
export interface StepSurroundings {
  readonly disk: Disk;
  readonly check: (request: CheckRequest, disk: Disk) => Promise<Report>;
  readonly version: string;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** Full path of the working directory, which is the checkout. */
  readonly directory: string;
  /** Full path of the folder for files that need not last. */
  readonly temporary: string;
  /** Throws `InputError` when the file cannot be written. */
  readonly writeFile: (file: string, text: string) => Promise<void>;
}

/** Hosts show ten annotations a step; the one that says how the step ended is one of them. */
const annotationLimit = 9;

/** What is done with the finished Markdown besides showing it, such as a comment; says in words what went wrong. */
export type Publish = (markdown: string, report: Report) => Promise<string | undefined>;

/** One step: check, show, write, and say how it ends. Nothing that goes wrong with showing hides the findings. */
export async function runOnAgent(agent: BuildAgent, surroundings: StepSurroundings, publish?: Publish): Promise<void> {
  try {
    await perform(agent, surroundings, publish);
  } catch (error) {
    if (error instanceof InputError) unusable(agent, error);
    else bug(agent, error, surroundings.version);
  }
}

async function perform(agent: BuildAgent, surroundings: StepSurroundings, publish: Publish | undefined): Promise<void> {
  const { disk, check, version, today, directory } = surroundings;
  const request = await agentRequest(agent, disk);
  const report = await check({ ...request.check, version, today, sourceRoot: directory }, disk);
  agent.print(await render(report, 'text'));
  for (const annotation of annotationsOf(report, directory, annotationLimit)) agent.annotate(annotation);
  setOutputs(agent, report, await writeReports(request, report, surroundings));
  const markdown = await render(report, 'markdown');
  const shown = await agent.showSummary(markdown);
  if (!shown.shown) agent.print(`The summary could not be shown: ${withoutAgentCommands(oneLine(shown.why))}\n`);
  const unpublished = await publish?.(markdown, report);
  if (unpublished !== undefined) agent.print(`${withoutAgentCommands(oneLine(unpublished))}\n`);
  finish(agent, report, request);
}

async function writeReports(request: AgentRequest, report: Report, { temporary, writeFile }: StepSurroundings): Promise<string> {
  const path = request.report ?? `${temporary}/iis-preflight-report.json`;
  await writeFile(path, await render(report, 'json'));
  if (request.sarif !== undefined) await writeFile(request.sarif, await render(report, 'sarif'));
  return path;
}

const severities: Report['starts'][number]['prediction']['outcome'][] = ['fails', 'undetermined', 'starts'];

function setOutputs(agent: BuildAgent, { starts }: Report, reportPath: string): void {
  const outcome = severities.find((name) => starts.some(({ prediction }) => prediction.outcome === name)) ?? 'undetermined';
  const failing = starts.find(({ prediction }) => prediction.outcome === 'fails' && prediction.status !== undefined);
  const counted = starts
    .flatMap(({ findings }) => findings)
    .filter(({ severity, suppressed }) => severity !== 'note' && suppressed === undefined);
  agent.setOutput('outcome', outcome);
  agent.setOutput('status', failing?.prediction.status ?? '');
  agent.setOutput('report-path', reportPath);
  agent.setOutput('findings', String(counted.length));
}

/** The result by `fail-on`, as the command line's exit code; below it, warnings are still told from a clean run. */
function finish(agent: BuildAgent, report: Report, { failOn }: AgentRequest): void {
  const failing = report.starts.filter(({ prediction }) => prediction.outcome === 'fails');
  const [first] = failing;
  const message =
    first === undefined
      ? 'iis-preflight: see the findings above'
      : `iis-preflight: ${failing.length} of ${report.starts.length} ${report.starts.length === 1 ? 'start' : 'starts'} will fail: ${oneLine(failureHeading(first))}`;
  if (exitCode(report, failOn) === 1) agent.finish('failed', message);
  else if (exitCode(report, 'undetermined') === 1) agent.finish('warned', message);
  else agent.finish('succeeded', 'iis-preflight: nothing stands in the way of the start');
}

function unusable(agent: BuildAgent, { problems }: InputError): void {
  for (const problem of problems.slice(0, annotationLimit)) {
    const place = problemPlace(problem);
    const inCheckout = place.line === undefined ? {} : place;
    agent.annotate({
      severity: 'error',
      title: 'iis-preflight: unusable input',
      message: oneLine(describeProblem(problem)),
      ...inCheckout,
    });
  }
  for (const problem of problems.slice(annotationLimit)) agent.print(`${withoutAgentCommands(oneLine(describeProblem(problem)))}\n`);
  agent.finish(
    'failed',
    `iis-preflight: ${problems.length} ${problems.length === 1 ? 'problem' : 'problems'} with the input; nothing was checked`,
  );
}

function bug(agent: BuildAgent, error: unknown, version: string): void {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  agent.print(`${withoutAgentCommands(visibleLines(stack).join('\n'))}\n`);
  agent.finish(
    'failed',
    `iis-preflight ${version}: this is a bug in iis-preflight, not in your application. Please report it to the project, with the text above.`,
  );
}

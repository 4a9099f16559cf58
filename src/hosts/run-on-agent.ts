import type { CheckRequest } from '../check.ts';
import type { Disk } from '../model/file-tree.ts';
import { describeProblem, InputError, type InputProblem } from '../model/input-error.ts';
import type { Report, StartReport } from '../model/report.ts';
import { withoutAgentCommands } from '../report/agent-commands.ts';
import { failureHeading, isAccepted } from '../report/ending.ts';
import { render } from '../report/render.ts';
import { oneLine, shorten, visibleLines } from '../report/visible-text.ts';
import { type AgentRequest, agentRequest } from './agent-request.ts';
import { annotationsOf } from './annotations.ts';
import { type BuildAgent, problemPlace } from './build-agent.ts';
import { exitCode } from './exit-code.ts';
import { counted } from './in-words.ts';

/** What a step may touch besides its agent, so that it can be tested without a process. */
export interface StepSurroundings {
  readonly disk: Disk;
  readonly check: (request: CheckRequest, disk: Disk) => Promise<Report>;
  readonly version: string;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** Full path of the working directory, which is the checkout. */
  readonly directory: string;
  /** The pipeline file that runs this step, relative to the checkout; absent where the host does not tell. */
  readonly pipeline?: string;
  /** Full path of the folder for files that need not last. */
  readonly temporary: string;
  /** Throws `InputError` when the file cannot be written. */
  readonly writeFile: (file: string, text: string) => Promise<void>;
}

/** Hosts show ten annotations a step; the one that says how the step ended is one of them. */
const annotationLimit = 9;

/** What a pull request can be told. */
export interface Published {
  readonly markdown: string;
  readonly report: Report;
  /** Something is at or above `fail-on`. */
  readonly failed: boolean;
}

/** What is done with the result besides showing it, such as a comment; says in words what went wrong. */
export type Publish = (published: Published) => Promise<string | undefined>;

/** One step: check, show, write, and say how it ends. Nothing that goes wrong with showing hides the findings. */
export async function runOnAgent(agent: BuildAgent, surroundings: StepSurroundings, publish?: Publish): Promise<void> {
  try {
    await perform(agent, surroundings, publish);
  } catch (error) {
    if (!(error instanceof InputError)) return bug(agent, error, surroundings.version);
    showProblems(agent, 'unusable input', error.problems, surroundings.directory);
    agent.finish('failed', `iis-preflight: ${counted(error.problems.length, 'problem')} with the input; nothing was checked`);
  }
}

async function perform(agent: BuildAgent, surroundings: StepSurroundings, publish: Publish | undefined): Promise<void> {
  const { disk, check, version, today, directory, pipeline } = surroundings;
  const request = await agentRequest(agent, disk);
  const source = { sourceRoot: directory, ...(pipeline === undefined ? {} : { sourcePipeline: pipeline }) };
  const report = await check({ ...request.check, version, today, ...source }, disk);
  agent.print(await render(report, 'text'));
  for (const annotation of annotationsOf(report, directory, annotationLimit)) agent.annotate(annotation);
  setOutputs(agent, report);
  const markdown = await render(report, 'markdown');
  const shown = await agent.showSummary(markdown);
  if (!shown.shown) agent.print(`The summary could not be shown: ${withoutAgentCommands(oneLine(shown.why))}\n`);
  const unpublished = await publish?.({ markdown, report, failed: exitCode(report, request.failOn) === 1 });
  if (unpublished !== undefined) agent.print(`${withoutAgentCommands(shorten(oneLine(withoutToken(agent, unpublished)), 1000))}\n`);
  const unwritten = await writeReports(agent, request, report, surroundings);
  showProblems(agent, 'a report is missing', unwritten, directory);
  finish(agent, report, request, unwritten);
}

/** A token that cannot be sent comes back in the words of the error. */
function withoutToken(agent: BuildAgent, text: string): string {
  const token = agent.input('token');
  return token === '' ? text : text.replaceAll(token, '***');
}

/** Later steps read these files, so one that cannot be written fails the step; what was found has been shown by then. */
async function writeReports(
  agent: BuildAgent,
  request: AgentRequest,
  report: Report,
  { temporary, writeFile }: StepSurroundings,
): Promise<readonly InputProblem[]> {
  const path = request.report ?? `${temporary}/iis-preflight-report.json`;
  try {
    await writeFile(path, await render(report, 'json'));
    agent.setOutput('report-path', path);
    if (request.sarif !== undefined) await writeFile(request.sarif, await render(report, 'sarif'));
    return [];
  } catch (error) {
    if (error instanceof InputError) return error.problems;
    throw error;
  }
}

const severities: Report['starts'][number]['prediction']['outcome'][] = ['fails', 'undetermined', 'starts'];

function setOutputs(agent: BuildAgent, { starts }: Report): void {
  const outcome = severities.find((name) => starts.some(({ prediction }) => prediction.outcome === name)) ?? 'undetermined';
  const failing = starts.find(({ prediction }) => prediction.outcome === 'fails' && prediction.status !== undefined);
  agent.setOutput('outcome', outcome);
  agent.setOutput('status', failing?.prediction.status ?? '');
  agent.setOutput('findings', String(openFindings(starts, 'error') + openFindings(starts, 'warning')));
}

function openFindings(starts: readonly StartReport[], wanted: 'error' | 'warning'): number {
  const open = starts.flatMap(({ findings }) => findings).filter(({ suppressed }) => suppressed === undefined);
  return open.filter(({ severity }) => severity === wanted).length;
}

/** The result by `fail-on`, as the command line's exit code; below it, warnings are still told from a clean run. */
function finish(agent: BuildAgent, report: Report, { failOn }: AgentRequest, unwritten: readonly InputProblem[]): void {
  const message = `iis-preflight: ${inOneSentence(report.starts)}`;
  if (unwritten.length > 0) agent.finish('failed', `${message}; ${counted(unwritten.length, 'report')} could not be written`);
  else if (exitCode(report, failOn) === 1) agent.finish('failed', message);
  else if (exitCode(report, 'undetermined') === 1) agent.finish('warned', message);
  else agent.finish('succeeded', message);
}

/** The worst that was found; what the configuration file accepts only where nothing else is. */
function inOneSentence(starts: readonly StartReport[]): string {
  const of = (count: number): string => (starts.length === 1 ? 'the start' : `${count} of ${starts.length} starts`);
  const failing = starts.filter(({ prediction }) => prediction.outcome === 'fails');
  const first = failing.find((start) => !isAccepted(start));
  const open = failing.filter((start) => !isAccepted(start)).length;
  if (first !== undefined) return `${of(open)} will fail: ${oneLine(failureHeading(first))}`;
  const errors = openFindings(starts, 'error');
  if (errors > 0) return counted(errors, 'error');
  const unknown = starts.filter(({ prediction }) => prediction.outcome === 'undetermined').length;
  const warnings = openFindings(starts, 'warning');
  const rest = [
    ...(unknown === 0 ? [] : [starts.length === 1 ? 'it cannot be told whether this starts' : `${of(unknown)} cannot be told`]),
    ...(warnings === 0 ? [] : [counted(warnings, 'warning')]),
    ...(failing.length === 0 ? [] : [`${of(failing.length)} will fail, which the configuration file accepts`]),
  ];
  return rest.length === 0 ? 'nothing stands in the way of the start' : rest.join(', ');
}

/** Each problem on its line where that is in the checkout. */
function showProblems(agent: BuildAgent, what: string, problems: readonly InputProblem[], checkout: string): void {
  for (const problem of problems.slice(0, annotationLimit)) {
    agent.annotate({
      severity: 'error',
      title: `iis-preflight: ${what}`,
      message: oneLine(describeProblem(problem)),
      ...problemPlace(problem, checkout),
    });
  }
  for (const problem of problems.slice(annotationLimit)) agent.print(`${withoutAgentCommands(oneLine(describeProblem(problem)))}\n`);
}

function bug(agent: BuildAgent, error: unknown, version: string): void {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  agent.print(`${withoutAgentCommands(visibleLines(stack).join('\n'))}\n`);
  agent.finish(
    'failed',
    `iis-preflight ${version}: this is a bug in iis-preflight, not in your application. Please report it to the project, with the text above.`,
  );
}

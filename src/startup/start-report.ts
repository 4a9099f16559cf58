import type { Finding } from '../model/finding.ts';
import type { Location, ReportedFinding, StartReport, TraceEntry } from '../model/report.ts';
import type { Deployment } from '../model/start-facts.ts';
import { fewOfEachRule } from './few-of-each-rule.ts';
import type { DeploymentStart } from './perform-starts.ts';
import { poolBitnessFact } from './possible-servers.ts';
import type { StartFinding } from './prediction.ts';
import { resolvedOf } from './resolved.ts';
import type { Step } from './walk.ts';

function traceEntry({ stage, outcome }: Step): TraceEntry {
  return {
    stage,
    outcome: outcome.outcome,
    because: outcome.outcome === 'failed' ? outcome.failure.message : outcome.because,
    missingFacts: outcome.outcome === 'unknown' ? outcome.missingFacts : [],
  };
}

/** Every step; that the worker process has one of the two architectures it can have is not told as a fact. */
function traceOf({ walk, assumed, facts, endings }: DeploymentStart): readonly TraceEntry[] {
  const { workerArchitecture } = walk.workedOut;
  const entries = walk.steps.map(traceEntry);
  if (workerArchitecture === undefined || !assumed.includes(poolBitnessFact)) return entries;
  const silent = `Nobody said enable32BitAppOnWin64 of pool "${facts.target.pool?.name ?? ''}"`;
  const told: Partial<TraceEntry> =
    endings === undefined
      ? { because: `${silent}; both were tried, and this is the start in an ${workerArchitecture} worker process.` }
      : { because: `${silent}: ${endings}.`, outcome: 'unknown', missingFacts: [poolBitnessFact] };
  return entries.map((entry) => (entry.stage === 'worker-process' ? { ...entry, ...told } : entry));
}

/** What a report says of a start, but for the names of its place and for where the findings come from. */
export interface StartStory extends Pick<StartReport, 'prediction' | 'resolved' | 'trace'> {
  readonly findings: readonly StartFinding[];
}

/** The story of a start, with advice. */
export function startStory(start: DeploymentStart, advice: readonly Finding[]): StartStory {
  const all: readonly StartFinding[] = [...start.findings, ...advice.map((finding) => ({ finding }))];
  const { findings, ending } = fewOfEachRule(all, start.prediction.finding);
  return {
    prediction: ending === undefined ? start.prediction : { ...start.prediction, finding: ending },
    resolved: resolvedOf(start),
    trace: traceOf(start),
    findings,
  };
}

function reported({ finding, hiddenBehind }: StartFinding, locate: (finding: Finding) => Location | undefined): ReportedFinding {
  const { rule, severity, certainty, status, message, evidence, remedies } = finding;
  const location = locate(finding);
  return {
    rule,
    severity,
    certainty,
    ...(status === undefined ? {} : { status }),
    message,
    evidence,
    ...(location === undefined ? {} : { location }),
    remedies,
    ...(hiddenBehind === undefined ? {} : { hiddenBehind }),
  };
}

/** The story of a deployment's start with every finding located, as the report has it. */
export function startReport(
  { artifact, server, target }: Deployment,
  { prediction, resolved, trace, findings }: StartStory,
  locate: (finding: Finding) => Location | undefined,
): StartReport {
  return {
    artifact: artifact.label ?? artifact.name,
    ...(server === undefined ? {} : { server: server.name }),
    ...(target.site === undefined ? {} : { site: target.site }),
    ...(target.application === undefined ? {} : { application: target.application }),
    ...(target.appPool === undefined ? {} : { appPool: target.appPool }),
    prediction,
    resolved,
    trace,
    findings: findings.map((finding) => reported(finding, locate)),
  };
}

import type { Finding } from '../model/finding.ts';
import { onceForEach } from '../model/once-for-each.ts';
import type { Location, ReportedFinding, StartReport, TraceEntry } from '../model/report.ts';
import { fewOfEachRule } from './few-of-each-rule.ts';
import type { DeploymentStart } from './perform-starts.ts';
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

/** Made once for each walk: thousands of servers may have been started alike. */
const traceOf = onceForEach(({ steps }: DeploymentStart['walk']) => steps.map(traceEntry));

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

/** A performed start, with advice and with every finding located, as the report has it. */
export function startReport(
  start: DeploymentStart,
  advice: readonly Finding[],
  locate: (finding: Finding) => Location | undefined,
): StartReport {
  const { artifact, server, target } = start.facts;
  const all: readonly StartFinding[] = [...start.findings, ...advice.map((finding) => ({ finding }))];
  const { findings, ending } = fewOfEachRule(all, start.prediction.finding);
  return {
    artifact: artifact.label ?? artifact.name,
    ...(server === undefined ? {} : { server: server.name }),
    ...(target.site === undefined ? {} : { site: target.site }),
    ...(target.application === undefined ? {} : { application: target.application }),
    ...(target.appPool === undefined ? {} : { appPool: target.appPool }),
    prediction: ending === undefined ? start.prediction : { ...start.prediction, finding: ending },
    resolved: resolvedOf(start),
    trace: traceOf(start.walk),
    findings: findings.map((finding) => reported(finding, locate)),
  };
}

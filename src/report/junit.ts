import { XMLBuilder } from 'fast-xml-parser';
import type { Report, ReportedFinding, StartReport } from '../model/report.ts';
import { xmlWithoutAgentCommands } from './agent-commands.ts';
import { countsAsFailed, endingFinding, failureHeading, isAccepted, isOpenError } from './ending.ts';
import { inReadingOrder, remedySentence } from './remedy-words.ts';
import { targetName } from './start-names.ts';
import { placeOf } from './text-findings.ts';
import { openQuestion } from './unknown-stages.ts';
import { xmlLine, xmlText } from './xml-text.ts';

/** Attributes begin with `@`; text is `#text`. Escaping is the builder's. */
const builder = new XMLBuilder({ ignoreAttributes: false, attributeNamePrefix: '@', format: true, suppressEmptyNode: true });

/**
 * JUnit XML as GitLab, Jenkins, Azure DevOps and GitHub reporters read it: a suite for each artifact, a test case for each start.
 * A start that fails is a failure, one that cannot be told is skipped, warnings and notes are output.
 */
export function renderJunit(report: Report): string {
  const suites = new Map<string, StartReport[]>();
  for (const start of report.starts) {
    const suite = suites.get(start.artifact);
    if (suite === undefined) suites.set(start.artifact, [start]);
    else suite.push(start);
  }
  const testsuite = [...suites].map(([artifact, starts]) => ({
    '@name': xmlLine(artifact),
    ...counts(starts),
    testcase: starts.map(testCase),
  }));
  const xml: string = builder.build({
    '?xml': { '@version': '1.0', '@encoding': 'UTF-8' },
    testsuites: { '@name': 'iis-preflight', ...counts(report.starts), testsuite },
  });
  return xmlWithoutAgentCommands(xml);
}

/** How long a start takes is not measured here; readers that add up times need a number. */
const time = { '@time': '0' };

function counts(starts: readonly StartReport[]): Readonly<Record<string, number | string>> {
  return {
    '@tests': starts.length,
    '@failures': starts.filter(countsAsFailed).length,
    '@errors': 0,
    '@skipped': starts.filter(isSkipped).length,
    ...time,
  };
}

function isSkipped(start: StartReport): boolean {
  return start.prediction.outcome === 'undetermined' && !countsAsFailed(start);
}

function testCase(start: StartReport): object {
  const failing = countsAsFailed(start) ? failingFinding(start) : undefined;
  const output = start.findings.filter((finding) => finding !== failing).map(findingText);
  return {
    '@classname': xmlLine(start.artifact),
    '@name': xmlLine(targetName(start) || 'no server given'),
    ...time,
    ...(countsAsFailed(start) ? { failure: failure(start, failing) } : {}),
    ...(isSkipped(start) ? { skipped: { '@message': xmlLine(`Not known: ${openQuestion(start)}`) } } : {}),
    ...(output.length === 0 ? {} : { 'system-out': xmlText(output.join('\n')) }),
  };
}

/** What ends the start or, where that is accepted, the first error that is not. */
function failingFinding(start: StartReport): ReportedFinding | undefined {
  return start.prediction.outcome === 'fails' && !isAccepted(start) ? endingFinding(start) : start.findings.find(isOpenError);
}

function failure(start: StartReport, failing: ReportedFinding | undefined): object {
  const ends = start.prediction.outcome === 'fails' && !isAccepted(start);
  const message = ends ? failureHeading(start) : (failing?.message ?? '');
  const type = (ends ? start.prediction.status : undefined) ?? failing?.rule ?? 'start';
  return { '@type': xmlLine(type), '@message': xmlLine(message), '#text': xmlText(failing === undefined ? '' : details(failing)) };
}

function details(finding: ReportedFinding): string {
  const remedies = inReadingOrder(finding.remedies).flatMap((remedy) => [remedySentence(remedy), ...(remedy.snippet?.split('\n') ?? [])]);
  return [findingText(finding), ...finding.evidence.map((fact) => `- ${fact}`), ...remedies].join('\n');
}

function findingText(finding: ReportedFinding): string {
  const place = finding.location === undefined ? '' : `${placeOf(finding.location)}: `;
  const accepted = finding.suppressed === undefined ? '' : ` (accepted: ${finding.suppressed.reason})`;
  return `${place}${finding.severity}: ${finding.message}${accepted} [${finding.rule}]`;
}

import { XMLBuilder } from 'fast-xml-parser';
import type { Report, ReportedFinding, StartReport } from '../model/report.ts';
import { xmlWithoutAgentCommands } from './agent-commands.ts';
import { endingFinding, failureHeading, isAccepted } from './ending.ts';
import { targetName } from './start-names.ts';
import { placeOf } from './text-findings.ts';
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

function counts(starts: readonly StartReport[]): Readonly<Record<string, number>> {
  return {
    '@tests': starts.length,
    '@failures': starts.filter(isFailure).length,
    '@errors': 0,
    '@skipped': starts.filter(isSkipped).length,
  };
}

function isFailure(start: StartReport): boolean {
  if (start.prediction.outcome === 'fails') return !isAccepted(start);
  return start.findings.some((finding) => finding.severity === 'error' && finding.suppressed === undefined);
}

function isSkipped(start: StartReport): boolean {
  return start.prediction.outcome === 'undetermined' && !isFailure(start);
}

function testCase(start: StartReport): object {
  const output = start.findings.filter((_, index) => index !== start.prediction.finding).map(findingText);
  return {
    '@classname': xmlLine(start.artifact),
    '@name': xmlLine(targetName(start) || 'no server given'),
    ...(isFailure(start) ? { failure: failure(start) } : {}),
    ...(isSkipped(start) ? { skipped: { '@message': xmlLine(`Not known: ${start.prediction.missingFacts.join(', ')}`) } } : {}),
    ...(output.length === 0 ? {} : { 'system-out': xmlText(output.join('\n')) }),
  };
}

function failure(start: StartReport): object {
  const errors = start.findings.filter((finding) => finding.severity === 'error' && finding.suppressed === undefined);
  const ending = endingFinding(start) ?? errors[0];
  const message = start.prediction.outcome === 'fails' ? failureHeading(start) : (ending?.message ?? '');
  const type = start.prediction.status ?? ending?.rule ?? 'start';
  return { '@type': xmlLine(type), '@message': xmlLine(message), '#text': xmlText(ending === undefined ? '' : details(ending)) };
}

function details(finding: ReportedFinding): string {
  const remedies = finding.remedies.map(({ side, text, snippet }) => {
    const fix = snippet === undefined ? '' : `\n${snippet}`;
    return `${side === 'app' ? 'In the application' : 'On the server'}: ${text}${fix}`;
  });
  return [findingText(finding), ...finding.evidence.map((fact) => `- ${fact}`), ...remedies].join('\n');
}

function findingText(finding: ReportedFinding): string {
  const place = finding.location === undefined ? '' : `${placeOf(finding.location)}: `;
  const accepted = finding.suppressed === undefined ? '' : ` (accepted: ${finding.suppressed.reason})`;
  return `${place}${finding.severity}: ${finding.message}${accepted} [${finding.rule}]`;
}

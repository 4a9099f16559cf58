import type { Report, ReportedFinding, StartReport } from '../model/report.ts';
import { xmlWithoutAgentCommands } from './agent-commands.ts';
import { endingFinding, failureHeading, isAccepted } from './ending.ts';
import { targetName } from './start-names.ts';
import { placeOf } from './text-findings.ts';
import { xmlAttribute, xmlText } from './xml-escape.ts';

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
  const xml = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="iis-preflight"${counts(report.starts)}>`,
    ...[...suites].flatMap(([artifact, starts]) => suiteLines(artifact, starts)),
    '</testsuites>',
    '',
  ].join('\n');
  return xmlWithoutAgentCommands(xml);
}

function suiteLines(artifact: string, starts: readonly StartReport[]): string[] {
  return [`  <testsuite name="${xmlAttribute(artifact)}"${counts(starts)}>`, ...starts.flatMap(caseLines), '  </testsuite>'];
}

function counts(starts: readonly StartReport[]): string {
  const failures = starts.filter(isFailure).length;
  return ` tests="${starts.length}" failures="${failures}" errors="0" skipped="${starts.filter(isSkipped).length}"`;
}

function isFailure(start: StartReport): boolean {
  if (start.prediction.outcome === 'fails') return !isAccepted(start);
  return start.findings.some((finding) => finding.severity === 'error' && finding.suppressed === undefined);
}

function isSkipped(start: StartReport): boolean {
  return start.prediction.outcome === 'undetermined' && !isFailure(start);
}

function caseLines(start: StartReport): string[] {
  const name = targetName(start) || 'no server given';
  const output = start.findings.filter((_, index) => index !== start.prediction.finding).map(findingText);
  const body = [
    ...(isFailure(start) ? [failureElement(start)] : []),
    ...(isSkipped(start) ? [`      <skipped message="${xmlAttribute(`Not known: ${start.prediction.missingFacts.join(', ')}`)}"/>`] : []),
    ...(output.length === 0 ? [] : [`      <system-out>${xmlText(output.join('\n'))}</system-out>`]),
  ];
  const open = `    <testcase classname="${xmlAttribute(start.artifact)}" name="${xmlAttribute(name)}"`;
  return body.length === 0 ? [`${open}/>`] : [`${open}>`, ...body, '    </testcase>'];
}

function failureElement(start: StartReport): string {
  const errors = start.findings.filter((finding) => finding.severity === 'error' && finding.suppressed === undefined);
  const ending = endingFinding(start) ?? errors[0];
  const message = start.prediction.outcome === 'fails' ? failureHeading(start) : (ending?.message ?? '');
  const type = start.prediction.status ?? ending?.rule ?? 'start';
  return `      <failure type="${xmlAttribute(type)}" message="${xmlAttribute(message)}">${xmlText(ending === undefined ? '' : details(ending))}</failure>`;
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

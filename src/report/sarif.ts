import { createHash } from 'node:crypto';
import type { Log, Notification, PhysicalLocation, ReportingDescriptor, Result, Location as SarifLocation } from 'sarif';
import { failureCatalogue } from '../model/failure-catalogue.ts';
import type { Location, Report, ReportedFinding, StartReport } from '../model/report.ts';
import { type RuleId, rules } from '../model/rules.ts';
import { jsonWithoutAgentCommands } from './agent-commands.ts';
import { distinctFindings, type FindingGroup } from './distinct-starts.ts';
import { failureHeading } from './ending.ts';
import { inReadingOrder, remedySentence } from './remedy-words.ts';
import { ruleExplanation } from './rule-explanation.ts';
import { startName } from './start-names.ts';
import { openQuestion } from './unknown-stages.ts';

/** SARIF 2.1.0 with every finding, whatever `--fail-on` says; those the configuration accepts are marked as suppressed. */
export function renderSarif(report: Report): string {
  return jsonWithoutAgentCommands(`${JSON.stringify(sarifLog(report), undefined, 2)}\n`);
}

function sarifLog(report: Report): Log {
  const groups = distinctFindings(report.starts);
  const ids = [...new Set(groups.map(({ finding }) => finding.rule))].sort();
  const indexes = new Map(ids.map((id, index) => [id, index]));
  const { version } = report.tool;
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'iis-preflight',
            fullName: `iis-preflight ${version}`,
            version,
            semanticVersion: version,
            rules: ids.map(ruleDescriptor),
          },
        },
        automationDetails: { id: 'iis-preflight/' },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: true,
            toolConfigurationNotifications: (report.notices ?? []).map(({ message, location }) => notification('note', message, location)),
            toolExecutionNotifications: report.starts.filter((start) => start.prediction.outcome === 'undetermined').map(unknownStart),
          },
        ],
        results: groups.map((group) => result(group, indexes.get(group.finding.rule) ?? -1)),
      },
    ],
  };
}

function ruleDescriptor(id: RuleId): ReportingDescriptor {
  const { headline, statuses } = rules[id];
  const { why, whatToDo } = ruleExplanation(id);
  const meanings = statuses.map((status) => `${status}: ${failureCatalogue[status].meaning}`);
  return {
    id,
    shortDescription: { text: headline },
    fullDescription: { text: why.join(' ') },
    help: { text: [...why, ...whatToDo, ...meanings].join('\n') },
    properties: { tags: ['aspnetcore', 'iis', ...statuses] },
  };
}

function result({ finding, starts }: FindingGroup, ruleIndex: number): Result {
  const [first] = starts;
  const place = finding.location ?? { file: first?.artifact ?? '.' };
  const location: SarifLocation = {
    physicalLocation: physicalLocation(place),
    logicalLocations: starts.map((start) => ({ fullyQualifiedName: startName(start), kind: 'resource' })),
  };
  return {
    ruleId: finding.rule,
    ruleIndex,
    level: finding.severity,
    message: { text: messageText(finding, first) },
    locations: [location],
    partialFingerprints: { 'iisPreflight/v1': fingerprint(finding, place, starts) },
    ...(finding.suppressed === undefined ? {} : { suppressions: [{ kind: 'external', justification: finding.suppressed.reason }] }),
    properties: { certainty: finding.certainty, ...(finding.status === undefined ? {} : { status: finding.status }) },
  };
}

function messageText(finding: ReportedFinding, start: StartReport | undefined): string {
  const ends = start !== undefined && finding === start.findings[start.prediction.finding ?? -1];
  const heading = ends ? [`${failureHeading(start)}.`] : [];
  const fixes = inReadingOrder(finding.remedies).map(remedySentence);
  return withoutLinks([[...heading, finding.message].join(' '), ...finding.evidence, ...fixes].join('\n'));
}

/** In a SARIF message `[text](target)` is a link; a backslash makes it text. */
function withoutLinks(text: string): string {
  return text.replace(/\[(?=[^[\]]*\]\()/g, '\\[');
}

function physicalLocation({ file, line, column }: Location): PhysicalLocation {
  const region = { startLine: line ?? 1, ...(line === undefined || column === undefined ? {} : { startColumn: column }) };
  const path = encodedPath(file);
  if (/^[\\/]/.test(file)) return { artifactLocation: { uri: `file:///${path}` }, region };
  if (/^[a-z]:[\\/]/i.test(file)) return { artifactLocation: { uri: `file:///${path.replace('%3A', ':')}` }, region };
  return { artifactLocation: { uri: path === '' ? '.' : path, uriBaseId: '%SRCROOT%' }, region };
}

/** A path as segments of a URI (RFC 3986). */
function encodedPath(file: string): string {
  const segments = file.split(/[\\/]+/).filter((segment) => segment !== '' && segment !== '.');
  return segments.map((segment) => encodeURIComponent(wellFormed(segment))).join('/');
}

/** encodeURIComponent refuses halves of surrogate pairs. */
function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd');
}

/** The identity of a finding across runs: what is wrong, where, and for whom, but not on which line. */
function fingerprint({ rule, message }: ReportedFinding, { file }: Location, starts: readonly StartReport[]): string {
  const [start] = starts;
  return createHash('sha256')
    .update(JSON.stringify([rule, message, file, start?.artifact, start?.site, start?.application]))
    .digest('hex');
}

function unknownStart(start: StartReport): Notification {
  const lead = start.prediction.missingFacts.length === 0 ? '' : 'These facts would settle it: ';
  return notification('note', `It cannot be told whether ${startName(start)} starts. ${lead}${openQuestion(start)}`, undefined);
}

function notification(level: 'note', text: string, location: Location | undefined): Notification {
  return {
    level,
    message: { text: withoutLinks(text) },
    ...(location === undefined ? {} : { locations: [{ physicalLocation: physicalLocation(location) }] }),
  };
}

import type { Report, ReportedFinding, StartReport } from '../model/report.ts';
import { failureHeading } from '../report/ending.ts';
import { inReadingOrder, remedySentence } from '../report/remedy-words.ts';
import { startName } from '../report/start-names.ts';
import { visibleLines } from '../report/visible-text.ts';
import { pathInCheckout } from '../source/checkout-path.ts';
import type { Annotation } from './build-agent.ts';

interface Placed {
  readonly start: StartReport;
  readonly finding: ReportedFinding;
  readonly ends: boolean;
  /** Other starts with the same finding at the same place. */
  others: number;
}

const order = { error: 0, warning: 1, note: 2 } as const;

/** What ends a start first, then errors, warnings and notes; findings that others hide come after those that show. */
function rank({ finding, ends }: Placed): number {
  return order[finding.severity] * 4 + (ends ? 0 : 2) + (finding.hiddenBehind === undefined ? 0 : 1);
}

function distinct(report: Report): Placed[] {
  const known = new Map<string, Placed>();
  for (const start of report.starts) {
    for (const [index, finding] of start.findings.entries()) {
      if (finding.suppressed !== undefined) continue;
      const key = JSON.stringify([start.artifact, finding.rule, finding.location, finding.message]);
      const placed = known.get(key);
      if (placed === undefined) known.set(key, { start, finding, ends: start.prediction.finding === index, others: 0 });
      else placed.others++;
    }
  }
  return [...known.values()];
}

function messageOf({ start, finding, ends, others }: Placed, shownFile: string | undefined): string {
  const where = others === 0 ? startName(start) : `${startName(start)} and ${others} more`;
  const file = finding.location !== undefined && shownFile === undefined ? [`In ${finding.location.file}.`] : [];
  const remedies = inReadingOrder(finding.remedies).map(remedySentence);
  // The rule is the title of a finding that does not end its start.
  const cause = ends ? `${finding.message} [${finding.rule}]` : finding.message;
  return [cause, ...file, ...remedies, `(${where})`].join('\n');
}

function annotationOf(placed: Placed, checkout: string): Annotation {
  const { start, finding, ends } = placed;
  const file = finding.location === undefined ? undefined : pathInCheckout(finding.location.file, checkout, checkout);
  const place = file === undefined || finding.location === undefined ? {} : { ...finding.location, file };
  return {
    severity: finding.severity === 'note' ? 'notice' : finding.severity,
    title: ends ? failureHeading(start) : finding.rule,
    message: visibleLines(messageOf(placed, file)).join('\n'),
    rule: finding.rule,
    ...place,
  };
}

/**
 * The findings worth showing on lines, worst first and at most `limit`; hosts show ten a step. Accepted findings are not among them.
 * `checkout` is the full path of the folder that annotations are relative to.
 */
export function annotationsOf(report: Report, checkout: string, limit: number): Annotation[] {
  return distinct(report)
    .sort((left, right) => rank(left) - rank(right))
    .slice(0, limit)
    .map((placed) => annotationOf(placed, checkout));
}

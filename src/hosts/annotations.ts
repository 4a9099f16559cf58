import type { Report } from '../model/report.ts';
import { failureHeading } from '../report/ending.ts';
import { inReadingOrder, remedySentence } from '../report/remedy-words.ts';
import { startName } from '../report/start-names.ts';
import { visibleLines } from '../report/visible-text.ts';
import { pathInCheckout } from '../source/checkout-path.ts';
import type { Annotation } from './build-agent.ts';
import { type RankedFinding, rankedFindings } from './ranked-findings.ts';

function messageOf({ start, finding, ends, others }: RankedFinding, shownFile: string | undefined): string {
  const where = others === 0 ? startName(start) : `${startName(start)} and ${others} more`;
  const file = finding.location !== undefined && shownFile === undefined ? [`In ${finding.location.file}.`] : [];
  const remedies = inReadingOrder(finding.remedies).map(remedySentence);
  // The rule is the title of a finding that does not end its start.
  const behind = finding.hiddenBehind === undefined ? '' : `(hidden behind ${start.prediction.status ?? 'another failure'}) `;
  const cause = ends ? `${finding.message} [${finding.rule}]` : `${behind}${finding.message}`;
  return [cause, ...file, ...remedies, `(${where})`].join('\n');
}

function annotationOf(placed: RankedFinding, checkout: string): Annotation {
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
  return rankedFindings(report)
    .slice(0, limit)
    .map((placed) => annotationOf(placed, checkout));
}

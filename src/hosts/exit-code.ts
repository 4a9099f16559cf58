import type { FailOn } from '../model/configuration.ts';
import type { Report, StartReport } from '../model/report.ts';
import { countsAsFailed } from '../report/ending.ts';

/**
 * Whether a run counts as failed. Each level includes the ones before it:
 * `error`: a start fails, or a finding is an error · `warning`: or a finding is a warning · `undetermined`: or a start cannot be told ·
 * `never`: nothing counts. Findings that the configuration file accepts do not count, and notes never do.
 */
export function exitCode(report: Report, failOn: FailOn): 0 | 1 {
  return report.starts.some((start) => counts[failOn](start)) ? 1 : 0;
}

const counts: Record<FailOn, (start: StartReport) => boolean> = {
  error: countsAsFailed,
  warning: (start) => countsAsFailed(start) || hasWarning(start),
  undetermined: (start) => counts.warning(start) || start.prediction.outcome === 'undetermined',
  never: () => false,
};

function hasWarning({ findings }: StartReport): boolean {
  return findings.some(({ severity, suppressed }) => severity === 'warning' && suppressed === undefined);
}

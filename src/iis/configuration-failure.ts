import type { TextPosition } from '../model/configuration-element.ts';
import type { FailureCause, Finding, StartupFailure } from '../model/finding.ts';
import type { StartFacts } from '../model/start-facts.ts';
import type { Hresult } from '../model/startup-failure.ts';

/** One thing for which IIS refuses web.config. */
export interface ConfigurationProblem extends Omit<FailureCause, 'place'> {
  /** `warning`: IIS refuses some answers only, and the application starts. Absent: `error`. */
  readonly severity?: 'error' | 'warning';
  readonly hresult?: Hresult;
  readonly position?: TextPosition;
}

/**
 * 500.19: IIS cannot use web.config, so no module sees the request. The page names the HRESULT, the file and the lines; nothing is written
 * to the event log. Source: learn.microsoft.com/troubleshoot/developer/webapps/iis/health-diagnostic-performance/http-error-500-19-webpage.
 */
export function configurationFailure({ artifact }: StartFacts, problem: ConfigurationProblem): StartupFailure {
  const { position } = problem;
  const file = artifact.webConfig.state === 'absent' ? 'web.config' : artifact.webConfig.path;
  return {
    rule: problem.rule,
    severity: 'error',
    certainty: problem.certainty ?? 'certain',
    status: '500.19',
    title: 'Internal Server Error',
    ...(problem.hresult === undefined ? {} : { hresult: problem.hresult }),
    message: problem.message,
    evidence: problem.evidence,
    remedies: problem.remedies,
    place: { in: 'artifact', file, ...(position === undefined ? {} : { line: position.line, column: position.column }) },
  };
}

/** What IIS refuses for some answers only: no failure of the start, so that it has no status of its own. */
export function configurationWarning(facts: StartFacts, problem: ConfigurationProblem): Finding {
  const { title: _title, status: _status, hresult: _hresult, ...rest } = configurationFailure(facts, problem);
  return { ...rest, severity: 'warning' };
}

import type { ConfigurationElement } from '../model/configuration-element.ts';
import { defineStage, type StageOutcome } from '../model/stage.ts';
import type { StartFacts } from '../model/start-facts.ts';
import { type ConfigurationProblem, configurationFailure, configurationWarning } from './configuration-failure.ts';
import { malformed, tooLarge, wrongRoot } from './configuration-problems.ts';
import { sectionProblems } from './section-problems.ts';

/**
 * IIS merges the configuration for the application's path and refuses a file it cannot use: not well-formed, a section it does not know or
 * that is locked, an entry that is there already. What is inside `<aspNetCore>` is read by the module alone, later.
 */
export const configurationStage = defineStage({
  name: 'configuration',
  checks: 'web.config: well-formed XML, sections the server declares and does not lock, no duplicate entries',
  needs: [],
  perform: (facts): StageOutcome => {
    const { webConfig } = facts.artifact;
    if (webConfig.state === 'absent') return { outcome: 'not-applicable', because: 'There is no web.config at the application root.' };
    if (facts.target.pool?.enableConfigurationOverride === false) {
      return {
        outcome: 'not-applicable',
        because: `Pool "${facts.target.pool.name}" ignores web.config files (enableConfigurationOverride is false).`,
      };
    }
    if (webConfig.state === 'malformed')
      return webConfig.token === undefined ? outcomeOf(facts, [malformed(webConfig)], []) : waitsForToken(webConfig.token);
    const size = tooLarge(facts.artifact.files.get('web.config')?.size);
    if (webConfig.root.name !== 'configuration')
      return outcomeOf(facts, [...(size === undefined ? [] : [size]), wrongRoot(webConfig.root)], []);
    if (webConfig.placeholder !== undefined) return mayComeAndGo(webConfig.placeholder.token);
    return sectionsOutcome(facts, webConfig.root, size);
  },
});

function waitsForToken(token: string): StageOutcome {
  return {
    outcome: 'unknown',
    because: `web.config is not well-formed as it is; it holds the placeholder ${token}, which a deployment step replaces.`,
    missingFacts: [],
  };
}

function mayComeAndGo(token: string): StageOutcome {
  return {
    outcome: 'unknown',
    because: `web.config holds the placeholder ${token} between its elements; which of them a deployment step leaves is not known.`,
    missingFacts: [],
  };
}

function sectionsOutcome(facts: StartFacts, root: ConfigurationElement, size: ConfigurationProblem | undefined): StageOutcome {
  const { problems, missingFacts, used } = sectionProblems(facts, root);
  const outcome = outcomeOf(facts, [...(size === undefined ? [] : [size]), ...problems], missingFacts);
  if (outcome.outcome !== 'passed') return outcome;
  return { ...outcome, because: `Every section of web.config (${used.join(', ') || 'none of IIS'}) may be used here.` };
}

/** The first problem ends the start; the others are listed behind it. Warnings end nothing. */
function outcomeOf(facts: StartFacts, problems: readonly ConfigurationProblem[], missingFacts: readonly string[]): StageOutcome {
  const isWarning = ({ severity }: ConfigurationProblem): boolean => severity === 'warning';
  const [first, ...others] = problems.filter((problem) => !isWarning(problem)).map((problem) => configurationFailure(facts, problem));
  const further = [...others, ...problems.filter(isWarning).map((problem) => configurationWarning(facts, problem))];
  const findings = further.length === 0 ? {} : { findings: further };
  if (first !== undefined) return { outcome: 'failed', failure: first, ...findings };
  if (missingFacts.length === 0) return { outcome: 'passed', because: 'web.config may be used here.', ...findings };
  return { outcome: 'unknown', because: whatNobodySaid(facts, missingFacts), missingFacts, ...findings };
}

function whatNobodySaid({ server }: StartFacts, missingFacts: readonly string[]): string {
  if (server === undefined) return 'web.config is well-formed; which sections the server knows and locks is not described.';
  return missingFacts.every((fact) => fact.startsWith('iis.sites[].applications[].'))
    ? 'Nobody said whether an application above this one hands down a handler that web.config adds as well.'
    : 'Nobody said whether this server declares and unlocks every section that web.config uses.';
}

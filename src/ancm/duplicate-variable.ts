import type { AspNetCoreSection } from '../model/aspnetcore-section.ts';
import type { FailureCause } from '../model/finding.ts';
import type { StartFacts } from '../model/start-facts.ts';
import { webConfigPlace } from './section-place.ts';

/** Names that web.config sets more than once, ignoring case; the second one is returned. */
export function duplicateVariable(section: AspNetCoreSection): AspNetCoreSection['environmentVariables'][number] | undefined {
  const seen = new Set<string>();
  return section.environmentVariables.find(({ name }) => {
    const key = name.toLowerCase();
    if (seen.has(key)) return true;
    seen.add(key);
    return false;
  });
}

/** Both handlers of 2.2 put the variables of web.config into a table that refuses the same name twice (aspnet/IISIntegration). */
export function duplicateVariableCause(facts: StartFacts, section: AspNetCoreSection, handler: string): FailureCause | undefined {
  const duplicate = duplicateVariable(section);
  if (duplicate === undefined) return undefined;
  return {
    rule: 'environment-variable-duplicate',
    message: `web.config defines the environment variable ${duplicate.name} twice, and the handler of ASP.NET Core 2.2 refuses that.`,
    evidence: [`web.config line ${duplicate.line}: ${duplicate.name} again (names ignore case).`, `The handler in use is ${handler}.`],
    remedies: [{ side: 'app', text: 'Define it once.' }],
    place: webConfigPlace(facts, duplicate),
  };
}

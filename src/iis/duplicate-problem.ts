import type { ConfigurationElement } from '../model/configuration-element.ts';
import type { Remedy } from '../model/finding.ts';
import { hresults } from '../model/startup-failure.ts';
import { attributeValue } from './attribute-value.ts';
import { answersThatReadIt, isReadForEveryRequest } from './collection-keys.ts';
import type { ConfigurationProblem } from './configuration-failure.ts';
import type { DuplicateEntry, InheritedEntry } from './duplicate-entries.ts';

/**
 * The collection already has an entry with this key. IIS notices when something reads the section: at once for those that every request
 * needs, with the first static file or error for a few that do not keep the application from starting.
 */
export function duplicateProblem(section: string, duplicate: DuplicateEntry): ConfigurationProblem {
  const { element, earlier, keyNames, keyValues } = duplicate;
  const key = keyNames.map((name, index) => `${name}="${keyValues[index] ?? ''}"`).join(' ');
  const certain = isReadForEveryRequest(section) && (!isInherited(earlier) || earlier.certain);
  const some = answersThatReadIt(section);
  const twice = isInherited(earlier) ? `which the application inherits from ${earlier.from} already` : 'and adds it a second time';
  return {
    rule: 'collection-entry-duplicate',
    severity: some === undefined ? 'error' : 'warning',
    certainty: certain ? 'certain' : 'likely',
    hresult: hresults.ERROR_ALREADY_EXISTS,
    message: `web.config adds ${key} to ${section}, ${twice}.${some === undefined ? '' : ` The application starts, but IIS answers 500.19 ${some}.`}`,
    evidence: [
      `web.config line ${element.line}: <${element.name} ${key}>.`,
      isInherited(earlier) ? `${key} comes from ${earlier.from}.` : `web.config line ${earlier.line}: <${earlier.name} ${key}>.`,
      `The page says: Cannot add duplicate collection entry of type '${element.name}' with unique key attribute '${keyNames.join(', ')}' set to '${keyValues.join(', ')}'.`,
    ],
    remedies: remedies(element, keyNames, earlier),
    position: element,
  };
}

function isInherited(earlier: ConfigurationElement | InheritedEntry): earlier is InheritedEntry {
  return 'from' in earlier;
}

function remedies(element: ConfigurationElement, keyNames: readonly string[], earlier: DuplicateEntry['earlier']): readonly Remedy[] {
  if (!isInherited(earlier)) return [{ side: 'app', text: `Take one of the two <${element.name}> elements out of web.config.` }];
  const keys = keyNames.map((name) => `${name}="${attributeValue(element, name) ?? ''}"`).join(' ');
  const written = element.attributes.map(({ name, value }) => `${name}="${value}"`).join(' ');
  return [
    { side: 'app', text: 'Remove the inherited entry first.', snippet: `<remove ${keys} />\n<${element.name} ${written} />` },
    {
      side: 'server',
      text: `Keep ${earlier.from} from handing it down, with a location around its own <system.webServer>.`,
      snippet: '<location path="." inheritInChildApplications="false">\n  <system.webServer>…</system.webServer>\n</location>',
    },
  ];
}

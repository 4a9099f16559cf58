import type { AspNetCoreSection, NamedValue } from '../model/aspnetcore-section.ts';
import type { TextPosition } from '../model/configuration-element.ts';
import type { Place } from '../model/finding.ts';
import type { StartFacts } from '../model/start-facts.ts';

/** The place of an attribute of the aspNetCore element in web.config, or of the element when the attribute is not written. */
export function attributePlace(facts: StartFacts, section: AspNetCoreSection, attribute: string): Place {
  return webConfigPlace(facts, section.attributePositions.get(attribute) ?? section);
}

/** A place in the artifact's web.config. */
export function webConfigPlace(facts: StartFacts, { line, column }: TextPosition): Place {
  const file = facts.artifact.webConfig.state === 'absent' ? 'web.config' : facts.artifact.webConfig.path;
  return { in: 'artifact', file, line, column };
}

/** Where an entry of the section is written, in words. */
export function writtenAt({ line, fromServer }: Pick<NamedValue, 'line' | 'fromServer'>): string {
  return fromServer === true ? 'applicationHost.config' : `web.config line ${line}`;
}

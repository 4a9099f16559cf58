import { attributeValue } from '../iis/attribute-value.ts';
import { collectionEntries } from '../iis/configuration-collection.ts';
import { sectionElements } from '../iis/configuration-sections.ts';
import { someOf } from '../model/some-of.ts';
import type { AdviceRule } from './advice-rule.ts';

/**
 * What was set in IIS Manager stands in the web.config on the server, and the deployment writes over that file.
 * Source: learn.microsoft.com/aspnet/core/host-and-deploy/iis/web-config.
 */
export const serverHandlersOverwritten: AdviceRule = ({ facts: { artifact, target } }) => {
  const present = target.current?.handlers ?? [];
  if (artifact.webConfig.state !== 'read' || artifact.transformExpected === true) return [];
  const elements = sectionElements(artifact.webConfig.root, 'system.webServer/handlers');
  const deployed = new Set(collectionEntries(elements).map((entry) => attributeValue(entry, 'name') ?? ''));
  const lost = present.filter((name) => !deployed.has(name));
  if (lost.length === 0) return [];
  const [first = artifact.webConfig.root] = elements;
  return [
    {
      rule: 'server-handlers-overwritten',
      severity: 'note',
      certainty: 'likely',
      message: `The web.config on the server adds ${lost.length === 1 ? 'a handler' : 'handlers'} that this one has not: ${someOf(lost)}. The deployment writes over the file.`,
      evidence: [`Handlers on the server: ${someOf(present, 10)}.`, `Handlers in the artifact: ${someOf([...deployed], 10) || 'none'}.`],
      remedies: [{ side: 'app', text: 'If they were added in IIS Manager on purpose, add them to the web.config of the project.' }],
      place: { in: 'artifact', file: artifact.webConfig.path, line: first.line, column: first.column },
    },
  ];
};

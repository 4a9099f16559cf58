import { attributeValue } from '../iis/attribute-value.ts';
import type { ConfigurationElement } from '../model/configuration-element.ts';
import { someOf } from '../model/some-of.ts';
import type { AdviceRule } from './advise.ts';

function handlersElement(
  element: ConfigurationElement,
  inherits: boolean,
): { readonly handlers: ConfigurationElement; readonly inherits: boolean } | undefined {
  if (element.name === 'handlers') return { handlers: element, inherits };
  const passesOn =
    inherits && !(element.name === 'location' && attributeValue(element, 'inheritInChildApplications')?.toLowerCase() === 'false');
  for (const child of element.children) {
    const found = handlersElement(child, passesOn);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A root application hands its handler down to the applications below it, which then fail or are answered by the wrong application. */
export const handlerInheritedByChildren: AdviceRule = ({ facts }) => {
  const { artifact, target } = facts;
  if (artifact.webConfig.state !== 'read') return [];
  const found = handlersElement(artifact.webConfig.root, true);
  if (found?.inherits !== true) return [];
  const children = target.children ?? [];
  if (children.length === 0) return [];
  return [
    {
      rule: 'handler-inherited-by-children',
      severity: 'warning',
      certainty: 'likely',
      message: `The applications below this one (${someOf(children)}) inherit its handler; one that adds aspNetCore itself fails with 500.19.`,
      evidence: [`web.config line ${found.handlers.line}: <handlers> is not inside <location inheritInChildApplications="false">.`],
      remedies: [
        { side: 'app', text: 'Wrap system.webServer as the SDK does.', snippet: '<location path="." inheritInChildApplications="false">' },
      ],
      place: { in: 'artifact', file: artifact.webConfig.path, line: found.handlers.line, column: found.handlers.column },
    },
  ];
};

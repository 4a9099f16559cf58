import { attributeValue } from '../iis/attribute-value.ts';
import { type SectionUse, sectionsInForce, staysHere } from '../iis/configuration-sections.ts';
import { moduleNames } from '../iis/handler-entry.ts';
import { someOf } from '../model/some-of.ts';
import type { AdviceRule } from './advice-rule.ts';

/** Handlers that lead to the ASP.NET Core Module, whichever it is. */
const addsHandler = ({ element }: SectionUse): boolean =>
  element.children.some(
    (child) =>
      child.name === 'add' && moduleNames(attributeValue(child, 'modules') ?? '').some((name) => name.startsWith('AspNetCoreModule')),
  );

/** A root application hands its handler down to the applications below it, which then fail or are answered by the wrong application. */
export const handlerInheritedByChildren: AdviceRule = ({ facts: { artifact, target } }) => {
  const children = target.children ?? [];
  if (artifact.webConfig.state !== 'read' || children.length === 0) return [];
  const handlers = sectionsInForce(artifact.webConfig.root).filter(({ path }) => path === 'system.webServer/handlers');
  const found = handlers.find((use) => !staysHere(use) && addsHandler(use))?.element;
  if (found === undefined) return [];
  return [
    {
      rule: 'handler-inherited-by-children',
      severity: 'warning',
      certainty: 'likely',
      message: `The applications below this one (${someOf(children)}) inherit its handler; one that adds aspNetCore itself fails with 500.19, and any other is answered by this application.`,
      evidence: [`web.config line ${found.line}: <handlers> is not inside <location inheritInChildApplications="false">.`],
      remedies: [
        { side: 'app', text: 'Wrap system.webServer as the SDK does.', snippet: '<location path="." inheritInChildApplications="false">' },
        {
          side: 'app',
          text: 'Or take the handler away in the application below.',
          snippet: '<handlers><remove name="aspNetCore" /></handlers>',
        },
      ],
      place: { in: 'artifact', file: artifact.webConfig.path, line: found.line, column: found.column },
    },
  ];
};

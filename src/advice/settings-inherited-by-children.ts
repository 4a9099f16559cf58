import { sectionsInForce, staysHere } from '../iis/configuration-sections.ts';
import { someOf } from '../model/some-of.ts';
import type { AdviceRule } from './advice-rule.ts';

/** Sections that say something about the application that is below, whoever reads them there. */
const inherited = /^(?:system\.webServer\/|system\.web(?:\/|$)|appSettings$|connectionStrings$)/;

/**
 * IIS Manager writes what is changed there outside the location that the SDK makes, so that the applications below get it too.
 * Source: learn.microsoft.com/aspnet/core/host-and-deploy/iis/web-config.
 */
export const settingsInheritedByChildren: AdviceRule = ({ facts: { artifact, target } }) => {
  const children = target.children ?? [];
  if (artifact.webConfig.state !== 'read' || children.length === 0) return [];
  const uses = sectionsInForce(artifact.webConfig.root);
  // Where the handler itself is inherited, that is the finding.
  const module = uses.findLast(({ path }) => path === 'system.webServer/aspNetCore');
  if (module === undefined || !staysHere(module)) return [];
  const outside = uses.filter((use) => !staysHere(use) && inherited.test(use.path));
  const [first] = outside;
  if (first === undefined) return [];
  return [
    {
      rule: 'settings-inherited-by-children',
      severity: 'note',
      certainty: 'certain',
      message: `The applications below this one (${someOf(children)}) inherit ${someOf([...new Set(outside.map(({ path }) => path))])} from its web.config.`,
      evidence: outside.slice(0, 10).map(({ path, element }) => `web.config line ${element.line}: ${path} is not inside the location.`),
      remedies: [
        {
          side: 'app',
          text: 'Move what is meant for this application alone into the location.',
          snippet: '<location path="." inheritInChildApplications="false">',
        },
      ],
      place: { in: 'artifact', file: artifact.webConfig.path, line: first.element.line, column: first.element.column },
    },
  ];
};

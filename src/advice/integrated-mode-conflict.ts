import { webConfigPlace } from '../ancm/section-place.ts';
import { attributeValue } from '../iis/attribute-value.ts';
import { type SectionUse, sectionElements, sectionsInForce } from '../iis/configuration-sections.ts';
import { isSectionGroup } from '../iis/stock-sections.ts';
import type { ConfigurationElement } from '../model/configuration-element.ts';
import type { StartFacts } from '../model/start-facts.ts';
import type { AdviceRule } from './advise.ts';

interface Conflict {
  readonly status: '500.22' | '500.23' | '500.24';
  readonly setting: string;
  readonly element: ConfigurationElement;
}

const adds = ({ children }: ConfigurationElement): boolean => children.some(({ name }) => name === 'add');
const impersonates = (identity: ConfigurationElement): boolean => attributeValue(identity, 'impersonate')?.toLowerCase() === 'true';

/** Settings of ASP.NET that IIS refuses in an Integrated pipeline, in the order in which it looks (learn.microsoft.com/iis: status codes). */
const refused = [
  { status: '500.22', setting: 'httpModules', conflicts: adds },
  { status: '500.23', setting: 'httpHandlers', conflicts: adds },
  { status: '500.24', setting: 'identity', conflicts: impersonates },
] as const;

/** Whether the module that looks for them is there and has a reason to; what nobody said counts as the usual. */
function isValidated({ server, target: { pool }, artifact: { webConfig } }: StartFacts): boolean {
  const modules = server?.iis?.globalModules;
  if (modules !== undefined && !modules.some(({ name }) => name === 'ConfigurationValidationModule')) return false;
  if (pool?.managedPipelineMode === 'Classic' || webConfig.state !== 'read') return false;
  const [validation] = sectionElements(webConfig.root, 'system.webServer/validation').slice(-1);
  return validation === undefined || attributeValue(validation, 'validateIntegratedModeConfiguration')?.toLowerCase() !== 'false';
}

/** The sections of a web.config, those of `system.web` one by one. */
export function sectionsOf(root: ConfigurationElement): readonly SectionUse[] {
  return sectionsInForce(root, (path) => path === 'system.web' || isSectionGroup(path));
}

/** Settings in `system.web` that IIS answers with an error of its own before any module sees the request. */
export function integratedModeConflicts(facts: StartFacts): readonly Conflict[] {
  const { webConfig } = facts.artifact;
  if (webConfig.state !== 'read' || !isValidated(facts)) return [];
  const sections = sectionsOf(webConfig.root);
  return refused.flatMap(({ status, setting, conflicts }) =>
    sections
      .filter(({ path, element }) => path === `system.web/${setting}` && conflicts(element))
      .map(({ element }) => ({ status, setting, element })),
  );
}

/**
 * The configuration validation of IIS works for every application, ASP.NET Core or not
 * (learn.microsoft.com/aspnet/core/host-and-deploy/iis/modules: ConfigurationValidationModule).
 */
export const integratedModeConflict: AdviceRule = ({ facts }) => {
  const conflicts = integratedModeConflicts(facts);
  const [first] = conflicts;
  if (first === undefined) return [];
  return [
    {
      rule: 'integrated-mode-conflict',
      severity: 'warning',
      certainty: 'likely',
      message: `web.config has <${first.setting}> in <system.web>, which is of ASP.NET on .NET Framework; in a pool with the Integrated pipeline IIS answers every request with ${first.status}.`,
      evidence: conflicts.map(({ setting, element }) => `web.config line ${element.line}: <system.web><${setting}>.`),
      remedies: [
        { side: 'app', text: 'Take it out; ASP.NET Core does not read it.' },
        {
          side: 'app',
          text: 'Or switch the validation off.',
          snippet: '<validation validateIntegratedModeConfiguration="false" />',
        },
      ],
      place: webConfigPlace(facts, first.element),
    },
  ];
};

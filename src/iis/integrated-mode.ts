import type { ConfigurationElement } from '../model/configuration-element.ts';
import type { StartFacts } from '../model/start-facts.ts';
import { attributeValue, isFalse } from './attribute-value.ts';
import { type SectionUse, sectionElements, sectionsInForce } from './configuration-sections.ts';
import { isSectionGroup } from './stock-sections.ts';

/** A setting of ASP.NET that IIS refuses, with the error it answers with. */
export interface IntegratedModeConflict {
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
  return validation === undefined || !isFalse(attributeValue(validation, 'validateIntegratedModeConfiguration'));
}

/** The sections of a web.config, those of `system.web` one by one. */
export function sectionsWithSystemWeb(root: ConfigurationElement): readonly SectionUse[] {
  return sectionsInForce(root, (path) => path === 'system.web' || isSectionGroup(path));
}

/** Settings in `system.web` that IIS answers with an error of its own before any module sees the request. */
export function integratedModeConflicts(facts: StartFacts): readonly IntegratedModeConflict[] {
  const { webConfig } = facts.artifact;
  if (webConfig.state !== 'read' || !isValidated(facts)) return [];
  const sections = sectionsWithSystemWeb(webConfig.root);
  return refused.flatMap(({ status, setting, conflicts }) =>
    sections
      .filter(({ path, element }) => path === `system.web/${setting}` && conflicts(element))
      .map(({ element }) => ({ status, setting, element })),
  );
}

import type { ConfigurationElement } from '../model/configuration-element.ts';
import type { StartFacts } from '../model/start-facts.ts';
import type { ConfigurationSections } from '../model/target-server.ts';
import { attributeValue } from './attribute-value.ts';
import type { ConfigurationProblem } from './configuration-failure.ts';
import { invalidContent, locked, lockedModule, sectionTwice, undeclared, undeclaredInFile } from './configuration-problems.ts';
import { type SectionUse, sectionsInForce } from './configuration-sections.ts';
import { duplicateEntries, type InheritedEntry } from './duplicate-entries.ts';
import { duplicateProblem } from './duplicate-problem.ts';
import { inheritedHandlers, inheritedModules, possiblyInheritedHandlers } from './inherited-entries.ts';
import { contentViolations } from './section-content.ts';
import { sectionState } from './section-state.ts';
import { isFrameworkSection, isSectionGroup } from './stock-sections.ts';

/** What IIS refuses in the sections of a web.config, what nobody said, and the sections of IIS it uses. */
export interface SectionFindings {
  readonly problems: readonly ConfigurationProblem[];
  readonly missingFacts: readonly string[];
  readonly used: readonly string[];
}

/** Looks at every section in the order of the file: set twice, not declared, locked, with invalid content, with duplicates. */
export function sectionProblems(facts: StartFacts, root: ConfigurationElement): SectionFindings {
  const uses = sectionsInForce(root, groupsOn(facts.server?.iis?.sections));
  const problems: ConfigurationProblem[] = [...repeatedSections(uses)];
  const missingFacts = new Set<string>();
  const used = new Map<string, ConfigurationElement[]>();
  for (const { path, element } of uses) {
    if (path.startsWith('system.webServer/')) used.set(path, [...(used.get(path) ?? []), element]);
    else if (!path.includes('/') && !isKnownElsewhere(path, root)) problems.push(undeclaredInFile(element));
  }
  for (const [path, elements] of used) {
    const state = sectionState(facts, path);
    const [first] = elements;
    if (first === undefined) continue;
    if (state.state === 'undeclared') problems.push(undeclared(first, state));
    else if (state.state === 'locked') problems.push(locked(first, state));
    else problems.push(...contentProblems(facts, path, elements));
    if (state.state === 'unknown') for (const fact of state.missingFacts) missingFacts.add(fact);
    if (path === 'system.webServer/handlers') for (const fact of factsAboutDuplicates(facts, elements)) missingFacts.add(fact);
  }
  return { problems, missingFacts: [...missingFacts], used: [...used.keys()] };
}

/** Groups as this server declares them; a group it does not declare is one unknown section. */
function groupsOn(sections: ConfigurationSections | undefined): (path: string) => boolean {
  if (sections === undefined) return isSectionGroup;
  const declared = [...sections.byPath.keys()];
  return (path) => {
    if (path === 'system.webServer' || declared.some((section) => section.startsWith(`${path}/`))) return true;
    return isSectionGroup(path) && !sections.complete && sections.byPath.get(path)?.declared !== false;
  };
}

/** Sections of the .NET Framework, and those that the file declares itself. */
function isKnownElsewhere(name: string, root: ConfigurationElement): boolean {
  if (/^system\.(?:webServer|applicationHost|ftpServer)$/.test(name) || isFrameworkSection(name)) return true;
  const declarations = root.children.filter((child) => child.name === 'configSections').flatMap(({ children }) => children);
  return declarations.some((declaration) => attributeValue(declaration, 'name') === name);
}

function repeatedSections(uses: readonly SectionUse[]): readonly ConfigurationProblem[] {
  const seen = new Map<string, SectionUse>();
  const problems: ConfigurationProblem[] = [];
  for (const use of uses) {
    if (!use.path.startsWith('system.webServer/')) continue;
    const where = use.location === undefined ? '' : `location ${attributeValue(use.location, 'path') ?? ''}`;
    const key = `${where}\n${use.path}`;
    const first = seen.get(key);
    if (first === undefined) seen.set(key, use);
    else problems.push(sectionTwice(use.path, use.element, first.element, first.location === use.location));
  }
  return problems;
}

function contentProblems(facts: StartFacts, path: string, elements: readonly ConfigurationElement[]): readonly ConfigurationProblem[] {
  const invalid = invalidContent(
    path,
    elements.flatMap((element) => contentViolations(path, element)),
  );
  return [
    ...(invalid === undefined ? [] : [invalid]),
    ...(path === 'system.webServer/modules' ? lockedModuleProblems(facts, elements) : []),
    ...duplicateEntries(path, elements, inheritedEntries(facts, path)).map((duplicate) => duplicateProblem(path, duplicate)),
  ];
}

function inheritedEntries(facts: StartFacts, path: string): readonly InheritedEntry[] {
  if (path === 'system.webServer/handlers') return inheritedHandlers(facts);
  return path === 'system.webServer/modules' ? inheritedModules(facts) : [];
}

/** Facts that would tell whether the application inherits a handler that it adds. */
function factsAboutDuplicates(facts: StartFacts, elements: readonly ConfigurationElement[]): readonly string[] {
  return possiblyInheritedHandlers(facts)
    .filter((entry) => duplicateEntries('system.webServer/handlers', elements, [entry]).some(({ earlier }) => earlier === entry))
    .map(({ missingFact }) => missingFact);
}

function lockedModuleProblems({ server }: StartFacts, elements: readonly ConfigurationElement[]): readonly ConfigurationProblem[] {
  const lockedNames = server?.iis?.lockedModules ?? [];
  return elements.flatMap(({ children }) =>
    children.flatMap((child) => {
      const name = attributeValue(child, 'name');
      const affected = child.name === 'clear' ? lockedNames : child.name === 'remove' ? lockedNames.filter((one) => one === name) : [];
      return affected.length === 0 ? [] : [lockedModule(child, affected)];
    }),
  );
}

import type { ConfigurationElement } from '../model/configuration-element.ts';
import type { StartFacts } from '../model/start-facts.ts';
import type { ConfigurationSections } from '../model/target-server.ts';
import { attributeValue } from './attribute-value.ts';
import { type CollectionKeys, collectionPath, collectionsOf } from './collection-keys.ts';
import { childrenWithin, foldedKey, keyValues } from './configuration-collection.ts';
import type { ConfigurationProblem } from './configuration-failure.ts';
import {
  externalFileMissing,
  invalidContent,
  locked,
  lockedEntries,
  lockedPart,
  sectionTwice,
  undeclared,
  undeclaredInFile,
} from './configuration-problems.ts';
import { isContentElsewhere, type SectionUse, sectionsInForce } from './configuration-sections.ts';
import { deployTimeToken } from './deploy-time-token.ts';
import { duplicateEntries, type InheritedEntry } from './duplicate-entries.ts';
import { duplicateProblem } from './duplicate-problem.ts';
import { lockViolations } from './element-locks.ts';
import { inheritedFromServer, inheritedHandlers, possiblyInheritedHandlers } from './inherited-entries.ts';
import { type ContentViolation, contentViolations, foreignAttributes } from './section-content.ts';
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
  const ownSections = declaredIn(root);
  for (const { path, element } of uses) {
    const others = used.get(path);
    if (others !== undefined) others.push(element);
    else if (path.startsWith('system.webServer/')) used.set(path, [element]);
    else if (!path.includes('/') && !ownSections.has(path) && !isKnownElsewhere(path)) problems.push(undeclaredInFile(element));
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

/** Sections and groups that a file declares itself. */
function declaredIn(root: ConfigurationElement): ReadonlySet<string> {
  const declarations = root.children.filter((child) => child.name === 'configSections').flatMap(({ children }) => children);
  return new Set(declarations.flatMap((declaration) => attributeValue(declaration, 'name') ?? []));
}

/** Groups of IIS, and sections of the .NET Framework. */
const isKnownElsewhere = (name: string): boolean =>
  /^system\.(?:webServer|applicationHost|ftpServer)$/.test(name) || isFrameworkSection(name);

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
    elements.flatMap((element) => violationsIn(facts, path, element)),
  );
  const locks = facts.server?.iis?.sections?.byPath.get(path)?.elementLocks ?? [];
  return [
    ...elements.flatMap((element) => {
      const file = attributeValue(element, 'configSource');
      return file === undefined || deployTimeToken(file) !== undefined ? [] : [externalFileMissing(path, element, file)];
    }),
    ...(invalid === undefined ? [] : [invalid]),
    ...lockViolations(locks, elements).map((violation) => lockedPart(path, violation)),
    ...lockedEntryProblems(facts, path, elements),
    ...duplicateEntries(path, elements, inheritedEntries(facts, path)).map((duplicate) => duplicateProblem(path, duplicate)),
  ];
}

/** What the module reads itself is not looked into, and what a later step transforms not for the marks of the transformation. */
function violationsIn({ artifact }: StartFacts, path: string, element: ConfigurationElement): readonly ContentViolation[] {
  if (path === 'system.webServer/aspNetCore' || isContentElsewhere(element)) return [];
  const violations = contentViolations(path, element);
  const known = new Set(violations.map(({ line, column }) => `${line}:${column}`));
  const foreign = foreignAttributes(element).filter(({ line, column }) => !known.has(`${line}:${column}`));
  const all = [...violations, ...foreign];
  return artifact.transformExpected === true ? all.filter(({ problem }) => !problem.includes('xdt:')) : all;
}

function inheritedEntries(facts: StartFacts, path: string): readonly InheritedEntry[] {
  return path === 'system.webServer/handlers' ? inheritedHandlers(facts) : inheritedFromServer(facts, path);
}

/** Facts that would tell whether the application inherits a handler that it adds. */
function factsAboutDuplicates(facts: StartFacts, elements: readonly ConfigurationElement[]): readonly string[] {
  return possiblyInheritedHandlers(facts)
    .filter((entry) => duplicateEntries('system.webServer/handlers', elements, [entry]).some(({ earlier }) => earlier === entry))
    .map(({ missingFact }) => missingFact);
}

function lockedEntryProblems(
  { server }: StartFacts,
  section: string,
  elements: readonly ConfigurationElement[],
): readonly ConfigurationProblem[] {
  return collectionsOf(section).flatMap((collection) => {
    const path = collectionPath(section, collection);
    const locked = (server?.iis?.collections?.get(path) ?? []).filter((entry) => entry.locked).map(({ key }) => key);
    if (locked.length === 0) return [];
    return childrenWithin(elements, collection.within).flatMap((child) => {
      const affected =
        child.name === 'clear' ? locked : child.name === 'remove' ? locked.filter((key) => isKeyOf(collection, child, key)) : [];
      return affected.length === 0 ? [] : [lockedEntries(child, section, path, affected)];
    });
  });
}

function isKeyOf(collection: CollectionKeys, entry: ConfigurationElement, key: string): boolean {
  return foldedKey(collection, keyValues(collection, entry).join('\n')) === foldedKey(collection, key);
}

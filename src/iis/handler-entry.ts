import type { ConfigurationElement, TextPosition } from '../model/configuration-element.ts';
import type { StartFacts } from '../model/start-facts.ts';
import { attributeValue } from './attribute-value.ts';
import { collectionEntries } from './configuration-collection.ts';
import { sectionElements } from './configuration-sections.ts';
import { workerArchitecture } from './worker-architecture.ts';

/** One handler of web.config, as IIS matches requests against it. */
export interface HandlerEntry extends TextPosition {
  readonly name: string;
  readonly path: string;
  readonly verb: string;
  readonly modules: readonly string[];
  /** It takes every request, whatever its path, verb, and file. */
  readonly takesEverything: boolean;
}

/** The handlers a web.config leaves in force, in the order in which IIS tries them. */
export function handlerEntries(facts: StartFacts, root: ConfigurationElement): readonly HandlerEntry[] {
  return collectionEntries(sectionElements(root, 'system.webServer/handlers'))
    .filter((entry) => meetsPreConditions(facts, attributeValue(entry, 'preCondition') ?? ''))
    .map(handlerEntry);
}

/** Names of inherited handlers that web.config removes; `all` when it clears the list. */
export function removedHandlers(root: ConfigurationElement): ReadonlySet<string> | 'all' {
  const children = sectionElements(root, 'system.webServer/handlers').flatMap((element) => element.children);
  if (children.some(({ name }) => name === 'clear')) return 'all';
  return new Set(children.filter(({ name }) => name === 'remove').map((child) => attributeValue(child, 'name') ?? ''));
}

/** The parts of a handler's `modules` attribute. */
export function moduleNames(modules: string): readonly string[] {
  return modules
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

function handlerEntry(entry: ConfigurationElement): HandlerEntry {
  const path = attributeValue(entry, 'path') ?? '';
  const verb = attributeValue(entry, 'verb') ?? '';
  const resourceType = attributeValue(entry, 'resourceType')?.toLowerCase() ?? 'unspecified';
  return {
    line: entry.line,
    column: entry.column,
    name: attributeValue(entry, 'name') ?? '',
    path,
    verb,
    // Without the attribute a handler is run by the managed pipeline (`IIS_schema.xml`).
    modules: moduleNames(attributeValue(entry, 'modules') ?? 'ManagedPipelineHandler'),
    takesEverything: path.split(',').some((one) => one.trim() === '*') && verb.trim() === '*' && resourceType === 'unspecified',
  };
}

/** A condition that cannot be judged on these facts counts as met. */
function meetsPreConditions(facts: StartFacts, preCondition: string): boolean {
  const worker = workerArchitecture(facts);
  const bits = worker.known ? (worker.architecture === 'x86' ? '32' : '64') : undefined;
  const { managedPipelineMode, managedRuntimeVersion } = facts.target.pool ?? {};
  return preCondition.split(',').every((part) => {
    const condition = part.trim().toLowerCase();
    if (condition === 'bitness32' || condition === 'bitness64') return bits === undefined || condition.endsWith(bits);
    if (condition === 'integratedmode') return managedPipelineMode?.toLowerCase() !== 'classic';
    if (condition === 'classicmode') return managedPipelineMode?.toLowerCase() === 'classic';
    if (!condition.startsWith('runtimeversion')) return true;
    return managedRuntimeVersion === undefined || managedRuntimeVersion.toLowerCase() === condition.slice('runtimeversion'.length);
  });
}

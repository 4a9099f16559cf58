import type { ConfigurationElement } from '../model/configuration-element.ts';
import type { Remedy } from '../model/finding.ts';
import type { StartFacts, StartServer } from '../model/start-facts.ts';
import { attributeValue } from './attribute-value.ts';
import { sectionElements } from './configuration-sections.ts';
import { loadedModule } from './global-modules.ts';
import { workerArchitecture } from './worker-architecture.ts';

export interface ModuleUnavailable {
  readonly available: 'no';
  readonly text: string;
  readonly likely: boolean;
  /** What mends it, where it is something else than a module that is missing. */
  readonly remedy?: Remedy;
}

/** Whether the application can use a module; for `no`, `text` ends the sentence “names the module X, …”. */
export type ModuleAvailability =
  | { readonly available: 'yes' }
  | ModuleUnavailable
  | { readonly available: 'unknown'; readonly because: string; readonly missingFacts: readonly string[] };

/** A module is usable when the worker process has loaded it and the list of modules in force for the application names it. */
export function moduleAvailability(facts: StartFacts, root: ConfigurationElement, name: string): ModuleAvailability {
  const registered = facts.server?.iis?.globalModules;
  if (facts.server === undefined) return unknown('no server is described', ['iis.globalModules']);
  if (registered === undefined) return installedAlone(facts.server, name);
  const worker = workerArchitecture(facts);
  const bits = worker.known ? (worker.architecture === 'x86' ? 32 : 64) : undefined;
  const loaded = loadedModule(registered, name, bits);
  if (loaded === 'unknown') return unknown('it is registered for one bitness only', worker.known ? [] : worker.missingFacts);
  if (loaded === 'no') return isManaged(facts, root, name) ? { available: 'yes' } : notLoaded(facts, name);
  return isEnabled(facts, root, name)
    ? { available: 'yes' }
    : { available: 'no', text: 'which is registered but not enabled for the application', likely: false, remedy: enable(name) };
}

/** Nobody said which modules are registered: version 2 is not where it is known not to be installed. */
function installedAlone({ aspNetCoreModule }: StartServer, name: string): ModuleAvailability {
  return aspNetCoreModule?.installed === false && name === 'AspNetCoreModuleV2'
    ? { available: 'no', text: 'which is not installed on this server', likely: true }
    : unknown('nobody said which modules are registered', ['iis.globalModules']);
}

/** A name that the managed engine answers to, or a managed module that web.config itself adds with its type. */
function isManaged({ server }: StartFacts, root: ConfigurationElement, name: string): boolean {
  if (name === 'ManagedPipelineHandler')
    return server?.iis?.globalModules?.some((module) => module.name.startsWith('ManagedEngine')) === true;
  const added = sectionElements(root, 'system.webServer/modules').flatMap(({ children }) => children);
  return added.some(
    (child) => child.name === 'add' && attributeValue(child, 'name') === name && attributeValue(child, 'type') !== undefined,
  );
}

const spell = (name: string): Remedy => ({ side: 'app', text: 'Write the name as it is registered.', snippet: `modules="${name}"` });

const enable = (name: string): Remedy => ({
  side: 'app',
  text: `Have <modules> of web.config name ${name}: without a <clear /> or <remove> that drops it, or added again behind that.`,
  snippet: `<add name="${name}" />`,
});

function unknown(because: string, missingFacts: readonly string[]): ModuleAvailability {
  return { available: 'unknown', because, missingFacts };
}

function notLoaded({ server }: StartFacts, name: string): ModuleAvailability {
  const entries = server?.iis?.globalModules ?? [];
  if (entries.some((module) => module.name === name)) {
    return { available: 'no', text: 'which is registered for worker processes of the other bitness only', likely: false };
  }
  const otherCase = entries.find((module) => module.name.toLowerCase() === name.toLowerCase());
  if (otherCase === undefined) return { available: 'no', text: 'which is not registered on this server', likely: false };
  // The schema declares the names case-sensitive; nobody was seen to try.
  return {
    available: 'no',
    text: `which is registered as ${otherCase.name}; the case counts`,
    likely: true,
    remedy: spell(otherCase.name),
  };
}

/** The server-level list of modules, after what web.config adds and removes; a list nobody gave names every registered module. */
function isEnabled({ server }: StartFacts, root: ConfigurationElement, name: string): boolean {
  let enabled = server?.iis?.collections?.get('system.webServer/modules')?.some(({ key }) => key === name) ?? true;
  for (const child of sectionElements(root, 'system.webServer/modules').flatMap(({ children }) => children)) {
    if (child.name === 'clear') enabled = false;
    else if (attributeValue(child, 'name') !== name) continue;
    else if (child.name === 'remove') enabled = false;
    else if (child.name === 'add') enabled = true;
  }
  return enabled;
}

import type { StartFacts, StartServer } from '../model/start-facts.ts';
import type { ConfigurationSection } from '../model/target-server.ts';
import { configurationPath } from './application-host-sections.ts';
import { sectionSpelling, stockLock } from './stock-sections.ts';

/** Whether a web.config of the application may use a section on this server. `section`: the entry of the server that says so. */
export type SectionState =
  | { readonly state: 'usable' }
  | { readonly state: 'undeclared'; readonly section: string; readonly because: string }
  | { readonly state: 'locked'; readonly section: string; readonly because: string }
  | { readonly state: 'unknown'; readonly missingFacts: readonly string[] };

const usable: SectionState = { state: 'usable' };
const unknown: SectionState = { state: 'unknown', missingFacts: ['iis.sections'] };

/** Sections that the installation of the Hosting Bundle leaves usable: its own, and `handlers`, which it unlocks; stock IIS unlocks `modules`. */
const usableAsInstalled: ReadonlySet<string> = new Set([
  'system.webServer/aspNetCore',
  'system.webServer/handlers',
  'system.webServer/modules',
]);

/** Declared and unlocked as far as the server's facts tell; a section of IIS itself counts as stock where the list is silent. */
export function sectionState(facts: StartFacts, path: string): SectionState {
  const { server } = facts;
  if (server === undefined) return unknown;
  const sections = server.iis?.sections;
  const listed = nearestEntry(sections?.byPath, path);
  if (listed !== undefined) return listedState(facts, path, listed.path, listed.entry);
  if (sections !== undefined && someBelow(sections.byPath, path)) return usable;
  if (sections?.complete === true) {
    return { state: 'undeclared', section: path, because: 'applicationHost.config declares no such section.' };
  }
  if (server.hostingBundle !== undefined && usableAsInstalled.has(path)) return usable;
  if (path === 'system.webServer/aspNetCore') return moduleSectionState(server);
  if (stockLock(path) === false) return usable;
  if (sectionSpelling(path) === undefined) return unknown;
  return { state: 'undeclared', section: path, because: 'IIS compares the names of sections with regard to case.' };
}

/** The entry for a section, or for the group it is in: manifests speak of `system.webServer/rewrite` as one. */
function nearestEntry(
  byPath: ReadonlyMap<string, ConfigurationSection> | undefined,
  path: string,
): { readonly path: string; readonly entry: ConfigurationSection } | undefined {
  for (let at = path; at.includes('/'); at = at.slice(0, at.lastIndexOf('/'))) {
    const entry = byPath?.get(at);
    const says = entry?.declared !== undefined || entry?.locked !== undefined || entry?.lockedAt !== undefined;
    if (entry !== undefined && says) return { path: at, entry };
  }
  return undefined;
}

function someBelow(byPath: ReadonlyMap<string, ConfigurationSection>, path: string): boolean {
  return [...byPath.keys()].some((section) => section.startsWith(`${path}/`));
}

function listedState(facts: StartFacts, path: string, section: string, entry: ConfigurationSection): SectionState {
  if (entry.declared === false) return { state: 'undeclared', section, because: `iis.sections: "${section}" is not declared.` };
  const differs = [...(entry.lockedAt?.values() ?? [])].some((exception) => exception !== entry.locked);
  if (differs && facts.target.site === undefined) return { state: 'unknown', missingFacts: ['iis.sites'] };
  const locked = lockedAt(facts, entry);
  if (locked === true) return { state: 'locked', section, because: `iis.sections: "${section}" is locked.` };
  const stock = stockLock(path) === true && !(facts.server?.hostingBundle !== undefined && usableAsInstalled.has(path));
  return locked === undefined && stock ? unknown : usable;
}

/** The lock state at the application's path: the statement about the longest path above it, else the server's. */
function lockedAt({ target }: StartFacts, { locked, lockedAt: exceptions }: ConfigurationSection): boolean | undefined {
  if (exceptions === undefined || target.site === undefined) return locked;
  const own = `${configurationPath(`${target.site}${target.application ?? '/'}`).toLowerCase()}/`;
  let longest = '';
  let state = locked;
  for (const [path, exception] of exceptions) {
    const above = `${path.toLowerCase()}/`;
    if (!own.startsWith(above) || above.length < longest.length) continue;
    longest = above;
    state = exception;
  }
  return state;
}

/** The section of the module where no list names it: the module's installation declares it, version 1 under the same name. */
function moduleSectionState(server: StartServer): SectionState {
  const registered = server.iis?.globalModules;
  if (server.aspNetCoreModule?.installed !== false || registered?.some(({ name }) => name === 'AspNetCoreModule')) return unknown;
  return {
    state: 'undeclared',
    section: 'system.webServer/aspNetCore',
    because: 'aspNetCoreModule: the module is not installed, and its installation is what declares the section.',
  };
}

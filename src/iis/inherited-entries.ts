import type { StartFacts } from '../model/start-facts.ts';
import { applicationName } from './application-name.ts';
import { collectionPath, collectionsOf } from './collection-keys.ts';
import type { InheritedEntry } from './duplicate-entries.ts';
import { moduleNames } from './handler-entry.ts';
import { type AspNetCoreModuleName, aspNetCoreModules, registeredModule } from './module-generation.ts';

const serverItself = 'the server itself';

const handlersCollection = 'system.webServer/handlers';

/** Handlers that every installation of IIS has at server level. */
const stockHandlers = ['StaticFile', 'OPTIONSVerbHandler', 'TRACEVerbHandler'];

/**
 * Handlers that reach the application from above its web.config: the server's, those of a `<location>` in applicationHost.config, and those
 * of applications above it that hand theirs down. Where nobody said, the server has the stock ones and the applications hand nothing down.
 */
export function inheritedHandlers({ server, target }: StartFacts): readonly InheritedEntry[] {
  const listed = server?.iis?.collections?.get(handlersCollection)?.map(({ key }) => key);
  const collection = handlersCollection;
  const parents = (target.parents ?? []).filter(({ inheritInChildApplications }) => inheritInChildApplications === true);
  return [
    ...(listed ?? stockHandlers).map((key) => ({ collection, key, from: serverItself, certain: listed !== undefined })),
    ...parents.flatMap((parent) =>
      (parent.handlers ?? []).map((key) => ({ collection, key, from: applicationName(target.site ?? '', parent.path), certain: true })),
    ),
    ...(target.current?.locationHandlers ?? []).map(({ name }) => ({
      collection,
      key: name,
      from: 'a <location> of applicationHost.config for this application',
      certain: true,
    })),
  ];
}

/**
 * Handlers that an application above hands down unless a fact nobody gave says otherwise: its handlers are known but not whether they are
 * inherited, or the other way round. An application about which both are silent is taken to keep them, as the Web SDK writes it since 2.2.
 */
export function possiblyInheritedHandlers({ target }: StartFacts): readonly (InheritedEntry & { readonly missingFact: string })[] {
  return (target.parents ?? []).flatMap(({ path, handlers, inheritInChildApplications }) => {
    const from = applicationName(target.site ?? '', path);
    const entry = (key: string, fact: string) => ({
      collection: handlersCollection,
      key,
      from,
      certain: false,
      missingFact: `iis.sites[].applications[].${fact}`,
    });
    if (inheritInChildApplications === true && handlers === undefined) return [entry('aspNetCore', 'handlers')];
    if (inheritInChildApplications !== undefined) return [];
    return (handlers ?? []).map((name) => entry(name, 'inheritInChildApplications'));
  });
}

/** What the collections of a section, other than `handlers`, hold at server level; nothing where nobody said. */
export function inheritedFromServer({ server }: StartFacts, section: string): readonly InheritedEntry[] {
  return collectionsOf(section).flatMap((keys) => {
    const collection = collectionPath(section, keys);
    const entries = server?.iis?.collections?.get(collection) ?? [];
    return entries.map(({ key }) => ({ collection, key, from: serverItself, certain: true }));
  });
}

/** Who hands a handler for the ASP.NET Core Module down, or whether it is certain that nobody does. */
export type HandedDownModule =
  | { readonly module: AspNetCoreModuleName; readonly from: string }
  | { readonly module?: undefined; readonly certain: boolean };

/**
 * A handler for the module that the application inherits although its own web.config adds none. `removed`: what web.config takes away.
 * Manifests name the handlers of other applications without their modules; one called `aspNetCore` is taken to be the module's.
 */
export function handedDownModule({ server, target }: StartFacts, removed: ReadonlySet<string> | 'all'): HandedDownModule {
  if (removed === 'all') return { certain: true };
  const remains = (name: string): boolean => !removed.has(name);
  const located = locatedModule(target, remains);
  if (located !== undefined) return located;
  const parents = target.parents ?? [];
  const module = registeredModule(server);
  const handing = parents.find(
    (parent) =>
      parent.inheritInChildApplications === true &&
      (parent.handlers ?? []).some((name) => name.toLowerCase() === 'aspnetcore' && remains(name)),
  );
  if (handing !== undefined) return { module, from: applicationName(target.site ?? '', handing.path) };
  const ofServer = server?.iis?.collections?.get(handlersCollection) ?? [];
  if (ofServer.some(({ key }) => key.toLowerCase() === 'aspnetcore' && remains(key))) return { module, from: serverItself };
  const silent = parents.some(({ handlers, inheritInChildApplications }) => handlers === undefined && inheritInChildApplications !== false);
  return { certain: server !== undefined && target.parents !== undefined && !silent };
}

/** The module to which a handler leads that applicationHost.config itself adds for the application. */
export function locatedModule(
  { current }: StartFacts['target'],
  remains: (name: string) => boolean = () => true,
): { readonly module: AspNetCoreModuleName; readonly from: string } | undefined {
  for (const { modules } of (current?.locationHandlers ?? []).filter(({ name }) => remains(name))) {
    const module = aspNetCoreModules.find((name) => moduleNames(modules).includes(name));
    if (module !== undefined) return { module, from: 'a <location> of applicationHost.config' };
  }
  return undefined;
}

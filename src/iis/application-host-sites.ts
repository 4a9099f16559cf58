import type { ConfigurationElement } from '../model/configuration-element.ts';
import type { Application, LocationHandler, Site } from '../model/target-server.ts';
import { environmentBlock, expandEnvironmentVariables, windowsVariables } from '../windows/environment.ts';
import { configurationPath, declaredSections } from './application-host-sections.ts';
import { applicationPath } from './application-name.ts';
import { attributeValue, isTrue } from './attribute-value.ts';
import { collectionEntries } from './configuration-collection.ts';
import { isOwnLocation, readableSection, sectionElements, sectionsBelow, sectionsInForce } from './configuration-sections.ts';
import { locationSection } from './location-section.ts';
import { windowsAuthenticationIn } from './windows-authentication.ts';

/** What a `<location>` for a path below the server sets, as far as a start depends on it. */
interface LocationSettings {
  readonly aspNetCore?: ConfigurationElement;
  readonly windowsAuthentication?: boolean;
  readonly handlers: readonly ConfigurationElement[];
  readonly inherited: boolean;
}

/**
 * Whether the server switches Windows authentication on for a path: the nearest location that says so, else the server as a whole, else
 * it is off (learn.microsoft.com/iis/configuration/system.webserver/security/authentication/windowsauthentication).
 */
function windowsAuthenticationAt(
  at: string,
  locations: ReadonlyMap<string, readonly LocationSettings[]>,
  wholeServer: boolean | undefined,
): Pick<Application, 'windowsAuthentication'> {
  const said = settingsAt(at, locations).findLast(({ windowsAuthentication }) => windowsAuthentication !== undefined);
  const value = said?.windowsAuthentication ?? wholeServer;
  return value === undefined ? {} : { windowsAuthentication: value };
}

/** The aspNetCore section for a path: the one of the whole server, and those of locations on top of it. */
function sectionAt(
  at: string,
  locations: ReadonlyMap<string, readonly LocationSettings[]>,
  ofServer: readonly ConfigurationElement[],
): Pick<Application, 'locationSection'> {
  const section = locationSection([...ofServer, ...settingsAt(at, locations).flatMap(({ aspNetCore }) => aspNetCore ?? [])]);
  return section === undefined ? {} : { locationSection: section };
}

/** The sites of applicationHost.config with their applications. `undefined`: the file does not list sites. */
export function sites(root: ConfigurationElement): readonly Site[] | undefined {
  const sections = readableSection(root, 'system.applicationHost/sites');
  if (sections === undefined) return undefined;
  const entries = sections.flatMap(({ children }) => children);
  const locations = locationSettings(root);
  // A file that declares no sections is a part of one, and what is not in it may be elsewhere.
  const wholeServer = windowsAuthenticationIn(sectionsInForce(root)) ?? (declaredSections(root) === undefined ? undefined : false);
  const ofServer = sectionElements(root, 'system.webServer/aspNetCore');
  const defaults = entries.filter(({ name }) => name === 'applicationDefaults');
  return entries
    .filter(({ name }) => name === 'site')
    .map((site) => {
      const name = attributeValue(site, 'name') ?? '';
      const ownDefaults = site.children.filter((child) => child.name === 'applicationDefaults');
      const applications = site.children
        .filter((child) => child.name === 'application')
        .map((element) => ({
          ...application(name, element, [...ownDefaults, ...defaults], locations),
          ...windowsAuthenticationAt(placeOf(name, element), locations, wholeServer),
          ...sectionAt(placeOf(name, element), locations, ofServer),
        }));
      return { name, ...bindingsOf(site), applications };
    });
}

/** The configuration path of an application, in lower case. */
function placeOf(site: string, application: ConfigurationElement): string {
  return configurationPath(`${site}${applicationPath(attributeValue(application, 'path') ?? '/')}`).toLowerCase();
}

/** Where the site listens; nothing where the file does not say it. */
function bindingsOf(site: ConfigurationElement): Pick<Site, 'bindings'> {
  const lists = site.children.filter(({ name }) => name === 'bindings');
  if (lists.length === 0) return {};
  const bindings = lists
    .flatMap(({ children }) => children)
    .filter(({ name }) => name === 'binding')
    .map((binding) => ({
      protocol: attributeValue(binding, 'protocol') ?? '',
      bindingInformation: attributeValue(binding, 'bindingInformation') ?? '',
    }));
  return { bindings };
}

function application(
  site: string,
  element: ConfigurationElement,
  defaults: readonly ConfigurationElement[],
  locations: ReadonlyMap<string, readonly LocationSettings[]>,
): Application {
  const setting = (name: string): string | undefined =>
    [element, ...defaults].map((from) => attributeValue(from, name)).find((value) => value !== undefined);
  const path = applicationPath(attributeValue(element, 'path') ?? '/');
  const appPool = setting('applicationPool');
  const folder = physicalPath(element);
  const at = placeOf(site, element);
  const handlers = handlersAt(at, locations);
  const hostingModel = hostingModelAt(locations.get(at) ?? [], handlers);
  const virtualDirectories = foldersBelow(element, path);
  return {
    path,
    ...(appPool === undefined ? {} : { appPool }),
    ...(folder === undefined ? {} : { physicalPath: folder }),
    ...(virtualDirectories.length === 0 ? {} : { virtualDirectories }),
    ...(hostingModel === undefined ? {} : { hostingModel }),
    preloadEnabled: isTrue(setting('preloadEnabled')),
    ...(handlers.length === 0 ? {} : { locationHandlers: handlers }),
  };
}

const machine = environmentBlock([], windowsVariables('x64', 'x64'));

/** The folder of the application: that of its virtual directory `/`. `%SystemDrive%` and the like are expanded. */
function physicalPath(element: ConfigurationElement): string | undefined {
  const root = element.children.find((child) => child.name === 'virtualDirectory' && attributeValue(child, 'path') === '/');
  const path = root && attributeValue(root, 'physicalPath');
  if (path === undefined || path === '') return undefined;
  const expanded = expandEnvironmentVariables(path, machine);
  return expanded.known ? expanded.text : path;
}

function foldersBelow(application: ConfigurationElement, path: string): readonly string[] {
  return application.children
    .filter(({ name }) => name === 'virtualDirectory')
    .map((directory) => applicationPath(attributeValue(directory, 'path') ?? '/'))
    .filter((directory) => directory !== '/')
    .map((directory) => (path === '/' ? directory : `${path}${directory}`));
}

/** The `<location>` elements below server level, by path in lower case, in the order of the file. */
function locationSettings(root: ConfigurationElement): ReadonlyMap<string, readonly LocationSettings[]> {
  const byPath = new Map<string, LocationSettings[]>();
  for (const location of root.children) {
    if (location.name !== 'location' || isOwnLocation(location)) continue;
    const uses = location.children.flatMap((child) => sectionsBelow(child));
    const aspNetCore = uses.find(({ path }) => path === 'system.webServer/aspNetCore')?.element;
    const handlers = uses.filter(({ path }) => path === 'system.webServer/handlers').map(({ element }) => element);
    const inherited = attributeValue(location, 'inheritInChildApplications')?.toLowerCase() !== 'false';
    const key = configurationPath(attributeValue(location, 'path') ?? '').toLowerCase();
    const authentication = windowsAuthenticationIn(uses);
    const settings = {
      ...(aspNetCore === undefined ? {} : { aspNetCore }),
      ...(authentication === undefined ? {} : { windowsAuthentication: authentication }),
      handlers,
      inherited,
    };
    byPath.set(key, [...(byPath.get(key) ?? []), settings]);
  }
  return byPath;
}

/**
 * How the application runs as far as the server's own configuration tells: without `hostingModel` out-of-process, unless it does not even say
 * what to start, so that the section that does, with its model, is in web.config.
 * An application of AspNetCoreModule (V1) is `none`: it shares the pool, but the V2 module, which refuses to mix the models,
 * does not know of it (aspnetcore:src/Servers/IIS/AspNetCoreModuleV2/AspNetCore/applicationmanager.cpp counts its own only).
 */
function hostingModelAt(settings: readonly LocationSettings[], handlers: readonly LocationHandler[]): Application['hostingModel'] {
  const section = settings.findLast(({ aspNetCore }) => aspNetCore !== undefined)?.aspNetCore;
  if (section === undefined) return undefined;
  const modules = handlers.map((handler) => handler.modules.toLowerCase());
  if (modules.includes('aspnetcoremodule') && !modules.includes('aspnetcoremodulev2')) return 'none';
  const model = attributeValue(section, 'hostingModel');
  if (model === undefined && attributeValue(section, 'processPath') === undefined) return undefined;
  return model?.toLowerCase() === 'inprocess' ? 'inprocess' : 'outofprocess';
}

/** What locations say for this path: those above it that hand down what they say, the outermost first, and those of the path itself. */
function settingsAt(at: string, locations: ReadonlyMap<string, readonly LocationSettings[]>): readonly LocationSettings[] {
  const segments = at.split('/');
  return segments.flatMap((_, index) => {
    const path = segments.slice(0, index + 1).join('/');
    return (locations.get(path) ?? []).filter(({ inherited }) => inherited || path === at);
  });
}

function handlersAt(at: string, locations: ReadonlyMap<string, readonly LocationSettings[]>): readonly LocationHandler[] {
  const elements = settingsAt(at, locations).flatMap(({ handlers }) => handlers);
  return collectionEntries(elements).map((entry) => ({
    name: attributeValue(entry, 'name') ?? '',
    modules: attributeValue(entry, 'modules') ?? '',
  }));
}

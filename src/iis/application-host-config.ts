import type { ConfigurationElement, ConfigurationFile } from '../model/configuration-element.ts';
import { InputError } from '../model/input-error.ts';
import type { CollectionEntry, GlobalModule, InternetInformationServices } from '../model/target-server.ts';
import { applicationPools } from './application-host-pools.ts';
import { declaredSections } from './application-host-sections.ts';
import { sites } from './application-host-sites.ts';
import { attributeValue } from './attribute-value.ts';
import { collectionPath, collectionSections, collectionsOf } from './collection-keys.ts';
import { entriesOf } from './configuration-collection.ts';
import { readableSection, sectionElements } from './configuration-sections.ts';

/**
 * Reduces an applicationHost.config to the facts of a server manifest. Nothing that could be a secret is taken over: no identities,
 * no protected data, no values of variables other than those of .NET and PATH. A part that the file does not have, or has in another file
 * or encrypted, stays absent.
 * Throws `InputError` for a file that is absent, not well-formed, or the configuration of something else, such as a web.config.
 */
export function readApplicationHostConfig(file: ConfigurationFile): InternetInformationServices {
  const root = configurationRoot(file);
  const pools = applicationPools(root);
  const siteList = sites(root);
  const sections = declaredSections(root);
  return {
    ...globalModules(root),
    collections: collectionsOfServer(root),
    ...(sections === undefined ? {} : { sections }),
    ...(pools === undefined ? {} : { appPools: pools }),
    ...(siteList === undefined ? {} : { sites: siteList }),
  };
}

function configurationRoot(file: ConfigurationFile): ConfigurationElement {
  if (file.state === 'absent') {
    throw new InputError([{ file: 'applicationHost.config', expected: 'a readable file', found: 'none' }]);
  }
  if (file.state === 'malformed') {
    const place = `${file.line}:${file.column}`;
    throw new InputError([{ file: file.path, place, expected: 'well-formed XML', found: file.message }]);
  }
  if (file.root.name !== 'configuration') {
    const place = `${file.root.line}:${file.root.column}`;
    const found = `<${file.root.name}>`;
    throw new InputError([{ file: file.path, place, expected: 'a whole applicationHost.config with the root <configuration>', found }]);
  }
  if (!describesServer(file.root)) {
    const expected = 'an applicationHost.config, which has <system.applicationHost>';
    throw new InputError([{ file: file.path, expected, found: 'the configuration of something else' }]);
  }
  return file.root;
}

/** What a web.config has none of: pools and sites, the sections of IIS, its native modules. */
function describesServer(root: ConfigurationElement): boolean {
  if (root.children.some(({ name }) => name === 'system.applicationHost')) return true;
  if (sectionElements(root, 'system.webServer/globalModules').length > 0) return true;
  return [...(declaredSections(root)?.byPath.keys() ?? [])].some((path) => path.startsWith('system.webServer/'));
}

function globalModules(root: ConfigurationElement): { readonly globalModules?: readonly GlobalModule[] } {
  const elements = readableSection(root, 'system.webServer/globalModules');
  if (elements === undefined) return {};
  // A module may be registered twice, once for each bitness, so the entries are not keyed by name.
  const entries = elements.flatMap(({ children }) => children).filter(({ name }) => name === 'add');
  return {
    globalModules: entries.map((entry) => {
      const bitness = /\bbitness(32|64)\b/.exec(attributeValue(entry, 'preCondition') ?? '')?.[1];
      const name = attributeValue(entry, 'name') ?? '';
      return bitness === undefined ? { name } : { name, bitness: bitness === '32' ? 32 : 64 };
    }),
  };
}

/** Collections of the sections that the file sets for the whole server. */
function collectionsOfServer(root: ConfigurationElement): ReadonlyMap<string, readonly CollectionEntry[]> {
  return new Map(
    collectionSections.flatMap((section) => {
      const elements = readableSection(root, section);
      if (elements === undefined) return [];
      return collectionsOf(section).map((collection) => [collectionPath(section, collection), entriesOf(collection, elements)] as const);
    }),
  );
}

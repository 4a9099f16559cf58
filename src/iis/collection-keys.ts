/** A collection of a section: which children add to it, and what makes an entry unique. */
export interface CollectionKeys {
  /** Names of the elements from the section down to the collection; `[]` = the section itself. */
  readonly within: readonly string[];
  readonly add: string;
  /** Attributes that together identify an entry, with the value that counts where one is not written. */
  readonly keys: readonly { readonly name: string; readonly absent?: string }[];
  /** Whether keys differ by case alone. */
  readonly caseSensitive: boolean;
}

const collection = (within: string, add: string, key: string, caseSensitive = false): CollectionKeys => ({
  within: within === '' ? [] : within.split('/'),
  add,
  keys: [{ name: key }],
  caseSensitive,
});

/**
 * Unique keys of the collections people write in web.config, by section. A second entry with the same key is refused with
 * ERROR_ALREADY_EXISTS. Facts of `IIS_schema.xml` and `rewrite_schema.xml` (public copy: lextm/iis_schema).
 */
const collections: ReadonlyMap<string, readonly CollectionKeys[]> = new Map([
  ['applicationInitialization', [collection('', 'add', 'initializationPage')]],
  ['caching', [collection('profiles', 'add', 'extension')]],
  ['defaultDocument', [collection('files', 'add', 'value')]],
  ['handlers', [collection('', 'add', 'name', true)]],
  [
    'httpCompression',
    [collection('', 'scheme', 'name'), collection('staticTypes', 'add', 'mimeType'), collection('dynamicTypes', 'add', 'mimeType')],
  ],
  [
    'httpErrors',
    [{ within: [], add: 'error', keys: [{ name: 'statusCode' }, { name: 'subStatusCode', absent: '-1' }], caseSensitive: false }],
  ],
  ['httpProtocol', [collection('customHeaders', 'add', 'name'), collection('redirectHeaders', 'add', 'name')]],
  ['httpRedirect', [collection('', 'add', 'wildcard')]],
  ['isapiFilters', [collection('', 'filter', 'name', true)]],
  ['modules', [collection('', 'add', 'name', true)]],
  ['rewrite/outboundRules', [collection('', 'rule', 'name'), collection('preConditions', 'preCondition', 'name')]],
  ['rewrite/rewriteMaps', [collection('', 'rewriteMap', 'name')]],
  ['rewrite/rules', [collection('', 'rule', 'name')]],
  ['security/authentication/windowsAuthentication', [collection('providers', 'add', 'value')]],
  [
    'security/requestFiltering',
    [
      collection('alwaysAllowedQueryStrings', 'add', 'queryString'),
      collection('alwaysAllowedUrls', 'add', 'url'),
      collection('denyQueryStringSequences', 'add', 'sequence'),
      collection('denyUrlSequences', 'add', 'sequence'),
      collection('fileExtensions', 'add', 'fileExtension'),
      collection('filteringRules', 'filteringRule', 'name'),
      collection('hiddenSegments', 'add', 'segment'),
      collection('requestLimits/headerLimits', 'add', 'header'),
      collection('verbs', 'add', 'verb', true),
    ],
  ],
  ['staticContent', [collection('', 'mimeMap', 'fileExtension')]],
  ['tracing/traceFailedRequests', [collection('', 'add', 'path')]],
]);

/** Every section with a collection, by full path. */
export const collectionSections: readonly string[] = [...collections.keys()].map((section) => `system.webServer/${section}`);

/** The path of a collection as the facts of a server name it: its section, and the elements in between. */
export function collectionPath(section: string, { within }: CollectionKeys): string {
  return [section, ...within].join('/');
}

/** The collections of a section, by its full path. */
export function collectionsOf(section: string): readonly CollectionKeys[] {
  return collections.get(section.replace(/^system\.webServer\//, '')) ?? [];
}

/** Sections that IIS reads for every request or when the application starts; it reads others only when a module asks for them. */
const readAlways: ReadonlySet<string> = new Set(['handlers', 'httpProtocol', 'modules', 'security/requestFiltering']);

export function isReadForEveryRequest(section: string): boolean {
  return readAlways.has(section.replace(/^system\.webServer\//, ''));
}

/**
 * Sections that IIS reads for some answers only, and which: the application starts, and these answers are 500.19.
 * Observed on IIS 10 for error pages: answers with 200 are served.
 */
const readForSome: ReadonlyMap<string, string> = new Map([
  ['defaultDocument', 'for folders that IIS serves itself'],
  ['httpErrors', 'where the application or IIS answers with an error'],
  ['staticContent', 'for files that IIS serves itself'],
]);

/** Where IIS reads the section, in words; `undefined`: for every request, or nobody knows. */
export function answersThatReadIt(section: string): string | undefined {
  return readForSome.get(section.replace(/^system\.webServer\//, ''));
}

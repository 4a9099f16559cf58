import { describe, expect, test } from '@jest/globals';
import { handedDownModule, inheritedFromServer, inheritedHandlers, possiblyInheritedHandlers } from '../../src/iis/inherited-entries.ts';
import type { StartFacts } from '../../src/model/start-facts.ts';
import type { Application, InternetInformationServices } from '../../src/model/target-server.ts';
import { collections, healthyIis, rootTarget, server, startFacts } from './start-facts.ts';

const silent: Application = { path: '/' };
const handing: Application = { path: '/', handlers: ['aspNetCore'], inheritInChildApplications: true };
const keeping: Application = { path: '/', handlers: ['aspNetCore'], inheritInChildApplications: false };

/** A start of `/api` below `parents`, where `current` is what runs there today. */
function below(parents: readonly Application[], iis: Partial<InternetInformationServices> = {}, current?: Application): StartFacts {
  const target = { ...rootTarget, application: '/api', parents, ...(current === undefined ? {} : { current }) };
  return startFacts({ server: server({ iis: { ...healthyIis, ...iis } }), target });
}

const located = (name: string, modules: string): Application => ({ path: '/api', locationHandlers: [{ name, modules }] });

describe('handlers that reach the application from above', () => {
  const names = (facts: StartFacts) => inheritedHandlers(facts).map(({ key }) => key);

  test('are those of the server where it lists them', () => {
    expect(inheritedHandlers(below([], collections({ handlers: ['StaticFile', 'svc'] })))).toEqual([
      { collection: 'system.webServer/handlers', key: 'StaticFile', from: 'the server itself', certain: true },
      { collection: 'system.webServer/handlers', key: 'svc', from: 'the server itself', certain: true },
    ]);
  });

  test('are none where the server lists none', () => {
    expect(inheritedHandlers(below([], collections({ handlers: [] })))).toEqual([]);
  });

  test.each([
    ['a server that does not list them', below([])],
    ['no server', startFacts({ server: undefined })],
  ])('are probably the stock ones on %s', (_, facts) => {
    expect(inheritedHandlers(facts)).toContainEqual({
      collection: 'system.webServer/handlers',
      key: 'StaticFile',
      from: 'the server itself',
      certain: false,
    });
    expect(inheritedHandlers(facts).some(({ certain }) => certain)).toBe(false);
  });

  test('are those of an application above that hands them down', () => {
    expect(inheritedHandlers(below([{ ...handing, path: '/shop' }], collections({ handlers: [] })))).toEqual([
      { collection: 'system.webServer/handlers', key: 'aspNetCore', from: 'Default Web Site/shop', certain: true },
    ]);
  });

  test.each([
    ['an application above keeps them', [keeping]],
    ['nobody said whether an application above hands them down', [{ path: '/', handlers: ['aspNetCore'] }]],
    ['nobody said which handlers an application above has', [{ path: '/', inheritInChildApplications: true }]],
    ['there is no application above', []],
  ])('are none where %s', (_, parents) => {
    expect(names(below(parents, collections({ handlers: [] })))).toEqual([]);
  });

  test('are none of others where nobody listed the applications above', () => {
    const { parents: _, ...target } = rootTarget;
    expect(names(startFacts({ server: server({ iis: { ...healthyIis, ...collections({ handlers: [] }) } }), target }))).toEqual([]);
  });

  test('come from every application above', () => {
    expect(
      names(below([keeping, { path: '/shop', handlers: ['a'], inheritInChildApplications: true }, handing], collections({ handlers: [] }))),
    ).toEqual(['a', 'aspNetCore']);
  });

  test('are those that applicationHost.config adds for this path', () => {
    expect(inheritedHandlers(below([], collections({ handlers: [] }), located('aspNetCore', 'AspNetCoreModuleV2')))).toEqual([
      {
        collection: 'system.webServer/handlers',
        key: 'aspNetCore',
        from: 'a <location> of applicationHost.config for this application',
        certain: true,
      },
    ]);
  });
});

describe('handlers that may reach the application', () => {
  test.each<[string, Application, readonly string[]]>([
    [
      'known, and nobody said whether they are handed down',
      { path: '/', handlers: ['aspNetCore', 'svc'] },
      ['aspNetCore iis.sites[].applications[].inheritInChildApplications', 'svc iis.sites[].applications[].inheritInChildApplications'],
    ],
    [
      'handed down, and nobody said which',
      { path: '/', inheritInChildApplications: true },
      ['aspNetCore iis.sites[].applications[].handlers'],
    ],
    ['known and handed down: that is certain', handing, []],
    ['known and kept', keeping, []],
    ['kept, whichever they are', { path: '/', inheritInChildApplications: false }, []],
    ['not spoken of', silent, []],
  ])('%s', (_, parent, expected) => {
    expect(possiblyInheritedHandlers(below([parent])).map(({ key, missingFact }) => `${key} ${missingFact}`)).toEqual(expected);
  });

  test('are not certain and name their application', () => {
    expect(possiblyInheritedHandlers(below([{ path: '/shop', handlers: ['a'] }]))).toMatchObject([
      { certain: false, from: 'Default Web Site/shop' },
    ]);
  });

  test('are none where nobody listed the applications above', () => {
    expect(possiblyInheritedHandlers(startFacts({ server: undefined }))).toEqual([]);
  });
});

describe('entries of other sections that reach the application', () => {
  test('are those of the server', () => {
    expect(inheritedFromServer(below([], collections({ modules: ['StaticFileModule'] })), 'system.webServer/modules')).toEqual([
      { collection: 'system.webServer/modules', key: 'StaticFileModule', from: 'the server itself', certain: true },
    ]);
  });

  test('are headers, in a collection further down', () => {
    const facts = below([], collections({ 'httpProtocol/customHeaders': ['X-Powered-By'], 'httpProtocol/redirectHeaders': [] }));
    expect(inheritedFromServer(facts, 'system.webServer/httpProtocol')).toEqual([
      { collection: 'system.webServer/httpProtocol/customHeaders', key: 'X-Powered-By', from: 'the server itself', certain: true },
    ]);
  });

  test.each([
    ['the server does not list them', below([])],
    ['there is no server', startFacts({ server: undefined })],
  ])('are not known where %s', (_, facts) => {
    expect(inheritedFromServer(facts, 'system.webServer/modules')).toEqual([]);
  });
});

describe('a handler for the module without one of its own', () => {
  const nothing: ReadonlySet<string> = new Set();
  const v1 = { globalModules: [{ name: 'AspNetCoreModule' }] };

  test.each<[string, StartFacts, ReadonlySet<string> | 'all', object]>([
    ['comes from the application above', below([handing]), nothing, { module: 'AspNetCoreModuleV2', from: 'Default Web Site/' }],
    ['in any case of its name', below([{ ...handing, handlers: ['ASPNETCORE'] }]), nothing, { module: 'AspNetCoreModuleV2' }],
    [
      'comes from the server',
      below([], collections({ handlers: ['aspNetCore'] })),
      nothing,
      { module: 'AspNetCoreModuleV2', from: 'the server itself' },
    ],
    ['runs the module that is registered', below([handing], v1), nothing, { module: 'AspNetCoreModule' }],
    [
      'comes from applicationHost.config, with the module it names',
      below([handing], {}, located('core', 'AspNetCoreModule')),
      nothing,
      { module: 'AspNetCoreModule', from: 'a <location> of applicationHost.config' },
    ],
    ['is not another module’s', below([], {}, located('aspNetCore', 'StaticFileModule')), nothing, { certain: true }],
    ['of applicationHost.config is removed', below([], {}, located('core', 'AspNetCoreModuleV2')), new Set(['core']), { certain: true }],
    ['of the application above is removed', below([handing]), new Set(['aspNetCore']), { certain: true }],
    ['of the server is removed', below([], collections({ handlers: ['aspNetCore'] })), new Set(['aspNetCore']), { certain: true }],
    ['is not there once the list is cleared', below([handing], collections({ handlers: ['aspNetCore'] })), 'all', { certain: true }],
    ['is kept by the application above', below([keeping]), nothing, { certain: true }],
    ['is not among those handed down', below([{ ...handing, handlers: ['svc'] }]), nothing, { certain: true }],
    ['may come from an application nobody described', below([silent]), nothing, { certain: false }],
    [
      'may come from one whose handlers nobody listed',
      below([{ path: '/', inheritInChildApplications: true }]),
      nothing,
      { certain: false },
    ],
    [
      'does not come from one that keeps what it has',
      below([{ path: '/', inheritInChildApplications: false }]),
      nothing,
      { certain: true },
    ],
    ['is not known without a server', startFacts({ server: undefined, target: rootTarget }), nothing, { certain: false }],
    ['is not known without the applications above', startFacts({ target: { appPool: 'shop' } }), nothing, { certain: false }],
  ])('%s', (_, facts, removed, expected) => {
    const found = handedDownModule(facts, removed);
    expect(found).toMatchObject(expected);
    expect(found.module === undefined).toBe('certain' in expected);
  });
});

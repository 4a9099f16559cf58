import { describe, expect, test } from '@jest/globals';
import { describeProblem, InputError } from '../../src/model/input-error.ts';
import type { PublishArtifact } from '../../src/model/publish-artifact.ts';
import type { TargetServer } from '../../src/model/target-server.ts';
import { startsOf } from '../../src/startup/deployments.ts';
import { performStarts } from '../../src/startup/perform-starts.ts';
import { artifact, pool, portable, server, webConfig } from '../ancm/start-facts.ts';

const inProcess = (name: string): PublishArtifact => ({ ...artifact(webConfig({}), portable), name });
const shop = inProcess('shop');
const api = inProcess('api');

/** A server on which nothing runs yet: `/` and `/api` in pool shop, `/other` in a pool of its own. */
const empty: TargetServer = {
  ...server,
  iis: {
    ...server.iis,
    appPools: [pool, { ...pool, name: 'other' }],
    sites: [
      {
        name: 'Site',
        applications: [
          { path: '/', appPool: 'shop', physicalPath: 'C:\\shop', hostingModel: 'none' },
          { path: '/api', appPool: 'shop', physicalPath: 'C:\\api', hostingModel: 'none' },
          { path: '/other', appPool: 'other', physicalPath: 'C:\\other', hostingModel: 'none' },
        ],
      },
    ],
  },
};

const at = { file: 'iis-preflight.json', line: 3, column: 5 };

const predictions = (...inputs: Parameters<typeof startsOf>) => performStarts(startsOf(...inputs), ({ prediction }) => prediction);

const statuses = (artifacts: readonly PublishArtifact[], places: readonly (readonly [artifact: string, application: string])[]) => {
  const mappings = places.map(([name, application]) => ({ artifact: name, application, at }));
  return predictions(artifacts, [empty], mappings, {}).map(({ facts, told: prediction }) =>
    [facts.target.application, prediction.status ?? prediction.outcome].join(' '),
  );
};

describe('artifacts of one run that share a pool', () => {
  test.each<[string, readonly PublishArtifact[], readonly (readonly [string, string])[], readonly string[]]>([
    ['two artifacts in-process', [shop, api], [['shop', '/'], ['api', '/api']], ['/ 500.35', '/api 500.35']], // biome-ignore format: a table
    ['one artifact as two applications', [shop], [['shop', '/'], ['shop', '/api']], ['/ 500.35', '/api 500.35']], // biome-ignore format: a table
    ['one artifact as two applications with a pool each', [shop], [['shop', '/'], ['shop', '/other']], ['/ starts', '/other starts']], // biome-ignore format: a table
    ['two artifacts, alternatives for one application', [shop, api], [['shop', '/'], ['api', '/']], ['/ starts', '/ starts']], // biome-ignore format: a table
    ['one artifact named twice for one application', [shop], [['shop', '/'], ['shop', '/']], ['/ starts', '/ starts']], // biome-ignore format: a table
  ])('%s', (_, artifacts, places, expected) => {
    expect(statuses(artifacts, places)).toEqual(expected);
  });

  test('one artifact of which only the pool is known is no neighbour of itself', () => {
    const bare: TargetServer = { ...server, iis: { ...server.iis, appPools: [pool], sites: [] } };
    const mappings = [{ artifact: 'shop', appPool: 'shop', at }];
    const [start] = predictions([shop], [bare], mappings, {});
    expect(start?.told.outcome).toBe('starts');
    expect(start?.facts.target.poolMates).toEqual([]);
  });

  test('two artifacts of which only the pool is known are neighbours', () => {
    const bare: TargetServer = { ...server, iis: { ...server.iis, appPools: [pool], sites: [] } };
    const starts = predictions([shop, api], [bare], [], { appPool: 'shop' });
    expect(starts.map(({ told }) => told.status)).toEqual(['500.35', '500.35']);
  });

  test('the one that is preloaded starts with the pool, so the other is second', () => {
    const applications = [
      { path: '/', appPool: 'shop', physicalPath: 'C:\\shop', hostingModel: 'none' },
      { path: '/api', appPool: 'shop', physicalPath: 'C:\\api', hostingModel: 'none', preloadEnabled: true },
    ] as const;
    const preloading: TargetServer = { ...empty, iis: { ...empty.iis, sites: [{ name: 'Site', applications }] } };
    const mappings = [
      { artifact: 'shop', application: '/', at },
      { artifact: 'api', application: '/api', at },
    ];
    const starts = predictions([shop, api], [preloading], mappings, {});
    expect(starts.map(({ told }) => [told.status ?? told.outcome, told.certainty])).toEqual([
      ['500.35', 'certain'],
      ['starts', 'certain'],
    ]);
  });

  test('an application of version 1 of the module is no neighbour to one of version 2', () => {
    const config = webConfig({}).replace('AspNetCoreModuleV2', 'AspNetCoreModule');
    const v1: PublishArtifact = { ...artifact(config, portable), name: 'api' };
    const globalModules = [{ name: 'AspNetCoreModule' }, { name: 'AspNetCoreModuleV2' }];
    const both: TargetServer = { ...empty, iis: { ...empty.iis, globalModules } };
    const mappings = [
      { artifact: 'shop', application: '/', at },
      { artifact: 'api', application: '/api', at },
    ];
    const starts = predictions([shop, v1], [both], mappings, {});
    expect(starts.map(({ told }) => told.outcome)).toEqual(['starts', 'starts']);
  });
});

describe('where the configuration file says that artifacts go', () => {
  const other = { ...empty, name: 'web02' };
  const places = (servers: readonly (TargetServer | undefined)[], mappings: Parameters<typeof startsOf>[2]): readonly string[] => {
    try {
      return startsOf([shop], servers, mappings, { appPool: 'shop' }).map(({ server, target }) => `${server?.name} ${target.application}`);
    } catch (error) {
      if (error instanceof InputError) return error.problems.map(describeProblem);
      throw error;
    }
  };

  test('a mapping for one server leaves the others out', () => {
    expect(places([empty, other], [{ artifact: './shop/', server: 'web02', site: 'Site', application: '/api', at }])).toEqual([
      'web02 /api',
    ]);
  });

  test('an artifact that goes to no server of the run is an error, not a run without a start', () => {
    expect(places([empty, other], [{ artifact: 'shop', server: 'web2', site: 'Site', application: '/api', at }])).toEqual([
      'iis-preflight.json:3:5: expected a server of this run for shop: web01, web02, found "web2"',
    ]);
  });

  test('without a server the artifact is checked all the same', () => {
    expect(places([undefined], [{ artifact: 'shop', server: 'web02', site: 'Site', application: '/api', at }])).toHaveLength(1);
  });
});

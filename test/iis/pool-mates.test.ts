import { describe, expect, test } from '@jest/globals';
import { poolMatesOf } from '../../src/iis/pool-mates.ts';
import type { Application, InternetInformationServices, TargetServer } from '../../src/model/target-server.ts';
import { server, shop } from './start-facts.ts';

const root: Application = { path: '/', appPool: 'shop' };

function sharedBy(applications: readonly Application[] | undefined, pools = [shop]): TargetServer {
  const site = { name: 'Default Web Site', ...(applications === undefined ? {} : { applications }) };
  const iis: InternetInformationServices = { appPools: pools, sites: [site] };
  return server({ iis });
}

function paths(applications: readonly Application[] | undefined, pools = [shop]): number | undefined {
  return poolMatesOf(sharedBy(applications, pools), 'shop', root)?.length;
}

describe('the other applications of a pool', () => {
  const other = { ...shop, name: 'other' };
  test.each<[string, readonly Application[] | undefined, number | undefined]>([
    ['none', [root], 0],
    ['one', [root, { path: '/api', appPool: 'shop' }], 1],
    ['one that names the pool in another case', [root, { path: '/api', appPool: 'SHOP' }], 1],
    ['one of another pool', [root, { path: '/api', appPool: 'other' }], 0],
    ['one whose pool nobody gave', [root, { path: '/api' }], undefined],
    ['one whose pool nobody gave, without ASP.NET Core', [root, { path: '/api', hostingModel: 'none' }], 0],
    ['a site whose applications nobody gave', undefined, undefined],
  ])('%s', (_, applications, expected) => {
    expect(paths(applications, [shop, other])).toBe(expected);
  });

  test('belong to the only pool there is', () => {
    expect(paths([root, { path: '/api' }])).toBe(1);
  });

  test('belong to it on one of two servers that have the same sites', () => {
    const one = sharedBy([root, { path: '/api' }]);
    const sites = one.iis?.sites ?? [];
    expect(poolMatesOf(server({ iis: { appPools: [shop, other], sites } }), 'shop', root)).toBeUndefined();
    expect(poolMatesOf(one, 'shop', root)).toHaveLength(1);
  });

  test('are not known on a server whose sites nobody gave', () => {
    expect(poolMatesOf(server({ iis: { appPools: [shop] } }), 'shop', root)).toBeUndefined();
  });

  test('are none on a server as a hosting bundle leaves it', () => {
    const { iis: _, ...installed } = server();
    expect(poolMatesOf({ ...installed, hostingBundle: '8.0.11' }, 'shop', undefined)).toEqual([]);
  });
});

import { describe, expect, test } from '@jest/globals';
import { siteApplications } from '../../src/iis/site-applications.ts';

const site = ['/', '/api', '/API/v1', '/apiv2', '/shop/admin'].map((path) => ({ path }));
const { at, above, below } = siteApplications(site);

describe('the applications of a site', () => {
  test.each<[string, string | undefined]>([
    ['/', '/'],
    ['/api', '/api'],
    ['/Api', '/api'],
    ['/api/V1', '/API/v1'],
    ['/shop', undefined],
  ])('at %s', (path, expected) => {
    expect(at(path)?.path).toBe(expected);
  });

  test.each<[string, readonly string[]]>([
    ['/', []],
    ['/api', ['/']],
    ['/api/v1', ['/api', '/']],
    ['/API/V1/deep', ['/API/v1', '/api', '/']],
    ['/apiv2', ['/']],
    // /shop is a folder, not an application.
    ['/shop/admin', ['/']],
  ])('above %s, nearest first', (path, expected) => {
    expect(above(path).map((application) => application.path)).toEqual(expected);
  });

  test.each<[string, readonly string[]]>([
    ['/', ['/api', '/API/v1', '/apiv2', '/shop/admin']],
    ['/api', ['/API/v1']],
    ['/API', ['/API/v1']],
    ['/apiv2', []],
    ['/shop', ['/shop/admin']],
  ])('below %s', (path, expected) => {
    expect(below(path)).toEqual(expected);
  });

  test('the first of two with one path counts', () => {
    const twice = [
      { path: '/a', appPool: 'first' },
      { path: '/A', appPool: 'second' },
    ];
    expect(siteApplications(twice).at('/a')?.appPool).toBe('first');
  });

  test('a path with a million segments ends like any other', () => {
    expect(siteApplications([{ path: '/a'.repeat(1_000_000) }]).above(`/${'b/'.repeat(1_000_000)}`)).toEqual([]);
  });
});

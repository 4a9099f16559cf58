import { describe, expect, test } from '@jest/globals';
import { resolveTarget, type TargetChoice } from '../../src/iis/deployment-target.ts';
import type { Application, Site } from '../../src/model/target-server.ts';
import { server, shop } from './start-facts.ts';

const applications = (...paths: readonly string[]): readonly Application[] => paths.map((path) => ({ path, appPool: 'shop' }));
const oneSite = (...paths: readonly string[]): readonly Site[] => [{ name: 'Default Web Site', applications: applications(...paths) }];

function resolved(sites: readonly Site[], choice: TargetChoice) {
  return resolveTarget(server({ iis: { appPools: [shop, { name: 'api' }], sites } }), choice);
}

/** The one problem of a choice: what was expected, what is there, what was probably meant. */
function problem(sites: readonly Site[], choice: TargetChoice) {
  const result = resolved(sites, choice);
  if (!('problems' in result)) throw new Error('the choice was accepted');
  expect(result.problems).toHaveLength(1);
  const [{ expected, found, suggestion } = { expected: undefined, found: undefined, suggestion: undefined }] = result.problems;
  return [expected, found, suggestion];
}

describe('a place that was named', () => {
  test.each<[string, TargetChoice, string]>([
    ['the root, by the site alone', { site: 'Default Web Site' }, '/'],
    ['in another case', { site: 'default web site', application: '/API' }, '/api'],
    ['without a slash', { application: 'api' }, '/api'],
    ['with one too many', { application: '/api/' }, '/api'],
    ['new, in a pool that is there', { application: '/new', appPool: 'api' }, '/new'],
  ])('is found: %s', (_, choice, application) => {
    expect(resolved(oneSite('/', '/api'), choice)).toMatchObject({ target: { site: 'Default Web Site', application } });
  });

  const paths = '"/", "/shop-api"';
  test.each<[string, TargetChoice, readonly (string | undefined)[]]>([
    [
      'a site without its blanks',
      { site: 'DefaultWebSite' },
      ['a site called "DefaultWebSite"', '"Default Web Site"', '"Default Web Site"'],
    ],
    [
      'an application without its hyphen',
      { application: '/shopapi' },
      ['an application called "/shopapi", or --pool (the input app-pool) for a new one', paths, '"/shop-api"'],
    ],
    [
      'an application like none',
      { application: '/other' },
      ['an application called "/other", or --pool (the input app-pool) for a new one', paths, undefined],
    ],
    ['a pool', { site: 'Default Web Site', appPool: 'shops' }, ['an application pool called "shops"', '"shop", "api"', '"shop"']],
  ])('is not there: %s', (_, choice, expected) => {
    expect(problem(oneSite('/', '/shop-api'), choice)).toEqual(expected);
  });

  // ASP.NET Core is not supported in virtual directories: the application around them answers.
  test('is a virtual directory', () => {
    const sites = [{ name: 'Default Web Site', applications: [{ path: '/', virtualDirectories: ['/cdn'] }] }];
    expect(problem(sites, { application: '/CDN' })).toEqual([
      'an application, not a virtual directory of "/", called "/CDN"',
      '"/"',
      undefined,
    ]);
  });
});

describe('a place that was not named', () => {
  const two: readonly Site[] = [
    { name: 'A', applications: applications('/') },
    { name: 'B', applications: [{ path: '/', appPool: 'api' }] },
  ];
  test.each<[string, readonly Site[], TargetChoice, object]>([
    ['is the only one', oneSite('/'), {}, { site: 'Default Web Site', application: '/', appPool: 'shop' }],
    ['is the one in the pool that was named', two, { appPool: 'api' }, { site: 'B', application: '/' }],
  ])('%s', (_, sites, choice, target) => {
    expect(resolved(sites, choice)).toMatchObject({ target });
  });

  test.each<[string, readonly Site[], TargetChoice, readonly (string | undefined)[]]>([
    ['which site', two, {}, ['--site (the input site) to say which one is meant', '"A", "B"', undefined]],
    [
      'which application',
      oneSite('/a', '/b'),
      { site: 'Default Web Site' },
      ['--app (the input application) to say which one is meant', '"/a", "/b"', undefined],
    ],
  ])('has to be: %s', (_, sites, choice, expected) => {
    expect(problem(sites, choice)).toEqual(expected);
  });
});

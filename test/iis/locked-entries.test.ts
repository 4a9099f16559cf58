import { describe, expect, test } from '@jest/globals';
import { collections, summary } from './start-facts.ts';
import { check, directly, iisWith, refusals } from './web-config-check.ts';

const modulesUnlocked = iisWith({ 'system.webServer/modules': { declared: true, locked: false } });
const iis = {
  ...modulesUnlocked,
  ...collections({ modules: ['StaticFileModule', 'HttpCacheModule', 'WebDAVModule'] }, ['StaticFileModule', 'HttpCacheModule']),
};
const modules = (entries: string) => check(directly(`<modules>${entries}</modules>`), iis);

describe('modules that the server locks one by one', () => {
  const locked = ['configuration-section-locked certain'];
  test.each([
    ['may not be removed', '<remove name="StaticFileModule" />', locked],
    // Observed on IIS 10: 0x80070021 for every request.
    ['may not be cleared away', '<clear />', locked],
    ['are refused one by one', '<remove name="StaticFileModule" /><remove name="HttpCacheModule" />', [...locked, ...locked]],
    ['are not those in another case', '<remove name="staticfilemodule" />', []],
    ['leave the others free', '<remove name="WebDAVModule" />', []],
    // Observed on IIS 10: removing a name that is not there is tolerated.
    ['leave names free that nobody has', '<remove name="NoSuchModule" />', []],
    ['may stay', '<add name="Own" type="T" />', []],
  ])('%s', (_, entries, expected) => {
    expect(refusals(modules(entries))).toEqual(expected);
  });

  test('are refused with the code of a lock', () => {
    expect(summary(modules('<clear />'))).toMatchObject({ status: '500.19', hresult: '0x80070021' });
  });

  test.each([
    [
      'the one that is removed',
      '<remove name="HttpCacheModule" />',
      /removes HttpCacheModule from modules, but the server locks this entry/,
      'HttpCacheModule',
    ],
    ['how many are cleared', '<clear />', /clears the list of modules, but the server locks 2 of its entries/, 'StaticFileModule'],
  ])('the report names %s', (_, entries, message, first) => {
    expect(modules(entries)).toMatchObject({
      failure: {
        message: expect.stringMatching(message),
        evidence: [expect.anything(), expect.stringContaining(first)],
        remedies: [{ side: 'app' }, { side: 'server', text: expect.stringContaining('system.webServer/modules') }],
      },
    });
  });

  test('more than five are cut short', () => {
    const evidence = (locked: readonly string[]) =>
      check(directly('<modules><clear /></modules>'), { ...modulesUnlocked, ...collections({ modules: locked }, locked) });
    expect(evidence(['a', 'b', 'c', 'd', 'e', 'f'])).toMatchObject({
      failure: { evidence: [expect.anything(), expect.stringContaining('a; b; c; d; e; …')] },
    });
    expect(evidence(['a', 'b', 'c', 'd', 'e'])).toMatchObject({
      failure: { evidence: [expect.anything(), expect.stringMatching(/: a; b; c; d; e\.$/)] },
    });
  });

  test('are modules, not handlers', () => {
    expect(refusals(check(directly('<handlers><remove name="StaticFileModule" /><clear /></handlers>'), iis))).toEqual([]);
  });

  test('where the server locks none, all may go', () => {
    const open = { ...modulesUnlocked, ...collections({ modules: ['StaticFileModule'] }) };
    expect(refusals(check(directly('<modules><clear /></modules>'), open))).toEqual([]);
  });

  test('where the section is locked as a whole, that is said', () => {
    const all = { ...iis, ...iisWith({ 'system.webServer/modules': { locked: true } }) };
    expect(refusals(check(directly('<modules><clear /></modules>'), all))).toEqual(['configuration-section-locked certain']);
    expect(check(directly('<modules><clear /></modules>'), all)).toMatchObject({
      failure: {
        message: 'web.config sets system.webServer/modules, which is locked on this server and may be set only in applicationHost.config.',
      },
    });
  });
});

describe('entries of other collections that the server locks', () => {
  const locks = {
    ...iisWith({ 'system.webServer/httpErrors': { declared: true, locked: false } }),
    ...collections({ handlers: ['StaticFile'], httpErrors: ['404\n-1'], 'httpProtocol/customHeaders': ['X-Powered-By'] }, [
      'StaticFile',
      '404\n-1',
      'X-Powered-By',
    ]),
  };
  test.each([
    ['a handler', '<handlers><remove name="StaticFile" /></handlers>', 'removes StaticFile from handlers', 'certain'],
    ['all handlers', '<handlers><clear /></handlers>', 'clears the list of handlers', 'certain'],
    [
      'a header, in any case',
      '<httpProtocol><customHeaders><remove name="x-powered-by" /></customHeaders></httpProtocol>',
      'removes X-Powered-By',
      'certain',
    ],
    [
      'an error page, by both parts of its key',
      '<httpErrors><remove statusCode="404" /></httpErrors>',
      'removes 404, -1 from httpErrors',
      'likely',
    ],
  ])('%s', (_, content, message, certainty) => {
    expect(check(directly(content), locks)).toMatchObject({
      outcome: 'failed',
      failure: { rule: 'configuration-section-locked', certainty, message: expect.stringContaining(message) },
    });
  });

  test.each([
    ['another error page', '<httpErrors><remove statusCode="404" subStatusCode="2" /></httpErrors>'],
    ['the list of another collection', '<httpProtocol><redirectHeaders><clear /></redirectHeaders></httpProtocol>'],
  ])('but not %s', (_, content) => {
    expect(refusals(check(directly(content), locks))).toEqual([]);
  });
});

describe('modules that the server has', () => {
  test.each([
    ['may not be added again', '<add name="WebDAVModule" />', ['collection-entry-duplicate certain']],
    ['may be added again once removed', '<remove name="WebDAVModule" /><add name="WebDAVModule" />', []],
    ['in another case are others', '<add name="webdavmodule" type="T" />', []],
  ])('%s', (_, entries, expected) => {
    expect(refusals(modules(entries))).toEqual(expected);
  });

  test('are not compared with handlers', () => {
    expect(refusals(check(directly('<handlers><add name="WebDAVModule" path="*" verb="*" /></handlers>'), iis))).toEqual([]);
  });

  test('are not guessed where nobody lists them', () => {
    expect(refusals(check(directly('<modules><add name="WebDAVModule" /></modules>'), modulesUnlocked))).toEqual([]);
  });
});

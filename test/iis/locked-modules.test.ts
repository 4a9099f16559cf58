import { describe, expect, test } from '@jest/globals';
import { summary } from './start-facts.ts';
import { check, directly, iisWith, refusals } from './web-config-check.ts';

const modulesUnlocked = iisWith({ 'system.webServer/modules': { declared: true, locked: false } });
const iis = { ...modulesUnlocked, modules: ['StaticFileModule', 'WebDAVModule'], lockedModules: ['StaticFileModule', 'HttpCacheModule'] };
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
      /removes the module HttpCacheModule, but the server locks this entry/,
      'HttpCacheModule',
    ],
    ['how many are cleared', '<clear />', /clears the list of modules, but the server locks 2 of its entries/, 'StaticFileModule'],
  ])('the report names %s', (_, entries, message, first) => {
    expect(modules(entries)).toMatchObject({
      failure: {
        message: expect.stringMatching(message),
        evidence: [expect.anything(), expect.stringContaining(first)],
        remedies: [{ side: 'app' }, { side: 'server', snippet: expect.stringContaining(`name="${first}"`) }],
      },
    });
  });

  test('more than five are cut short', () => {
    const evidence = (lockedModules: readonly string[]) => check(directly('<modules><clear /></modules>'), { ...iis, lockedModules });
    expect(evidence(['a', 'b', 'c', 'd', 'e', 'f'])).toMatchObject({
      failure: { evidence: [expect.anything(), expect.stringContaining('a, b, c, d, e, …')] },
    });
    expect(evidence(['a', 'b', 'c', 'd', 'e'])).toMatchObject({
      failure: { evidence: [expect.anything(), expect.stringMatching(/: a, b, c, d, e\.$/)] },
    });
  });

  test('are modules, not handlers', () => {
    expect(refusals(check(directly('<handlers><remove name="StaticFileModule" /><clear /></handlers>'), iis))).toEqual([]);
  });

  test('where the server locks none, all may go', () => {
    expect(refusals(check(directly('<modules><clear /></modules>'), { ...iis, lockedModules: [] }))).toEqual([]);
  });

  test('where the section is locked as a whole, that is said', () => {
    const all = { ...iis, ...iisWith({ 'system.webServer/modules': { locked: true } }), lockedModules: ['StaticFileModule'] };
    expect(refusals(check(directly('<modules><clear /></modules>'), all))).toEqual(['configuration-section-locked certain']);
    expect(check(directly('<modules><clear /></modules>'), all)).toMatchObject({
      failure: {
        message: 'web.config sets system.webServer/modules, which is locked on this server and may be set only in applicationHost.config.',
      },
    });
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

import { describe, expect, test } from '@jest/globals';
import { sectionState } from '../../src/iis/section-state.ts';
import type { DeploymentTarget } from '../../src/model/start-facts.ts';
import type { ConfigurationSection, TargetServer } from '../../src/model/target-server.ts';
import { rootTarget, sections, server, startFacts } from './start-facts.ts';

const anonymous = 'system.webServer/security/authentication/anonymousAuthentication';

/** The state of a section on a server that says `entries`. */
function state(path: string, entries: Record<string, ConfigurationSection> | undefined, complete = false, target = rootTarget) {
  const iis = entries === undefined ? {} : { sections: sections(entries, complete) };
  return sectionState(startFacts({ server: server({ iis }), target }), path);
}

const usable = { state: 'usable' };
const unknown = { state: 'unknown', missingFacts: ['iis.sections'] };

describe('a section the server lists', () => {
  test.each<[string, string, ConfigurationSection, object]>([
    ['declared and unlocked', 'system.webServer/rewrite/rules', { declared: true, locked: false }, usable],
    ['unlocked', anonymous, { locked: false }, usable],
    ['declared, of the kind stock IIS leaves unlocked', 'system.webServer/staticContent', { declared: true }, usable],
    ['declared, of the kind stock IIS locks', anonymous, { declared: true }, unknown],
    ['declared, which stock IIS unlocks at the end of the file', 'system.webServer/handlers', { declared: true }, unknown],
    ['named without a word about it, of the kind stock IIS leaves unlocked', 'system.webServer/staticContent', {}, usable],
    ['named without a word about it, of the kind stock IIS locks', anonymous, {}, unknown],
    ['named without a word about it, of an add-on', 'system.webServer/rewrite/rules', {}, unknown],
  ])('%s', (_, path, entry, expected) => {
    expect(state(path, { [path]: entry })).toEqual(expected);
  });

  test('locked', () => {
    expect(state('system.webServer/handlers', { 'system.webServer/handlers': { locked: true } })).toEqual({
      state: 'locked',
      section: 'system.webServer/handlers',
      because: 'iis.sections: "system.webServer/handlers" is locked.',
    });
  });

  test('not declared, which says more than a lock', () => {
    expect(state('system.webServer/cors', { 'system.webServer/cors': { declared: false, locked: true } })).toEqual({
      state: 'undeclared',
      section: 'system.webServer/cors',
      because: 'iis.sections: "system.webServer/cors" is not declared.',
    });
  });
});

describe('a section in a group the server lists', () => {
  const rules = 'system.webServer/rewrite/rules';
  test.each<[string, string, Record<string, ConfigurationSection>, object]>([
    ['shares its state', rules, { 'system.webServer/rewrite': { declared: true, locked: false } }, usable],
    ['shares its lock', rules, { 'system.webServer/rewrite': { locked: true } }, { state: 'locked', section: 'system.webServer/rewrite' }],
    [
      'is absent with it',
      rules,
      { 'system.webServer/rewrite': { declared: false } },
      { state: 'undeclared', section: 'system.webServer/rewrite' },
    ],
    [
      'goes by its own entry',
      rules,
      { 'system.webServer/rewrite': { declared: false }, [rules]: { declared: true, locked: false } },
      usable,
    ],
    [
      'goes by the group where its own entry says nothing',
      rules,
      { 'system.webServer/rewrite': { locked: true }, [rules]: {} },
      { state: 'locked' },
    ],
    ['shares the state of a group two levels up', anonymous, { 'system.webServer/security': { locked: true } }, { state: 'locked' }],
    ['has nothing from system.webServer itself', rules, { 'system.webServer': { declared: true, locked: false } }, unknown],
    ['has nothing from a section beside it', rules, { 'system.webServer/rewrite/outboundRules': { declared: false } }, unknown],
    ['has nothing from a section whose name begins alike', rules, { 'system.webServer/rewrit': { declared: false } }, unknown],
  ])('%s', (_, path, entries, expected) => {
    expect(state(path, entries)).toMatchObject(expected);
  });

  test('declared in a locked kind of group still leaves its lock open', () => {
    expect(state(anonymous, { 'system.webServer/security': { declared: true } })).toEqual(unknown);
  });

  test('a group that holds a listed section may be written empty', () => {
    expect(state('system.webServer/rewrite', { [rules]: { declared: true, locked: false } }, true)).toEqual(usable);
  });
});

describe('a section the server does not list', () => {
  test.each([
    ['which stock IIS declares and leaves unlocked', 'system.webServer/httpProtocol', usable],
    ['which stock IIS locks', anonymous, unknown],
    ['which a bundle or an administrator unlocks', 'system.webServer/handlers', unknown],
    ['of an add-on', 'system.webServer/rewrite/rules', unknown],
    ['that nobody knows', 'system.webServer/nonsense', unknown],
  ])('%s', (_, path, expected) => {
    expect(state(path, {})).toEqual(expected);
    expect(state(path, undefined)).toEqual(expected);
  });

  test('is not declared where the list is the whole applicationHost.config', () => {
    expect(state('system.webServer/rewrite/rules', { 'system.webServer/handlers': { locked: false } }, true)).toEqual({
      state: 'undeclared',
      section: 'system.webServer/rewrite/rules',
      because: 'applicationHost.config declares no such section.',
    });
  });

  test('is not known where no server is described', () => {
    expect(sectionState(startFacts({ server: undefined }), 'system.webServer/httpProtocol')).toEqual(unknown);
  });
});

describe('after the Hosting Bundle was installed', () => {
  const bundle = (path: string, changes: Partial<TargetServer> = {}) => {
    const { iis: _, ...installed } = server();
    return sectionState(startFacts({ server: { ...installed, hostingBundle: '8.0.11', ...changes } }), path);
  };

  test.each([
    ['its own section is usable', 'system.webServer/aspNetCore', usable],
    ['handlers are, which it unlocks', 'system.webServer/handlers', usable],
    ['modules are, which stock IIS unlocks', 'system.webServer/modules', usable],
    ['a section stock IIS locks stays open', anonymous, unknown],
    ['a section of an add-on stays open', 'system.webServer/rewrite/rules', unknown],
  ])('%s', (_, path, expected) => {
    expect(bundle(path)).toEqual(expected);
  });

  test('a listed section it unlocks needs no lock state', () => {
    const handlers = { 'system.webServer/handlers': { declared: true } };
    expect(bundle('system.webServer/handlers', { iis: { sections: sections(handlers) } })).toEqual(usable);
    expect(bundle(anonymous, { iis: { sections: sections({ [anonymous]: { declared: true } }) } })).toEqual(unknown);
  });

  test('an administrator may lock what it unlocked', () => {
    const handlers = { 'system.webServer/handlers': { locked: true } };
    expect(bundle('system.webServer/handlers', { iis: { sections: sections(handlers) } })).toMatchObject({ state: 'locked' });
  });
});

describe('the section of the module, where no list names it', () => {
  const aspNetCore = (changes: Partial<TargetServer>) =>
    sectionState(startFacts({ server: server(changes) }), 'system.webServer/aspNetCore');

  test('is not declared without the module', () => {
    expect(aspNetCore({ aspNetCoreModule: { installed: false }, iis: {} })).toMatchObject({
      state: 'undeclared',
      section: 'system.webServer/aspNetCore',
      because: expect.stringContaining('the module is not installed'),
    });
  });

  test.each<[string, Partial<TargetServer>]>([
    ['the module is installed', { aspNetCoreModule: { installed: true }, iis: {} }],
    ['version 1 declares it too', { aspNetCoreModule: { installed: false }, iis: { globalModules: [{ name: 'AspNetCoreModule' }] } }],
  ])('is not known to be missing where %s', (_, changes) => {
    expect(aspNetCore(changes)).toEqual(unknown);
  });

  test('is not declared where only other modules are registered', () => {
    const iis = { globalModules: [{ name: 'StaticFileModule' }] };
    expect(aspNetCore({ aspNetCoreModule: { installed: false }, iis })).toMatchObject({ state: 'undeclared' });
  });

  test('is not known where nobody spoke of the module', () => {
    const { aspNetCoreModule: _, ...silent } = server({ iis: {} });
    expect(sectionState(startFacts({ server: silent }), 'system.webServer/aspNetCore')).toEqual(unknown);
  });

  test('without the module says nothing about other sections', () => {
    const facts = startFacts({ server: server({ aspNetCoreModule: { installed: false }, iis: {} }) });
    expect(sectionState(facts, 'system.webServer/handlers')).toEqual(unknown);
  });
});

describe('a section locked for some paths only', () => {
  const path = 'system.webServer/handlers';
  const at = (application: string, locked: boolean | undefined, exceptions: Record<string, boolean>): string => {
    const target: DeploymentTarget = { ...rootTarget, application };
    const entry = { ...(locked === undefined ? {} : { locked }), lockedAt: new Map(Object.entries(exceptions)) };
    return state(path, { [path]: entry }, false, target).state;
  };

  test.each<[string, string, boolean | undefined, Record<string, boolean>, string]>([
    ['the site is locked', '/', false, { 'Default Web Site': true }, 'locked'],
    ['the site is unlocked', '/', true, { 'Default Web Site': false }, 'usable'],
    ['the site is locked, and so is what is below', '/api', false, { 'Default Web Site': true }, 'locked'],
    ['the site is named in another case', '/', false, { 'DEFAULT WEB SITE': true }, 'locked'],
    ['another site is locked', '/', false, { 'Other Site': true }, 'usable'],
    ['a site whose name begins alike is locked', '/', false, { 'Default Web': true }, 'usable'],
    ['an application below is locked', '/', false, { 'Default Web Site/api': true }, 'usable'],
    ['the application is locked', '/api', false, { 'Default Web Site/api': true }, 'locked'],
    ['the application is named in another case', '/API', false, { 'Default Web Site/api': true }, 'locked'],
    ['an application whose name begins alike is locked', '/api2', false, { 'Default Web Site/api': true }, 'usable'],
    ['the longest path counts', '/api/v1', true, { 'Default Web Site/api': false, 'Default Web Site': true }, 'usable'],
    ['the longest path counts in either order', '/api/v1', true, { 'Default Web Site': true, 'Default Web Site/api': false }, 'usable'],
    ['the longest path may lock', '/api/v1', false, { 'Default Web Site/api': true, 'Default Web Site': false }, 'locked'],
    ['nobody spoke of the rest of the server, and the site is locked', '/', undefined, { 'Default Web Site': true }, 'locked'],
    ['nobody spoke of the rest of the server, and another site is locked', '/', undefined, { 'Other Site': true }, 'unknown'],
  ])('%s', (_, application, locked, exceptions, expected) => {
    expect(at(application, locked, exceptions)).toBe(expected);
  });

  test('of an application whose site nobody told depends on it', () => {
    const entry = (exception: boolean) => ({ [path]: { locked: true, lockedAt: new Map([['Default Web Site', exception]]) } });
    expect(state(path, entry(false), false, {})).toEqual({ state: 'unknown', missingFacts: ['iis.sites'] });
    expect(state(path, entry(true), false, {})).toMatchObject({ state: 'locked' });
  });

  test('of a site without a path is the site’s root', () => {
    const entry = { locked: false, lockedAt: new Map([['Default Web Site', true]]) };
    expect(state(path, { [path]: entry }, false, { site: 'Default Web Site' })).toMatchObject({ state: 'locked' });
  });
});

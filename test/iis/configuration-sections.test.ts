import { describe, expect, test } from '@jest/globals';
import { findAspNetCoreElement } from '../../src/iis/aspnetcore-element.ts';
import { attributeValue } from '../../src/iis/attribute-value.ts';
import { readConfigurationFile } from '../../src/iis/configuration-file.ts';
import { isOwnLocation, sectionElements, sectionsBelow, sectionsInForce } from '../../src/iis/configuration-sections.ts';
import type { ConfigurationFile } from '../../src/model/configuration-element.ts';
import { elementOf } from './web-config-check.ts';

function read(inside: string): ConfigurationFile {
  return readConfigurationFile('web.config', Buffer.from(`<configuration>${inside}</configuration>`));
}

function paths(inside: string): readonly string[] {
  const file = read(inside);
  return file.state === 'read' ? sectionsInForce(file.root).map(({ path }) => path) : [];
}

const handlers = '<system.webServer><handlers /></system.webServer>';

describe('sections in force at the application', () => {
  test.each([
    ['directly below configuration', handlers, ['system.webServer/handlers']],
    ['in a location for the folder itself', `<location path=".">${handlers}</location>`, ['system.webServer/handlers']],
    ['in a location without a path', `<location inheritInChildApplications="false">${handlers}</location>`, ['system.webServer/handlers']],
    ['in a location with an empty path', `<location path="">${handlers}</location>`, ['system.webServer/handlers']],
    ['not in a location for a folder below', `<location path="sub">${handlers}</location>`, []],
    ['not the declarations', '<configSections><section name="x" /></configSections>', []],
    [
      'groups opened, sections kept whole',
      '<system.webServer><security><authentication><windowsAuthentication enabled="true" /></authentication><requestFiltering /></security><rewrite><rules><rule /></rules></rewrite></system.webServer>',
      [
        'system.webServer/security/authentication/windowsAuthentication',
        'system.webServer/security/requestFiltering',
        'system.webServer/rewrite/rules',
      ],
    ],
    ['an empty group as itself', '<system.webServer><rewrite /></system.webServer>', ['system.webServer/rewrite']],
    ['an empty system.webServer as nothing', '<system.webServer />', []],
    [
      'sections of others by their name',
      '<appSettings><add /></appSettings><system.web><pages /></system.web>',
      ['appSettings', 'system.web'],
    ],
    [
      'in the order of the file',
      `<location path=".">${handlers}</location>${handlers.replace('handlers', 'modules')}`,
      ['system.webServer/handlers', 'system.webServer/modules'],
    ],
  ])('%s', (_, inside, expected) => {
    expect(paths(inside)).toEqual(expected);
  });
});

describe('the aspNetCore element', () => {
  const element = (attributes: string, inside = '') =>
    `<system.webServer><aspNetCore ${attributes}>${inside}</aspNetCore></system.webServer>`;

  test.each([
    [
      'is found in the location the SDK writes',
      `<location path="." inheritInChildApplications="false">${element('processPath="a"')}</location>`,
      'a',
    ],
    ['is found directly', element('processPath="a"'), 'a'],
    ['of another path is not the application’s', `<location path="sub">${element('processPath="a"')}</location>`, undefined],
    ['is not there', handlers, undefined],
    ['named in another case is another element', '<system.webServer><AspNetCore processPath="a" /></system.webServer>', undefined],
    ['written later wins', `${element('processPath="a"')}<location path=".">${element('processPath="b"')}</location>`, 'b'],
  ])('%s', (_, inside, processPath) => {
    const found = findAspNetCoreElement(read(inside));
    expect(found && attributeValue(found, 'processPath')).toBe(processPath);
  });

  test('set twice is merged: later attributes over earlier ones, children one after the other', () => {
    const first = element(
      'processPath="a" arguments="x"',
      '<environmentVariables><environmentVariable name="A" value="1" /></environmentVariables>',
    );
    const second = element('processPath="b"', '<environmentVariables><environmentVariable name="B" value="2" /></environmentVariables>');
    const found = findAspNetCoreElement(read(`${first}\n<location path=".">\n${second}</location>`));
    expect(found?.attributes.map(({ name, value }) => [name, value])).toEqual([
      ['processPath', 'b'],
      ['arguments', 'x'],
    ]);
    expect(found?.children.flatMap(({ children }) => children.map((child) => attributeValue(child, 'name')))).toEqual(['A', 'B']);
    expect(found?.line).toBe(3);
  });

  test('of a file that is absent or not well-formed is not there', () => {
    expect(findAspNetCoreElement({ state: 'absent' })).toBeUndefined();
    expect(findAspNetCoreElement(readConfigurationFile('web.config', Buffer.from('<configuration>')))).toBeUndefined();
  });
});

describe('a location for the folder of its file', () => {
  test.each([
    ['has no path', '<location />', true],
    ['has an empty path', '<location path="" />', true],
    ['has the path .', '<location path="." />', true],
    ['has the path ./', '<location path="./" />', true],
    ['is not for a folder below', '<location path="sub" />', false],
    ['is not for a folder below, written with a dot', '<location path="./sub" />', false],
    ['is not for a file below', '<location path=".well-known" />', false],
  ])('%s', (_, text, expected) => {
    expect(isOwnLocation(elementOf(text))).toBe(expected);
  });
});

describe('the sections below one element', () => {
  test('are found where the server groups them', () => {
    const element = elementOf('<system.webServer><own><inner /></own></system.webServer>');
    expect(sectionsBelow(element).map(({ path }) => path)).toEqual(['system.webServer/own']);
    const isGroup = (path: string) => ['system.webServer', 'system.webServer/own'].includes(path);
    expect(sectionsBelow(element, isGroup).map(({ path }) => path)).toEqual(['system.webServer/own/inner']);
  });

  test('are not looked for below an element that groups nothing', () => {
    const element = elementOf('<system.webServer><handlers><add /></handlers></system.webServer>');
    expect(sectionsBelow(element, () => false).map(({ path }) => path)).toEqual(['system.webServer']);
  });

  test('belong to the location around them', () => {
    const location = elementOf('<location path="." />');
    expect(sectionsBelow(elementOf(handlers), undefined, location)).toMatchObject([{ path: 'system.webServer/handlers', location }]);
    expect(sectionsBelow(elementOf(handlers))[0]).not.toHaveProperty('location');
  });

  test('of a file name the location they are in', () => {
    const root = elementOf(`<configuration>${handlers}<location path=".">${handlers}</location></configuration>`);
    expect(sectionsInForce(root).map(({ location }) => location?.name)).toEqual([undefined, 'location']);
  });

  test('of a file are grouped as the server does', () => {
    const root = elementOf('<configuration><a><b /></a><location><a><b /></a></location></configuration>');
    expect(sectionsInForce(root, (path) => path === 'a').map(({ path }) => path)).toEqual(['a/b', 'a/b']);
  });
});

test('the elements of one section are all that set it here', () => {
  const root = elementOf(
    `<configuration>${handlers}<location path="sub">${handlers}</location><location path=".">
      <system.webServer><handlers accessPolicy="Read" /><modules /></system.webServer></location></configuration>`,
  );
  expect(sectionElements(root, 'system.webServer/handlers').map((element) => attributeValue(element, 'accessPolicy'))).toEqual([
    undefined,
    'Read',
  ]);
});

import { describe, expect, test } from '@jest/globals';
import { findAspNetCoreElement } from '../../src/iis/aspnetcore-element.ts';
import { attributeValue } from '../../src/iis/attribute-value.ts';
import { readConfigurationFile } from '../../src/iis/configuration-file.ts';
import { sectionsInForce } from '../../src/iis/configuration-sections.ts';
import type { ConfigurationFile } from '../../src/model/configuration-element.ts';

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

import { describe, expect, test } from '@jest/globals';
import { readFolderArtifact } from '../../src/artifact/read-artifact.ts';
import { findAspNetCoreElement } from '../../src/iis/aspnetcore-element.ts';
import type { ConfigurationElement } from '../../src/model/configuration-element.ts';
import { memoryTree } from './memory-tree.ts';

const section = '<aspNetCore processPath="dotnet"\n arguments=".\\App.dll"><environmentVariables /></aspNetCore>';

/** The aspNetCore section of a web.config that takes it from `source`, beside `files`. */
async function sectionFrom(source: string, files: Readonly<Record<string, string>>): Promise<ConfigurationElement | undefined> {
  const webConfig = `<configuration>\n<system.webServer>\n<aspNetCore configSource="${source}" />\n</system.webServer>\n</configuration>`;
  const artifact = await readFolderArtifact(memoryTree({ 'web.config': webConfig, 'App.dll': '', ...files }));
  return findAspNetCoreElement(artifact.webConfig);
}

const values = (element: ConfigurationElement | undefined) => element?.attributes.map(({ name, value }) => [name, value]);

describe('a section of web.config in a file of its own', () => {
  test('is read, and its places are where web.config names the file', async () => {
    const element = await sectionFrom('module.config', { 'module.config': section });
    expect(values(element)).toEqual([
      ['processPath', 'dotnet'],
      ['arguments', '.\\App.dll'],
    ]);
    const place = { line: 3, column: 1 };
    expect([element, element?.attributes[1], element?.children[0]]).toMatchObject([
      place,
      place,
      { name: 'environmentVariables', ...place },
    ]);
  });

  test.each([
    ['in a folder below', 'parts\\module.config', 'parts/module.config'],
    ['in another case', 'Module.Config', 'module.config'],
  ])('may lie %s', async (_, source, path) => {
    expect(values(await sectionFrom(source, { [path]: section }))).toHaveLength(2);
  });

  test.each([
    ['is not there', 'module.config', {}],
    ['is not well-formed', 'module.config', { 'module.config': '<aspNetCore' }],
    ['holds another section', 'module.config', { 'module.config': '<handlers />' }],
    ['would lie outside', '..\\module.config', { 'module.config': section }],
    ['has a full path', 'C:\\module.config', { 'module.config': section }],
    ['is larger than IIS reads', 'module.config', { 'module.config': `${section}<!--${' '.repeat(256 * 1024)}-->` }],
  ])('stays a reference where its file %s', async (_, source, files) => {
    expect(values(await sectionFrom(source, files))).toEqual([['configSource', source]]);
  });

  test('is none of IIS where .NET reads it', async () => {
    const tree = memoryTree({
      'web.config': '<configuration><appSettings configSource="settings.config" /></configuration>',
      'settings.config': '<appSettings><add key="a" value="b" /></appSettings>',
    });
    await readFolderArtifact(tree);
    expect(tree.reads).not.toContain('settings.config');
  });
});

import { describe, expect, test } from '@jest/globals';
import { locateFinding } from '../../src/source/locate.ts';
import { contextOf, type Files, finding, published } from './checkout.ts';

describe('lines that could both be the cause', () => {
  const rid = finding('hostfxr-not-loadable');
  const web = (text: string): string => `<Project Sdk="Microsoft.NET.Sdk.Web"><PropertyGroup>${text}</PropertyGroup></Project>`;
  const publish = (...switches: string[]): string => `steps:\n${switches.map((one) => `- script: dotnet publish ${one}\n`).join('')}`;
  const variable = 'variables:\n  rid: win-x86\n';
  const at = async (files: Files, withLine: boolean) => {
    const found = locateFinding(rid, await contextOf(files, published('Shop', { target: 'win-x86' })));
    return withLine ? `${found?.file}:${found?.line}` : found?.file;
  };
  const own = '<RuntimeIdentifier>win-x86</RuntimeIdentifier>';

  test.each([
    ['one command', { 'Shop.csproj': web(''), 'azure-pipelines.yml': publish('-r win-x86') }, 'azure-pipelines.yml'],
    ['two commands', { 'Shop.csproj': web(''), 'azure-pipelines.yml': publish('-r win-x86', '-r win-x86') }, undefined],
    [
      'two commands for two systems',
      { 'Shop.csproj': web(''), 'azure-pipelines.yml': publish('-r win-x86', '-r linux-x64') },
      'azure-pipelines.yml',
    ],
    [
      'a command and one whose RID the build knows',
      { 'Shop.csproj': web(''), 'azure-pipelines.yml': publish('-r win-x86', '-r $(rid)') },
      undefined,
    ],
    [
      'one command whose RID the build knows',
      { 'Shop.csproj': web(''), 'azure-pipelines.yml': publish('-r $(rid)') },
      'azure-pipelines.yml',
    ],
    [
      'a variable that the pipeline gives a value',
      { 'Shop.csproj': web(''), 'azure-pipelines.yml': `${variable}${publish('-r $(rid)')}` },
      'azure-pipelines.yml:2',
    ],
    [
      'one variable of two commands',
      { 'Shop.csproj': web(''), 'azure-pipelines.yml': `${variable}${publish('-r $(rid)', '-r $(rid)')}` },
      'azure-pipelines.yml:2',
    ],
    [
      'a variable that two lines give the value',
      { 'Shop.csproj': web(''), 'azure-pipelines.yml': `${variable}${variable}${publish('-r $(rid)')}` },
      'azure-pipelines.yml:6',
    ],
    [
      'a variable that the pipeline gives another value',
      { 'Shop.csproj': web(''), 'azure-pipelines.yml': `${variable.replace('x86', 'x64')}${publish('-r $(rid)')}` },
      'azure-pipelines.yml:4',
    ],
    ['the command before the project', { 'Shop.csproj': web(own), 'azure-pipelines.yml': publish('-r win-x86') }, 'azure-pipelines.yml'],
    ['a command for another system', { 'Shop.csproj': web(own), 'azure-pipelines.yml': publish('-r linux-x64') }, 'Shop.csproj'],
    [
      'two conditions in the project',
      { 'Shop.csproj': web('<RuntimeIdentifier Condition="a">win-x86</RuntimeIdentifier>'.repeat(2)) },
      undefined,
    ],
    ['the last of two lines', { 'Shop.csproj': web(`<RuntimeIdentifier>win-x64</RuntimeIdentifier>${own}`) }, 'Shop.csproj'],
    [
      'the last of two lines says something else',
      { 'Shop.csproj': web(`${own}<RuntimeIdentifier>win-x64</RuntimeIdentifier>`) },
      undefined,
    ],
    [
      'props that the project overrides',
      { 'Shop.csproj': web('<RuntimeIdentifier>win-x64</RuntimeIdentifier>'), 'Directory.Build.props': web(own) },
      undefined,
    ],
    ['targets that override the project', { 'Shop.csproj': web(own), 'Directory.Build.targets': web(own) }, 'Directory.Build.targets'],
    [
      'the project before a profile that nobody names',
      { 'Shop.csproj': web(own), 'Properties/PublishProfiles/A.pubxml': web(own) },
      'Shop.csproj',
    ],
    [
      'a profile that a command names',
      { 'Shop.csproj': web(own), 'Properties/PublishProfiles/A.pubxml': web(own), 'azure-pipelines.yml': publish('-p:PublishProfile=A') },
      'Properties/PublishProfiles/A.pubxml',
    ],
    [
      'a profile when another one is named',
      { 'Shop.csproj': web(''), 'Properties/PublishProfiles/A.pubxml': web(own), 'azure-pipelines.yml': publish('-p:PublishProfile=B') },
      undefined,
    ],
    [
      'two profiles that nobody names',
      { 'Shop.csproj': web(''), 'Properties/PublishProfiles/A.pubxml': web(own), 'Properties/PublishProfiles/B.pubxml': web(own) },
      undefined,
    ],
  ])('%s', async (_, files, expected) => {
    expect(await at(files as Files, expected?.includes(':') === true)).toBe(expected); // The table's type is a union of shapes with absent keys.
  });
});

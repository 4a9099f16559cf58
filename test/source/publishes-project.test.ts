import { describe, expect, test } from '@jest/globals';
import { contextOf, published } from './checkout.ts';

const web = '<Project Sdk="Microsoft.NET.Sdk.Web" />';
const files = {
  'src/Shop/Shop.csproj': web,
  'src/Admin/Admin.csproj': web,
  'src/Shop.Tests/Shop.Tests.csproj': '<Project Sdk="Microsoft.NET.Sdk" />',
};

async function publishes(pipeline: string, others: Readonly<Record<string, string>> = {}): Promise<boolean> {
  const context = await contextOf({ ...files, ...others, 'azure-pipelines.yml': pipeline }, published('Shop'));
  return context.publishCommands.length > 0;
}

const run = (target: string, folder = ''): string =>
  `steps:\n- script: dotnet publish ${target}\n${folder === '' ? '' : `  workingDirectory: ${folder}\n`}- script: dotnet publish elsewhere`;

describe('which commands publish the project', () => {
  test.each([
    ['src/Shop/Shop.csproj', '', true],
    ['./src/Shop/Shop.csproj', '', true],
    ['src\\Shop\\Shop.csproj', '', true],
    ['SRC/SHOP/shop.csproj', '', true],
    ['src/Shop', '', true],
    ['src/Shop/', '', true],
    ['Shop.csproj', 'src/Shop', true],
    ['../Shop', 'src/Admin', true],
    ['', 'src/Shop', true],
    ['.', 'src/Shop', true],
    ['$(Build.SourcesDirectory)/src/Shop/Shop.csproj', '', true],
    [`$\{{ github.workspace }}/src/Shop`, '', true],
    ['', '$(Build.SourcesDirectory)/src/Shop', true],
    ['src/Admin/Admin.csproj', '', false],
    ['src/Admin', '', false],
    ['', 'src/Admin', false],
    ['Shop.csproj', '', false],
    ['', '', false],
    ['src', '', false],
    ['$(project)', '', false],
    ['', '$(folder)', false],
    ['../../..', 'src', false],
    ['src/Shop.Tests', '', false],
  ])('%j in %j: %j', async (target, folder, expected) => {
    expect(await publishes(run(target, folder))).toBe(expected);
  });

  test('a folder stands for the solution in it', async () => {
    expect(await publishes(run(''), { 'All.sln': '' })).toBe(true);
    expect(await publishes(run('All.slnx'), { 'All.slnx': '' })).toBe(true);
    expect(await publishes(run('src'), { 'All.sln': '' })).toBe(false);
    expect(await publishes(run('tools/All.sln'), { 'tools/All.sln': '' })).toBe(false);
  });

  test('an expression counts when it is the only command', async () => {
    expect(await publishes('steps:\n- script: dotnet publish $(project)')).toBe(true);
  });

  const task = (inputs: string): string =>
    `steps:\n- task: DotNetCoreCLI@2\n  inputs:\n    command: publish\n${inputs}\n- script: dotnet publish elsewhere`;
  test.each([
    ['    arguments: -c Release', true],
    ["    publishWebProjects: false\n    projects: '**/*.csproj'", true],
    ["    publishWebProjects: false\n    projects: '**/Shop.csproj'", true],
    ["    publishWebProjects: false\n    projects: 'src/**/Sh*.csproj'", true],
    ["    publishWebProjects: false\n    projects: '**/Shop/*.csproj'", true],
    ["    publishWebProjects: false\n    projects: '**/Admin/*.csproj'", false],
    ["    publishWebProjects: false\n    projects: '**/*.Web.csproj'", false],
    ["    publishWebProjects: false\n    projects: '**/*Shop.Tests.csproj'", false],
    ["    publishWebProjects: false\n    projects: 'src/Shop/Shop.csproj'", true],
    ['    publishWebProjects: false\n    projects: |\n      src/Admin/Admin.csproj\n      src/Shop/Shop.csproj', true],
    ['    publishWebProjects: false\n    projects: |\n      src/Admin/Admin.csproj\n      !**/*Tests.csproj', false],
  ])('task with %j: %j', async (inputs, expected) => {
    expect(await publishes(task(inputs))).toBe(expected);
  });

  test('publishing web projects leaves others out', async () => {
    const console = { 'src/Shop/Shop.csproj': '<Project Sdk="Microsoft.NET.Sdk" />' };
    expect(await publishes(task('    arguments: -c Release'), console)).toBe(false);
  });
});

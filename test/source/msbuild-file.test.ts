import { describe, expect, test } from '@jest/globals';
import { readMsbuildFile } from '../../src/source/msbuild-file.ts';
import type { Setting } from '../../src/source/setting.ts';

const properties = (text: string): readonly Setting[] => [...(readMsbuildFile('a.csproj', text)?.properties.values() ?? [])].flat();

describe('MSBuild files', () => {
  test('properties with their places, values trimmed, names without regard to case', () => {
    const text = '<Project>\r\n  <PropertyGroup>\r\n    <A>\r\n 1 </A><a\n>2</a>\n  </PropertyGroup></Project>';
    expect(properties(text)).toEqual([
      { file: 'a.csproj', name: 'A', value: '1', line: 3, column: 5, conditional: false },
      { file: 'a.csproj', name: 'a', value: '2', line: 4, column: 8, conditional: false },
    ]);
  });

  test.each([
    ['its own', `<PropertyGroup><A Condition="'$(X)'==''">1</A></PropertyGroup>`, true],
    ['the group', '<PropertyGroup Condition="true"><A>1</A></PropertyGroup>', true],
    ['a choice', '<Choose><When Condition="true"><PropertyGroup><A>1</A></PropertyGroup></When></Choose>', true],
    ['the other way of a choice', '<Choose><Otherwise><PropertyGroup><A>1</A></PropertyGroup></Otherwise></Choose>', true],
    ['none', '<PropertyGroup><A>1</A></PropertyGroup>', false],
  ])('condition of %s', (_, inside, conditional) => {
    expect(properties(`<Project>${inside}</Project>`)).toMatchObject([{ name: 'A', value: '1', conditional }]);
  });

  test.each([
    ['inside a target', '<Target Name="T"><PropertyGroup><A>1</A></PropertyGroup></Target>'],
    ['metadata of an item', '<ItemGroup><B Include="x"><A>1</A></B></ItemGroup>'],
    ['no group', '<A>1</A>'],
    ['a comment', '<PropertyGroup><!-- <A>1</A> --></PropertyGroup>'],
  ])('no property: %s', (_, inside) => {
    expect(properties(`<Project>${inside}</Project>`)).toEqual([]);
  });

  test.each([
    ['<Project Sdk="Microsoft.NET.Sdk.Web"/>', ['Microsoft.NET.Sdk.Web']],
    ['<Project Sdk="A;B/1.0.0"/>', ['A', 'B']],
    ['<Project><Sdk Name="A" Version="1"/></Project>', ['A']],
    ['<Project><Import Sdk="A" Project="Sdk.props"/></Project>', ['A']],
    ['<Project ToolsVersion="15.0" xmlns="http://schemas.microsoft.com/developer/msbuild/2003"/>', []],
  ])('SDKs of %s', (text, expected) => {
    expect(readMsbuildFile('a.csproj', text)?.sdks.map(({ name }) => name)).toEqual(expected);
  });

  test('items and imports', () => {
    const file = readMsbuildFile(
      'a.csproj',
      '<Project><Import Project="../x.props"/><ItemGroup><P Include=" One "/><P Update="Two"/><P Remove="Three"/></ItemGroup></Project>',
    );
    expect(file?.imports).toEqual(['../x.props']);
    expect(file?.items.map(({ include }) => include)).toEqual(['One', 'Two', '']);
  });

  test.each([
    ['not closed', '<Project><PropertyGroup>'],
    ['not MSBuild', '<configuration/>'],
    ['no XML', 'FROM mcr.microsoft.com/dotnet/sdk'],
    ['empty', ''],
    ['an entity of its own', '<!DOCTYPE a [<!ENTITY b "c">]><Project><PropertyGroup><A>&b;</A></PropertyGroup></Project>'],
  ])('no file: %s', (_, text) => {
    expect(readMsbuildFile('a.csproj', text)).toBeUndefined();
  });
});

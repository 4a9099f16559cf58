import { describe, expect, test } from '@jest/globals';
import { readFolderArtifact, readPackageArtifact } from '../../src/artifact/read-artifact.ts';
import type { ConfigurationElement } from '../../src/model/configuration-element.ts';
import type { PublishArtifact } from '../../src/model/publish-artifact.ts';
import { memoryTree } from './memory-tree.ts';
import { buildZip, entriesOf, memoryFile } from './zip-builder.ts';

const webConfig = `<configuration><system.webServer>
  <aspNetCore processPath="dotnet" arguments=".\\App.dll">
    <environmentVariables>
      <environmentVariable name="ASPNETCORE_ENVIRONMENT" value="Staging" />
      <environmentVariable name="OTHER" value="kept" />
    </environmentVariables>
  </aspNetCore>
</system.webServer></configuration>`;

function parameters(...entries: readonly string[]): string {
  return `<parameters>${entries.map((entry) => `<parameter name="Target" defaultValue="x">${entry}</parameter>`).join('')}</parameters>`;
}

const entry = (match: string, scope = '\\\\web\\.config$', kind = 'XmlFile'): string =>
  `<parameterEntry kind="${kind}" scope="${scope}" match="${match}" />`;

async function readPackage(parametersXml: string): Promise<PublishArtifact> {
  const files = { 'archive.xml': '', 'parameters.xml': parametersXml, 'Content/C_C/x/PackageTmp/web.config': webConfig };
  return readPackageArtifact(memoryFile(buildZip(entriesOf(files))), 'app.zip');
}

function valuesOf({ webConfig: file }: PublishArtifact): readonly string[] {
  const values = (element: ConfigurationElement): readonly string[] => [
    ...element.attributes.map((attribute) => attribute.value),
    ...element.children.flatMap(values),
  ];
  return file.state === 'read' ? values(file.root) : [];
}

const asWritten = ['dotnet', '.\\App.dll', 'ASPNETCORE_ENVIRONMENT', 'Staging', 'OTHER', 'kept'];

describe('parameters of a Web Deploy package', () => {
  test('an attribute they set is not known', async () => {
    const artifact = await readPackage(parameters(entry('/configuration/system.webServer/aspNetCore/@processPath')));
    expect(valuesOf(artifact)).toEqual(['#{Target}', ...asWritten.slice(1)]);
    expect(artifact.notes).toEqual([
      'Parameters of the package set aspNetCore/@processPath in web.config when it is deployed; their values are not known here.',
    ]);
  });

  test('a predicate picks one element of several', async () => {
    const artifact = await readPackage(parameters(entry("//environmentVariable[@name='ASPNETCORE_ENVIRONMENT']/@value")));
    expect(valuesOf(artifact)).toEqual(asWritten.with(3, '#{Target}'));
  });

  test.each<[string, string, Readonly<Record<number, string>>]>([
    [
      'a path from the root',
      '/configuration/system.webServer/aspNetCore/environmentVariables/environmentVariable[2]/@value',
      { 3: '#', 5: '#' },
    ],
    ['any element between', "/configuration//environmentVariable[@name='OTHER']/@value", { 5: '#' }],
    ['any element in a step', '//environmentVariables/*/@name', { 2: '#', 4: '#' }],
    ['a name without its namespace', "//*[local-name()='aspNetCore']/@processPath", { 0: '#' }],
    ['an axis', 'descendant::aspNetCore/attribute::arguments', { 1: '#' }],
    ['all attributes', '//aspNetCore/@*', { 0: '#', 1: '#' }],
    ['a predicate on the way', "//aspNetCore[@processPath='dotnet']//environmentVariable[@name='OTHER']/@value", { 5: '#' }],
    ['a slash in quotes', "//environmentVariable[@name='a/b']/@value", {}],
    ['two comparisons', "//environmentVariable[@name='OTHER' and @value='kept']/@value", { 5: '#' }],
    ['two comparisons of which one fails', "//environmentVariable[@name='OTHER'][@value='lost']/@value", {}],
    ['either of two, which is taken as both', "//environmentVariable[@name='OTHER' or @name='X']/@value", { 3: '#', 5: '#' }],
    ['an element, with all that is in it', '//environmentVariables', { 2: '#', 3: '#', 4: '#', 5: '#' }],
    ['another parent', '//appSettings/environmentVariable/@value', {}],
    ['a child that is none', '/configuration/aspNetCore/@processPath', {}],
    ['another case', '//AspNetCore/@processPath', {}],
    ['a bracket that is not closed', '//aspNetCore[@processPath/@processPath', {}],
    ['a function', 'count(//aspNetCore)', {}],
  ])('XPath: %s', async (_, match, changed) => {
    const artifact = await readPackage(parameters(entry(match)));
    expect(valuesOf(artifact)).toEqual(asWritten.map((value, index) => (index in changed ? '#{Target}' : value)));
  });

  test.each([
    ['of packages that Visual Studio makes', 'C:\\\\src\\\\obj\\\\PackageTmp\\\\Web\\.config$', 'XmlFile'],
    ['of all files', '.*', 'XMLFILE'],
    ['of all configuration files', '\\.config$', 'XmlFile'],
  ])('scope %s', async (_, scope, kind) => {
    expect(valuesOf(await readPackage(parameters(entry('//aspNetCore/@processPath', scope, kind))))[0]).toBe('#{Target}');
  });

  test('kind is called type in packages of old', async () => {
    const old = '<parameterEntry type="XmlFile" scope="web\\.config$" match="//aspNetCore/@processPath" />';
    expect(valuesOf(await readPackage(parameters(old)))[0]).toBe('#{Target}');
  });

  test('a text is not known wherever it stands', async () => {
    const artifact = await readPackage(parameters(entry('Stag', '', 'TextFile')));
    expect(valuesOf(artifact)).toEqual(asWritten.with(3, '#{Target}'));
  });

  test('a text in a settings file', async () => {
    const settings = '{ "Port": @@PORT@@, "Name": "Größe" }';
    const files = {
      'archive.xml': '',
      'parameters.xml': parameters(entry('@@PORT@@', '\\\\appsettings\\.json$', 'TextFile')),
      'Content/C_C/x/PackageTmp/web.config': webConfig,
      'Content/C_C/x/PackageTmp/appsettings.json': settings,
      'Content/C_C/x/PackageTmp/appsettings.Test.json': settings,
    };
    const { contents } = await readPackageArtifact(memoryFile(buildZip(entriesOf(files))), 'app.zip');
    const text = (key: string): string => Buffer.from(contents.get(key) ?? []).toString();
    expect(text('appsettings.json')).toBe('{ "Port": #{Target}, "Name": "Größe" }');
    expect(text('appsettings.test.json')).toBe(settings);
  });

  test.each([
    ['of another file', parameters(entry('//aspNetCore/@processPath', 'appsettings\\.json$'))],
    ['of another kind', parameters(entry('//aspNetCore/@processPath', '', 'ProviderPath'))],
    ['for an attribute that is not written', parameters(entry('//aspNetCore/@hostingModel'))],
    ['for text', parameters(entry('/configuration/system.webServer/text()'))],
    ['none', parameters()],
    ['not well-formed', '<parameters>'],
  ])('%s change nothing', async (_, parametersXml) => {
    const artifact = await readPackage(parametersXml);
    expect(valuesOf(artifact)).toEqual(asWritten);
    expect(artifact.notes).toEqual([]);
  });

  test('a package that is a folder has them too', async () => {
    const files = {
      'archive.xml': '',
      'parameters.xml': parameters(entry('//aspNetCore/@processPath')),
      'Content/C_C/x/PackageTmp/web.config': webConfig,
    };
    const artifact = await readFolderArtifact(memoryTree(files));
    expect(artifact).toMatchObject({ shape: 'web-deploy-package', root: 'Content/C_C/x/PackageTmp' });
    expect(valuesOf(artifact)[0]).toBe('#{Target}');
  });

  test('an application that happens to have files of these names is none', async () => {
    const files = { 'archive.xml': '', 'Content/site.css': '', 'parameters.xml': parameters(entry('//aspNetCore/@processPath')) };
    const artifact = await readFolderArtifact(memoryTree({ ...files, 'web.config': webConfig }));
    expect(artifact).toMatchObject({ shape: 'folder', root: '' });
    expect(valuesOf(artifact)).toEqual(asWritten);
  });

  test('a plain archive has none', async () => {
    const files = { 'parameters.xml': parameters(entry('//aspNetCore/@processPath')), 'web.config': webConfig };
    expect(valuesOf(await readPackageArtifact(memoryFile(buildZip(entriesOf(files))), 'app.zip'))).toEqual(asWritten);
  });
});

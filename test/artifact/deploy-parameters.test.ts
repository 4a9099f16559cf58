import { describe, expect, test } from '@jest/globals';
import { readPackageArtifact } from '../../src/artifact/read-artifact.ts';
import type { ConfigurationElement } from '../../src/model/configuration-element.ts';
import type { PublishArtifact } from '../../src/model/publish-artifact.ts';
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

  test('a plain archive has none', async () => {
    const files = { 'parameters.xml': parameters(entry('//aspNetCore/@processPath')), 'web.config': webConfig };
    expect(valuesOf(await readPackageArtifact(memoryFile(buildZip(entriesOf(files))), 'app.zip'))).toEqual(asWritten);
  });
});

import { describe, expect, test } from '@jest/globals';
import { locateFinding } from '../../src/source/locate.ts';
import { contextOf, type Files, finding, inWebConfig, lineOf, majorMissing, published } from './checkout.ts';
import { group, portable, type Row, rows, web } from './deciding-properties.ts';

describe('the property that decides', () => {
  const locate = async (files: Files, row: Row, artifact = row.artifact) => {
    const one = row.majorMissing === true ? majorMissing() : finding(row.rule, undefined, row.message);
    return locateFinding(one, await contextOf(files, artifact));
  };

  test.each(rows)('$rule: $line', async (row) => {
    const files = web(group(row.line));
    expect(await locate(files, row)).toEqual(lineOf(files, 'App/App.csproj', row.line));
  });

  test.each(rows)('$rule: silent for the twin of $line', async (row) => {
    const [line, artifact] = typeof row.twin === 'string' ? [row.twin, row.artifact] : [row.line, row.twin];
    expect(await locate(web(group(line)), row, artifact)).toBeUndefined();
  });

  test.each(rows)('$rule: silent where the artifact does not say what it is: $line', async (row) => {
    const nameless = { ...row.artifact, files: new Map(), contents: new Map(), images: new Map() };
    expect(await locate(web(group(row.line)), row, nameless)).toBeUndefined();
  });
});

describe('a framework that is missing', () => {
  const everything = [
    '<TargetFramework>net8.0</TargetFramework>',
    '<RuntimeFrameworkVersion>8.0.11</RuntimeFrameworkVersion>',
    '<RollForward>LatestPatch</RollForward>',
  ];
  const files = web(
    `${group(everything.join('\n    '))}\n  <ItemGroup><FrameworkReference Include="Microsoft.WindowsDesktop.App" /></ItemGroup>`,
  );
  const artifact = published('App', {
    runtimeOptions: { rollForward: 'LatestPatch', framework: { name: 'Microsoft.NETCore.App', version: '8.0.11' } },
  });
  const remedies = (...snippets: readonly string[]) => snippets.map((snippet) => ({ side: 'app', text: '', snippet }) as const);

  // What would not help is not the cause: the server has no 8.0 at all, or it has, and the line asks for more.
  test.each([
    ['another major version is there', '', ['<TargetFramework>net6.0</TargetFramework>'], '<TargetFramework>'],
    ['an older patch is there', '', ['<TargetLatestRuntimePatch>false</TargetLatestRuntimePatch>'], '<RuntimeFrameworkVersion>'],
    ['the same version is proposed', '', ['<TargetFramework>net8.0</TargetFramework>'], '<RuntimeFrameworkVersion>'],
    [
      'no version of the desktop is there',
      'Microsoft.WindowsDesktop.App 8.0.0',
      ['dotnet publish --self-contained'],
      '<FrameworkReference',
    ],
    [
      'another major version of the desktop is there',
      'Microsoft.WindowsDesktop.App 8.0.0',
      ['<TargetFramework>net6.0</TargetFramework>'],
      '<TargetFramework>',
    ],
  ])('%s', async (_, message, snippets, expected) => {
    const one = { ...finding('shared-framework-missing', undefined, message), remedies: remedies(...snippets) };
    expect(locateFinding(one, await contextOf(files, artifact))).toEqual(lineOf(files, 'App/App.csproj', expected));
  });

  test('no version of it is there: no line is the cause', async () => {
    const one = finding('shared-framework-missing', undefined, 'The application needs Microsoft.AspNetCore.App 8.0.0.');
    const plain = web(group('<TargetFramework>net8.0</TargetFramework>'));
    expect(locateFinding(one, await contextOf(plain, portable))).toBeUndefined();
  });

  test.each([
    ['-f net8.0', '-f net8.0', 'ci-pipeline.yml'],
    ['--framework=net8.0', '--framework', 'ci-pipeline.yml'],
    ['-f net9.0', '<TargetFrameworks>', 'App/App.csproj'],
  ])('of several target frameworks, the one that is published: %s', async (switches, expected, file) => {
    const several = {
      ...web(group('<TargetFrameworks>net8.0;net9.0</TargetFrameworks>')),
      'ci-pipeline.yml': `steps:\n- script: dotnet publish App ${switches}\n`,
    };
    expect(locateFinding(majorMissing(), await contextOf(several, portable))).toEqual(lineOf(several, file, expected));
  });

  test('a project with one target framework decides itself', async () => {
    const one = {
      ...web(group('<TargetFramework>net8.0</TargetFramework>')),
      'ci-pipeline.yml': 'steps:\n- script: dotnet publish App -f net8.0\n',
    };
    expect(locateFinding(majorMissing(), await contextOf(one, portable))?.file).toBe('App/App.csproj');
  });
});

test('the RID of an output for Windows is not why web.config is missing', async () => {
  const files = web(group('<RuntimeIdentifier>win-x64</RuntimeIdentifier>'));
  const windows = await contextOf(files, published('App', { target: 'win-x64' }));
  expect(locateFinding(finding('web-config-missing'), windows)).toBeUndefined();
});

describe('the item that decides', () => {
  const items =
    '  <ItemGroup>\n    <ProjectReference Include="..\\Data\\Data.csproj" />\n    <PackageReference Include="Data.Sql" />\n  </ItemGroup>';
  test.each([
    ['App.deps.json promises Data.dll of Data 1.0.0.', '<ProjectReference'],
    ["package: 'data.sql', version: '2.0.0'", '<PackageReference'],
    ['Data.Sql 2.0.0: lib/Data.Sql.dll; Data 1.0.0: Data.dll', undefined],
    ['Data.Sql.Native 2.0.0', undefined],
  ])('%s', async (message, text) => {
    const files = web(items);
    const location = locateFinding(finding('deps-asset-missing', undefined, message), await contextOf(files, portable));
    expect(location).toEqual(text && lineOf(files, 'App/App.csproj', text));
  });
});

describe('the SDK that decides', () => {
  test.each([
    'web-config-missing',
    'handler-mapping-missing',
    'launcher-placeholder-left',
    'request-handler-missing',
    'iis-integration-absent',
  ] as const)('%s', async (rule) => {
    const worker = web('', 'Microsoft.NET.Sdk.Worker');
    expect(locateFinding(finding(rule), await contextOf(worker, portable))).toEqual(lineOf(worker, 'App/App.csproj', '<Project'));
    expect(locateFinding(finding(rule), await contextOf(web(''), portable))).toBeUndefined();
  });

  test.each(['hosting-models-mixed', 'inprocess-application-second'] as const)('%s by default', async (rule) => {
    const webConfig = '<configuration>\n<system.webServer>\n<aspNetCore hostingModel="inprocess"/>\n</system.webServer>\n</configuration>';
    const artifact = published('App', { webConfig });
    const one = finding(rule, inWebConfig(webConfig, 'hostingModel'));
    expect(locateFinding(one, await contextOf(web(''), artifact))).toEqual(lineOf(web(''), 'App/App.csproj', '<Project'));
    expect(locateFinding(one, await contextOf(web('', 'Microsoft.NET.Sdk'), artifact))).toBeUndefined();
  });
});

import { describe, expect, test } from '@jest/globals';
import type { TargetServer } from '../../src/model/target-server.ts';
import { locateFinding } from '../../src/source/locate.ts';
import { sourceContext, withManifest } from '../../src/source/source-context.ts';
import { readSourceTree } from '../../src/source/source-tree.ts';
import { contextOf, diskWith, exampleRepository, finding, inWebConfig, lineOf, published } from './checkout.ts';

describe('a place in web.config', () => {
  const files = exampleRepository('own-web-config');
  const committed = new TextDecoder().decode(files['web.config'] as Uint8Array); // A file of the example is bytes.
  // What the SDK makes of it: one line for the element, a location around it, processPath and arguments its own.
  const webConfig = `<?xml version="1.0" encoding="utf-8"?>
<configuration>
  <location path="." inheritInChildApplications="false">
    <system.webServer>
      <handlers>
        <add name="aspNetCore" path="*" verb="*" modules="AspNetCoreModule" resourceType="Unspecified" />
        <add name="extra" path="*.x" verb="*" modules="Extra" />
      </handlers>
      <aspNetCore processPath="dotnet" arguments=".\\Shop.dll" startupTimeLimit="0" hostingModel="InProcess" stdoutLogEnabled="maybe">
        <environmentVariables>
          <environmentVariable name="ASPNETCORE_ENVIRONMENT" value="Staging" />
          <environmentVariable name="ASPNETCORE_PORT" value="abc" />
        </environmentVariables>
      </aspNetCore>
      <rewrite />
      <cors />
    </system.webServer>
  </location>
</configuration>
<!--ProjectGuid: 0f8b7c7e-5a43-4c0b-9b55-2f5b0c0e7a11-->`;
  const at = (rule: Parameters<typeof finding>[0], text: string) => finding(rule, inWebConfig(webConfig, text));

  test.each([
    ['attribute', at('startup-time-limit-zero', 'startupTimeLimit="0"'), 'web.config', 'startupTimeLimit="0"'],
    ['hosting model before the property', at('hosting-models-mixed', 'hostingModel="InProcess"'), 'web.config', 'hostingModel="InProcess"'],
    ['module', at('handler-module-unregistered', 'modules="AspNetCoreModule"'), 'web.config', 'modules="AspNetCoreModule"'],
    [
      'entry of a collection',
      at('listen-port-invalid', '<environmentVariable name="ASPNETCORE_PORT"'),
      'web.config',
      '<environmentVariable name="ASPNETCORE_PORT"',
    ],
    ['value of an entry', at('listen-port-invalid', 'value="abc"'), 'web.config', 'value="abc"'],
    ['element', at('configuration-section-unknown', '<rewrite'), 'web.config', '<rewrite'],
    [
      'element without a column',
      finding('configuration-section-unknown', { in: 'artifact', file: 'web.config', line: 15 }),
      'web.config',
      '<rewrite',
    ],
    [
      'attribute that only a transform writes',
      at('configuration-content-invalid', 'stdoutLogEnabled'),
      'web.Release.config',
      'stdoutLogEnabled="maybe"',
    ],
  ])('%s', async (_, one, file, text) => {
    expect(locateFinding(one, await contextOf(files, published('Shop', { webConfig })))).toEqual(lineOf(files, file, text));
  });

  // Whether the SDK has written it or somebody after it: no line of the project is what to change.
  test.each([
    ['an element that the project has not', '<cors'],
    ['a handler as the SDK writes it', '<handlers'],
    ['arguments as the SDK writes them', 'arguments'],
  ])('%s has no line', async (_, text) => {
    const generatedOnly = { 'Shop.csproj': '<Project Sdk="Microsoft.NET.Sdk.Web" />' };
    const one = at('configuration-content-invalid', text);
    expect(locateFinding(one, await contextOf(generatedOnly, published('Shop', { webConfig })))).toBeUndefined();
    if (text === '<cors') expect(locateFinding(one, await contextOf(files, published('Shop', { webConfig })))).toBeUndefined();
  });

  test('a value that is another one is not the cause', async () => {
    const one = at('configuration-content-invalid', 'value="Staging"');
    expect(locateFinding(one, await contextOf(files, published('Shop', { webConfig })))).toBeUndefined();
  });

  test('two elements that could be the one', async () => {
    const twice = committed.replace('<rewrite />', '<rewrite /><rewrite />');
    const context = await contextOf({ ...files, 'web.config': twice }, published('Shop', { webConfig }));
    expect(locateFinding(at('configuration-section-unknown', '<rewrite'), context)).toBeUndefined();
  });

  test('a placeholder is the work of the property that stopped the transform', async () => {
    const one = finding('launcher-placeholder-left', inWebConfig(committed, 'processPath'));
    const context = await contextOf(files, published('Shop', { webConfig: committed }));
    expect(locateFinding(one, context)).toEqual(lineOf(files, 'Shop.csproj', '<IsTransformWebConfigDisabled>'));
    const transformed = { ...files, 'Shop.csproj': '<Project Sdk="Microsoft.NET.Sdk.Web" />' };
    const twin = await contextOf(transformed, published('Shop', { webConfig: committed }));
    expect(locateFinding(one, twin)).toEqual(lineOf(files, 'web.config', 'processPath'));
  });

  test('a malformed file is shown where the committed one breaks', async () => {
    const broken = '<configuration>\n  <system.webServer>\n    <aspNetCore processPath=dotnet />\n  </system.webServer>\n</configuration>';
    const one = finding('web-config-malformed', { in: 'artifact', file: 'web.config', line: 3, column: 30 });
    const context = await contextOf({ ...files, 'Web.config': broken, 'web.config': '' }, published('Shop', { webConfig: broken }));
    expect(locateFinding(one, context)).toBeUndefined(); // two files that differ in case only
    const { 'web.config': _, ...rest } = files;
    const alone = await contextOf({ ...rest, 'Web.config': broken }, published('Shop', { webConfig: broken }));
    expect(locateFinding(one, alone)).toMatchObject({ file: 'Web.config', line: 3 });
    const sound = await contextOf(files, published('Shop', { webConfig: broken }));
    expect(locateFinding(one, sound)).toBeUndefined();
  });
});

describe('a place in a file that is copied', () => {
  const files = exampleRepository('one-project');
  const text = new TextDecoder().decode(files['src/Shop/appsettings.json'] as Uint8Array); // A file of the example is bytes.
  const one = finding('appsettings-unparsable', { in: 'artifact', file: 'appsettings.json', line: 3, column: 3 });

  test('keeps its line where the text is the same', async () => {
    const context = await contextOf(files, published('Shop', { files: { 'appsettings.json': text.replaceAll('\n', '\r\n') } }));
    expect(locateFinding(one, context)).toEqual({ file: 'src/Shop/appsettings.json', line: 3, column: 3 });
  });

  test('loses it where a step of the pipeline rewrote the file', async () => {
    const context = await contextOf(files, published('Shop', { files: { 'appsettings.json': `// by the pipeline\n${text}` } }));
    expect(locateFinding(one, context)).toEqual({ file: 'src/Shop/appsettings.json' });
  });

  test('is not found where the file is not committed', async () => {
    const other = finding('appsettings-unparsable', { in: 'artifact', file: 'appsettings.Production.json', line: 1 });
    expect(locateFinding(other, await contextOf(files, published('Shop')))).toBeUndefined();
  });
});

describe('a fact of the server', () => {
  const files = exampleRepository('worker');
  const server = (file: string): TargetServer => ({
    name: 'web01',
    manifest: {
      file,
      positions: new Map([
        ['iis.appPools', { line: 4, column: 5 }],
        ['iis.appPools[0]', { line: 5, column: 7 }],
        ['iis.appPools[0].enable32BitAppOnWin64', { line: 5, column: 25 }],
      ]),
    },
  });
  const fact = (path: string) => finding('module-dll-missing', { in: 'server', fact: path });
  const context = (file: string) => contextOf(files, published('Jobs'), server(file));

  test.each([
    ['iis.appPools[0].enable32BitAppOnWin64', { line: 5, column: 25 }],
    ['iis.appPools[0].state', { line: 5, column: 7 }],
    ['iis.appPools[].state', { line: 4, column: 5 }],
    ['os.architecture', undefined],
  ])('%s', async (path, position) => {
    const expected = position && { file: 'servers/web01.json', ...position };
    expect(locateFinding(fact(path), await context('servers/web01.json'))).toEqual(expected);
  });

  test.each([
    ['./servers/../servers/web01.json', 'servers/web01.json'],
    ['/checkout/servers/web01.json', 'servers/web01.json'],
    ['../servers/web01.json', undefined],
    ['/etc/web01.json', undefined],
    ['C:\\servers\\web01.json', undefined],
  ])('in %s', async (file, expected) => {
    expect(locateFinding(fact('iis.appPools'), await context(file))?.file).toBe(expected);
  });

  test('a manifest that was named from a folder of the checkout', async () => {
    const tree = await readSourceTree('/checkout', diskWith(files), '/checkout/servers');
    const one = withManifest(sourceContext(tree, published('Jobs')), server('web01.json'));
    expect(locateFinding(fact('iis.appPools'), one)?.file).toBe('servers/web01.json');
  });

  test('no server, no line', async () => {
    expect(locateFinding(fact('iis.appPools'), await contextOf(files, published('Jobs')))).toBeUndefined();
  });
});

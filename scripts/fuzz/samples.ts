import { buildZip, type EntrySpec } from '../../test/artifact/zip-builder.ts';
import { appHostData, buildImage, buildSingleFile } from '../../test/windows/image-builder.ts';

/** Files by their full path. */
export type Files = ReadonlyMap<string, Uint8Array>;

export const image = buildImage({ version: [8, 0, 1, 1], exports: ['x'], data: appHostData({ slot: 'App.dll', bundleOffset: 100n }) });

export const managed = buildImage({
  machine: 0x14c,
  bits: 32,
  clr: {
    flags: 1,
    assembly: { name: 'App', version: [1, 0, 0, 0], references: [{ name: 'B', version: [1, 0, 0, 0] }], members: ['UseIIS'] },
  },
  version: [1, 0, 0, 0],
});

export const webConfig = Buffer.from(
  `<?xml version="1.0" encoding="utf-8"?><configuration><location path="." inheritInChildApplications="false"><system.webServer>
<handlers><add name="aspNetCore" path="*" verb="*" modules="AspNetCoreModuleV2" resourceType="Unspecified" /></handlers>
<aspNetCore processPath="dotnet" arguments=".\\App.dll" stdoutLogEnabled="false" stdoutLogFile=".\\logs\\stdout" hostingModel="inprocess">
<environmentVariables><environmentVariable name="A" value="b" /></environmentVariables></aspNetCore></system.webServer></location></configuration>`,
);

export const runtimeConfig = Buffer.from(
  '{"runtimeOptions":{"tfm":"net8.0","rollForward":"Major","frameworks":[{"name":"Microsoft.NETCore.App","version":"8.0.0"},{"name":"Microsoft.AspNetCore.App","version":"8.0.0"}],"configProperties":{"System.GC.Server":true}}}',
);

export const deps = Buffer.from(
  '{"runtimeTarget":{"name":".NETCoreApp,Version=v8.0","signature":""},"targets":{".NETCoreApp,Version=v8.0":{"App/1.0.0":{"dependencies":{"B":"1.0.0"},"runtime":{"App.dll":{}}},"B/1.0.0":{"runtime":{"lib/net8.0/B.dll":{"assemblyVersion":"1.0.0.0","fileVersion":"1.0.0.0"}},"runtimeTargets":{"runtimes/win-x64/native/b.dll":{"rid":"win-x64","assetType":"native","fileVersion":"1.0"}}}}},"libraries":{"App/1.0.0":{"type":"project","serviceable":false,"sha512":""}}}',
);

export const singleFile = buildSingleFile([
  { path: 'App.dll', content: 'x' },
  { path: 'App.runtimeconfig.json', content: runtimeConfig.toString() },
  { path: 'App.deps.json', content: deps.toString() },
]);

/** A publish output that starts, by the names in it. */
export const publishOutput: ReadonlyMap<string, Buffer> = new Map([
  ['web.config', webConfig],
  ['App.dll', managed],
  ['App.exe', image],
  ['App.runtimeconfig.json', runtimeConfig],
  ['App.deps.json', deps],
  ['appsettings.json', Buffer.from('{"Logging":{"LogLevel":{"Default":"Information"}}}')],
]);

/** The same below a folder. */
export function publishedBelow(folder: string): Files {
  return new Map([...publishOutput].map(([name, bytes]) => [`${folder}/${name}`, bytes]));
}

/** Files of a package with what makes it one of its shape. */
export const packageShapes: readonly { readonly below: string; readonly extra: readonly EntrySpec[] }[] = [
  { below: '', extra: [] },
  { below: 'drop/', extra: [] },
  { below: 'a\\b\\', extra: [{ name: 'readme.txt' }] },
  { below: '', extra: [{ name: 'App.nuspec' }, { name: '[Content_Types].xml' }] },
  { below: 'content/', extra: [{ name: 'App.nuspec' }, { name: '_rels/.rels' }] },
  { below: 'Content/C_C/x/PackageTmp/', extra: [{ name: 'archive.xml' }, { name: 'parameters.xml', content: '<parameters/>' }] },
];

/** A package of files by the names in it. */
export function packed(files: ReadonlyMap<string, Uint8Array>, stored = false, extra: readonly EntrySpec[] = []): Buffer {
  return buildZip([...[...files].map(([name, content]) => ({ name, content, stored })), ...extra]);
}

/** A server on which it starts; `bundle` 6.0.36 has not the framework that it needs. */
export const server = (bundle: string): Buffer =>
  Buffer.from(
    JSON.stringify({
      manifestVersion: 1,
      hostingBundle: bundle,
      iis: {
        appPools: [{ name: 'shop', enable32BitAppOnWin64: false, environment: {} }],
        sites: [{ name: 'site', applications: [{ path: '/', appPool: 'shop' }] }],
      },
    }),
  );

/** An application that is published with the .NET SDK to make a fixture. */
export interface PublishRecipe {
  /** Folder in fixtures/publish. */
  readonly name: string;
  readonly sdk: 'Microsoft.NET.Sdk.Web' | 'Microsoft.NET.Sdk.Worker' | 'Microsoft.NET.Sdk';
  readonly targetFramework: string;
  /** What follows `dotnet publish -c Release`. */
  readonly arguments: readonly string[];
  /** Further properties of the project. */
  readonly properties?: Readonly<Record<string, string>>;
  /** A web.config in the project; absent = what the SDK writes. */
  readonly webConfig?: string;
  /** What happens to the output afterwards, as people and pipelines do it: paths to delete. */
  readonly deleted?: readonly string[];
  /** What it shows, for fixtures/README.md. */
  readonly shows: string;
}

const web = 'Microsoft.NET.Sdk.Web';

const inProcess = (processPath: string, processArguments: string): string => `<?xml version="1.0" encoding="utf-8"?>
<configuration>
  <location path="." inheritInChildApplications="false">
    <system.webServer>
      <handlers>
        <add name="aspNetCore" path="*" verb="*" modules="AspNetCoreModuleV2" resourceType="Unspecified" />
      </handlers>
      <aspNetCore processPath="${processPath}" arguments="${processArguments}" stdoutLogEnabled="false" stdoutLogFile=".\\logs\\stdout" hostingModel="inprocess" />
    </system.webServer>
  </location>
</configuration>
`;

const portable = (targetFramework: string): PublishRecipe => ({
  name: `${targetFramework}-portable`,
  sdk: web,
  targetFramework,
  arguments: [],
  shows: 'portable: one dll for every machine, started through dotnet',
});

/** Every fixture of fixtures/publish; packs for net7.0 and for win-arm64 were not to be had. The broken ones are broken by mistakes that people make. */
export const publishRecipes: readonly PublishRecipe[] = [
  ...['net6.0', 'net8.0', 'net9.0', 'net10.0'].map(portable),
  ...(['win-x64', 'win-x86'].map((rid) => ({
    name: `net10.0-${rid}`,
    sdk: web,
    targetFramework: 'net10.0',
    arguments: ['-r', rid, '--self-contained', 'false'],
    shows: `framework-dependent for ${rid}: an exe of that machine`,
  })) satisfies readonly PublishRecipe[]),
  ...(['win-x64', 'win-x86'].map((rid) => ({
    name: `net10.0-${rid}-self-contained`,
    sdk: web,
    targetFramework: 'net10.0',
    arguments: ['-r', rid, '--self-contained'],
    shows: `self-contained for ${rid}: brings its runtime`,
  })) satisfies readonly PublishRecipe[]),
  {
    name: 'net10.0-win-x64-ready-to-run',
    sdk: web,
    targetFramework: 'net10.0',
    arguments: ['-r', 'win-x64', '--self-contained', 'false', '-p:PublishReadyToRun=true'],
    shows: 'ReadyToRun: native code for x64 in the assembly',
  },
  {
    name: 'net10.0-win-x64-single-file',
    sdk: web,
    targetFramework: 'net10.0',
    arguments: ['-r', 'win-x64', '--self-contained', 'false', '-p:PublishSingleFile=true'],
    shows: 'a single file that needs the shared frameworks; the SDK asks for out-of-process hosting itself',
  },
  {
    name: 'net10.0-win-x64-single-file-self-contained',
    sdk: web,
    targetFramework: 'net10.0',
    arguments: ['-r', 'win-x64', '--self-contained', '-p:PublishSingleFile=true'],
    shows: 'a single file with the runtime inside',
  },
  {
    name: 'net10.0-out-of-process',
    sdk: web,
    targetFramework: 'net10.0',
    arguments: [],
    properties: { AspNetCoreHostingModel: 'OutOfProcess' },
    shows: 'hostingModel="outofprocess" from the project',
  },
  {
    name: 'net10.0-linux-x64',
    sdk: web,
    targetFramework: 'net10.0',
    arguments: ['-r', 'linux-x64', '--self-contained', 'false'],
    webConfig: inProcess('.\\App.exe', ''),
    shows: 'published for Linux, with the web.config of a Windows publish: App.exe is not there',
  },
  {
    name: 'net10.0-linux-x64-self-contained',
    sdk: web,
    targetFramework: 'net10.0',
    arguments: ['-r', 'linux-x64', '--self-contained'],
    webConfig: inProcess('dotnet', '.\\App.dll'),
    shows: 'self-contained for Linux, started through dotnet',
  },
  {
    name: 'net10.0-worker',
    sdk: 'Microsoft.NET.Sdk',
    targetFramework: 'net10.0',
    arguments: [],
    webConfig: inProcess('dotnet', '.\\App.dll'),
    shows: 'a console application behind an in-process web.config',
  },
  {
    name: 'net10.0-launcher-path',
    sdk: web,
    targetFramework: 'net10.0',
    arguments: [],
    properties: { IsTransformWebConfigDisabled: 'true' },
    webConfig: inProcess('%LAUNCHER_PATH%', '%LAUNCHER_ARGS%'),
    shows: "a web.config of Visual Studio's development server, never transformed",
  },
  {
    name: 'net10.0-other-dll',
    sdk: web,
    targetFramework: 'net10.0',
    arguments: [],
    properties: { IsTransformWebConfigDisabled: 'true' },
    webConfig: inProcess('dotnet', '.\\Shop.Web.dll'),
    shows: 'the web.config of another application',
  },
  {
    name: 'net10.0-without-runtimeconfig',
    sdk: web,
    targetFramework: 'net10.0',
    arguments: [],
    deleted: ['App.runtimeconfig.json'],
    shows: 'a deployment step that copies "only the dlls"',
  },
];

import { type PublishRecipe, webConfigWith } from './publish-recipe.ts';

const untransformed = { IsTransformWebConfigDisabled: 'true' };
const withRuntime = ['-r', 'win-x64', '--self-contained'];

/** What the SDK is asked for and IIS cannot run. */
const published: readonly PublishRecipe[] = [
  {
    name: 'net10.0-win-x64-single-file',
    arguments: ['-r', 'win-x64', '--self-contained', 'false', '-p:PublishSingleFile=true'],
    shows: 'a single file that needs the shared frameworks, in-process',
  },
  {
    name: 'net10.0-win-x64-single-file-self-contained',
    arguments: [...withRuntime, '-p:PublishSingleFile=true'],
    shows: 'a single file with the runtime inside, in-process',
  },
  {
    name: 'net10.0-linux-x64',
    arguments: ['-r', 'linux-x64', '--self-contained', 'false'],
    webConfig: webConfigWith('processPath=".\\App.exe" hostingModel="inprocess"'),
    shows: 'published for Linux: the SDK leaves out the web.config that the project has',
  },
  {
    name: 'net10.0-linux-x64-self-contained',
    arguments: ['-r', 'linux-x64', '--self-contained', '-p:PublishTrimmed=true'],
    shows: 'the same with the runtime for Linux',
  },
  {
    name: 'net10.0-pinned-patch',
    arguments: ['-r', 'win-x64', '--self-contained', 'false'],
    properties: { RuntimeFrameworkVersion: '10.0.12' },
    shows: 'asks for the patch of the build agent',
  },
  {
    name: 'net10.0-name-with-blank-out-of-process',
    properties: { AssemblyName: 'My Shop.Web', AspNetCoreHostingModel: 'OutOfProcess' },
    shows: 'the SDK writes no quotes, and dotnet is asked to run .\\My',
  },
  {
    name: 'net10.0-published-into-itself',
    before: [['publish', '-c', 'Release', '-o', 'publish']],
    shows: 'an older output in a folder of the project is content of the new one',
  },
  {
    name: 'net10.0-no-build-mix',
    before: [['build', '-c', 'Release', '-r', 'win-x64', '--self-contained']],
    arguments: ['--no-build', '-r', 'win-x64', '--self-contained', 'false'],
    shows: 'built as self-contained, published as not',
  },
  {
    name: 'net10.0-build-output',
    before: [['build', '-c', 'Release']],
    output: 'bin/Release/net10.0',
    shows: 'the output of dotnet build instead of dotnet publish',
  },
];

/** Programs that never call the module back. */
const programs: readonly PublishRecipe[] = [
  {
    name: 'net10.0-console',
    sdk: 'Microsoft.NET.Sdk',
    webConfig: webConfigWith('processPath="dotnet" arguments=".\\App.dll" hostingModel="inprocess"'),
    shows: 'a console application behind an in-process web.config',
  },
  {
    name: 'net10.0-worker',
    sdk: 'Microsoft.NET.Sdk.Worker',
    packages: { 'Microsoft.Extensions.Hosting': '10.0.0' },
    webConfig: webConfigWith('processPath="dotnet" arguments=".\\App.dll" hostingModel="inprocess"'),
    shows: 'a worker service behind an in-process web.config',
  },
  {
    name: 'net10.0-slim-builder',
    program: 'WebApplication.CreateSlimBuilder(args).Build().Run();\n',
    shows: 'the slim builder leaves IIS out',
  },
];

/** What people write into web.config, or leave there. */
const webConfigs: readonly PublishRecipe[] = [
  {
    name: 'net10.0-launcher-path',
    properties: untransformed,
    webConfig: webConfigWith('processPath="%LAUNCHER_PATH%" arguments="%LAUNCHER_ARGS%" hostingModel="inprocess"'),
    shows: "a web.config of Visual Studio's development server, never transformed",
  },
  {
    name: 'net10.0-other-dll',
    properties: untransformed,
    webConfig: webConfigWith('processPath="dotnet" arguments=".\\Shop.Web.dll" hostingModel="inprocess"'),
    shows: 'the web.config of another application, or from before a rename',
  },
  {
    name: 'net10.0-exe-of-another-publish',
    properties: untransformed,
    webConfig: webConfigWith('processPath=".\\App.exe" hostingModel="inprocess"'),
    shows: 'the web.config of a publish for win-x64, and a portable application without App.exe',
  },
  {
    name: 'net10.0-self-contained-through-dotnet',
    arguments: [...withRuntime, '-p:PublishTrimmed=true'],
    properties: untransformed,
    webConfig: webConfigWith('processPath="dotnet" arguments=".\\App.dll" hostingModel="inprocess"'),
    shows: 'a hand-kept web.config from before the application became self-contained',
  },
  {
    name: 'net10.0-hosting-model-misspelled',
    webConfig: webConfigWith('processPath="dotnet" hostingModel="in-process"'),
    shows: 'the SDK keeps a hostingModel that the module does not know',
  },
  {
    name: 'net10.0-module-v1',
    properties: { AspNetCoreHostingModel: 'OutOfProcess' },
    webConfig: webConfigWith('processPath="dotnet"', { module: 'AspNetCoreModule' }),
    shows: 'the SDK keeps the name of the module of .NET Core 2.1 and earlier',
  },
];

/** What is missing afterwards. */
const incomplete: readonly PublishRecipe[] = [
  { name: 'net10.0-without-runtimeconfig', deleted: ['App.runtimeconfig.json'], shows: 'a deployment step that copies "only the dlls"' },
  {
    name: 'net10.0-without-dll',
    arguments: ['-r', 'win-x64', '--self-contained', 'false'],
    deleted: ['App.dll'],
    shows: 'the assembly was locked or filtered when the files were copied',
  },
];

/** Mistakes that people and pipelines make. */
export const publishMistakes: readonly PublishRecipe[] = [...published, ...programs, ...webConfigs, ...incomplete];

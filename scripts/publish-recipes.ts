import { publishMistakes } from './publish-mistakes.ts';
import { type PublishRecipe, webConfigWith } from './publish-recipe.ts';

const frameworkDependent = (rid: string): readonly string[] => ['-r', rid, '--self-contained', 'false'];
const selfContained = (rid: string): readonly string[] => ['-r', rid, '--self-contained'];

const portable: readonly PublishRecipe[] = ['net6.0', 'net8.0', 'net9.0', 'net10.0'].map((targetFramework) => ({
  name: `${targetFramework}-portable`,
  targetFramework,
  shows: 'one dll for every machine, started through dotnet; beside it an apphost of the machine that published, which nobody starts',
}));

const forOneMachine: readonly PublishRecipe[] = [
  {
    name: 'net8.0-win-x64',
    targetFramework: 'net8.0',
    arguments: frameworkDependent('win-x64'),
    shows: 'an exe, and an assembly of its machine',
  },
  { name: 'net10.0-win-x64', arguments: frameworkDependent('win-x64'), shows: 'an exe, and an assembly of its machine' },
  { name: 'net10.0-win-x86', arguments: frameworkDependent('win-x86'), shows: 'the same for 32 bits' },
  {
    name: 'net10.0-win-x64-ready-to-run',
    arguments: [...frameworkDependent('win-x64'), '-p:PublishReadyToRun=true'],
    shows: 'native code for x64 in the assembly',
  },
  {
    name: 'net10.0-x86-assembly',
    properties: { PlatformTarget: 'x86' },
    shows: 'portable, but the assembly asks for a 32-bit process',
  },
];

const withRuntime: readonly PublishRecipe[] = [
  {
    name: 'net8.0-win-x64-self-contained',
    targetFramework: 'net8.0',
    arguments: selfContained('win-x64'),
    shows: 'the runtime is in the folder',
  },
  { name: 'net10.0-win-x64-self-contained', arguments: selfContained('win-x64'), shows: 'the runtime is in the folder' },
  { name: 'net10.0-win-x86-self-contained', arguments: selfContained('win-x86'), shows: 'the same for 32 bits' },
  {
    name: 'net10.0-win-x64-trimmed',
    arguments: [...selfContained('win-x64'), '-p:PublishTrimmed=true'],
    shows: 'the runtime is in the folder, without what the application does not use',
  },
];

const hosted: readonly PublishRecipe[] = [
  {
    name: 'net10.0-out-of-process',
    properties: { AspNetCoreHostingModel: 'OutOfProcess' },
    shows: 'out-of-process hosting',
  },
  {
    name: 'net10.0-single-file-out-of-process',
    arguments: [...frameworkDependent('win-x64'), '-p:PublishSingleFile=true'],
    properties: { AspNetCoreHostingModel: 'OutOfProcess' },
    shows: 'a single file as IIS can host it',
  },
  {
    name: 'net8.0-roll-forward-major',
    targetFramework: 'net8.0',
    properties: { RollForward: 'Major' },
    shows: 'a newer major version will do',
  },
  {
    name: 'net10.0-extra-arguments',
    webConfig: webConfigWith('processPath="dotnet" arguments="--urls http://*:5000" hostingModel="InProcess"'),
    shows: 'the SDK puts the dll before the arguments that the project has',
  },
  {
    name: 'net10.0-name-with-blank',
    properties: { AssemblyName: 'My Shop.Web' },
    shows: 'the module takes all of the arguments for the name of a file first',
  },
  {
    name: 'net10.0-environment-name',
    arguments: ['-p:EnvironmentName=Staging'],
    shows: 'the SDK writes ASPNETCORE_ENVIRONMENT into web.config',
  },
  {
    name: 'net10.0-packages',
    packages: { 'Microsoft.Data.SqlClient': '6.1.7', 'Microsoft.EntityFrameworkCore.Sqlite': '10.0.15', 'Serilog.AspNetCore': '9.0.0' },
    shows: 'libraries, and native files for a dozen systems of which each process uses one',
  },
  {
    name: 'net10.0-slim-builder-with-iis',
    program: 'var builder = WebApplication.CreateSlimBuilder(args);\nbuilder.WebHost.UseIIS();\nbuilder.Build().Run();\n',
    shows: 'the slim builder, and what IIS needs called by hand',
  },
  {
    name: 'net10.0-rewrite',
    webConfig: webConfigWith('processPath="dotnet"', {
      more: '      <rewrite>\n        <rules>\n          <rule name="https"><match url=".*" /><action type="Redirect" url="https://{HTTP_HOST}/{R:0}" /></rule>\n        </rules>\n      </rewrite>\n',
    }),
    shows: 'a section that only servers with the URL Rewrite module know',
  },
];

/** Every fixture of fixtures/publish. */
export const publishRecipes: readonly PublishRecipe[] = [...portable, ...forOneMachine, ...withRuntime, ...hosted, ...publishMistakes];

// Makes fixtures/publish again, with the .NET SDK on PATH and packages from its NuGet sources:
//   npm run fixtures -- [NAME]...
// A recipe whose packs cannot be had is told and left out. Big binaries become stubs with the same facts.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { type PublishRecipe, publishRecipes } from './publish-recipes.ts';
import { stubOf } from './publish-stub.ts';

const target = join(import.meta.dirname, '..', 'fixtures', 'publish');

const programs: Readonly<Record<PublishRecipe['sdk'], string>> = {
  'Microsoft.NET.Sdk.Web': 'var app = WebApplication.CreateBuilder(args).Build();\napp.MapGet("/", () => "It works.");\napp.Run();\n',
  'Microsoft.NET.Sdk.Worker': 'Microsoft.Extensions.Hosting.Host.CreateApplicationBuilder(args).Build().Run();\n',
  'Microsoft.NET.Sdk': 'System.Console.WriteLine("No web server here.");\n',
};

function writeProject(folder: string, { sdk, targetFramework, properties = {}, webConfig }: PublishRecipe): void {
  const given = Object.entries(properties).map(([name, value]) => `    <${name}>${value}</${name}>\n`);
  const console = sdk === 'Microsoft.NET.Sdk' ? '    <OutputType>Exe</OutputType>\n' : '';
  const project = `<Project Sdk="${sdk}">
  <PropertyGroup>
    <TargetFramework>${targetFramework}</TargetFramework>
    <ImplicitUsings>enable</ImplicitUsings>
    <CheckEolTargetFramework>false</CheckEolTargetFramework>
${console}${given.join('')}  </PropertyGroup>
${webConfig === undefined || sdk === 'Microsoft.NET.Sdk.Web' ? '' : '  <ItemGroup><Content Include="web.config" CopyToPublishDirectory="Always" /></ItemGroup>\n'}</Project>
`;
  writeFileSync(join(folder, 'App.csproj'), project);
  writeFileSync(join(folder, 'Program.cs'), programs[sdk]);
  if (sdk === 'Microsoft.NET.Sdk.Web') writeFileSync(join(folder, 'appsettings.json'), '{\n  "AllowedHosts": "*"\n}\n');
  if (webConfig !== undefined) writeFileSync(join(folder, 'web.config'), webConfig);
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => statSync(join(folder, path)).isFile());
}

async function copyShrunk(from: string, to: string, deleted: readonly string[]): Promise<void> {
  rmSync(to, { recursive: true, force: true });
  for (const path of filesBelow(from).sort()) {
    if (deleted.includes(path)) continue;
    const file = join(to, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, await stubOf(path, readFileSync(join(from, path))));
  }
}

async function make(recipe: PublishRecipe): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'publish-fixture-'));
  try {
    writeProject(folder, recipe);
    const output = join(folder, 'out');
    execFileSync('dotnet', ['publish', '-c', 'Release', '-o', output, '-nologo', '-v', 'quiet', ...recipe.arguments], {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, DOTNET_CLI_TELEMETRY_OPTOUT: '1', DOTNET_NOLOGO: '1' },
    });
    await copyShrunk(output, join(target, recipe.name), recipe.deleted ?? []);
    process.stdout.write(`${recipe.name}: ${filesBelow(join(target, recipe.name)).length} files\n`);
  } catch (problem) {
    const text = problem instanceof Error && 'stdout' in problem ? String(problem.stdout ?? '') : '';
    process.stdout.write(`${recipe.name}: not made. ${problem instanceof Error ? problem.message.split('\n')[0] : ''} ${text}\n`);
    process.exitCode = 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const wanted = process.argv.slice(2);
for (const recipe of publishRecipes) if (wanted.length === 0 || wanted.includes(recipe.name)) await make(recipe);
process.stdout.write(`${relative(process.cwd(), target)}\n`);

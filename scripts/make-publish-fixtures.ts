// Makes fixtures/publish again, with the .NET SDK on PATH and packages from its NuGet sources:
//   npm run fixtures -- [NAME]...
// A recipe whose packs cannot be had is told and left out. Big binaries become stubs with the same facts.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { readPromisedAssets } from '../src/dotnet/promised-assets.ts';
import { pathKey } from '../src/windows/paths.ts';
import type { PublishRecipe } from './publish-recipe.ts';
import { publishRecipes } from './publish-recipes.ts';
import { type Origin, stubOf } from './publish-stub.ts';

const target = join(import.meta.dirname, '..', 'fixtures', 'publish');

const programs = {
  'Microsoft.NET.Sdk.Web': 'var app = WebApplication.CreateBuilder(args).Build();\napp.MapGet("/", () => "It works.");\napp.Run();\n',
  'Microsoft.NET.Sdk.Worker': 'Host.CreateApplicationBuilder(args).Build().Run();\n',
  'Microsoft.NET.Sdk': 'System.Console.WriteLine("No web server here.");\n',
} as const;

const elements = (items: Readonly<Record<string, string>>, element: (name: string, value: string) => string): string =>
  Object.entries(items)
    .map(([name, value]) => `    ${element(name, value)}\n`)
    .join('');

/** PathMap makes the bytes of the assembly independent of the folder in which it is compiled. */
function projectText({ sdk = 'Microsoft.NET.Sdk.Web', targetFramework = 'net10.0', ...recipe }: PublishRecipe): string {
  const properties = {
    TargetFramework: targetFramework,
    ImplicitUsings: 'enable',
    PathMap: '$(MSBuildProjectDirectory)=App',
    CheckEolTargetFramework: 'false',
    ...(sdk === 'Microsoft.NET.Sdk' ? { OutputType: 'Exe' } : {}),
    ...recipe.properties,
  };
  const frameworks = (recipe.frameworks ?? []).map((name) => `    <FrameworkReference Include="${name}" />\n`).join('');
  const packages = elements(recipe.packages ?? {}, (name, version) => `<PackageReference Include="${name}" Version="${version}" />`);
  const content =
    recipe.webConfig !== undefined && sdk === 'Microsoft.NET.Sdk'
      ? '    <Content Include="web.config" CopyToPublishDirectory="Always" />\n'
      : '';
  return `<Project Sdk="${sdk}">
  <PropertyGroup>
${elements(properties, (name, value) => `<${name}>${value}</${name}>`)}  </PropertyGroup>
  <ItemGroup>
${frameworks}${packages}${content}  </ItemGroup>
</Project>
`;
}

function writeProject(folder: string, recipe: PublishRecipe): void {
  const { sdk = 'Microsoft.NET.Sdk.Web', webConfig, program = programs[sdk] } = recipe;
  writeFileSync(join(folder, 'App.csproj'), projectText(recipe));
  writeFileSync(join(folder, 'Program.cs'), program);
  if (sdk === 'Microsoft.NET.Sdk.Web') writeFileSync(join(folder, 'appsettings.json'), '{\n  "AllowedHosts": "*"\n}\n');
  if (webConfig !== undefined) writeFileSync(join(folder, 'web.config'), webConfig);
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => statSync(join(folder, path)).isFile());
}

/** By deps.json: from a package, from the runtime of a self-contained application, or else the application's own. */
function origins(output: string): (path: string) => Origin {
  const deps = filesBelow(output).find((path) => /^[^\\/]+\.deps\.json$/.test(path));
  const assets = deps === undefined ? [] : (readPromisedAssets(readFileSync(join(output, deps)))?.assets ?? []);
  const types = new Map(assets.map(({ key, type }) => [key, type]));
  return (path) => {
    const type = types.get(pathKey(path));
    return type === 'runtimepack' ? 'runtime' : type === 'package' ? 'package' : 'application';
  };
}

async function copyShrunk(from: string, to: string, deleted: readonly string[]): Promise<void> {
  rmSync(to, { recursive: true, force: true });
  const originOf = origins(from);
  for (const path of filesBelow(from).sort()) {
    if (deleted.includes(path)) continue;
    const file = join(to, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, await stubOf(path, readFileSync(join(from, path)), originOf(path)));
  }
}

function dotnet(folder: string, parameters: readonly string[]): void {
  execFileSync('dotnet', [...parameters, '-nologo', '-v', 'quiet'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, DOTNET_CLI_TELEMETRY_OPTOUT: '1', DOTNET_NOLOGO: '1' },
  });
}

async function make(recipe: PublishRecipe): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'publish-fixture-'));
  try {
    writeProject(folder, recipe);
    for (const parameters of recipe.before ?? []) dotnet(folder, parameters);
    const output = recipe.output ?? 'out';
    if (recipe.output === undefined) dotnet(folder, ['publish', '-c', 'Release', '-o', output, ...(recipe.arguments ?? [])]);
    await copyShrunk(join(folder, output), join(target, recipe.name), recipe.deleted ?? []);
    process.stdout.write(`${recipe.name}: ${filesBelow(join(target, recipe.name)).length} files\n`);
  } catch (problem) {
    const text = problem instanceof Error && 'stdout' in problem ? String(problem.stdout) : '';
    process.stdout.write(`${recipe.name}: not made. ${problem instanceof Error ? problem.message.split('\n')[0] : ''} ${text}\n`);
    process.exitCode = 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const wanted = process.argv.slice(2);
for (const recipe of publishRecipes) if (wanted.length === 0 || wanted.includes(recipe.name)) await make(recipe);
process.stdout.write(`${relative(process.cwd(), target)}\n`);

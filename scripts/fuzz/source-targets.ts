import type { FuzzTarget, SeedsOf } from './fuzz-target.ts';
import { checkSoundly } from './outcomes.ts';
import { publishedBelow, server } from './samples.ts';

const project = Buffer.from(`<Project Sdk="Microsoft.NET.Sdk.Web">
  <PropertyGroup Condition="'$(Configuration)' == 'Release'">
    <TargetFramework>net8.0</TargetFramework>
    <AssemblyName>App</AssemblyName>
    <RollForward>Major</RollForward>
    <AspNetCoreHostingModel>InProcess</AspNetCoreHostingModel>
  </PropertyGroup>
  <Import Project="..\\common.props" />
  <ItemGroup><Content Remove="publish\\**" /></ItemGroup>
</Project>
`);

const workflow = Buffer.from(`name: deploy
on: push
jobs:
  web:
    runs-on: windows-latest
    steps:
      - uses: actions/checkout@v4
      - name: publish
        run: |
          cd src/App
          dotnet publish App.csproj -c Release -r win-x64 --self-contained false \\
            -o "../../publish" /p:PublishSingleFile=false
      - run: dotnet test
`);

const profile = Buffer.from(`<Project>
  <PropertyGroup>
    <RuntimeIdentifier>win-x64</RuntimeIdentifier>
    <SelfContained>false</SelfContained>
  </PropertyGroup>
</Project>
`);

/** One file of the checkout that the artifact was published from; the server lacks its framework, so that there is something to locate. */
const checkout = (name: string, file: string, seeds: readonly Buffer[]): FuzzTarget => ({
  name,
  seeds,
  mutation: 'text',
  files: (mutated) =>
    new Map([
      ...publishedBelow('repo/publish'),
      ['repo/src/App/App.csproj', project],
      ['repo/src/App/Properties/PublishProfiles/web.pubxml', profile],
      ['repo/.github/workflows/deploy.yml', workflow],
      ['bundle.json', server('6.0.36')],
      [`repo/${file}`, mutated],
    ]),
  run: async (disk) => void (await checkSoundly(disk, { artifacts: ['repo/publish'], sourceRoot: 'repo' })),
});

export function sourceTargets(seedsOf: SeedsOf): readonly FuzzTarget[] {
  return [
    checkout('project', 'src/App/App.csproj', seedsOf('msbuild', project)),
    checkout('publish profile', 'src/App/Properties/PublishProfiles/web.pubxml', seedsOf('msbuild', profile)),
    checkout('workflow', '.github/workflows/deploy.yml', seedsOf('pipeline', workflow)),
    checkout('pipeline', 'azure-pipelines.yml', seedsOf('pipeline', workflow)),
  ];
}

import { describe, expect, test } from '@jest/globals';
import type { BinaryImage } from '../../src/model/binary-image.ts';
import type { Finding, Place } from '../../src/model/finding.ts';
import type { PublishArtifact } from '../../src/model/publish-artifact.ts';
import { locateFinding } from '../../src/source/locate.ts';
import { artifactOf, contextOf, exampleRepository, finding, inWebConfig, lineOf, published } from './checkout.ts';

const generated = `<?xml version="1.0" encoding="utf-8"?>
<configuration>
  <location path="." inheritInChildApplications="false">
    <system.webServer>
      <handlers>
        <add name="aspNetCore" path="*" verb="*" modules="AspNetCoreModuleV2" resourceType="Unspecified" />
      </handlers>
      <aspNetCore processPath=".\\Shop.exe" stdoutLogEnabled="false" hostingModel="inprocess" />
    </system.webServer>
  </location>
</configuration>`;

const image = (machine: 'x86' | 'x64', isDll: boolean): BinaryImage => ({ format: 'pe', machine, machineCode: 0, bits: 32, isDll });
const x86Dll: BinaryImage = {
  format: 'pe',
  machine: 'x86',
  machineCode: 0x14c,
  bits: 32,
  isDll: true,
  clr: { ilOnly: true, requires32Bit: true, prefers32Bit: false, readyToRun: false },
};

const inRuntimeConfig: Place = { in: 'artifact', file: 'Shop.runtimeconfig.json' };
const shop = (target?: string, runtimeOptions = {}): PublishArtifact =>
  published('Shop', { webConfig: generated, runtimeOptions, ...(target === undefined ? {} : { target }) });
const selfContained = { includedFrameworks: [] };

interface Case {
  readonly name: string;
  readonly repository: string;
  readonly artifact: PublishArtifact;
  readonly finding: Finding;
  /** A text that stands once in the file, at the place that is expected; absent = the file without a line. */
  readonly expected: readonly [file: string, text?: string] | undefined;
}

const singleFile = (exe: 'x86' | 'x64'): PublishArtifact =>
  artifactOf({ 'Shop.exe': '' }, { webConfig: generated, images: { 'Shop.exe': image(exe, false) } });
const linuxSingleFile = artifactOf({ Shop: '' }, { webConfig: generated, images: { Shop: { format: 'elf', machine: 'x64' } } });

const project = 'src/Shop/Shop.csproj';
const processPath = inWebConfig(generated, 'processPath');

const oneProject: readonly Case[] = [
  {
    name: 'framework',
    finding: finding('shared-framework-missing', inRuntimeConfig),
    artifact: shop(),
    expected: [project, '<TargetFramework>'],
  },
  {
    name: 'desktop framework',
    finding: finding('shared-framework-missing', inRuntimeConfig, 'Microsoft.WindowsDesktop.App 8.0.0 is not installed.'),
    artifact: shop(),
    expected: [project, '<FrameworkReference'],
  },
  {
    name: 'framework of an output that another framework was built for',
    finding: finding('shared-framework-missing', inRuntimeConfig),
    artifact: shop(undefined, { tfm: 'net6.0' }),
    expected: undefined,
  },
  { name: 'hostfxr', finding: finding('hostfxr-not-loadable'), artifact: shop('win-x86'), expected: [project, '<RuntimeIdentifier>'] },
  { name: 'hostfxr of another RID', finding: finding('hostfxr-not-loadable'), artifact: shop('win-x64'), expected: undefined },
  { name: 'hostfxr of a portable output', finding: finding('hostfxr-not-loadable'), artifact: shop(), expected: undefined },
  {
    name: 'handler image',
    finding: finding('request-handler-not-loadable'),
    artifact: shop('win-x86'),
    expected: [project, '<RuntimeIdentifier>'],
  },
  {
    name: 'create process',
    finding: finding('executable-not-startable', processPath),
    artifact: shop('win-x86'),
    expected: [project, '<RuntimeIdentifier>'],
  },
  {
    name: 'single-file exe',
    finding: finding('executable-not-startable'),
    artifact: singleFile('x86'),
    expected: [project, '<RuntimeIdentifier>'],
  },
  { name: 'single-file exe for x64', finding: finding('executable-not-startable'), artifact: singleFile('x64'), expected: undefined },
  {
    name: 'mixed models',
    finding: finding('hosting-models-mixed', inWebConfig(generated, 'hostingModel')),
    artifact: shop(),
    expected: [project, '<AspNetCoreHostingModel>'],
  },
  {
    name: 'second in-process application',
    finding: finding('inprocess-application-second', inWebConfig(generated, 'hostingModel')),
    artifact: shop(),
    expected: [project, '<AspNetCoreHostingModel>'],
  },
  {
    name: 'app_offline.htm',
    finding: finding('app-offline-present', { in: 'artifact', file: 'app_offline.htm' }),
    artifact: shop(),
    expected: ['src/Shop/app_offline.htm'],
  },
  {
    name: 'self-contained mix',
    finding: finding('self-contained-mismatch'),
    artifact: shop(undefined, selfContained),
    expected: [project, '<SelfContained>'],
  },
  {
    name: 'coreclr',
    finding: finding('coreclr-missing'),
    artifact: shop(undefined, selfContained),
    expected: [project, '<SelfContained>'],
  },
  {
    name: 'hostpolicy',
    finding: finding('hostpolicy-missing'),
    artifact: shop(undefined, selfContained),
    expected: [project, '<SelfContained>'],
  },
  { name: 'hostpolicy of a framework-dependent output', finding: finding('hostpolicy-missing'), artifact: shop(), expected: undefined },
  {
    name: 'started by dotnet',
    finding: finding('self-contained-started-by-dotnet'),
    artifact: shop(undefined, selfContained),
    expected: [project, '<SelfContained>'],
  },
  {
    name: 'asset of a package',
    finding: finding('deps-asset-missing', undefined, "package: 'Newtonsoft.Json', version: '13.0.3'."),
    artifact: shop(),
    expected: [project, '<PackageReference Include="Newtonsoft.Json"'],
  },
  {
    name: 'asset of a package that nobody refers to',
    finding: finding('deps-asset-missing', undefined, "package: 'Newtonsoft.Json.Bson', version: '1.0.2'"),
    artifact: shop(),
    expected: undefined,
  },
  {
    name: 'part of web.config that the SDK wrote',
    finding: finding('collection-entry-duplicate', inWebConfig(generated, '<add name="aspNetCore"')),
    artifact: shop(),
    expected: [project, '<Project Sdk='],
  },
  {
    name: 'no web.config from a web project',
    finding: finding('web-config-missing', { in: 'artifact', file: 'web.config' }),
    artifact: published('Shop'),
    expected: undefined,
  },
  {
    name: 'damaged dll',
    finding: finding('entry-assembly-unloadable', { in: 'artifact', file: 'Shop.dll' }),
    artifact: shop(),
    expected: undefined,
  },
].map((row) => ({ ...row, repository: 'one-project', expected: row.expected as Case['expected'] }));

const propsFile = 'Directory.Build.props';
const acme = (name: string, said: Parameters<typeof published>[1] = {}): PublishArtifact =>
  published(`Acme.${name}`, { webConfig: generated, ...said });

const otherRepositories: readonly Case[] = [
  {
    name: 'platform from Directory.Build.props',
    repository: 'directory-build-props',
    finding: finding('entry-assembly-architecture'),
    artifact: acme('Shop', { images: { 'Acme.Shop.dll': x86Dll } }),
    expected: [propsFile, '<PlatformTarget>'],
  },
  {
    name: 'any-CPU assembly',
    repository: 'directory-build-props',
    finding: finding('entry-assembly-architecture'),
    artifact: acme('Shop', {
      images: { 'Acme.Shop.dll': { ...x86Dll, clr: { ilOnly: true, requires32Bit: false, prefers32Bit: false, readyToRun: false } } },
    }),
    expected: undefined,
  },
  {
    name: 'single file from the nearer Directory.Build.props',
    repository: 'directory-build-props',
    finding: finding('application-dll-missing'),
    artifact: acme('Shop'),
    expected: ['web/Directory.Build.props', '<PublishSingleFile>'],
  },
  {
    name: 'roll-forward that keeps to the patch',
    repository: 'directory-build-props',
    finding: finding('shared-framework-missing'),
    artifact: acme('Shop', { runtimeOptions: { tfm: 'net9.0', rollForward: 'LatestPatch' } }),
    expected: [propsFile, '<RollForward>'],
  },
  {
    name: 'roll-forward that the project overrides',
    repository: 'directory-build-props',
    finding: finding('shared-framework-missing'),
    artifact: acme('Admin', { runtimeOptions: { tfm: 'net9.0', rollForward: 'Major' } }),
    expected: [propsFile, '<NetVersion>'],
  },
  {
    name: 'one of several frameworks',
    repository: 'directory-build-props',
    finding: finding('shared-framework-missing'),
    artifact: acme('Shop'),
    expected: ['web/Shop/Shop.csproj', '<TargetFrameworks>'],
  },
  {
    name: 'one of several frameworks, by reference',
    repository: 'directory-build-props',
    finding: finding('shared-framework-missing'),
    artifact: acme('Shop', { runtimeOptions: { tfm: 'net9.0' } }),
    expected: ['web/Shop/Shop.csproj', '<TargetFrameworks>'],
  },
  {
    name: 'profile by its RID',
    repository: 'publish-profile',
    finding: finding('hostfxr-not-loadable'),
    artifact: shop('win-x86'),
    expected: ['Properties/PublishProfiles/ToServer.pubxml', '<RuntimeIdentifier>'],
  },
  {
    name: 'other profile by its RID',
    repository: 'publish-profile',
    finding: finding('executable-for-another-system', processPath),
    artifact: shop('linux-x64'),
    expected: ['Properties/PublishProfiles/ToLinux.pubxml', '<RuntimeIdentifier>'],
  },
  {
    name: 'switch in a script over several lines',
    repository: 'github-workflow',
    finding: finding('executable-for-another-system', processPath),
    artifact: shop('linux-x64'),
    expected: ['.github/workflows/deploy.yml', '--runtime linux-x64'],
  },
  {
    name: 'switch, when only the executable tells the RID',
    repository: 'github-workflow',
    finding: finding('executable-for-another-system', processPath),
    artifact: linuxSingleFile,
    expected: ['.github/workflows/deploy.yml', '--runtime linux-x64'],
  },
  {
    name: 'property in a script',
    repository: 'github-workflow',
    finding: finding('application-dll-missing', processPath),
    artifact: linuxSingleFile,
    expected: ['.github/workflows/deploy.yml', '-p:PublishSingleFile'],
  },
  {
    name: 'switch of another project',
    repository: 'github-workflow',
    finding: finding('hostfxr-not-loadable'),
    artifact: shop('win-x86'),
    expected: undefined,
  },
  {
    name: 'switch under a working directory',
    repository: 'github-workflow',
    finding: finding('hostfxr-not-loadable'),
    artifact: published('Admin', { target: 'win-x86' }),
    expected: ['.github/workflows/deploy.yml', '-r win-x86'],
  },
  {
    name: 'publishing without a build',
    repository: 'github-workflow',
    finding: finding('self-contained-mismatch'),
    artifact: published('Admin', { target: 'win-x86' }),
    expected: ['.github/workflows/deploy.yml', '--no-build'],
  },
  {
    name: 'task of Azure Pipelines',
    repository: 'azure-pipeline',
    finding: finding('executable-for-another-system', processPath),
    artifact: shop('linux-x64'),
    expected: ['azure-pipelines.yml', '--runtime linux-x64'],
  },
  {
    name: 'task that does not publish',
    repository: 'azure-pipeline',
    finding: finding('executable-for-another-system', processPath),
    artifact: shop('linux-arm64'),
    expected: undefined,
  },
  {
    name: 'web.config of a worker',
    repository: 'worker',
    finding: finding('request-handler-missing'),
    artifact: published('Jobs'),
    expected: ['Jobs.csproj', '<Project Sdk='],
  },
  {
    name: 'no web.config from a worker',
    repository: 'worker',
    finding: finding('web-config-missing'),
    artifact: published('Jobs'),
    expected: ['Jobs.csproj', '<Project Sdk='],
  },
  {
    name: 'no IIS integration',
    repository: 'worker',
    finding: finding('iis-integration-absent'),
    artifact: published('Jobs'),
    expected: ['Jobs.csproj', '<Project Sdk='],
  },
];

describe('finds the committed line', () => {
  test.each([...oneProject, ...otherRepositories])('$repository: $name', async (row) => {
    const files = exampleRepository(row.repository);
    const [file, text] = row.expected ?? [];
    const expected = file === undefined ? undefined : text === undefined ? { file } : lineOf(files, file, text);
    expect(locateFinding(row.finding, await contextOf(files, row.artifact))).toEqual(expected);
  });
});

describe('finds nothing where two projects could have made the artifact', () => {
  const rows = [
    ...oneProject.filter(({ expected }) => expected !== undefined),
    ...otherRepositories.filter(({ expected }) => expected !== undefined),
  ];
  test.each(rows)('$repository: $name', async ({ repository, finding: one, artifact }) => {
    const files = exampleRepository(repository);
    const copies = Object.entries(files).map(([path, content]) => [`copy/${path}`, content] as const);
    expect(locateFinding(one, await contextOf({ ...files, ...Object.fromEntries(copies) }, artifact))).toBeUndefined();
  });

  test('the example of two projects of one name', async () => {
    const context = await contextOf(exampleRepository('two-web-projects'), shop('win-x86'));
    for (const rule of ['hostfxr-not-loadable', 'shared-framework-missing', 'application-dll-missing'] as const) {
      expect(locateFinding(finding(rule), context)).toBeUndefined();
    }
  });
});

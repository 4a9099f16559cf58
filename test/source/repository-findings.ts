import type { PublishArtifact } from '../../src/model/publish-artifact.ts';
import { finding, majorMissing, published } from './checkout.ts';
import { type Case, generated, linuxSingleFile, processPath, shop, x86Dll } from './example-findings.ts';

const propsFile = 'Directory.Build.props';
const acme = (name: string, said: Parameters<typeof published>[1] = {}): PublishArtifact =>
  published(`Acme.${name}`, { webConfig: generated, ...said });

/** Findings of the other example repositories. */
export const otherRepositories: readonly Case[] = [
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
    finding: majorMissing(),
    artifact: acme('Admin', { runtimeOptions: { tfm: 'net9.0', rollForward: 'Major' } }),
    expected: [propsFile, '<NetVersion>'],
  },
  {
    name: 'one of several frameworks',
    repository: 'directory-build-props',
    finding: majorMissing(),
    artifact: acme('Shop'),
    expected: ['web/Shop/Shop.csproj', '<TargetFrameworks>'],
  },
  {
    name: 'one of several frameworks, by reference',
    repository: 'directory-build-props',
    finding: majorMissing(),
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

import { finding, inWebConfig, majorMissing, published } from './checkout.ts';
import { type Case, generated, inRuntimeConfig, processPath, project, selfContained, shop, singleFile } from './example-findings.ts';

/** Findings of the example repository `one-project`. */
export const oneProject: readonly Case[] = [
  {
    name: 'framework',
    finding: majorMissing(inRuntimeConfig),
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
    finding: majorMissing(inRuntimeConfig),
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
    expected: undefined,
  },
  {
    name: 'coreclr',
    finding: finding('coreclr-missing'),
    artifact: shop(undefined, selfContained),
    expected: undefined,
  },
  {
    name: 'hostpolicy',
    finding: finding('hostpolicy-missing'),
    artifact: shop(undefined, selfContained),
    expected: undefined,
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
    expected: undefined,
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

import type { BinaryImage, PeImage } from '../../src/model/binary-image.ts';
import type { PublishArtifact } from '../../src/model/publish-artifact.ts';
import type { RuleId } from '../../src/model/rules.ts';
import { type Files, published } from './checkout.ts';

export const web = (inside: string, sdk = 'Microsoft.NET.Sdk.Web'): Files => ({
  'App/App.csproj': `<Project Sdk="${sdk}">\n${inside}\n</Project>`,
});
export const group = (inside: string): string => `  <PropertyGroup>\n    ${inside}\n  </PropertyGroup>`;

const asks = (runtimeOptions: object): PublishArtifact => published('App', { runtimeOptions });
const windowsExe = (machine: 'x86' | 'x64'): PeImage => ({ format: 'pe', machine, machineCode: 0, bits: 64, isDll: false });
const nativeDll = (machine: 'x86' | 'x64'): BinaryImage => ({ format: 'pe', machine, machineCode: 0, bits: 64, isDll: true });

export interface Row {
  readonly rule: RuleId;
  readonly line: string;
  /** The same property with a value, or the same artifact with a fact, by which the line is not the cause. */
  readonly twin: string | PublishArtifact;
  readonly artifact: PublishArtifact;
  readonly message?: string;
  /** The server has another major version of the framework that is missing. */
  readonly majorMissing?: true;
}

export const portable = published('App');
const selfContained = asks({ includedFrameworks: [] });

export const rows: readonly Row[] = [
  {
    rule: 'development-environment',
    line: '<EnvironmentName>Development</EnvironmentName>',
    twin: '<EnvironmentName>Production</EnvironmentName>',
    artifact: portable,
  },
  {
    rule: 'published-for-another-system',
    line: '<RuntimeIdentifier>linux-x64</RuntimeIdentifier>',
    twin: '<RuntimeIdentifier>win-x64</RuntimeIdentifier>',
    artifact: published('App', { target: 'linux-x64' }),
  },
  {
    rule: 'native-asset-architecture',
    line: '<RuntimeIdentifier>win-x86</RuntimeIdentifier>',
    twin: '<RuntimeIdentifier>win-x64</RuntimeIdentifier>',
    artifact: published('App', { target: 'win-x86' }),
  },
  {
    rule: 'framework-end-of-support',
    line: '<TargetFramework>net8.0</TargetFramework>',
    twin: asks({ tfm: 'net9.0' }),
    artifact: portable,
  },
  {
    rule: 'debug-build',
    line: '<Configuration>Debug</Configuration>',
    twin: '<Configuration>Release</Configuration>',
    artifact: portable,
  },
  { rule: 'debug-build', line: '<Optimize>false</Optimize>', twin: '<Optimize>true</Optimize>', artifact: portable },
  {
    rule: 'web-config-missing',
    line: '<IsTransformWebConfigDisabled>true</IsTransformWebConfigDisabled>',
    twin: '<IsTransformWebConfigDisabled>false</IsTransformWebConfigDisabled>',
    artifact: portable,
  },
  {
    rule: 'web-config-missing',
    line: '<IsWebConfigTransformDisabled>True</IsWebConfigTransformDisabled>',
    twin: '<IsWebConfigTransformDisabled/>',
    artifact: portable,
  },
  {
    rule: 'web-config-missing',
    line: '<PublishIISAssets>false</PublishIISAssets>',
    twin: '<PublishIISAssets>true</PublishIISAssets>',
    artifact: portable,
  },
  { rule: 'web-config-missing', line: '<PublishAot>true</PublishAot>', twin: '<PublishAot>false</PublishAot>', artifact: portable },
  {
    rule: 'web-config-missing',
    line: '<RuntimeIdentifier>linux-x64</RuntimeIdentifier>',
    twin: '<RuntimeIdentifier>win-x64</RuntimeIdentifier>',
    artifact: published('App', { target: 'linux-x64' }),
  },
  {
    rule: 'handler-mapping-missing',
    line: '<PublishIISAssets>false</PublishIISAssets>',
    twin: '<PublishIISAssets>true</PublishIISAssets>',
    artifact: portable,
  },
  {
    rule: 'handler-module-unregistered',
    line: '<AspNetCoreModuleName>AspNetCoreModule</AspNetCoreModuleName>',
    twin: '<AspNetCoreModule>AspNetCoreModule</AspNetCoreModule>',
    artifact: portable,
  },
  {
    rule: 'launcher-placeholder-left',
    line: '<IsTransformWebConfigDisabled>true</IsTransformWebConfigDisabled>',
    twin: '<IsTransformWebConfigDisabled>false</IsTransformWebConfigDisabled>',
    artifact: portable,
  },
  { rule: 'executable-missing', line: '<UseAppHost>false</UseAppHost>', twin: '<UseAppHost>true</UseAppHost>', artifact: portable },
  {
    rule: 'application-dll-missing',
    line: '<PublishSingleFile>true</PublishSingleFile>',
    twin: '<PublishSingleFile>false</PublishSingleFile>',
    artifact: portable,
  },
  { rule: 'application-dll-missing', line: '<PublishAot>true</PublishAot>', twin: '<PublishAot>false</PublishAot>', artifact: portable },
  {
    rule: 'application-dll-missing',
    line: '<PublishSingleFile>true</PublishSingleFile> <!-- the dll of an apphost without a bundle got lost -->',
    twin: published('App', { images: { 'App.exe': { ...windowsExe('x64'), appHost: { bundle: false } } } }),
    artifact: published('App', { images: { 'App.exe': { ...windowsExe('x64'), appHost: { bundle: true } } } }),
  },
  {
    rule: 'application-dll-missing',
    line: '<PublishAot>true</PublishAot> <!-- no apphost -->',
    twin: published('App', { images: { 'App.exe': { ...windowsExe('x64'), appHost: { bundle: false } } } }),
    artifact: published('App', { images: { 'App.exe': windowsExe('x64') } }),
  },
  {
    rule: 'hosting-model-unknown',
    line: '<AspNetCoreHostingModel>InProc</AspNetCoreHostingModel>',
    twin: '<AspNetCoreHostingModel>InProcess</AspNetCoreHostingModel>',
    artifact: published('App', {
      webConfig: '<configuration><system.webServer><aspNetCore hostingModel="inproc"/></system.webServer></configuration>',
    }),
  },
  {
    rule: 'executable-for-another-system',
    line: '<RuntimeIdentifier>linux-x64</RuntimeIdentifier>',
    twin: portable,
    artifact: published('App', { target: 'linux-x64' }),
  },
  {
    rule: 'hostfxr-not-loadable',
    line: '<RuntimeIdentifier>win-x86</RuntimeIdentifier>',
    twin: '<RuntimeIdentifier>win-x64</RuntimeIdentifier>',
    artifact: published('App', { target: 'win-x86' }),
  },
  {
    rule: 'request-handler-not-loadable',
    line: '<RuntimeIdentifier>win-x86</RuntimeIdentifier>',
    twin: '<RuntimeIdentifiers>win-x86</RuntimeIdentifiers>',
    artifact: published('App', { target: 'win-x86' }),
  },
  {
    rule: 'executable-not-startable',
    line: '<RuntimeIdentifier>win-x86</RuntimeIdentifier>',
    twin: published('App', { target: 'win-x64', images: { 'App.exe': windowsExe('x64') } }),
    artifact: published('App', { target: 'win-x86', images: { 'App.exe': windowsExe('x86') } }),
  },
  {
    rule: 'entry-assembly-architecture',
    line: '<PlatformTarget>x64</PlatformTarget>',
    twin: '<PlatformTarget>x86</PlatformTarget>',
    artifact: published('App', { images: { 'App.dll': nativeDll('x64') } }),
  },
  {
    rule: 'entry-assembly-architecture',
    line: '<Platform>x64</Platform>',
    twin: portable,
    artifact: published('App', { images: { 'App.dll': nativeDll('x64') } }),
  },
  {
    rule: 'entry-assembly-architecture',
    line: '<RuntimeIdentifier>win-x64</RuntimeIdentifier>',
    twin: '<RuntimeIdentifier>win-x86</RuntimeIdentifier>',
    artifact: published('App', { target: 'win-x64', images: { 'App.dll': nativeDll('x64') } }),
  },
  {
    rule: 'shared-framework-missing',
    line: '<TargetFramework>net8.0</TargetFramework>',
    twin: asks({ tfm: 'net9.0' }),
    artifact: portable,
    majorMissing: true,
  },
  {
    rule: 'shared-framework-missing',
    line: '<TargetFramework>net8.0-windows</TargetFramework>',
    twin: asks({ tfm: 'net8' }),
    artifact: portable,
    majorMissing: true,
  },
  {
    rule: 'shared-framework-missing',
    line: '<TargetFrameworks>net9.0; net8.0</TargetFrameworks>',
    twin: '<TargetFrameworks>net9.0;net10.0</TargetFrameworks>',
    artifact: portable,
    majorMissing: true,
  },
  {
    rule: 'shared-framework-missing',
    line: '<RuntimeFrameworkVersion>8.0.11</RuntimeFrameworkVersion>',
    twin: '<RuntimeFrameworkVersion>8.0.12</RuntimeFrameworkVersion>',
    artifact: asks({ framework: { name: 'Microsoft.AspNetCore.App', version: '8.0.11' } }),
  },
  {
    rule: 'shared-framework-missing',
    line: '<TargetLatestRuntimePatch>true</TargetLatestRuntimePatch>',
    twin: asks({ frameworks: [{ name: 'Microsoft.NETCore.App', version: '8.0.0' }] }),
    artifact: asks({ frameworks: [{ name: 'Microsoft.NETCore.App', version: '8.0.11' }] }),
  },
  {
    rule: 'shared-framework-missing',
    line: '<RollForward>Disable</RollForward>',
    twin: asks({ rollForward: 'Major' }),
    artifact: asks({ rollForward: 'Disable' }),
  },
  {
    rule: 'shared-framework-missing',
    line: '<UseWPF>true</UseWPF>',
    twin: '<UseWPF>false</UseWPF>',
    artifact: portable,
    message: "'Microsoft.WindowsDesktop.App' 8.0.0",
  },
  {
    rule: 'framework-references-conflict',
    line: '<RuntimeFrameworkVersion>8.0.11</RuntimeFrameworkVersion>',
    twin: portable,
    artifact: asks({ framework: { name: 'Microsoft.NETCore.App', version: '8.0.11' } }),
  },
  {
    rule: 'self-contained-mismatch',
    line: '<SelfContained>false</SelfContained>',
    twin: '<SelfContained>true</SelfContained>',
    artifact: selfContained,
  },
  {
    rule: 'self-contained-mismatch',
    line: '<PublishSelfContained>true</PublishSelfContained>',
    twin: selfContained,
    artifact: portable,
  },
  { rule: 'self-contained-started-by-dotnet', line: '<SelfContained>true</SelfContained>', twin: portable, artifact: selfContained },
  {
    rule: 'self-contained-started-by-dotnet',
    line: '<PublishSelfContained>true</PublishSelfContained>',
    twin: '<PublishSelfContained>false</PublishSelfContained>',
    artifact: selfContained,
  },
  {
    rule: 'request-handler-missing',
    line: '<PublishTrimmed>true</PublishTrimmed>',
    twin: '<PublishTrimmed>false</PublishTrimmed>',
    artifact: portable,
  },
];

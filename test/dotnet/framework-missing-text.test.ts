import { describe, expect, test } from '@jest/globals';
import { frameworkMissingLines, type MissingFramework } from '../../src/dotnet/framework-missing-text.ts';
import { parseFxVersion } from '../../src/dotnet/fx-version.ts';
import { hostfxrGeneration } from '../../src/dotnet/hostfxr-generation.ts';

const shared = 'C:\\Program Files\\dotnet\\shared\\Microsoft.NETCore.App';

const missing: MissingFramework = {
  name: 'Microsoft.NETCore.App',
  version: '8.0.0',
  architecture: 'x64',
  application: 'C:\\app\\App.dll',
  dotnetLocation: 'C:\\Program Files\\dotnet\\',
  found: [
    { version: '6.0.36', directory: shared },
    { version: '7.0.20', directory: shared },
  ],
  foundElsewhere: [
    { architecture: 'arm64', found: [] },
    { architecture: 'x86', found: [{ version: '7.0.20', directory: 'C:\\x86\\shared\\Microsoft.NETCore.App' }] },
  ],
  disabled: new Set(),
};

function textOf(version: string, facts: MissingFramework): string {
  const parsed = parseFxVersion(version);
  if (parsed === undefined) throw new Error(version);
  return frameworkMissingLines(facts, hostfxrGeneration(parsed)).join('\n');
}

const foundInOldWords = `  - The following frameworks were found:
      6.0.36 at [${shared}]
      7.0.20 at [${shared}]

You can resolve the problem by installing the specified framework and/or SDK.
`;

const foundInNewWords = `The following frameworks were found:
  6.0.36 at [${shared}]
  7.0.20 at [${shared}]
`;

const heading = `You must install or update .NET to run this application.

App: C:\\app\\App.dll
Architecture: x64
Framework: 'Microsoft.NETCore.App', version '8.0.0' (x64)
.NET location: C:\\Program Files\\dotnet\\
`;

/** Whole texts, from dotnet/core-setup and dotnet/runtime:src/native/corehost/fxr/fx_resolver.messages.cpp of each release. */
const rows: readonly (readonly [string, string])[] = [
  [
    '2.1.30',
    `It was not possible to find any compatible framework version
The specified framework 'Microsoft.NETCore.App', version '8.0.0' was not found.
  - Check application dependencies and target a framework version installed at:
      C:\\Program Files\\dotnet\\
  - Installing .NET Core prerequisites might help resolve this problem:
      https://go.microsoft.com/fwlink/?LinkID=798306&clcid=0x409
  - The .NET Core framework and SDK can be installed from:
      https://aka.ms/dotnet-download
  - The following versions are installed:
      6.0.36 at [${shared}]
      7.0.20 at [${shared}]`,
  ],
  [
    '3.0.3',
    `It was not possible to find any compatible framework version
The specified framework 'Microsoft.NETCore.App', version '8.0.0' was not found.
${foundInOldWords}
The .NET Core frameworks can be found at:
  - https://aka.ms/dotnet-download`,
  ],
  [
    '3.1.24',
    `It was not possible to find any compatible framework version
The framework 'Microsoft.NETCore.App', version '8.0.0' was not found.
${foundInOldWords}
The specified framework can be found at:
  - https://aka.ms/dotnet-core-applaunch?framework=Microsoft.NETCore.App&framework_version=8.0.0&arch=x64&rid=win10-x64`,
  ],
  [
    '6.0.4',
    `It was not possible to find any compatible framework version
The framework 'Microsoft.NETCore.App', version '8.0.0' (x64) was not found.
${foundInOldWords}
The specified framework can be found at:
  - https://aka.ms/dotnet-core-applaunch?framework=Microsoft.NETCore.App&framework_version=8.0.0&arch=x64&rid=win10-x64`,
  ],
  [
    '7.0.0',
    `${heading}
${foundInNewWords}
Learn about framework resolution:
https://aka.ms/dotnet/app-launch-failed

To install missing framework, download:
https://aka.ms/dotnet-core-applaunch?framework=Microsoft.NETCore.App&framework_version=8.0.0&arch=x64&rid=win10-x64`,
  ],
  [
    '8.0.22',
    `${heading}
${foundInNewWords}
Learn more:
https://aka.ms/dotnet/app-launch-failed

To install missing framework, download:
https://aka.ms/dotnet-core-applaunch?framework=Microsoft.NETCore.App&framework_version=8.0.0&arch=x64&rid=win-x64&os=win10`,
  ],
  [
    '10.0.0',
    `${heading}
${foundInNewWords}
The following frameworks for other architectures were found:
  x86
    7.0.20 at [C:\\x86\\shared\\Microsoft.NETCore.App]

Learn more:
https://aka.ms/dotnet/app-launch-failed

To install missing framework, download:
https://aka.ms/dotnet-core-applaunch?framework=Microsoft.NETCore.App&framework_version=8.0.0&arch=x64&rid=win-x64&os=win10`,
  ],
];

describe('a missing framework, in the words of each hostfxr', () => {
  test.each(rows)('%s', (version, text) => {
    expect(textOf(version, missing)).toBe(text);
  });

  test('nothing found', () => {
    const nothing = { ...missing, found: [], foundElsewhere: [] };
    expect(textOf('3.1.24', nothing)).toContain("'8.0.0' was not found.\n  - No frameworks were found.\n\nYou can");
    expect(textOf('10.0.0', nothing)).toContain('dotnet\\\n\nNo frameworks were found.\n\nLearn more:');
  });

  test('no version asked for', () => {
    const unversioned = { ...missing, version: '' };
    expect(textOf('3.1.24', unversioned)).toContain("The framework 'Microsoft.NETCore.App' was not found.");
    expect(textOf('9.0.13', unversioned)).toContain("Framework: 'Microsoft.NETCore.App', (x64)\n");
    expect(textOf('9.0.13', unversioned)).toContain('?framework=Microsoft.NETCore.App&arch=x64');
  });

  test('disabled versions, here and elsewhere, are said from 10.0 on', () => {
    const disabled = { ...missing, disabled: new Set(['7.0.20']) };
    const note = 'Disabled via DOTNET_DISABLE_RUNTIME_VERSIONS environment variable';
    expect(textOf('10.0.0', disabled)).toContain(`  7.0.20 at [${shared}]\n    ${note}\n`);
    expect(textOf('10.0.0', disabled)).toContain(`    7.0.20 at [C:\\x86\\shared\\Microsoft.NETCore.App]\n      ${note}\n`);
  });
});

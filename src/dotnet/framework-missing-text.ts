import type { Architecture } from '../model/architecture.ts';
import type { HostfxrGeneration } from './hostfxr-generation.ts';

export interface ListedFramework {
  readonly version: string;
  /** The folder that holds the version folder. */
  readonly directory: string;
}

/** What hostfxr knows when it reports a missing framework. */
export interface MissingFramework {
  readonly name: string;
  /** As asked for after references were merged; may be empty. */
  readonly version: string;
  readonly architecture: Architecture;
  /** The application as the host was given it: the dll for `dotnet.exe`, the exe for an apphost. */
  readonly application: string;
  /** The dotnet root as the host prints it: with a trailing `\` unless it came from an environment variable. */
  readonly dotnetLocation: string;
  readonly found: readonly ListedFramework[];
  readonly foundElsewhere: readonly { readonly architecture: Architecture; readonly found: readonly ListedFramework[] }[];
  /** Versions that DOTNET_DISABLE_RUNTIME_VERSIONS names. */
  readonly disabled: ReadonlySet<string>;
}

const listed = ({ version, directory }: ListedFramework, indent: string): string => `${indent}${version} at [${directory}]`;

function downloadUrl({ name, version, architecture }: MissingFramework, generation: HostfxrGeneration): string {
  const asked = name === '' ? 'missing_runtime=true' : `framework=${name}${version === '' ? '' : `&framework_version=${version}`}`;
  const system = generation.learnMore ? `rid=win-${architecture}&os=win10` : `rid=win10-${architecture}`;
  return `https://aka.ms/dotnet-core-applaunch?${asked}&arch=${architecture}&${system}`;
}

function legacyText(missing: MissingFramework): string[] {
  const { name, version, dotnetLocation, found } = missing;
  return [
    `The specified framework '${name}', version '${version}' was not found.`,
    '  - Check application dependencies and target a framework version installed at:',
    `      ${dotnetLocation}`,
    '  - Installing .NET Core prerequisites might help resolve this problem:',
    '      https://go.microsoft.com/fwlink/?LinkID=798306&clcid=0x409',
    '  - The .NET Core framework and SDK can be installed from:',
    '      https://aka.ms/dotnet-download',
    ...(found.length === 0 ? [] : ['  - The following versions are installed:', ...found.map((entry) => listed(entry, '      '))]),
  ];
}

function foundLines(found: readonly ListedFramework[]): string[] {
  return found.length === 0
    ? ['  - No frameworks were found.']
    : ['  - The following frameworks were found:', ...found.map((entry) => listed(entry, '      '))];
}

function text30(missing: MissingFramework): string[] {
  return [
    `The specified framework '${missing.name}', version '${missing.version}' was not found.`,
    ...foundLines(missing.found),
    '',
    'You can resolve the problem by installing the specified framework and/or SDK.',
    '',
    'The .NET Core frameworks can be found at:',
    '  - https://aka.ms/dotnet-download',
  ];
}

function text31(missing: MissingFramework, generation: HostfxrGeneration): string[] {
  const { name, version, architecture, found } = missing;
  const bitness = generation.frameworkMissingText === '6.0' ? ` (${architecture})` : '';
  return [
    `The framework '${name}'${version === '' ? '' : `, version '${version}'`}${bitness} was not found.`,
    ...foundLines(found),
    '',
    'You can resolve the problem by installing the specified framework and/or SDK.',
    '',
    'The specified framework can be found at:',
    `  - ${downloadUrl(missing, generation)}`,
  ];
}

function entries(found: readonly ListedFramework[], disabled: ReadonlySet<string>, indent: string): string[] {
  const note = `${indent}  Disabled via DOTNET_DISABLE_RUNTIME_VERSIONS environment variable`;
  return found.flatMap((entry) => [listed(entry, indent), ...(disabled.has(entry.version) ? [note] : [])]);
}

function elsewhereLines({ foundElsewhere, disabled }: MissingFramework): string[] {
  const others = foundElsewhere.filter(({ found }) => found.length > 0);
  return others.length === 0
    ? []
    : [
        'The following frameworks for other architectures were found:',
        ...others.flatMap(({ architecture, found }) => [`  ${architecture}`, ...entries(found, disabled, '    ')]),
        '',
      ];
}

function installOrUpdateText(missing: MissingFramework, generation: HostfxrGeneration): string[] {
  const { name, version, architecture, application, dotnetLocation, found, disabled } = missing;
  return [
    'You must install or update .NET to run this application.',
    '',
    `App: ${application}`,
    `Architecture: ${architecture}`,
    `Framework: '${name}', ${version === '' ? '' : `version '${version}' `}(${architecture})`,
    `.NET location: ${dotnetLocation}`,
    '',
    ...(found.length === 0 ? ['No frameworks were found.'] : ['The following frameworks were found:', ...entries(found, disabled, '  ')]),
    '',
    ...(generation.otherArchitectures ? elsewhereLines(missing) : []),
    generation.learnMore ? 'Learn more:' : 'Learn about framework resolution:',
    'https://aka.ms/dotnet/app-launch-failed',
    '',
    'To install missing framework, download:',
    downloadUrl(missing, generation),
  ];
}

const impossible = 'It was not possible to find any compatible framework version';

/**
 * What hostfxr of this generation writes when it finds no folder for a framework.
 * Source: dotnet/runtime:src/native/corehost/fxr/fx_resolver.messages.cpp `display_missing_framework_error`.
 */
export function frameworkMissingLines(missing: MissingFramework, generation: HostfxrGeneration): readonly string[] {
  switch (generation.frameworkMissingText) {
    case '2.x':
      return [impossible, ...legacyText(missing)];
    case '3.0':
      return [impossible, ...text30(missing)];
    case '3.1':
    case '6.0':
      return [impossible, ...text31(missing, generation)];
    case 'install-or-update':
      return installOrUpdateText(missing, generation);
  }
}

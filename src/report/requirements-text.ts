import { parseFxVersion } from '../dotnet/fx-version.ts';
import type { FrameworkRequirement, Requirements } from '../model/requirements.ts';
import { withoutAgentCommands } from './agent-commands.ts';
import { oneLine } from './visible-text.ts';
import { wrap } from './wrap.ts';

const upTo: Readonly<Record<string, string>> = {
  Disable: 'exactly this version',
  LatestPatch: 'or a later patch',
  Minor: 'or later, up to the last of the same major version',
  LatestMinor: 'or later, up to the last of the same major version',
  Major: 'or any later version',
  LatestMajor: 'or any later version',
};

/** Only the bitness of a pool is set by a switch; out-of-process the process that is started has its own. */
function processes({ architectures, hostingModel }: Requirements): string {
  if (architectures.length === 0) return 'none can load it';
  const x86 = hostingModel === 'outofprocess' ? '32-bit (x86)' : '32-bit (x86; enable32BitAppOnWin64)';
  const names = { x64: '64-bit (x64)', x86, arm64: 'ARM64' } as const;
  return architectures.map((architecture) => names[architecture]).join(', or ');
}

function runtime({ frameworks, selfContained }: Requirements): string[] {
  if (frameworks.length === 0)
    return [selfContained ? 'none: it brings its own' : 'cannot be told: there is no runtimeconfig.json that asks for any'];
  return frameworks.map((framework) => `${framework.name} ${versions(framework)} (rollForward ${framework.rollForward})`);
}

/** Without a version that the host reads, it takes the lowest release or the highest, and only where any major version does. */
function versions({ version, rollForward }: FrameworkRequirement): string {
  if (parseFxVersion(version) !== undefined) return `${version} ${upTo[rollForward] ?? ''}`;
  const written = version === '' ? 'without a version' : `"${version}", which is no version for the host`;
  return rollForward.endsWith('Major') ? `${written}: any version` : `${written}: none will do`;
}

/** What a server must have, for the person who sets it up. `width`: columns of the terminal; without one every point is a line. */
export function requirementsText(requirements: Requirements, width = Number.POSITIVE_INFINITY): string {
  const { artifact, hostingModel, module, sections, startsNowhere } = requirements;
  const line = (label: string, values: readonly string[]): string[] =>
    values.flatMap((value, index) => wrap(oneLine(value), width, `  ${(index === 0 ? label : '').padEnd(18)}`));
  const lines = [
    `${oneLine(artifact)} needs, to start on IIS:`,
    '',
    ...(startsNowhere === undefined ? [] : [...wrap(`As it is it starts nowhere: ${oneLine(startsNowhere)}`, width, '  '), '']),
    ...line(hostingModel === 'outofprocess' ? 'Process' : 'Application pool', [processes(requirements)]),
    ...line('Hosting model', [hostingModel ?? 'cannot be told from web.config']),
    ...line('Module', [
      module === 'AspNetCoreModule'
        ? 'ASP.NET Core Module version 1 (AspNetCoreModule), from a Hosting Bundle up to 2.2'
        : 'ASP.NET Core Module V2, from any Hosting Bundle since 2.2',
    ]),
    ...line('Shared frameworks', runtime(requirements)),
    ...line(
      'Sections',
      sections.length === 0
        ? ['none']
        : sections.map(
            ({ path, provider }) => `${path}${provider === undefined ? '' : `, which comes with ${provider}`}; it must not be locked`,
          ),
    ),
    '',
    'As a server manifest: --format json or --format yaml.',
  ];
  return withoutAgentCommands(`${lines.join('\n')}\n`);
}

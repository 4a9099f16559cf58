import type { Architecture } from '../model/architecture.ts';
import type { HostRefusal } from '../model/host-start.ts';
import type { DotnetRoot } from '../model/target-server.ts';
import { fullPathKey, parentPath } from '../windows/paths.ts';
import { applicationFile } from './application-file.ts';
import type { FoundFramework } from './framework-graph.ts';
import type { FrameworkHives } from './framework-hives.ts';
import { frameworkMissingLines, type ListedFramework } from './framework-missing-text.ts';
import type { FrameworkReference } from './framework-reference.ts';
import type { FrameworkRequest } from './framework-request.ts';
import { type FrameworkFolder, findFramework } from './framework-search.ts';
import { compareFxVersions, parseFxVersion } from './fx-version.ts';
import type { HostfxrGeneration } from './hostfxr-generation.ts';
import { installedFrameworks } from './installed-frameworks.ts';
import type { RuntimeConfigResult } from './runtime-config.ts';

export interface Refused {
  readonly outcome: 'refused';
  readonly refusal: HostRefusal;
}

export function refused(error: HostRefusal['error'], lines: readonly string[], cause: HostRefusal['cause']): Refused {
  return { outcome: 'refused', refusal: { error, text: lines.join('\n'), cause } };
}

/** A refusal behind what the host wrote before. */
export function afterLines(lines: readonly string[], { refusal }: Refused): Refused {
  const text = [...lines, refusal.text].filter((part) => part !== '').join('\n');
  return { outcome: 'refused', refusal: { ...refusal, text } };
}

type InvalidConfig = RuntimeConfigResult & { readonly valid: false };

/**
 * The application's own runtimeconfig.json (or an environment variable) is refused.
 * Source: dotnet/runtime:src/native/corehost/fxr/fx_muxer.cpp `read_config`.
 */
export function invalidConfig(request: FrameworkRequest, config: InvalidConfig): Refused {
  const path = applicationFile(request.application, '.runtimeconfig.json');
  const { kind, problem, line, column } = config;
  if (kind === 'crash') return refused('InvalidConfigFile', config.lines, { kind: 'crash', problem: `${path}: ${problem}` });
  const devPath = applicationFile(request.application, '.runtimeconfig.dev.json');
  const lines = [...config.lines, `Invalid runtimeconfig.json [${path}] [${devPath}]`];
  if (kind === 'environment') {
    const value = request.environment.get('DOTNET_ROLL_FORWARD') ?? '';
    return refused('InvalidConfigFile', lines, { kind: 'environment-invalid', variable: 'DOTNET_ROLL_FORWARD', value });
  }
  const place = line === undefined || column === undefined ? {} : { line, column };
  return refused('InvalidConfigFile', lines, { kind: 'runtimeconfig-invalid', path, problem, ...place });
}

/** A framework's own runtimeconfig.json is refused. Source: dotnet/runtime:src/native/corehost/fxr/fx_resolver.cpp `read_framework`. */
export function invalidFrameworkConfig({ name, folder }: FoundFramework, config: InvalidConfig): Refused {
  const path = `${folder.directory}\\${name}.runtimeconfig.json`;
  const { kind, problem, lines } = config;
  return kind === 'crash'
    ? refused('InvalidConfigFile', lines, { kind: 'crash', problem: `${path}: ${problem}` })
    : refused('InvalidConfigFile', [...lines, `Invalid framework config.json [${path}]`], { kind: 'runtimeconfig-invalid', path, problem });
}

/**
 * Two references that do not go together.
 * Source: dotnet/runtime:src/native/corehost/fxr/fx_resolver.messages.cpp `display_incompatible_framework_error`.
 */
export function conflictingReferences(lower: FrameworkReference, higher: FrameworkReference, generation: HostfxrGeneration): Refused {
  const { name, versionText, applyPatches, range } = lower;
  // 12.0 has no applyPatches any more and leaves it out.
  const patches = generation.legacySettings ? ` apply_patches=${applyPatches ? 1 : 0},` : '';
  const line =
    `The specified framework '${name}', version '${versionText}',${patches} version_compatibility_range=${range} ` +
    `cannot roll-forward to the previously referenced version '${higher.versionText}'.`;
  return refused('FrameworkCompatFailure', [line], {
    kind: 'framework-conflict',
    framework: name,
    lower: versionText,
    higher: higher.versionText,
    ...(lower.askedBy === undefined ? {} : { lowerAskedBy: lower.askedBy }),
    ...(higher.askedBy === undefined ? {} : { higherAskedBy: higher.askedBy }),
  });
}

/**
 * The host lists versions from low to high; of equal ones that of the deeper hive comes first.
 * Source: dotnet/runtime:src/native/corehost/fxr/framework_info.cpp `compare_by_name_and_version`.
 */
function listedFrameworks(hives: readonly (readonly FrameworkFolder[])[]): ListedFramework[] {
  const folders = hives.toReversed().flatMap((hive) =>
    hive.flatMap(({ version, directory }) => {
      const parsed = parseFxVersion(version);
      return parsed === undefined ? [] : [{ version, directory: parentPath(directory), parsed }];
    }),
  );
  return folders
    .toSorted((left, right) => compareFxVersions(left.parsed, right.parsed))
    .map(({ version, directory }) => ({ version, directory }));
}

/** In the host's order. */
const architectures: readonly Architecture[] = ['arm64', 'x64', 'x86'];

function foundElsewhere(roots: readonly DotnetRoot[], name: string) {
  const inRoot = (architecture: Architecture) => roots.filter((root) => root.architecture === architecture);
  return architectures.map((architecture) => ({
    architecture,
    found: listedFrameworks(inRoot(architecture).map((root) => installedFrameworks(root, name).filter(({ complete }) => complete))),
  }));
}

/** `dotnet.exe` and the exe of a self-contained application print their folder with a trailing `\`, a root from elsewhere has none. */
function dotnetLocation({ mode, dotnetRoot, application }: FrameworkRequest): string {
  const own = mode === 'muxer' || fullPathKey(dotnetRoot.root) === fullPathKey(application.directory);
  return own ? `${dotnetRoot.root}\\` : dotnetRoot.root;
}

export interface MissingReference {
  readonly name: string;
  readonly version: string;
  /** The roll-forward setting in force and where it was set, in plain words. */
  readonly policy: string;
  readonly requestedBy?: { readonly name: string; readonly version: string };
  readonly passedOver?: PassedOver;
}

type PassedOver = (HostRefusal['cause'] & { readonly kind: 'framework-missing' })['passedOver'];

/** What would do for a reference, had it not been switched off or were its folder whole. */
export function passedOverFor(reference: FrameworkReference, hives: FrameworkHives, generation: HostfxrGeneration): PassedOver {
  const disabled = findFramework(hives.present(reference.name), reference, generation.checksFrameworkDeps);
  if (disabled !== undefined) return { version: disabled.version, why: 'disabled' };
  const leftOver = findFramework(hives.counting(reference.name), reference, false);
  return leftOver === undefined ? undefined : { version: leftOver.version, why: 'no-deps-json' };
}

/**
 * No folder does for a reference.
 * Source: dotnet/runtime:src/native/corehost/fxr/fx_resolver.messages.cpp `display_missing_framework_error`.
 */
export function frameworkMissing(
  request: FrameworkRequest,
  generation: HostfxrGeneration,
  hives: FrameworkHives,
  missing: MissingReference,
): Refused {
  const { name, version, policy, requestedBy, passedOver } = missing;
  const found = listedFrameworks(hives.present(name));
  const lines = frameworkMissingLines(
    {
      name,
      version,
      architecture: request.architecture,
      application: applicationFile(request.application, request.mode === 'muxer' ? '.dll' : '.exe'),
      dotnetLocation: dotnetLocation(request),
      found,
      foundElsewhere: foundElsewhere(request.otherArchitectures, name),
      disabled: hives.disabled,
    },
    generation,
  );
  return refused('FrameworkMissingFailure', lines, {
    kind: 'framework-missing',
    framework: name,
    version,
    found,
    policy,
    ...(requestedBy === undefined ? {} : { requestedBy }),
    ...(parseFxVersion(version) === undefined ? { noVersion: true } : {}),
    ...(passedOver === undefined ? {} : { passedOver }),
  });
}

import type { ResolvedFramework } from '../model/host-start.ts';
import type { DotnetRoot } from '../model/target-server.ts';
import { applicationFile } from './application-file.ts';
import { type FoundFramework, resolveFrameworkGraph } from './framework-graph.ts';
import { type FrameworkHives, frameworkHives } from './framework-hives.ts';
import type { FrameworkReference } from './framework-reference.ts';
import {
  afterLines,
  conflictingReferences,
  frameworkMissing,
  invalidConfig,
  invalidFrameworkConfig,
  passedOverFor,
  type Refused,
  refused,
} from './framework-refusal.ts';
import type { FrameworkRequest } from './framework-request.ts';
import { findFramework } from './framework-search.ts';
import { parseFxVersion } from './fx-version.ts';
import { type HostfxrGeneration, hostfxrGeneration } from './hostfxr-generation.ts';
import { syntaxErrorLines } from './json-error-text.ts';
import { resolveFrameworkChain } from './legacy-frameworks.ts';
import { rollForwardName } from './roll-forward.ts';
import { type RuntimeConfig, type RuntimeConfigResult, readRuntimeConfig } from './runtime-config.ts';

export interface FrameworkInFolder extends ResolvedFramework {
  /** `<name>.deps.json` and the assemblies are there. */
  readonly complete: boolean;
  /** Nobody said what it refers to, and its name does not tell. */
  readonly referencesUnknown: boolean;
}

/**
 * `resolved`: the frameworks in the host's order, the last being the root framework, whose folder must hold hostpolicy.dll; none for a
 * self-contained application. `lines`: what the host wrote although it went on.
 */
export type FrameworkResolution =
  | {
      readonly outcome: 'resolved';
      readonly frameworks: readonly FrameworkInFolder[];
      readonly config: RuntimeConfig;
      readonly lines: readonly string[];
    }
  | Refused
  | { readonly outcome: 'unknown'; readonly because: string; readonly missingFacts: readonly string[] };

interface Resolving {
  readonly request: FrameworkRequest;
  readonly generation: HostfxrGeneration;
  readonly hives: FrameworkHives;
}

const inFolder = ({ name, folder }: FoundFramework): FrameworkInFolder => ({
  name,
  version: folder.version,
  directory: folder.directory,
  complete: folder.complete,
  referencesUnknown: folder.referencesUnknown,
});

type Answer = readonly FoundFramework[] | Refused;

function resolveGraph({ request, generation, hives }: Resolving, references: readonly FrameworkReference[]): Answer {
  const result = resolveFrameworkGraph({
    references,
    find: (reference) => findFramework(hives.counting(reference.name), reference, generation.checksFrameworkDeps),
    readConfig: ({ name, folder }): RuntimeConfigResult => {
      const path = `${folder.directory}\\${name}.runtimeconfig.json`;
      const files = folder.runtimeConfig === undefined ? { path } : { path, file: folder.runtimeConfig };
      return readRuntimeConfig(files, generation, request.environment);
    },
  });
  switch (result.outcome) {
    case 'resolved':
      return result.frameworks;
    case 'missing': {
      const { reference } = result;
      const policy = `${rollForwardName(reference)}, from ${reference.policySource}.`;
      const passedOver = passedOverFor(reference, hives, generation);
      return frameworkMissing(request, generation, hives, {
        name: reference.name,
        version: reference.versionText,
        policy,
        ...(reference.askedBy === undefined ? {} : { requestedBy: reference.askedBy }),
        ...(passedOver === undefined ? {} : { passedOver }),
      });
    }
    case 'conflict':
      return conflictingReferences(result.lower, result.higher, generation);
    case 'invalid-config':
      return invalidFrameworkConfig(result.found, result.config);
    case 'endless': {
      const { name, versionText } = result.reference;
      return refused('FrameworkCompatRetry', [], { kind: 'framework-conflict', framework: name, lower: versionText, higher: versionText });
    }
  }
}

function resolveChain({ request, generation, hives }: Resolving, file: Uint8Array): Answer {
  const { environment, application } = request;
  const devFile = application.runtimeConfigDev;
  const chain = { file, environment, hives: hives.counting, ...(devFile === undefined ? {} : { devFile }) };
  const result = resolveFrameworkChain(chain);
  switch (result.outcome) {
    case 'resolved':
      return result.frameworks;
    case 'missing': {
      const { unparsed, ...missing } = result;
      const line = `The specified framework version '${result.version}' could not be parsed`;
      const refusal = frameworkMissing(request, generation, hives, { ...missing, policy: 'patches and minor versions, as 2.x does.' });
      return unparsed ? afterLines([line], refusal) : refusal;
    }
    case 'invalid': {
      const { error, file: broken, found } = result;
      const lines = syntaxErrorLines(`${found.folder.directory}\\${found.name}.runtimeconfig.json`, error, generation, broken);
      return invalidFrameworkConfig(found, { valid: false, lines, problem: error.text.replace(/\.$/, ''), kind: 'file' });
    }
  }
}

function readApplicationConfig(request: FrameworkRequest, generation: HostfxrGeneration): RuntimeConfigResult {
  const { runtimeConfig, runtimeConfigDev } = request.application;
  const files = {
    path: applicationFile(request.application, '.runtimeconfig.json'),
    devPath: applicationFile(request.application, '.runtimeconfig.dev.json'),
    ...(runtimeConfig === undefined ? {} : { file: runtimeConfig }),
    ...(runtimeConfigDev === undefined ? {} : { devFile: runtimeConfigDev }),
  };
  return readRuntimeConfig(files, generation, request.environment);
}

const undescribedFrameworks = ({ root }: DotnetRoot): FrameworkResolution => ({
  outcome: 'unknown',
  because: `Nobody described the shared frameworks below ${root}.`,
  missingFacts: ['dotnet[].frameworks'],
});

/**
 * The frameworks that hostfxr of this version resolves for an application, or its refusal in its words.
 *
 * `environment` holds set variables by upper-cased name. An unreadable `hostfxrVersion`, or a root whose frameworks nobody described,
 * gives `unknown`. The application's runtimeconfig.json may be absent: the host then takes the application for self-contained.
 *
 * Source: dotnet/runtime:src/native/corehost/fxr (fx_muxer.cpp, fx_resolver.cpp), docs/design/features/framework-version-resolution.md.
 */
export function resolveFrameworks(request: FrameworkRequest): FrameworkResolution {
  const version = parseFxVersion(request.hostfxrVersion);
  if (version === undefined)
    return { outcome: 'unknown', because: 'The version of hostfxr is not known.', missingFacts: ['dotnet[].hostfxr'] };
  const generation = hostfxrGeneration(version);
  const reading = readApplicationConfig(request, generation);
  if (!reading.valid) return invalidConfig(request, reading);
  const { config, lines } = reading;
  if (!config.frameworkDependent) return { outcome: 'resolved', frameworks: [], config, lines };
  const { dotnetRoot, application } = request;
  if (dotnetRoot.frameworks === undefined) return undescribedFrameworks(dotnetRoot);
  const resolving: Resolving = { request, generation, hives: frameworkHives(request, generation, config.tfm) };
  const { runtimeConfig } = application;
  const found =
    generation.resolution === 'chain' && runtimeConfig !== undefined
      ? resolveChain(resolving, runtimeConfig)
      : resolveGraph(resolving, config.references);
  const { undescribed } = resolving.hives;
  if ('outcome' in found && undescribed !== undefined) return undescribedFrameworks(undescribed);
  return 'outcome' in found ? afterLines(lines, found) : { outcome: 'resolved', frameworks: found.map(inFolder), config, lines };
}

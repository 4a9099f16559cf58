import type { HostStart, HostStartRequest } from '../model/host-start.ts';
import { joinPath } from '../windows/paths.ts';
import { afterLines } from './framework-refusal.ts';
import { type FxVersion, parseFxVersion } from './fx-version.ts';
import { hostfxrGeneration } from './hostfxr-generation.ts';
import { startHostpolicy } from './hostpolicy.ts';
import { isNetCoreApp } from './installed-frameworks.ts';
import { bundledHostpolicyLoadRefusal, bundledHostpolicyRefusal, frameworkHostpolicyRefusal } from './locate-hostpolicy.ts';
import { type FrameworkInFolder, type FrameworkResolution, resolveFrameworks } from './resolve-frameworks.ts';

/** One version of every generation of hostfxr and hostpolicy that behaves in its own way, oldest first. */
const generations: readonly string[] = ['3.1.32', '5.0.17', '6.0.36', '7.0.20', '8.0.22', '9.0.13', '10.0.0'];

/** An answer that does not depend on a version nobody knows, in the words of the newest; otherwise `unknown`. */
function agreed(answers: readonly HostStart[], because: string, missingFacts: readonly string[]): HostStart {
  const newest = answers.at(-1);
  const kind = (answer: HostStart): string => (answer.outcome === 'refused' ? answer.refusal.error : answer.outcome);
  const oneKind = newest !== undefined && answers.every((answer) => kind(answer) === kind(newest));
  return oneKind ? newest : { outcome: 'unknown', because, missingFacts };
}

type Resolved = Extract<FrameworkResolution, { readonly outcome: 'resolved' }>;

/** A framework that nobody described may refer to Microsoft.NETCore.App, which would then come last. */
function rootUnknown(root: FrameworkInFolder | undefined): HostStart | undefined {
  if (root === undefined || isNetCoreApp(root.name) || !root.referencesUnknown) return undefined;
  const because = `Nobody said which frameworks ${root.name} ${root.version} refers to.`;
  return { outcome: 'unknown', because, missingFacts: ['dotnet[].frameworks'] };
}

function runHostpolicy(request: HostStartRequest, resolved: Resolved, hostpolicyVersion: FxVersion): HostStart {
  const { config, lines, frameworks } = resolved;
  const started = startHostpolicy({
    hostpolicyVersion,
    application: request.application,
    ...(config.tfm === undefined ? {} : { tfm: config.tfm }),
    additionalProbingPaths: config.additionalProbingPaths,
    configProperties: config.configProperties,
    frameworkDependent: config.frameworkDependent,
    frameworks: frameworks.map(({ name, version, directory, complete }) => ({
      name,
      version,
      directory,
      ...(complete ? {} : { deps: null }),
    })),
    architecture: request.architecture,
    environment: request.environment,
    ...(request.dotnetRoot.sharedStore === undefined ? {} : { sharedStore: request.dotnetRoot.sharedStore }),
    ...(config.frameworkDependent ? { storeFolder: joinPath(request.dotnetRoot.root, 'store') } : {}),
    folderExists: request.folderExists,
    ...(request.everythingListed === true ? { everythingListed: true } : {}),
  });
  if (started.outcome === 'unknown') return started;
  if (started.outcome === 'refused') return afterLines(lines, started);
  return {
    outcome: 'ready',
    frameworks: frameworks.map(({ name, version, directory }) => ({ name, version, directory })),
    selfContained: !config.frameworkDependent,
    hostpolicyVersion: versionText(hostpolicyVersion),
    nativeSearchDirectories: started.nativeSearchDirectories,
    uncheckedMissingAssets: started.uncheckedMissingAssets,
  };
}

const versionText = ({ major, minor, patch, pre, build }: FxVersion): string => `${major}.${minor}.${patch}${pre}${build}`;

function startSelfContained(request: HostStartRequest, resolved: Resolved, hostfxr: FxVersion): HostStart {
  const asked = { request, generation: hostfxrGeneration(hostfxr) };
  const refusal = bundledHostpolicyRefusal(asked) ?? bundledHostpolicyLoadRefusal(asked);
  if (refusal !== undefined) return afterLines(resolved.lines, refusal);
  const bundled = parseFxVersion(request.bundledHostpolicyVersion ?? '');
  if (bundled !== undefined) return runHostpolicy(request, resolved, bundled);
  const answers = generations.map((version) => {
    const parsed = parseFxVersion(version);
    return parsed === undefined ? unreadable : runHostpolicy(request, resolved, parsed);
  });
  const answer = agreed(answers, 'The version of the hostpolicy.dll in the artifact cannot be told, and versions differ here.', []);
  if (answer.outcome !== 'ready') return answer;
  const { hostpolicyVersion: _, ...withoutVersion } = answer;
  return withoutVersion;
}

const unreadable: HostStart = { outcome: 'unknown', because: 'The version of hostfxr is not known.', missingFacts: ['dotnet[].hostfxr'] };

function startWith(request: HostStartRequest, hostfxrVersion: string): HostStart {
  const hostfxr = parseFxVersion(hostfxrVersion);
  if (hostfxr === undefined) return unreadable;
  const resolved = resolveFrameworks({ ...request, hostfxrVersion });
  if (resolved.outcome !== 'resolved') return resolved;
  if (!resolved.config.frameworkDependent) return startSelfContained(request, resolved, hostfxr);
  const root = resolved.frameworks.at(-1);
  const unknown = rootUnknown(root);
  if (unknown !== undefined) return unknown;
  const refusal = frameworkHostpolicyRefusal(root);
  if (refusal !== undefined) return afterLines(resolved.lines, refusal);
  const hostpolicyVersion = root === undefined ? undefined : parseFxVersion(root.version);
  return hostpolicyVersion === undefined ? unreadable : runHostpolicy(request, resolved, hostpolicyVersion);
}

/**
 * hostfxr, then hostpolicy: what the .NET host would do with an application, up to the point where the runtime is loaded.
 * Where the version of hostfxr is not known, the answer is the one that every version gives, or `unknown`.
 * Source: dotnet/runtime:src/native/corehost.
 */
export function startHost(request: HostStartRequest): HostStart {
  if (request.hostfxrVersion !== undefined) return startWith(request, request.hostfxrVersion);
  const answers = generations.map((version) => startWith(request, version));
  return agreed(answers, 'The version of hostfxr is not known, and versions differ here.', ['dotnet[].hostfxr']);
}

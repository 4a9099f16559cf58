import { parseFxVersion } from '../dotnet/fx-version.ts';
import type { Architecture } from '../model/architecture.ts';
import type { SingleFileBundle } from '../model/binary-image.ts';
import type { StartupFailure } from '../model/finding.ts';
import type { StageOutcome } from '../model/stage.ts';
import { hresults } from '../model/startup-failure.ts';
import { fileName, parentPath, pathKey } from '../windows/paths.ts';
import { globalDotnetRoot, unlessHostfxrMissing } from './child-dotnet-root.ts';
import { startChildHost } from './child-host.ts';
import type { ChildStart } from './child-start.ts';
import { frameworkReferences } from './framework-references.ts';
import { childFailure } from './outofprocess-failure.ts';

/** A framework-dependent single file, ready for the host. */
export interface BundledApplication {
  readonly exe: string;
  readonly architecture: Architecture;
  readonly boundDll: string | undefined;
  readonly bundle: SingleFileBundle;
}

/** The assembly inside: what the exe is bound to, or the one that the runtimeconfig.json inside belongs to. */
function entryDll({ exe, boundDll, bundle }: BundledApplication): string | undefined {
  const suffix = '.runtimeconfig.json';
  const config = bundle.files.find((file) => fileName(file) === file && file.endsWith(suffix));
  const dll = boundDll ?? (config === undefined ? undefined : `${config.slice(0, -suffix.length)}.dll`);
  const folder = parentPath(exe);
  return dll === undefined || folder === '' ? dll : `${folder}\\${dll}`;
}

/** hostfxr 5.0 was the first to read bundles; each reads the header of its own time (dotnet/runtime:src/native/corehost/bundle/header.cpp). */
function whyBundleRefused(hostfxr: string | undefined, headerVersion: number): string | undefined {
  const major = hostfxr === undefined ? undefined : parseFxVersion(hostfxr)?.major;
  // Executables of .NET Core 3 unpack themselves; hostfxr sees an ordinary folder then.
  if (major === undefined || headerVersion === 1) return undefined;
  if (major < 5) return 'The required library hostfxr.dll does not support single-file apps.';
  const read = major === 5 ? 2 : 6;
  return read === headerVersion ? undefined : 'Failure processing application bundle.\nBundle header version compatibility check failed.';
}

function bundleRefused(start: ChildStart, { exe, bundle }: BundledApplication, hostfxr: string, text: string): StartupFailure {
  const made = bundle.headerVersion === 2 ? '.NET 5' : '.NET 6 or later';
  return childFailure(start, {
    rule: 'host-start-refused',
    hresult: hresults.PROCESS_EXITED,
    message: `${exe} is a single file made with ${made}, which the host ${hostfxr} of the server cannot read.`,
    evidence: [
      `${exe} has a bundle with header version ${bundle.headerVersion}.`,
      `hostfxr ${hostfxr} is the highest of the runtime in use.`,
    ],
    remedies: [
      {
        side: 'app',
        text: 'Publish with the SDK of the version that the server runs, or as separate files.',
        snippet: '<PublishSingleFile>false</PublishSingleFile>',
      },
    ],
    output: text,
    place: { in: 'artifact', file: exe },
  });
}

/**
 * An executable with the application inside and the runtime outside: the host reads runtimeconfig.json and deps.json from the bundle.
 * Source: dotnet/runtime:src/native/corehost/bundle/info.cpp.
 */
export function startBundledApplication(start: ChildStart, application: BundledApplication): StageOutcome {
  const { exe, architecture, bundle } = application;
  const dll = entryDll(application);
  if (dll === undefined || bundle.runtimeConfig === undefined) {
    return { outcome: 'unknown', because: `${exe} is a single file, and what it asks for could not be read inside it.`, missingFacts: [] };
  }
  if (frameworkReferences(bundle.runtimeConfig).length === 0) {
    return { outcome: 'passed', because: `${exe} is a single file that asks for no framework; it brings its own.` };
  }
  const found = globalDotnetRoot(start, { exe, architecture, runtimeConfig: bundle.runtimeConfig });
  if ('outcome' in found) return found;
  const { root: dotnetRoot, hostfxrVersion } = found;
  const refused = whyBundleRefused(hostfxrVersion, bundle.headerVersion);
  if (refused !== undefined) return { outcome: 'failed', failure: bundleRefused(start, application, hostfxrVersion ?? '', refused) };
  const outcome = startChildHost(start, { mode: 'apphost', dll, dotnetRoot, hostfxrVersion, architecture, bundle });
  return unlessHostfxrMissing(dotnetRoot, placedInExe(start, exe, outcome));
}

/** A file that lies inside the executable cannot be pointed at; the executable can. */
function placedInExe({ facts }: ChildStart, exe: string, outcome: StageOutcome): StageOutcome {
  if (outcome.outcome !== 'failed') return outcome;
  const { failure } = outcome;
  if (failure.place?.in !== 'artifact' || facts.artifact.files.has(pathKey(failure.place.file))) return outcome;
  return { ...outcome, failure: { ...failure, place: { in: 'artifact', file: exe } } };
}

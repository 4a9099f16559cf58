import { parseFxVersion } from '../dotnet/fx-version.ts';
import { type Architecture, isArchitecture } from '../model/architecture.ts';
import type { AppHost, PeImage } from '../model/binary-image.ts';
import type { StartupFailure } from '../model/finding.ts';
import { publishAgain } from '../model/remedies.ts';
import type { StageOutcome } from '../model/stage.ts';
import { hresults } from '../model/startup-failure.ts';
import { unboundPlaceholder } from '../windows/apphost-binding.ts';
import { parentPath, pathKey } from '../windows/paths.ts';
import { hostfxrNotLoadableText } from './apphost-texts.ts';
import { applicationFolder } from './application-folder.ts';
import { bundledHostVersion } from './bundled-host-version.ts';
import { startBundledApplication } from './child-bundle.ts';
import { globalDotnetRoot, unlessHostfxrMissing } from './child-dotnet-root.ts';
import { childManagedStart, startChildHost } from './child-host.ts';
import type { ChildStart } from './child-start.ts';
import { besideDll } from './host-request.ts';
import { whyNotLoadable } from './image-architecture.ts';
import { childFailure } from './outofprocess-failure.ts';

/** Of a runtime that is linked in nothing tells the version; single files are of recent ones. */
const newestMajor = 10;

function boundDllMissing(start: ChildStart, exe: string, dll: string): StartupFailure {
  return childFailure(start, {
    rule: 'application-dll-missing',
    hresult: hresults.PROCESS_EXITED,
    message: `${exe} starts ${dll}, and that file is not in the artifact.`,
    evidence: [`${exe} is bound to ${dll}.`],
    remedies: [publishAgain],
    output: `The application to execute does not exist: '${applicationFolder(start.facts)}\\${dll}'.`,
    place: { in: 'artifact', file: exe },
  });
}

/** An apphost that no publish has stamped, such as the apphost.exe of the SDK (dotnet/runtime:src/native/corehost/corehost.cpp). */
function notBound(start: ChildStart, exe: string): StartupFailure {
  return childFailure(start, {
    rule: 'host-start-refused',
    hresult: hresults.PROCESS_EXITED,
    message: `${exe} is an apphost that is bound to no dll: no publish has stamped it.`,
    evidence: [`${exe} holds the placeholder in place of the name of a dll.`],
    remedies: [{ side: 'app', text: 'Publish the application, which makes an exe that starts its dll, and deploy that exe.' }],
    output: `This executable is not bound to a managed DLL to execute. The binding value is: '${unboundPlaceholder}'`,
    place: { in: 'artifact', file: exe },
  });
}

/** Why the exe gets nowhere with the file beside it that is called hostfxr.dll, and what it writes about it. */
interface UnusableHostfxr {
  readonly file: string;
  readonly why: string;
  readonly output?: string;
}

function hostfxrNotLoadable(start: ChildStart, { file, why, output }: UnusableHostfxr, architecture: Architecture): StartupFailure {
  return childFailure(start, {
    rule: 'hostfxr-not-loadable',
    hresult: hresults.PROCESS_EXITED,
    message: `The exe is ${architecture} and cannot use ${file} beside it: ${why}.`,
    evidence: [`${file}: ${why}.`],
    remedies: [publishAgain],
    ...(output === undefined ? {} : { output }),
    place: { in: 'artifact', file },
  });
}

/**
 * hostfxr.dll beside the exe: it must load, and it must be hostfxr; the exe asks for `hostfxr_main` or one of its later forms
 * (dotnet/runtime:src/native/corehost/corehost.cpp).
 */
function unusableHostfxr(
  { facts }: ChildStart,
  file: string,
  version: string | undefined,
  process: Architecture,
): UnusableHostfxr | undefined {
  const image = facts.artifact.images.get(pathKey(file));
  if (image === undefined) return undefined;
  const why = whyNotLoadable(image, process);
  if (why !== undefined) {
    const apphost = parseFxVersion(version ?? '');
    const output = hostfxrNotLoadableText(apphost && { apphostMajor: apphost.major }, `${applicationFolder(facts)}\\${file}`);
    return { file, why, output };
  }
  const exports = image.format === 'pe' ? image.exports : undefined;
  const isHostfxr = exports === undefined || exports.some((name) => name.startsWith('hostfxr_main'));
  return isHostfxr ? undefined : { file, why: 'it has no hostfxr_main, so it is another library under that name' };
}

/** hostfxr.dll beside the exe makes its folder the dotnet root; nothing else is looked at then. */
function startBesideHostfxr(start: ChildStart, dll: string, hostfxr: string, architecture: Architecture): StageOutcome {
  const hostfxrVersion = bundledHostVersion(start.facts.artifact, dll);
  const unusable = unusableHostfxr(start, hostfxr, hostfxrVersion, architecture);
  if (unusable !== undefined) return { outcome: 'failed', failure: hostfxrNotLoadable(start, unusable, architecture) };
  const folder = parentPath(dll);
  const root = folder === '' ? applicationFolder(start.facts) : `${applicationFolder(start.facts)}\\${folder}`;
  return startChildHost(start, {
    mode: 'apphost',
    dll,
    dotnetRoot: { root, architecture, frameworks: new Map() },
    hostfxrVersion,
    architecture,
  });
}

function startBoundDll(start: ChildStart, exe: string, image: PeImage, boundDll: string): StageOutcome {
  const { files } = start.facts.artifact;
  const folder = parentPath(exe);
  const inFolder = (name: string) => (folder === '' ? name : `${folder}\\${name}`);
  const file = files.get(pathKey(inFolder(boundDll)));
  if (file === undefined) return { outcome: 'failed', failure: boundDllMissing(start, exe, inFolder(boundDll)) };
  if (!isArchitecture(image.machine)) return { outcome: 'unknown', because: `${exe} is compiled for ${image.machine}.`, missingFacts: [] };
  const hostfxr = files.get(pathKey(inFolder('hostfxr.dll')));
  if (hostfxr !== undefined) return startBesideHostfxr(start, file.path, hostfxr.path, image.machine);
  const runtimeConfig = besideDll(start.facts, file.path, '.runtimeconfig.json');
  const found = globalDotnetRoot(start, { exe, architecture: image.machine, runtimeConfig });
  if ('outcome' in found) return found;
  const outcome = startChildHost(start, {
    mode: 'apphost',
    dll: file.path,
    dotnetRoot: found.root,
    hostfxrVersion: found.hostfxrVersion,
    architecture: image.machine,
  });
  return unlessHostfxrMissing(found.root, outcome);
}

/** A single-file exe whose host is linked in exports what only that host exports (dotnet/runtime:src/native/corehost/apphost/static). */
const hasOwnRuntime = (image: PeImage): boolean => image.exports?.includes('DotNetRuntimeInfo') ?? false;

function startSingleFile(start: ChildStart, exe: string, image: PeImage, { boundDll, bundled }: AppHost): StageOutcome {
  if (hasOwnRuntime(image)) {
    return (
      childManagedStart(start, { major: newestMajor }) ?? { outcome: 'passed', because: `${exe} is a single file with the runtime inside.` }
    );
  }
  if (bundled === undefined || !isArchitecture(image.machine)) {
    return { outcome: 'unknown', because: `${exe} is a single file, and what it asks for could not be read inside it.`, missingFacts: [] };
  }
  return startBundledApplication(start, { exe, architecture: image.machine, boundDll, bundle: bundled });
}

/** An exe of the artifact: an apphost, a single file, or a program that is no .NET apphost at all (Native AOT, .NET Framework). */
export function startAppHost(start: ChildStart, exe: string): StageOutcome {
  const image = start.facts.artifact.images.get(pathKey(exe));
  if (image?.format !== 'pe') return { outcome: 'unknown', because: `${exe} could not be looked into.`, missingFacts: [] };
  if (image.appHost?.bundle === true) return startSingleFile(start, exe, image, image.appHost);
  if (image.clr !== undefined) return { outcome: 'passed', because: `${exe} is a .NET Framework program, which Windows runs.` };
  if (image.appHost === undefined) return { outcome: 'passed', because: `${exe} is a native program; what it needs is not checked.` };
  if (image.appHost.unbound === true) return { outcome: 'failed', failure: notBound(start, exe) };
  if (image.appHost.boundDll === undefined)
    return { outcome: 'unknown', because: `${exe} is an apphost, and which dll it starts could not be read.`, missingFacts: [] };
  return startBoundDll(start, exe, image, image.appHost.boundDll);
}

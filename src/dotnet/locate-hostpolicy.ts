import type { HostStartRequest } from '../model/host-start.ts';
import { fullPathKey } from '../windows/paths.ts';
import { applicationFile } from './application-file.ts';
import { type Refused, refused } from './framework-refusal.ts';
import { isHostObject, memberOf, readHostJson } from './host-json.ts';
import type { HostfxrGeneration } from './hostfxr-generation.ts';
import { isNetCoreApp } from './installed-frameworks.ts';
import type { FrameworkInFolder } from './resolve-frameworks.ts';

interface Asked {
  readonly request: HostStartRequest;
  readonly generation: HostfxrGeneration;
}

const notFound = (directory: string): string =>
  `A fatal error was encountered. The library 'hostpolicy.dll' required to execute the application was not found in '${directory}'.`;

/** What the host adds when it took the application for self-contained. */
function selfContainedHint({ request, generation }: Asked): string[] {
  const { mode, application } = request;
  const path = applicationFile(application, '.runtimeconfig.json');
  const missing = application.runtimeConfig === undefined;
  if (generation.selfContainedHint === 'one-line') {
    const should = 'Failed to run as a self-contained app. If this should be a framework-dependent app,';
    const fix = missing ? `add the ${path} file specifying the appropriate framework.` : `specify the appropriate framework in ${path}.`;
    return mode === 'muxer' ? [`${should} ${fix}`] : [];
  }
  return [
    'Failed to run as a self-contained app.',
    `  - The application was run as a self-contained app because '${path}' ${missing ? 'was not found' : 'did not specify a framework'}.`,
    `  - If this should be a framework-dependent app, ${missing ? `add the '${path}' file and specify the appropriate framework` : `specify the appropriate framework in '${path}'`}.`,
  ];
}

/**
 * hostpolicy.dll of a self-contained application: beside it for `dotnet.exe`; in the dotnet root for an apphost, which for a whole
 * self-contained folder is the same place, and otherwise one that has nothing to do with the application (dotnet/runtime#33207).
 * Source: dotnet/runtime:src/native/corehost/fxr/hostpolicy_resolver.cpp `try_get_dir`.
 */
export function bundledHostpolicyRefusal(asked: Asked): Refused | undefined {
  const { request, generation } = asked;
  const { mode, application, dotnetRoot } = request;
  const inApplication = mode === 'muxer' || fullPathKey(dotnetRoot.root) === fullPathKey(application.directory);
  if (inApplication && application.files.has('hostpolicy.dll')) return undefined;
  const directory = `${inApplication ? application.directory : dotnetRoot.root}\\`;
  const hostTooOld = generation.resolution === 'chain' && asksForFrameworks(application);
  const because = hostTooOld
    ? `hostfxr ${request.hostfxrVersion ?? '2.x'} reads only "framework"; ${applicationFile(application, '.runtimeconfig.json')} has "frameworks", as applications for 3.0 and later do.`
    : application.runtimeConfig === undefined
      ? `${applicationFile(application, '.runtimeconfig.json')} is not there, so the host takes the application for self-contained.`
      : `${applicationFile(application, '.runtimeconfig.json')} names no framework, so the host takes the application for self-contained.`;
  const deps = applicationFile(application, '.deps.json');
  const noDeps = generation.depsFileStream && application.deps === undefined;
  const lines = [
    ...(noDeps ? [`Cannot use file stream for [${deps}]: No such file or directory`] : []),
    notFound(directory),
    ...selfContainedHint(asked),
  ];
  return refused('CoreHostLibMissingFailure', lines, {
    kind: 'hostpolicy-missing',
    directory,
    because,
    ...(hostTooOld ? { hostTooOld: true } : {}),
  });
}

/**
 * hostpolicy.dll beside a self-contained application that its process cannot load.
 * Source: dotnet/runtime:src/native/corehost/fxr/hostpolicy_resolver.cpp `load`, hostmisc/pal.windows.cpp `load_library`.
 */
export function bundledHostpolicyLoadRefusal({ request, generation }: Asked): Refused | undefined {
  const { application, architecture } = request;
  const why = application.unloadable?.get('hostpolicy.dll');
  if (why === undefined) return undefined;
  const path = `${application.directory}\\hostpolicy.dll`;
  const lines = generation.loadFailureNamesArchitecture
    ? [`Failed to load [${path}], HRESULT: 0x800700C1`, `  - Ensure the library matches the current process architecture: ${architecture}`]
    : [`Failed to load the dll from [${path}], HRESULT: 0x800700C1`];
  const required = `An error occurred while loading required library hostpolicy.dll from [${application.directory}\\]`;
  return refused('CoreHostLibLoadFailure', [...lines, required], { kind: 'hostpolicy-unloadable', path, why });
}

function asksForFrameworks({ runtimeConfig }: HostStartRequest['application']): boolean {
  const json = runtimeConfig === undefined ? undefined : readHostJson(runtimeConfig, 'cpprest');
  const options = json?.ok === true && isHostObject(json.value) ? memberOf(json.value, 'runtimeOptions') : undefined;
  return isHostObject(options) && memberOf(options, 'frameworks') !== undefined && memberOf(options, 'framework') === undefined;
}

/**
 * hostpolicy.dll of a framework-dependent application: in the folder of the last framework, whichever that is (dotnet/runtime#71027);
 * without any framework, nowhere.
 */
export function frameworkHostpolicyRefusal(root: FrameworkInFolder | undefined): Refused | undefined {
  if (root !== undefined && isNetCoreApp(root.name) && root.complete) return undefined;
  const directory = root?.directory ?? '';
  const because =
    root === undefined
      ? 'runtimeconfig.json is framework-dependent and names no framework, or none with a version.'
      : root.complete
        ? `${root.name} is the last framework in the host's order, and only Microsoft.NETCore.App has a hostpolicy.dll.`
        : `The folder of ${root.name} ${root.version} is there without its files.`;
  return refused('CoreHostLibMissingFailure', [notFound(directory)], { kind: 'hostpolicy-missing', directory, because });
}

import { highestFxVersion } from '../dotnet/fx-version.ts';
import { poolBitnessRemedy } from '../iis/pool-bitness.ts';
import type { AspNetCoreSection } from '../model/aspnetcore-section.ts';
import type { StartupFailure } from '../model/finding.ts';
import { restartIis } from '../model/remedies.ts';
import { defineStage, type StageOutcome } from '../model/stage.ts';
import type { StartFacts } from '../model/start-facts.ts';
import type { DotnetRoot } from '../model/target-server.ts';
import type { InProcessEntry } from '../model/worked-out.ts';
import { fileName, isAbsolutePath, parentPath } from '../windows/paths.ts';
import { applicationFolder, pathInTexts, resolveApplicationPath } from './application-folder.ts';
import { dotnetRootInArtifact } from './dotnet-root-in-artifact.ts';
import { type DotnetSearch, type DotnetSearchFacts, rootAt, searchDotnet } from './dotnet-search.ts';
import { resolutionFailure } from './process-path-failures.ts';

/**
 * From 7.0 on, a request that is more than `dotnet.exe` is first taken as a root: hostfxr below its folder is enough,
 * the exe itself need not be there (dotnet/aspnetcore:…/CommonLib/HostFxrResolver.cpp, static nethost).
 */
function hostfxrBesideRequest(facts: StartFacts, request: string, { server, module }: DotnetSearchFacts): DotnetSearch | undefined {
  if (module.major < 7 || !isAbsolutePath(request)) return undefined;
  const path = resolveApplicationPath(facts, request);
  const root =
    path.in === 'application' ? dotnetRootInArtifact(facts, parentPath(path.relative)) : rootAt(server?.dotnet ?? [], parentPath(request));
  if (root?.hostfxr === undefined || highestFxVersion(root.hostfxr)?.complete !== true) return undefined;
  return { found: true, exe: request, root, how: 'named in processPath', trail: [] };
}

/** A dotnet.exe inside the application folder wins over everything, whatever its architecture; a relative name may also lead out of it. */
function search(facts: StartFacts, request: string, searchFacts: DotnetSearchFacts): DotnetSearch {
  const beside = hostfxrBesideRequest(facts, request, searchFacts);
  if (beside !== undefined) return beside;
  const path = resolveApplicationPath(facts, request);
  if (path.in === 'server') return searchDotnet(path.path, searchFacts);
  if (path.in === 'unknown' && !isAbsolutePath(request)) return { found: 'unknown', missingFacts: path.missingFacts };
  const file = path.in === 'application' ? facts.artifact.files.get(path.key) : undefined;
  if (file === undefined) return searchDotnet(request, searchFacts);
  const exe = `${applicationFolder(facts)}\\${file.path}`;
  return { found: true, exe, root: dotnetRootInArtifact(facts, parentPath(file.path)), how: 'in the application folder', trail: [] };
}

function applicationRoot(facts: StartFacts, folder: string): DotnetRoot {
  const root = folder === '' ? applicationFolder(facts) : `${applicationFolder(facts)}\\${folder}`;
  return { root, frameworks: new Map() };
}

function requestOf(entry: InProcessEntry): string {
  // For an exe without hostfxr.dll the module asks for the bare word, without an extension.
  return entry.kind === 'dotnet' ? entry.request : 'dotnet';
}

function dotnetMissing(
  facts: StartFacts,
  searchFacts: DotnetSearchFacts,
  section: AspNetCoreSection,
  request: string,
  trail: readonly string[],
): StartupFailure {
  const { module, workerArchitecture } = searchFacts;
  const named = fileName(request) !== request;
  // The place the text names is the first one that was looked at, below the application, in either case.
  const first = pathInTexts(facts, request);
  return resolutionFailure(
    { facts, module, section },
    {
      rule: 'dotnet-missing',
      text: named
        ? `Could not find dotnet.exe at '${first}'`
        : `Could not find dotnet.exe at '${first}' or using the system PATH environment variable. Check that a valid path to dotnet is on the PATH and the bitness of dotnet matches the bitness of the IIS worker process.`,
      message: named
        ? `processPath names ${request}, and there is no dotnet there; when a folder is given the module looks nowhere else.`
        : `The worker process is ${workerArchitecture}, and the server has no ${workerArchitecture} dotnet.`,
      evidence: [`web.config: processPath="${section.processPath}".`, ...trail.map((line) => `${line}.`)],
      remedies: [
        {
          side: 'server',
          text: `Install the ASP.NET Core Hosting Bundle with the ${workerArchitecture} runtime (without OPT_NO_X86=1 for 32-bit pools), then restart IIS.`,
          snippet: restartIis,
        },
        named
          ? { side: 'app', text: 'Write processPath="dotnet" and let the module find it.', snippet: 'processPath="dotnet"' }
          : poolBitnessRemedy(facts.target, workerArchitecture === 'x86' ? 'x64' : 'x86'),
      ],
    },
  );
}

export const locateDotnetStage = defineStage({
  name: 'locate-dotnet',
  checks: 'a dotnet.exe of the worker process',
  needs: ['module', 'aspNetCore', 'entry', 'workerArchitecture', 'workerEnvironment'],
  perform: (facts, { module, aspNetCore, entry, workerArchitecture, workerEnvironment }): StageOutcome => {
    if (entry.kind === 'self-contained') {
      // The host takes the folder of a self-contained application for its dotnet root (dotnet/runtime:src/native/corehost/hostmisc).
      const root = applicationRoot(facts, entry.folder);
      return { outcome: 'passed', because: 'A self-contained application is its own dotnet root.', workedOut: { dotnetRoot: root } };
    }
    const request = requestOf(entry);
    const searchFacts: DotnetSearchFacts = { server: facts.server, module, workerArchitecture, workerEnvironment };
    const result = search(facts, request, searchFacts);
    if (result.found === 'unknown') {
      return {
        outcome: 'unknown',
        because: `Which dotnet an ${workerArchitecture} worker process finds is not known.`,
        missingFacts: result.missingFacts,
      };
    }
    if (!result.found) return { outcome: 'failed', failure: dotnetMissing(facts, searchFacts, aspNetCore, request, result.trail) };
    return {
      outcome: 'passed',
      because: `${result.exe} (${result.how}).`,
      workedOut: { dotnetRoot: result.root },
    };
  },
});

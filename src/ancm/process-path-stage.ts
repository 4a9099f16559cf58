import { defineStage, type StageOutcome } from '../model/stage.ts';
import type { InProcessEntry } from '../model/worked-out.ts';
import { extension, fileName, parentPath, pathKey, withoutExtension } from '../windows/paths.ts';
import { type ApplicationPath, fileExists, resolveApplicationPath, serverFileExists } from './application-folder.ts';
import { launchCommand } from './launch-command.ts';
import { applicationDllMissing, argumentsEmpty, executableMissing, notAnExe, type ProcessPathFacts } from './process-path-failures.ts';

/** Before 5.0 any path that ends in dotnet.exe counted as the muxer (dotnet/aspnetcore:…/CommonLib/HostFxrResolver.cpp `IsDotnetExecutable`). */
function isDotnet(processPath: string, major: number): boolean {
  return major >= 5 ? fileName(processPath).toLowerCase() === 'dotnet.exe' : processPath.toLowerCase().endsWith('dotnet.exe');
}

function unknownPath(known: ProcessPathFacts, path: string, missingFacts: readonly string[]): StageOutcome {
  const because = `processPath leads to ${path}, outside the artifact, and nobody said whether that file exists.`;
  return { outcome: 'unknown', because, missingFacts, workedOut: { launch: known.launch } };
}

/** The exe, the dll of the same name beside it, and whether hostfxr.dll lies there too: that alone makes it self-contained. */
function exeEntry(known: ProcessPathFacts, path: ApplicationPath & { in: 'application' }, processPath: string): StageOutcome {
  const { facts, launch } = known;
  const dllKey = `${withoutExtension(path.key)}.dll`;
  const dll = facts.artifact.files.get(dllKey);
  if (dll === undefined) return { outcome: 'failed', failure: applicationDllMissing(known, path, processPath), workedOut: { launch } };
  const folder = parentPath(dll.path);
  const selfContained = facts.artifact.files.has(pathKey(`${folder}\\hostfxr.dll`));
  const entry: InProcessEntry = { kind: selfContained ? 'self-contained' : 'launcher', exe: path.relative, dll: dll.path, folder };
  const because = selfContained
    ? `${path.relative} with hostfxr.dll beside it: self-contained.`
    : `${path.relative} without hostfxr.dll beside it: the module starts ${dll.path} through dotnet and does not run the exe.`;
  return { outcome: 'passed', because, workedOut: { launch, entry } };
}

/** An exe of the server outside the artifact: that its dll is missing is known, what starts with it is not. */
function exeElsewhere(known: ProcessPathFacts, path: ApplicationPath, processPath: string): StageOutcome {
  const { facts, launch } = known;
  if (path.in === 'server' && serverFileExists(facts, `${withoutExtension(path.path)}.dll`) === false)
    return { outcome: 'failed', failure: applicationDllMissing(known, path, processPath), workedOut: { launch } };
  const because = `processPath leads to ${processPath}, an application outside the artifact.`;
  return { outcome: 'unknown', because, missingFacts: [], workedOut: { launch } };
}

function resolveEntry(known: ProcessPathFacts): StageOutcome {
  const { facts, module, launch } = known;
  const written = launch.processPath;
  const withExtension = extension(written) === '' ? `${written}.exe` : written;
  if (extension(withExtension).toLowerCase() !== '.exe')
    return { outcome: 'failed', failure: notAnExe(known, withExtension), workedOut: { launch } };
  if (isDotnet(withExtension, module.major)) {
    if (launch.arguments === '') return { outcome: 'failed', failure: argumentsEmpty(known), workedOut: { launch } };
    const entry: InProcessEntry = { kind: 'dotnet', request: withExtension };
    return {
      outcome: 'passed',
      because: `processPath "${written}" means dotnet; arguments names the application.`,
      workedOut: { launch, entry },
    };
  }
  const path = resolveApplicationPath(facts, withExtension);
  const found = fileExists(facts, path);
  if ('missingFacts' in found) return unknownPath(known, path.in === 'server' ? path.path : withExtension, found.missingFacts);
  if (!found.exists) return { outcome: 'failed', failure: executableMissing(known, path, withExtension), workedOut: { launch } };
  return path.in === 'application' ? exeEntry(known, path, withExtension) : exeElsewhere(known, path, withExtension);
}

/**
 * In-process: what processPath names.
 * Source: dotnet/aspnetcore:src/Servers/IIS/AspNetCoreModuleV2/CommonLib/HostFxrResolver.cpp `GetHostFxrParameters`;
 * tests: …/AspNetCoreModuleV2/CommonLibTests/hostfxr_utility_tests.cpp.
 */
export const processPathStage = defineStage({
  name: 'process-path',
  checks: 'processPath against the files of the artifact',
  needs: ['module', 'aspNetCore', 'hostingModel', 'workerEnvironment'],
  perform: (facts, { module, aspNetCore, workerEnvironment }) => {
    const command = launchCommand(aspNetCore, module, workerEnvironment);
    if (!command.known) {
      const because = 'processPath and arguments depend on environment variables of the worker process that nobody described.';
      return { outcome: 'unknown', because, missingFacts: command.missingFacts };
    }
    return resolveEntry({ facts, module, section: aspNetCore, launch: command.launch, overridden: command.overridden });
  },
});

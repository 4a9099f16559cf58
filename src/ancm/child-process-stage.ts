import { highestFxVersion, parseFxVersion } from '../dotnet/fx-version.ts';
import type { StartupFailure } from '../model/finding.ts';
import { defineStage, type StageOutcome } from '../model/stage.ts';
import { hresults } from '../model/startup-failure.ts';
import type { DotnetRoot } from '../model/target-server.ts';
import { childProcessArguments } from '../windows/command-line.ts';
import { type MuxerApplication, muxerApplication } from './application-arguments.ts';
import { applicationEnvironment } from './application-environment.ts';
import { startAppHost } from './child-apphost.ts';
import { unlessHostfxrMissing } from './child-dotnet-root.ts';
import { startChildHost } from './child-host.ts';
import type { ChildStart } from './child-start.ts';
import { entryDllRemedies } from './entry-dll-remedies.ts';
import { handlerGeneration } from './handler-folder.ts';
import { launchEvidence } from './launch-command.ts';
import { childFailure } from './outofprocess-failure.ts';
import { attributePlace } from './section-place.ts';

type NoApplication = MuxerApplication & { readonly kind: 'missing' | 'not-runnable' };

/**
 * What the muxer writes: without `exec` it takes the argument for an SDK command. Hosts before 7.0 had other words.
 * Source: dotnet/runtime:src/native/corehost/fxr/command_line.cpp, sdk_resolver.cpp.
 */
function noApplicationText(application: NoApplication, hostfxrMajor: number): string {
  if (application.kind === 'missing' && application.through === 'exec')
    return `The application to execute does not exist: '${application.named}'`;
  if (application.named === '' || hostfxrMajor < 7) return '';
  return [
    'The command could not be loaded, possibly because:',
    '  * You intended to execute a .NET application:',
    `      The application '${application.named}' does not exist${hostfxrMajor < 10 ? '' : ' or is not a managed .dll or .exe'}.`,
    '  * You intended to execute a .NET SDK command:',
    '      No .NET SDKs were found.',
  ].join('\n');
}

function noApplication(start: ChildStart, application: NoApplication, hostfxrMajor: number): StartupFailure {
  const { facts, section, launch } = start;
  const empty = launch.arguments.trim() === '';
  return childFailure(start, {
    rule: empty ? 'arguments-empty' : 'application-path-not-runnable',
    hresult: hresults.PROCESS_EXITED,
    message: empty
      ? 'processPath names dotnet, but arguments does not say which dll to start; dotnet prints its help and ends.'
      : `arguments names "${application.named}", ${application.kind === 'missing' ? 'and that file is not in the artifact' : 'which is neither a .dll nor an .exe'}.`,
    evidence: launchEvidence(section, launch),
    remedies: entryDllRemedies(facts, application.named, 'Name the dll of the application, relative to web.config.'),
    output: noApplicationText(application, hostfxrMajor),
    place: attributePlace(facts, section, 'arguments'),
  });
}

function hostfxrMissing(start: ChildStart, root: DotnetRoot): StartupFailure {
  return childFailure(start, {
    rule: 'hostfxr-missing',
    hresult: hresults.PROCESS_EXITED,
    message: `The dotnet folder ${root.root} has no usable hostfxr: only the highest version folder counts, and it must hold hostfxr.dll.`,
    evidence: [`${root.root}\\host\\fxr: ${(root.hostfxr ?? []).map(({ version }) => version).join(', ') || 'no version folder'}.`],
    remedies: [{ side: 'server', text: 'Repair or reinstall the .NET runtime in that folder.' }],
  });
}

/** `dotnet` with its arguments: the muxer of that root. */
function startMuxer(start: ChildStart, root: DotnetRoot): StageOutcome {
  const hostfxr = root.hostfxr === undefined ? undefined : highestFxVersion(root.hostfxr);
  if (root.hostfxr !== undefined && hostfxr?.complete !== true) return { outcome: 'failed', failure: hostfxrMissing(start, root) };
  const application = muxerApplication(start.facts, childProcessArguments(start.launch.arguments));
  if (application.kind === 'unknown')
    return { outcome: 'unknown', because: `${application.because}.`, missingFacts: application.missingFacts };
  if (application.kind !== 'application')
    return { outcome: 'failed', failure: noApplication(start, application, parseFxVersion(hostfxr?.version ?? '')?.major ?? 10) };
  if (root.architecture === undefined)
    return { outcome: 'unknown', because: `The architecture of ${root.root} is not known.`, missingFacts: ['dotnet[].architecture'] };
  const outcome = startChildHost(start, {
    mode: 'muxer',
    dll: application.dll,
    dotnetRoot: root,
    hostfxrVersion: hostfxr?.version,
    architecture: root.architecture,
  });
  return unlessHostfxrMissing(root, outcome);
}

/** The child: with the worker's variables and those of web.config, in the application folder. */
export const childProcessStage = defineStage({
  name: 'child-process',
  checks: 'the frameworks and files of the child process, as the .NET host decides',
  needs: ['module', 'aspNetCore', 'launch', 'childProcess', 'workerEnvironment'],
  perform: (facts, { module, aspNetCore, launch, childProcess, workerEnvironment }): StageOutcome => {
    const start: ChildStart = {
      facts,
      module,
      section: aspNetCore,
      launch,
      environment: applicationEnvironment(aspNetCore, workerEnvironment, handlerGeneration(facts.server, aspNetCore, module)),
    };
    switch (childProcess.kind) {
      case 'dotnet':
        return startMuxer(start, childProcess.root);
      case 'artifact-exe':
        return startAppHost(start, childProcess.exe);
      case 'other':
        return { outcome: 'unknown', because: 'What the program does is not known.', missingFacts: [] };
    }
  },
});

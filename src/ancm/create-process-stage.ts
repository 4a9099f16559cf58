import { isArchitecture } from '../model/architecture.ts';
import type { BinaryImage } from '../model/binary-image.ts';
import type { Remedy, StartupFailure } from '../model/finding.ts';
import { restartIis } from '../model/remedies.ts';
import { defineStage, type StageOutcome } from '../model/stage.ts';
import type { StartFacts } from '../model/start-facts.ts';
import { type Hresult, hresults } from '../model/startup-failure.ts';
import type { ChildProcess } from '../model/worked-out.ts';
import { fileName, parentPath, pathKey } from '../windows/paths.ts';
import { type ChildExecutable, childExecutable, isDotnetExe } from './child-executable.ts';
import type { ChildLaunch } from './child-start.ts';
import { dotnetRootInArtifact } from './dotnet-root-in-artifact.ts';
import { handlerGeneration } from './handler-folder.ts';
import { launchCommand, launchEvidence } from './launch-command.ts';
import { childFailure } from './outofprocess-failure.ts';
import { missingExecutableRemedies, missingExecutableRule } from './process-path-failures.ts';
import { attributePlace } from './section-place.ts';
import { startable } from './startable-image.ts';

const dotnetRemedies: readonly Remedy[] = [
  {
    side: 'server',
    text: 'Install the ASP.NET Core Hosting Bundle and restart IIS, so that worker processes see the new PATH.',
    snippet: restartIis,
  },
  {
    side: 'app',
    text: 'Publish self-contained, so that processPath names your own exe.',
    snippet: 'dotnet publish -c Release -r win-x64 --self-contained',
  },
];

/** The exe that a value without extension means, where the artifact has it. */
function withExtension({ facts, launch }: ChildLaunch): Remedy[] {
  const file = facts.artifact.files.get(pathKey(`${launch.processPath}.exe`));
  if (file === undefined) return [];
  const snippet = `processPath=".\\${file.path}"`;
  return [{ side: 'app', text: 'Write the folder and the extension: out-of-process nothing is appended.', snippet }];
}

/** dotnet is not where processPath says, or not on PATH where it says no folder. */
function dotnetMissing(child: ChildLaunch, evidence: string): StartupFailure {
  const { facts, section, launch } = child;
  const bare = fileName(launch.processPath) === launch.processPath;
  return childFailure(child, {
    rule: 'dotnet-missing',
    hresult: hresults.ERROR_FILE_NOT_FOUND,
    message: bare
      ? 'Out-of-process the module starts dotnet by its name, and the worker process finds none.'
      : `processPath names ${launch.processPath}, and there is no dotnet there.`,
    evidence: [
      ...launchEvidence(section, launch),
      evidence,
      ...(bare ? ['The PATH of web.config does not help to find it: the worker process searches its own.'] : []),
    ],
    remedies: bare
      ? dotnetRemedies
      : [{ side: 'app', text: 'Write processPath="dotnet", so that PATH decides.', snippet: 'processPath="dotnet"' }, ...dotnetRemedies],
    place: attributePlace(facts, section, 'processPath'),
  });
}

function missing(child: ChildLaunch, executable: ChildExecutable & { found: 'missing' }): StartupFailure {
  const { facts, section, launch } = child;
  if (executable.isDotnet) return dotnetMissing(child, executable.evidence);
  const rule = missingExecutableRule(facts, section, launch.processPath);
  return childFailure(child, {
    rule,
    certainty: executable.certainty,
    hresult: hresults.ERROR_FILE_NOT_FOUND,
    message: `processPath names "${launch.processPath}", and Windows finds no such program.`,
    evidence: [...launchEvidence(section, launch), executable.evidence],
    remedies: [...withExtension(child), ...missingExecutableRemedies(facts, rule, 'outofprocess')],
    place: attributePlace(facts, section, 'processPath'),
  });
}

function refused(
  child: ChildLaunch,
  file: string,
  image: BinaryImage,
  { why, hresult }: { why: string; hresult: Hresult },
): StartupFailure {
  const { facts, section } = child;
  return childFailure(child, {
    rule: image.format === 'elf' || image.format === 'mach-o' ? 'executable-for-another-system' : 'executable-not-startable',
    hresult,
    message: `Windows cannot start ${file}: ${why}.`,
    evidence: [...launchEvidence(section, child.launch), `${file}: ${why}.`],
    remedies: [
      {
        side: 'app',
        text: 'Publish for this Windows.',
        snippet: `dotnet publish -c Release -r win-${facts.server?.os?.architecture ?? 'x64'}`,
      },
    ],
    place: attributePlace(facts, section, 'processPath'),
  });
}

/** A dotnet.exe of the artifact is the muxer of a private runtime, unless it is an apphost that somebody gave this name. */
function startedFile(facts: StartFacts, file: string, image: BinaryImage): ChildProcess {
  if (!isDotnetExe(file) || image.format !== 'pe' || image.appHost !== undefined) return { kind: 'artifact-exe', exe: file };
  const root = dotnetRootInArtifact(facts, parentPath(file));
  return { kind: 'dotnet', root: isArchitecture(image.machine) ? { ...root, architecture: image.machine } : root };
}

function startArtifactFile(child: ChildLaunch, file: string): StageOutcome {
  const { facts, launch } = child;
  const image = facts.artifact.images.get(pathKey(file));
  if (/\.(?:cmd|bat)$/i.test(file))
    return {
      outcome: 'unknown',
      because: `${file} is a batch file; what it starts is not known.`,
      missingFacts: [],
      workedOut: { launch },
    };
  if (image === undefined)
    return { outcome: 'unknown', because: `${file} could not be looked into.`, missingFacts: [], workedOut: { launch } };
  const answer = startable(image, file, facts.server?.os?.architecture);
  if (answer.starts === false) return { outcome: 'failed', failure: refused(child, file, image, answer) };
  const workedOut = { launch, childProcess: startedFile(facts, file, image) };
  if (answer.starts === 'unknown' && facts.server !== undefined)
    return { outcome: 'unknown', because: `Whether this Windows runs ${file} is not known.`, missingFacts: answer.missingFacts, workedOut };
  return { outcome: 'passed', because: `${file} is a program that this Windows can start.`, workedOut };
}

/**
 * Before 7.0 the command line is processPath, a blank and the arguments, unquoted; a value with quotes of its own, or with arguments behind
 * the program, works there (dotnet/aspnetcore:…/OutOfProcessRequestHandler/serverprocess.cpp `SetupCommandLine`).
 */
const splitByWindows = ({ facts, module, section, launch: { processPath } }: ChildLaunch): boolean =>
  handlerGeneration(facts.server, section, module).major < 7 &&
  (processPath.includes('"') || (/\s/.test(processPath.trim()) && !/\.exe$/i.test(processPath)));

function createProcess(child: ChildLaunch, executable: ChildExecutable): StageOutcome {
  const { launch } = child;
  switch (executable.found) {
    case 'dotnet':
      return {
        outcome: 'passed',
        because: `dotnet of ${executable.root.root} (${executable.how}).`,
        workedOut: { launch, childProcess: { kind: 'dotnet', root: executable.root } },
      };
    case 'artifact':
      return startArtifactFile(child, executable.file);
    case 'other':
      return {
        outcome: 'unknown',
        because: `${executable.path} is a program of the server; what it does is not known.`,
        missingFacts: [],
        workedOut: { launch },
      };
    case 'missing':
      return splitByWindows(child)
        ? {
            outcome: 'unknown',
            because: `This version of the handler does not quote processPath, so Windows makes a program and arguments of "${launch.processPath}".`,
            missingFacts: [],
            workedOut: { launch },
          }
        : { outcome: 'failed', failure: missing(child, executable), workedOut: { launch } };
    case 'unknown':
      return {
        outcome: 'unknown',
        because: `Which program "${launch.processPath}" is on the server is not known.`,
        missingFacts: executable.missingFacts,
        workedOut: { launch },
      };
  }
}

/** The out-of-process handler starts the application as a process of its own. */
export const createProcessStage = defineStage({
  name: 'create-process',
  checks: 'the program that processPath names can be started',
  needs: ['module', 'aspNetCore', 'workerEnvironment'],
  perform: (facts, { module, aspNetCore, workerEnvironment }): StageOutcome => {
    const command = launchCommand(aspNetCore, handlerGeneration(facts.server, aspNetCore, module), workerEnvironment);
    if (!command.known) {
      return {
        outcome: 'unknown',
        because: 'processPath and arguments depend on environment variables of the worker process that nobody described.',
        missingFacts: command.missingFacts,
      };
    }
    const { launch } = command;
    return createProcess({ facts, module, section: aspNetCore, launch }, childExecutable(facts, launch.processPath, workerEnvironment));
  },
});

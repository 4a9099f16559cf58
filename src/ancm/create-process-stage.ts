import type { AspNetCoreSection } from '../model/aspnetcore-section.ts';
import type { Remedy, StartupFailure } from '../model/finding.ts';
import { defineStage, type StageOutcome } from '../model/stage.ts';
import type { StartFacts } from '../model/start-facts.ts';
import { hresults } from '../model/startup-failure.ts';
import type { LaunchCommand, ModuleGeneration } from '../model/worked-out.ts';
import { type ChildExecutable, childExecutable, whyNotStartable } from './child-executable.ts';
import { launchCommand } from './launch-command.ts';
import { childFailure } from './outofprocess-failure.ts';
import { missingExecutableRemedies, missingExecutableRule } from './process-path-failures.ts';
import { attributePlace } from './section-place.ts';

interface Stand {
  readonly facts: StartFacts;
  readonly module: ModuleGeneration;
  readonly section: AspNetCoreSection;
  readonly launch: LaunchCommand;
}

const written = ({ section }: Stand): string => `web.config: processPath="${section.processPath}" arguments="${section.arguments}".`;

const dotnetRemedies: readonly Remedy[] = [
  {
    side: 'server',
    text: 'Install the ASP.NET Core Hosting Bundle and restart IIS, so that worker processes see the new PATH.',
    snippet: 'net stop was /y\nnet start w3svc',
  },
  {
    side: 'app',
    text: 'Publish self-contained, so that processPath names your own exe.',
    snippet: 'dotnet publish -c Release -r win-x64 --self-contained',
  },
];

function missing(stand: Stand, executable: ChildExecutable & { found: 'missing' }): StartupFailure {
  const { facts, section, launch } = stand;
  const rule = executable.isDotnet ? 'dotnet-missing' : missingExecutableRule(facts, section, launch.processPath);
  return childFailure(stand, {
    rule,
    hresult: hresults.ERROR_FILE_NOT_FOUND,
    message: executable.isDotnet
      ? 'Out-of-process the module starts dotnet by its name, and the worker process finds none.'
      : `processPath names "${launch.processPath}", and Windows finds no such program.`,
    evidence: [
      written(stand),
      executable.evidence,
      ...(executable.isDotnet ? ['The PATH of web.config does not help to find it: the worker process searches its own.'] : []),
    ],
    remedies: rule === 'dotnet-missing' ? dotnetRemedies : missingExecutableRemedies(facts, rule),
    place: attributePlace(facts, section, 'processPath'),
  });
}

function startArtifactFile(stand: Stand, executable: ChildExecutable & { found: 'artifact' }): StageOutcome {
  const { facts, launch, section } = stand;
  const { file, image } = executable;
  const workedOut = { launch, childProcess: { kind: 'artifact-exe', exe: file } } as const;
  if (/\.(?:cmd|bat)$/i.test(file))
    return {
      outcome: 'unknown',
      because: `${file} is a batch file; what it starts is not known.`,
      missingFacts: [],
      workedOut: { launch },
    };
  if (image === undefined)
    return { outcome: 'unknown', because: `${file} could not be looked into.`, missingFacts: [], workedOut: { launch } };
  const refused = whyNotStartable(image, file, facts.server?.os?.architecture);
  if (refused === undefined) return { outcome: 'passed', because: `${file} is a program that this Windows can start.`, workedOut };
  const otherSystem = image.format === 'elf' || image.format === 'mach-o';
  const failure = childFailure(stand, {
    rule: otherSystem ? 'executable-for-another-system' : 'executable-not-startable',
    hresult: refused.hresult,
    message: `Windows cannot start ${file}: ${refused.why}.`,
    evidence: [written(stand), `${file}: ${refused.why}.`],
    remedies: [
      {
        side: 'app',
        text: 'Publish for this Windows.',
        snippet: `dotnet publish -c Release -r win-${facts.server?.os?.architecture ?? 'x64'}`,
      },
    ],
    place: attributePlace(facts, section, 'processPath'),
  });
  return { outcome: 'failed', failure };
}

function createProcess(stand: Stand, executable: ChildExecutable): StageOutcome {
  const { launch } = stand;
  switch (executable.found) {
    case 'dotnet':
      return {
        outcome: 'passed',
        because: `dotnet of ${executable.root.root} (${executable.how}).`,
        workedOut: { launch, childProcess: { kind: 'dotnet', root: executable.root } },
      };
    case 'artifact':
      return startArtifactFile(stand, executable);
    case 'other':
      return {
        outcome: 'unknown',
        because: `${executable.path} is a program of the server; what it does is not known.`,
        missingFacts: [],
        workedOut: { launch },
      };
    case 'missing':
      return { outcome: 'failed', failure: missing(stand, executable), workedOut: { launch } };
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
    const command = launchCommand(aspNetCore, module, workerEnvironment);
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

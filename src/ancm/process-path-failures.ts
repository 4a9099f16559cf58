import type { AspNetCoreSection } from '../model/aspnetcore-section.ts';
import type { FailureCause, Remedy, StartupFailure } from '../model/finding.ts';
import type { StartFacts } from '../model/start-facts.ts';
import { type HttpStatus, hresults } from '../model/startup-failure.ts';
import type { HostingModel } from '../model/target-server.ts';
import type { LaunchCommand, ModuleGeneration } from '../model/worked-out.ts';
import { extension, fileName, joinPath, pathKey, withoutExtension } from '../windows/paths.ts';
import { type ApplicationPath, pathInTexts } from './application-folder.ts';
import { argumentsSnippet } from './arguments-snippet.ts';
import { entryDllGuess } from './entry-dll-guess.ts';
import { resolutionFailedEvent, startFailedEvent } from './event-log.ts';
import { attributePlace } from './section-place.ts';
import { shimFailure } from './shim-failure.ts';
import { startsThrough } from './starts-through.ts';

export interface ProcessPathFacts {
  readonly facts: StartFacts;
  readonly module: ModuleGeneration;
  readonly section: AspNetCoreSection;
  readonly launch: LaunchCommand;
  /** Variables of the worker process that replaced an attribute. */
  readonly overridden: readonly string[];
}

interface ResolutionProblem extends Omit<FailureCause, 'certainty'> {
  readonly status?: HttpStatus;
  /** The exception text that event 1031 carries. */
  readonly text: string;
}

/** A failure to resolve the process path, dotnet or hostfxr: 500.0 (or 500.38), 0x8007023e, events 1031 and 1010. */
export function resolutionFailure(
  known: Pick<ProcessPathFacts, 'facts' | 'module' | 'section'>,
  problem: ResolutionProblem,
): StartupFailure {
  const { facts, module, section } = known;
  const hresult = hresults.ERROR_UNHANDLED_EXCEPTION;
  return shimFailure(module, section, 'inprocess', {
    rule: problem.rule,
    status: problem.status ?? '500.0',
    hresult,
    events: [resolutionFailedEvent(module, facts, problem.text), startFailedEvent(module, facts, hresult)],
    message: problem.message,
    evidence: problem.evidence,
    remedies: problem.remedies,
    place: problem.place ?? attributePlace(facts, section, 'processPath'),
  });
}

function writtenEvidence({ section, launch, overridden }: ProcessPathFacts): string[] {
  const evidence = [`web.config: processPath="${section.processPath}" arguments="${section.arguments}".`];
  if (overridden.length > 0)
    evidence.push(`${overridden.join(' and ')} of the worker process replace it: "${launch.processPath}" ${launch.arguments}`);
  return evidence;
}

export function notAnExe(known: ProcessPathFacts, processPath: string): StartupFailure {
  const isDll = extension(processPath).toLowerCase() === '.dll';
  return resolutionFailure(known, {
    rule: 'process-path-extension',
    text: `Process path '${processPath}' doesn't have '.exe' extension.`,
    message: `processPath names "${processPath}", and in-process the module accepts only an .exe.`,
    evidence: writtenEvidence(known),
    remedies: [
      {
        side: 'app',
        text: isDll ? 'Start a dll through dotnet.' : 'Name dotnet or the .exe of the application.',
        snippet: `<aspNetCore processPath="dotnet" arguments=".\\${isDll ? fileName(processPath) : 'App.dll'}" hostingModel="inprocess" />`,
      },
    ],
  });
}

export function argumentsEmpty(known: ProcessPathFacts): StartupFailure {
  const dll = entryDllGuess(known.facts);
  return resolutionFailure(known, {
    rule: 'arguments-empty',
    text: 'Application arguments are empty.',
    message: 'processPath names dotnet, but arguments does not say which dll to start.',
    evidence: writtenEvidence(known),
    remedies: [{ side: 'app', text: 'Name the dll of the application in arguments.', snippet: argumentsSnippet(dll) }],
    place: attributePlace(known.facts, known.section, 'arguments'),
  });
}

const isPlaceholder = (text: string): boolean => /%LAUNCHER_PATH%|%DNX_PATH%|VSIISExeLauncher|IISExeLauncherArgs/i.test(text);

/** Which of the ways to lose an executable this is; the words differ, the page does not. */
export function missingExecutableRule(
  facts: StartFacts,
  section: AspNetCoreSection,
  processPath: string,
): 'launcher-placeholder-left' | 'executable-for-another-system' | 'executable-missing' {
  if (isPlaceholder(section.processPath) || isPlaceholder(section.arguments)) return 'launcher-placeholder-left';
  const bare = facts.artifact.images.get(pathKey(processPath.replace(/\.exe$/i, '')));
  return bare?.format === 'elf' || bare?.format === 'mach-o' ? 'executable-for-another-system' : 'executable-missing';
}

/** Self-contained for Linux or macOS: nothing but another publish makes that start. */
const bringsOtherRuntime = ({ artifact }: StartFacts): boolean =>
  ['libhostpolicy.so', 'libhostpolicy.dylib', 'libcoreclr.so', 'libcoreclr.dylib'].some((file) => artifact.files.has(file));

const causes = {
  'launcher-placeholder-left':
    'web.config still holds the placeholder that Visual Studio uses for debugging; the publish step that replaces it did not run.',
  'executable-for-another-system':
    'The application was published for Linux or macOS: its executable has no .exe and Windows cannot run it.',
} as const;

export function missingExecutableRemedies(
  facts: StartFacts,
  rule: ReturnType<typeof missingExecutableRule>,
  hostingModel: HostingModel = 'inprocess',
): readonly Remedy[] {
  const start = whatIsThere(facts, hostingModel);
  if (rule === 'executable-for-another-system') {
    const publish: Remedy = {
      side: 'app',
      text: 'Publish for Windows, or without a runtime identifier.',
      snippet: 'dotnet publish -c Release -r win-x64',
    };
    // Published on Linux without a runtime identifier, it is that web.config names the executable, kept by hand.
    return entryDllGuess(facts) === undefined || bringsOtherRuntime(facts) ? [publish] : [publish, ...start];
  }
  const publish: Remedy = {
    side: 'app',
    text:
      rule === 'launcher-placeholder-left'
        ? 'Deploy the output of dotnet publish (its web.config), not the one of the project; check that IsTransformWebConfigDisabled is not set.'
        : 'Publish again, and check AssemblyName and UseAppHost if the name in web.config is kept by hand.',
  };
  return [publish, ...start];
}

/** web.config for the application that is there; nothing where it has lost what starts it. */
function whatIsThere(facts: StartFacts, hostingModel: HostingModel): readonly Remedy[] {
  const dll = entryDllGuess(facts) ?? 'App.dll';
  const start = startsThrough(facts.artifact, dll);
  if ('lost' in start) return [];
  const written = 'exe' in start ? `processPath=".\\${start.exe}" arguments=""` : `processPath="dotnet" ${argumentsSnippet(dll)}`;
  const text = `Name what is really there: ${'exe' in start ? start.exe : `dotnet as processPath, and ${dll} in arguments`}.`;
  return [{ side: 'app', text, snippet: `<aspNetCore ${written} hostingModel="${hostingModel}" />` }];
}

export function executableMissing(known: ProcessPathFacts, path: ApplicationPath, processPath: string): StartupFailure {
  const { facts, section } = known;
  const rule = missingExecutableRule(facts, section, processPath);
  const inText = pathInTexts(facts, processPath);
  const where = path.in === 'server' ? 'not among the files known to exist on the server' : 'not in the artifact';
  return resolutionFailure(known, {
    rule,
    text: `Executable was not found at '${inText}'`,
    message: rule === 'executable-missing' ? `processPath names ${fileName(processPath)}, and that file is ${where}.` : causes[rule],
    evidence: [...writtenEvidence(known), `${joinPath(inText, '')} is ${where}.`],
    remedies: missingExecutableRemedies(facts, rule),
  });
}

/** The 3.x and the 2.2 wording differ from the later one (dotnet/aspnetcore:…/CommonLib/HostFxrResolver.cpp). */
function dllMissingText(major: number, dll: string): string {
  if (major < 3) return `Application .dll was not found at ${dll}`;
  return major < 5
    ? `Application DLL was not found at ${dll}. Confirm the application dll is present. Single-file deployments are not supported in IIS.`
    : `The app couldn't be found at ${dll}. Confirm the app's main DLL is present. Single-file deployments are not supported in IIS.`;
}

function whyNoDll(
  facts: StartFacts,
  key: string,
  exe: string,
): { readonly message: string; readonly remedy: string; readonly snippet?: string } {
  const image = facts.artifact.images.get(key);
  if (image?.format === 'pe' && image.appHost?.bundle === true) {
    return {
      message: `${exe} is a single-file publish, and IIS cannot host those in-process.`,
      remedy: 'Publish as separate files, or host out-of-process.',
      snippet: '<PublishSingleFile>false</PublishSingleFile>',
    };
  }
  if (image?.format === 'pe' && image.clr !== undefined) {
    return {
      message: `${exe} is a .NET Framework program, and those run out-of-process only.`,
      remedy: 'Host out-of-process.',
      snippet: '<AspNetCoreHostingModel>OutOfProcess</AspNetCoreHostingModel>',
    };
  }
  const stem = key.slice(0, -4);
  if (
    image?.format === 'pe' &&
    image.appHost === undefined &&
    !facts.artifact.files.has(`${stem}.deps.json`) &&
    !facts.artifact.files.has(`${stem}.runtimeconfig.json`)
  ) {
    return {
      message: `${exe} has no dll beside it and looks like a Native AOT publish, which IIS cannot host in-process.`,
      remedy: 'Publish without Native AOT, or host out-of-process.',
      snippet: '<PublishAot>false</PublishAot>',
    };
  }
  return {
    message: `The application dll that belongs to ${exe} is not beside it.`,
    remedy: 'Publish again and deploy the whole output into an empty folder; or correct processPath if it names another program.',
  };
}

export function applicationDllMissing(
  known: ProcessPathFacts,
  path: Exclude<ApplicationPath, { in: 'unknown' }>,
  processPath: string,
): StartupFailure {
  const { facts, module } = known;
  const found = path.in === 'application' ? path.relative : path.path;
  const dll = `${withoutExtension(pathInTexts(facts, processPath))}.dll`;
  const why = whyNoDll(facts, path.in === 'application' ? path.key : '', fileName(found));
  return resolutionFailure(known, {
    rule: 'application-dll-missing',
    status: '500.38',
    text: dllMissingText(module.major, dll),
    message: why.message,
    evidence: [...writtenEvidence(known), `${found} is there, ${joinPath(dll, '')} is not.`],
    remedies: [{ side: 'app', text: why.remedy, ...(why.snippet === undefined ? {} : { snippet: why.snippet }) }],
  });
}

import type { StartFacts } from '../model/start-facts.ts';
import type { EventLogEntry } from '../model/startup-failure.ts';
import type { ModuleGeneration } from '../model/worked-out.ts';
import { applicationFolder } from './application-folder.ts';

/**
 * Entries the module writes to the Application event log.
 * Ids: dotnet/aspnetcore:src/Servers/IIS/AspNetCoreModuleV2/CommonLib/aspnetcore_msg.mc; texts: …/CommonLib/resources.h;
 * those of 2.2: aspnet/IISIntegration:src/AspNetCoreModuleV2/CommonLib/resources.h.
 */

/** The entries of one failure, in the order in which they are written. */
export type EventLogEntries = readonly [EventLogEntry, ...EventLogEntry[]];

type Generation = Pick<ModuleGeneration, 'module' | 'major'>;

function entry(module: Generation, id: number, message: string): EventLogEntry {
  return { source: module.module === 'AspNetCoreModule' ? 'IIS AspNetCore Module' : 'IIS AspNetCore Module V2', id, message };
}

/** The metabase path by which the module names an application. The site's number is not a fact of the manifest. */
function metabasePath(facts: StartFacts): string {
  const path = facts.target.application ?? '/';
  return `/LM/W3SVC/{site id}/ROOT${path === '/' ? '' : path}`;
}

/** 1010: the shim could not start the application. Written after every failure to find or load a handler. */
export function startFailedEvent(module: Generation, facts: StartFacts, hresult: string): EventLogEntry {
  return entry(module, 1010, `Failed to start application '${metabasePath(facts)}', ErrorCode '${hresult}'.`);
}

/** 1031: resolving dotnet, the exe or hostfxr failed. */
export function resolutionFailedEvent(module: Generation, facts: StartFacts, text: string): EventLogEntry {
  const application = `${applicationFolder(facts)}\\`;
  return entry(
    module,
    1031,
    module.major < 3
      ? `Application '${application}' wasn't able to start. ${text}`
      : `Application '${application}' failed to start. Exception message:\n${text}`,
  );
}

/** What an entry says, without the words in which each version of the module puts a cause. */
export function toldCause({ message }: EventLogEntry): string {
  return message.replace(/\s+/g, ' ').replace(/(?:wasn't able to start\.|failed to start\. Exception message:) /, 'failed to start: ');
}

/** 1034: the module cannot read its configuration section. `text` may be empty, as the module's own is in one case. */
export function configurationEvent(module: Generation, text: string): EventLogEntry {
  return entry(module, 1034, `Could not load configuration. Exception message:${module.major < 3 ? ' ' : '\n'}${text}`);
}

export const sectionUnreadableText =
  "Unable to get required configuration section 'system.webServer/aspNetCore'. Possible reason is web.config authoring error.";

/** 1027: anything about hostfxr and the in-process handler. */
export function nativeDependenciesEvent(module: Generation, text: string): EventLogEntry {
  return entry(module, 1027, text);
}

/** The second 1027: what hostfxr wrote while the handler was searched. */
export function handlerNotFoundEvent(module: Generation, hostText: string): EventLogEntry {
  return entry(
    module,
    1027,
    module.major < 3
      ? `Could not find inprocess request handler. Captured output from invoking hostfxr: ${hostText}`
      : `Could not find 'aspnetcorev2_inprocess.dll'. Exception message:\n${hostText}`,
  );
}

export function dependenciesNotFoundText(module: Generation): string {
  return module.major < 3
    ? 'Invoking hostfxr to find the inprocess request handler failed without finding any native dependencies. This most likely means the app is misconfigured, please check the versions of Microsoft.NetCore.App and Microsoft.AspNetCore.App that are targeted by the application and are installed on the machine.'
    : 'Unable to locate application dependencies. Ensure that the versions of Microsoft.NetCore.App and Microsoft.AspNetCore.App targeted by the application are installed.';
}

/** 1009 and 1008: the pool already hosts something this application cannot share it with. The value is the model's number. */
export function mixedHostingModelEvent(module: Generation, facts: StartFacts, hostingModel: 'inprocess' | 'outofprocess'): EventLogEntry {
  // dotnet/aspnetcore:…/CommonLib/ … APP_HOSTING_MODEL: HOSTING_UNKNOWN 0, HOSTING_IN_PROCESS 1, HOSTING_OUT_PROCESS 2
  const value = hostingModel === 'inprocess' ? 1 : 2;
  return entry(
    module,
    1009,
    `Mixed hosting model is not supported. Application '${metabasePath(facts)}' configured with different hostingModel value '${value}' other than the one of running application(s).`,
  );
}

export function secondInProcessEvent(module: Generation, facts: StartFacts): EventLogEntry {
  const word = module.major < 3 ? 'inprocess' : 'in-process';
  return entry(
    module,
    1008,
    `Only one ${word} application is allowed per IIS application pool. Please assign the application '${metabasePath(facts)}' to a different IIS application pool.`,
  );
}

export function moduleDisabledEvent(module: Generation): EventLogEntry {
  return entry(module, 1013, 'AspNetCore Module is disabled');
}

/** 1029: no out-of-process handler beside the module. */
export function outOfProcessHandlerMissingEvent(module: Generation): EventLogEntry {
  return entry(
    module,
    1029,
    "Could not find the assembly 'aspnetcorev2_outofprocess.dll' for out-of-process application. Please confirm the assembly is installed correctly for IIS or IISExpress.",
  );
}

/** 1007: the in-process handler could not bring the application up. `major`: the handler's. */
export function coreClrFailedEvent(module: Generation, facts: StartFacts, major: number, text: string): EventLogEntry {
  const who = `Application '${metabasePath(facts)}' with physical root '${applicationFolder(facts)}\\'`;
  return entry(
    module,
    1007,
    major < 3 ? `${who} failed to load clr and managed application. ${text}` : `${who} failed to load coreclr. Exception message:\n${text}`,
  );
}

/** 1007, last: the thread that ran the application is gone. */
export function workerThreadExitedEvent(module: Generation, facts: StartFacts, major: number): EventLogEntry {
  return coreClrFailedEvent(module, facts, major, 'CLR worker thread exited prematurely');
}

const captured = (major: number): string => `${major < 3 ? 'Last 4KB' : 'First 30KB'} characters of captured stdout and stderr logs`;

/** 1018: an unhandled managed exception ended the application. `major`: the handler's. */
export function managedExceptionEvent(module: Generation, facts: StartFacts, major: number, exception: string): EventLogEntry {
  return entry(
    module,
    1018,
    `Application '${metabasePath(facts)}' with physical root '${applicationFolder(facts)}\\' hit unexpected managed exception, exception code = '0xe0434352'. ${captured(major)}:\n${exception}`,
  );
}

/** 1035: Main returned, or the host did in its place. `exitCode` is unsigned, the text has it with a sign. `major`: the handler's. */
export function mainExitedEvent(module: Generation, facts: StartFacts, major: number, exitCode: number, output: string): EventLogEntry {
  const what = major < 3 ? 'hit unexpected managed background thread exit,' : 'has exited from Program.Main with';
  return entry(
    module,
    1035,
    `Application '${metabasePath(facts)}' with physical root '${applicationFolder(facts)}\\' ${what} exit code = '${exitCode | 0}'. ${captured(major)}:\n${output}`,
  );
}

/** What the handler of an out-of-process start tells about one. */
export interface ProcessStart {
  readonly commandLine: string;
  /** The step of the start that failed, in the handler's own word. */
  readonly stage: 'SetupListenPort' | 'CreateProcessW' | 'PostStartCheck';
  readonly hresult: string;
  /** What ASPNETCORE_PORT is as a number, where it is why the start failed. */
  readonly port?: string;
  /** What the child wrote and the handler caught, as far as it can be known. */
  readonly output: string;
}

const startedBy = (facts: StartFacts, name: string): string => `Application '${name}' with physical root '${applicationFolder(facts)}\\'`;

/** 1020: the out-of-process child did not come up. */
export function processStartFailedEvent(module: Generation, facts: StartFacts, { commandLine, port, output }: ProcessStart): EventLogEntry {
  const who = `${startedBy(facts, metabasePath(facts))} failed to start process with commandline '${commandLine}'`;
  return entry(
    module,
    1020,
    module.major < 3
      ? `${who} with multiple retries. The last try of listening port is '${port ?? '{port}'}'. See previous warnings for details.`
      : `${who} with multiple retries. Failed to bind to port '${port ?? '{port}'}'. First 30KB characters of captured stdout and stderr logs from multiple retries:\n${output}`,
  );
}

/** 1000: one attempt to start the child failed. */
function attemptFailedEvent(module: Generation, facts: StartFacts, start: ProcessStart, retriesLeft: number): EventLogEntry {
  const { commandLine, stage, hresult, port } = start;
  const how = `at stage '${stage}', ErrorCode = '${hresult}', assigned port ${port ?? '{port}'}, retryCounter '${retriesLeft}'.`;
  return entry(module, 1000, `${startedBy(facts, metabasePath(facts))} failed to start process with commandline '${commandLine}' ${how}`);
}

/** 1001: the port of web.config cannot be used; the id is that of a start that succeeded. */
function portRefusedEvent(module: Generation, facts: StartFacts, { port, hresult }: ProcessStart): EventLogEntry {
  const range = `port range '${module.major >= 8 ? 10_000 : 1025} - 48000'`;
  return entry(
    module,
    1001,
    `${startedBy(facts, metabasePath(facts))} failed to choose listen port '${port ?? ''}' given ${range}, ErrorCode = '${hresult}'. If environment variable 'ASPNETCORE_PORT' was set, try removing it such that a random port is selected instead.`,
  );
}

/** What the handler writes besides 1020, in order: the attempts, two of them unless the port is at fault. */
export function processAttemptEvents(module: Generation, facts: StartFacts, start: ProcessStart): readonly EventLogEntry[] {
  return start.stage === 'SetupListenPort'
    ? [portRefusedEvent(module, facts, start), attemptFailedEvent(module, facts, start, 0)]
    : [attemptFailedEvent(module, facts, start, 1), attemptFailedEvent(module, facts, start, 0)];
}

/** 1000 of version 1, which tries once. Source: aspnet/AspNetCoreModule:src/AspNetCore/Src/serverprocess.cxx `StartProcess`. */
export function processStartFailedEventOfV1(module: Generation, facts: StartFacts, { commandLine, hresult }: ProcessStart): EventLogEntry {
  const application = facts.target.application ?? '/';
  const name = `MACHINE/WEBROOT/APPHOST/${(facts.target.site ?? '{site}').toUpperCase()}${application === '/' ? '' : application.toUpperCase()}`;
  return entry(
    module,
    1000,
    `${startedBy(facts, name)} failed to start process with commandline '${commandLine}', ErrorCode = '${hresult}'.`,
  );
}

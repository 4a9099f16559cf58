import type { AspNetCoreSection } from '../model/aspnetcore-section.ts';
import type { FailureCause, StartupFailure } from '../model/finding.ts';
import { type Hresult, hresults } from '../model/startup-failure.ts';
import type { LaunchCommand, ModuleGeneration } from '../model/worked-out.ts';
import { handlerSetting } from './aspnetcore-section.ts';
import type { ChildLaunch } from './child-start.ts';
import { errorPageTitle } from './error-page.ts';
import { type ProcessStart, processAttemptEvents, processStartFailedEvent, processStartFailedEventOfV1 } from './event-log.ts';
import { handlerGeneration } from './handler-folder.ts';

export interface ChildFailureCause extends FailureCause {
  readonly hresult: Hresult;
  /** What the child writes before it ends, as far as it can be known. */
  readonly output?: string;
  /** What ASPNETCORE_PORT is as a number, where that is the cause. */
  readonly port?: string;
}

/** The command line as the handler writes it: quoted from 7.0 on. */
function commandLine(module: ModuleGeneration, launch: LaunchCommand): string {
  return module.major >= 7 ? `"${launch.processPath}" ${launch.arguments}` : `${launch.processPath} ${launch.arguments}`;
}

/** Version 1 has other codes for a process that ends or keeps silent (aspnet/AspNetCoreModule:src/AspNetCore/Src/serverprocess.cxx). */
function hresultOfV1(hresult: Hresult): Hresult {
  if (hresult === hresults.PROCESS_EXITED) return hresults.E_FAIL;
  return hresult === hresults.PROCESS_START_TIMEOUT ? hresults.ERROR_TIMEOUT : hresult;
}

function stageOf(hresult: Hresult): ProcessStart['stage'] {
  if (hresult === hresults.ERROR_INVALID_PARAMETER) return 'SetupListenPort';
  return hresult === hresults.PROCESS_EXITED || hresult === hresults.PROCESS_START_TIMEOUT ? 'PostStartCheck' : 'CreateProcessW';
}

/** The handler reads what the child writes unless it goes to the log file, or the setting keeps it from redirecting the console. */
function isOutputCaught(section: AspNetCoreSection): boolean {
  return !section.stdoutLogEnabled && !/^false$/i.test(handlerSetting(section, 'enableOutOfProcessConsoleRedirection')?.value ?? '');
}

/**
 * The child process did not come up: 502.5, or 502.3 when disableStartUpErrorPage keeps the handler from sending its page.
 * Source: dotnet/aspnetcore:src/Servers/IIS/AspNetCoreModuleV2/OutOfProcessRequestHandler/{serverprocess,forwardinghandler}.cpp; aspnet/IISIntegration#283.
 */
export function childFailure(child: ChildLaunch, cause: ChildFailureCause): StartupFailure {
  const { facts, section, launch } = child;
  const module = handlerGeneration(facts.server, section, child.module);
  const status = section.disableStartUpErrorPage ? '502.3' : '502.5';
  const v1 = module.module === 'AspNetCoreModule';
  const title = status === '502.3' ? 'Bad Gateway' : v1 ? 'Process Failure' : errorPageTitle('502.5', module.major, 'outofprocess');
  const hresult = v1 ? hresultOfV1(cause.hresult) : cause.hresult;
  const start: ProcessStart = {
    commandLine: commandLine(module, launch),
    stage: stageOf(cause.hresult),
    hresult,
    ...(cause.port === undefined ? {} : { port: cause.port }),
    output: isOutputCaught(section) ? (cause.output ?? '') : '',
  };
  return {
    rule: cause.rule,
    severity: 'error',
    certainty: cause.certainty ?? 'certain',
    status,
    ...(title === undefined ? {} : { title }),
    hresult,
    event: v1 ? processStartFailedEventOfV1(module, facts, start) : processStartFailedEvent(module, facts, start),
    ...(v1 ? {} : { furtherEvents: processAttemptEvents(module, facts, start) }),
    message: cause.message,
    evidence: [
      ...cause.evidence,
      ...(section.disableStartUpErrorPage ? ['disableStartUpErrorPage is true, so the page is a plain 502.3 instead of 502.5.'] : []),
      ...(section.stdoutLogEnabled && cause.output !== undefined && cause.output !== ''
        ? ['stdoutLogEnabled is true, so what the process writes is in the log file and not in the event.']
        : []),
    ],
    remedies: cause.remedies,
    ...(cause.place === undefined ? {} : { place: cause.place }),
  };
}

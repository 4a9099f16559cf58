import type { AspNetCoreSection } from '../model/aspnetcore-section.ts';
import type { FailureRuleId } from '../model/failure-rules.ts';
import type { Certainty, Place, Remedy, StartupFailure } from '../model/finding.ts';
import type { StartFacts } from '../model/start-facts.ts';
import type { Hresult } from '../model/startup-failure.ts';
import type { LaunchCommand, ModuleGeneration } from '../model/worked-out.ts';
import { errorPageTitle } from './error-page.ts';
import { processStartFailedEvent } from './event-log.ts';

export interface ChildFailureCause {
  readonly rule: FailureRuleId;
  readonly hresult: Hresult;
  readonly message: string;
  readonly evidence: readonly string[];
  readonly remedies: readonly Remedy[];
  /** What the child writes before it ends, as far as it can be known. */
  readonly output?: string;
  readonly certainty?: Certainty;
  readonly place?: Place;
}

/** The command line as the handler writes it: quoted from 7.0 on. */
export function commandLine(module: ModuleGeneration, launch: LaunchCommand): string {
  return module.major >= 7 ? `"${launch.processPath}" ${launch.arguments}` : `${launch.processPath} ${launch.arguments}`;
}

/**
 * The child process did not come up: 502.5, or 502.3 when disableStartUpErrorPage keeps the handler from sending its page.
 * Source: dotnet/aspnetcore:src/Servers/IIS/AspNetCoreModuleV2/OutOfProcessRequestHandler/{serverprocess,forwardinghandler}.cpp; aspnet/IISIntegration#283.
 */
export function childFailure(
  {
    facts,
    module,
    section,
    launch,
  }: { readonly facts: StartFacts; readonly module: ModuleGeneration; readonly section: AspNetCoreSection; readonly launch: LaunchCommand },
  cause: ChildFailureCause,
): StartupFailure {
  const status = section.disableStartUpErrorPage ? '502.3' : '502.5';
  const v1 = module.module === 'AspNetCoreModule';
  const title = status === '502.3' ? 'Bad Gateway' : v1 ? 'Process Failure' : errorPageTitle('502.5', module.major, 'outofprocess');
  return {
    rule: cause.rule,
    severity: 'error',
    certainty: cause.certainty ?? 'certain',
    status,
    ...(title === undefined ? {} : { title }),
    hresult: cause.hresult,
    event: processStartFailedEvent(module, facts, commandLine(module, launch), cause.output ?? ''),
    message: cause.message,
    evidence: [
      ...cause.evidence,
      ...(section.disableStartUpErrorPage ? ['disableStartUpErrorPage is true, so the page is a plain 502.3 instead of 502.5.'] : []),
    ],
    remedies: cause.remedies,
    ...(cause.place === undefined ? {} : { place: cause.place }),
  };
}

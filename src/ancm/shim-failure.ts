import type { AspNetCoreSection } from '../model/aspnetcore-section.ts';
import type { FailureRuleId } from '../model/failure-rules.ts';
import type { Certainty, Place, Remedy, StartupFailure } from '../model/finding.ts';
import { type Hresult, type HttpStatus, hresults } from '../model/startup-failure.ts';
import type { ModuleGeneration } from '../model/worked-out.ts';
import { errorPageTitle } from './error-page.ts';
import type { EventLogEntries } from './event-log.ts';

/** What is specific about one failure of the shim; the rest follows from its version and from the section. */
export interface ShimFailureCause {
  readonly rule: FailureRuleId;
  /** As a module 3.0 or later says it. */
  readonly status: HttpStatus;
  readonly hresult: Hresult;
  readonly events: EventLogEntries;
  readonly message: string;
  readonly evidence: readonly string[];
  readonly remedies: readonly Remedy[];
  readonly place?: Place;
  readonly certainty?: Certainty;
}

/** The sub-status codes that only a shim from 3.0 on knows; a 2.2 shim says 500.0 in their place. */
const since3 = new Set<HttpStatus>(['500.31', '500.32', '500.33', '500.34', '500.35', '500.36', '500.38']);

/**
 * A failure that `aspnetcorev2.dll` reports: the status its version knows, its page title, and the HRESULT that IIS gets.
 * With disableStartUpErrorPage the status stays, the page is IIS's own and the HRESULT is E_FAIL
 * (dotnet/aspnetcore:src/Servers/IIS/AspNetCoreModuleV2/CommonLib/ServerErrorHandler.h).
 */
export function shimFailure(
  module: ModuleGeneration,
  section: Pick<AspNetCoreSection, 'disableStartUpErrorPage'>,
  hostingModel: 'inprocess' | 'outofprocess',
  cause: ShimFailureCause,
): StartupFailure {
  const status = module.major < 3 && since3.has(cause.status) ? '500.0' : cause.status;
  const title = section.disableStartUpErrorPage ? undefined : errorPageTitle(status, module.major, hostingModel);
  const [event, ...furtherEvents] = cause.events;
  return {
    rule: cause.rule,
    severity: 'error',
    certainty: cause.certainty ?? 'certain',
    status,
    ...(title === undefined ? {} : { title }),
    hresult: section.disableStartUpErrorPage ? hresults.E_FAIL : cause.hresult,
    event,
    furtherEvents,
    message: cause.message,
    evidence: cause.evidence,
    remedies: cause.remedies,
    ...(cause.place === undefined ? {} : { place: cause.place }),
  };
}

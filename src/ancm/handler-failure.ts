import type { AspNetCoreSection } from '../model/aspnetcore-section.ts';
import type { FailureRuleId } from '../model/failure-rules.ts';
import type { Certainty, Place, Remedy, StartupFailure } from '../model/finding.ts';
import { hresults } from '../model/startup-failure.ts';
import { errorPageTitle } from './error-page.ts';
import type { EventLogEntries } from './event-log.ts';

export interface HandlerFailureCause {
  readonly rule: FailureRuleId;
  readonly status: '500.30' | '500.37';
  readonly events: EventLogEntries;
  readonly message: string;
  readonly evidence: readonly string[];
  readonly remedies: readonly Remedy[];
  readonly certainty?: Certainty;
  readonly place?: Place;
}

/** Product major of the in-process handler that speaks; a current one where its version is not known. */
export function handlerMajor(version: string | undefined): number {
  return version === undefined ? 10 : Number(version.split('.')[0]);
}

/**
 * A failure that the in-process handler reports, after the shim has handed over: 500.30 or 500.37, HRESULT 0x8007023e, no event 1010.
 * The handler of 2.2 knows no 500.37. With disableStartUpErrorPage IIS gets E_FAIL, as from the shim: both use ServerErrorHandler.
 * Source: dotnet/aspnetcore:src/Servers/IIS/AspNetCoreModuleV2/InProcessRequestHandler/inprocessapplication.cpp,
 * StartupExceptionApplication.h; …/CommonLib/ServerErrorHandler.h.
 */
export function handlerFailure(section: AspNetCoreSection, version: string | undefined, cause: HandlerFailureCause): StartupFailure {
  const major = handlerMajor(version);
  const status = major < 3 ? '500.30' : cause.status;
  const title = section.disableStartUpErrorPage ? undefined : errorPageTitle(status, major, 'inprocess');
  const [event, ...furtherEvents] = cause.events;
  return {
    rule: cause.rule,
    severity: 'error',
    certainty: cause.certainty ?? 'certain',
    status,
    ...(title === undefined ? {} : { title }),
    hresult: section.disableStartUpErrorPage ? hresults.E_FAIL : hresults.ERROR_UNHANDLED_EXCEPTION,
    event,
    furtherEvents,
    message: cause.message,
    evidence: cause.evidence,
    remedies: cause.remedies,
    ...(cause.place === undefined ? {} : { place: cause.place }),
  };
}

import type { AspNetCoreSection } from '../model/aspnetcore-section.ts';
import type { FailureCause, StartupFailure } from '../model/finding.ts';
import { type Hresult, type HttpStatus, hresults } from '../model/startup-failure.ts';
import type { HostingModel } from '../model/target-server.ts';
import { errorPageTitle } from './error-page.ts';
import type { EventLogEntries } from './event-log.ts';

/** A failure with what the event log says of it. */
export interface ServerErrorCause extends FailureCause {
  readonly events: EventLogEntries;
}

/** The page as the binary that speaks would send it. */
export interface ServerErrorPage {
  readonly status: HttpStatus;
  readonly hresult: Hresult;
  /** Product major of the binary that speaks. */
  readonly major: number;
  readonly hostingModel: HostingModel;
}

/**
 * How the shim and the in-process handler answer after a failed start. With disableStartUpErrorPage the status stays, the page is IIS's own
 * and the HRESULT is E_FAIL (dotnet/aspnetcore:src/Servers/IIS/AspNetCoreModuleV2/CommonLib/ServerErrorHandler.h).
 */
export function serverError(
  { disableStartUpErrorPage }: Pick<AspNetCoreSection, 'disableStartUpErrorPage'>,
  { status, hresult, major, hostingModel }: ServerErrorPage,
  cause: ServerErrorCause,
): StartupFailure {
  const title = disableStartUpErrorPage ? undefined : errorPageTitle(status, major, hostingModel);
  const [event, ...furtherEvents] = cause.events;
  return {
    rule: cause.rule,
    severity: 'error',
    certainty: cause.certainty ?? 'certain',
    status,
    ...(title === undefined ? {} : { title }),
    hresult: disableStartUpErrorPage ? hresults.E_FAIL : hresult,
    event,
    furtherEvents,
    message: cause.message,
    evidence: cause.evidence,
    remedies: cause.remedies,
    ...(cause.place === undefined ? {} : { place: cause.place }),
  };
}

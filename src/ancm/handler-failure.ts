import type { AspNetCoreSection } from '../model/aspnetcore-section.ts';
import type { StartupFailure } from '../model/finding.ts';
import { hresults } from '../model/startup-failure.ts';
import { type ServerErrorCause, serverError } from './server-error-handler.ts';

export interface HandlerFailureCause extends ServerErrorCause {
  readonly status: '500.30' | '500.37';
}

/** Product major of the in-process handler that speaks; a current one where its version is not known. */
export function handlerMajor(version: string | undefined): number {
  return version === undefined ? 10 : Number(version.split('.')[0]);
}

/**
 * A failure that the in-process handler reports, after the shim has handed over: 500.30 or 500.37, HRESULT 0x8007023e, no event 1010.
 * The handler of 2.2 knows no 500.37.
 * Source: dotnet/aspnetcore:src/Servers/IIS/AspNetCoreModuleV2/InProcessRequestHandler/inprocessapplication.cpp, StartupExceptionApplication.h.
 */
export function handlerFailure(section: AspNetCoreSection, version: string | undefined, cause: HandlerFailureCause): StartupFailure {
  const major = handlerMajor(version);
  const status = major < 3 ? '500.30' : cause.status;
  return serverError(section, { status, hresult: hresults.ERROR_UNHANDLED_EXCEPTION, major, hostingModel: 'inprocess' }, cause);
}

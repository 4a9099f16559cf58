import type { AspNetCoreSection } from '../model/aspnetcore-section.ts';
import type { StartupFailure } from '../model/finding.ts';
import type { Hresult, HttpStatus } from '../model/startup-failure.ts';
import type { HostingModel } from '../model/target-server.ts';
import type { ModuleGeneration } from '../model/worked-out.ts';
import { type ServerErrorCause, serverError } from './server-error-handler.ts';

export interface ShimFailureCause extends ServerErrorCause {
  /** As a module 3.0 or later says it. */
  readonly status: HttpStatus;
  readonly hresult: Hresult;
}

/** The sub-status codes that only a shim from 3.0 on knows; a 2.2 shim says 500.0 in their place. */
const since3 = new Set<HttpStatus>(['500.31', '500.32', '500.33', '500.34', '500.35', '500.36', '500.38']);

/** A failure that `aspnetcorev2.dll` reports: the status its version knows, its page title, and the HRESULT that IIS gets. */
export function shimFailure(
  { major }: ModuleGeneration,
  section: Pick<AspNetCoreSection, 'disableStartUpErrorPage'>,
  hostingModel: HostingModel,
  cause: ShimFailureCause,
): StartupFailure {
  const status = major < 3 && since3.has(cause.status) ? '500.0' : cause.status;
  return serverError(section, { status, hresult: cause.hresult, major, hostingModel }, cause);
}

import type { FailureText } from './failure-text.ts';
import { iisFailures } from './iis-failures.ts';
import { inProcessFailures } from './inprocess-failures.ts';
import { outOfProcessFailures } from './outofprocess-failures.ts';
import type { HttpStatus } from './startup-failure.ts';

/**
 * Every status a start can end with: what it means, who says it, what people see, what to do first.
 * A status without a text does not compile. Titles, HRESULTs and event ids follow
 * dotnet/aspnetcore:src/Servers/IIS/AspNetCoreModuleV2 (CommonLib/aspnetcore_msg.mc, CommonLib/resources.h and the page
 * templates) and learn.microsoft.com/aspnet/core/test/troubleshoot-azure-iis; those of IIS learn.microsoft.com/troubleshoot/developer/webapps/iis.
 */
export const failureCatalogue: Readonly<Record<HttpStatus, FailureText>> = {
  ...iisFailures,
  ...inProcessFailures,
  ...outOfProcessFailures,
};

/** The page of this documentation about a status, relative to the root of the project. */
export function failurePage(status: HttpStatus): string {
  return `docs/failures/${status}.md`;
}

/**
 * The first line of what people see. `title` as predicted for this server; without one, the page that IIS shows.
 * HTTP.sys words its 503 page in a form of its own.
 */
export function pageHeading(status: HttpStatus, title?: string): string {
  if (status === '503') return `HTTP Error 503. ${title ?? 'The service is unavailable.'}`;
  const shown = status === '404' ? '404.0' : status;
  return `HTTP Error ${shown} - ${title ?? iisTitle(status)}`;
}

/** The title IIS gives when no module writes a page: the reason phrase of the status class. */
function iisTitle(status: HttpStatus): string {
  if (status.startsWith('500.')) return 'Internal Server Error';
  return failureCatalogue[status].pages[0]?.title ?? '';
}

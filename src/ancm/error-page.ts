import type { HttpStatus } from '../model/startup-failure.ts';

/** Titles of the module's own error pages: the wording of 3.x, and the one since 5.0 (dotnet/aspnetcore:src/Servers/IIS/AspNetCoreModuleV2/*.htm, *.rc). */
const titles: Partial<Record<HttpStatus, { readonly before5: string; readonly since5: string }>> = {
  '500.30': { before5: 'ANCM In-Process Start Failure', since5: 'ASP.NET Core app failed to start' },
  '500.31': { before5: 'ANCM Failed to Find Native Dependencies', since5: 'Failed to load ASP.NET Core runtime' },
  '500.32': { before5: 'ANCM Failed to Load dll', since5: 'Failed to load .NET Core host' },
  '500.33': { before5: 'ANCM Request Handler Load Failure', since5: 'Failed to load ASP.NET Core request handler' },
  '500.34': { before5: 'ANCM Mixed Hosting Models Not Supported', since5: 'ASP.NET Core does not support mixing hosting models' },
  '500.35': {
    before5: 'ANCM Multiple In-Process Applications in same Process',
    since5: 'ASP.NET Core does not support multiple apps in the same app pool',
  },
  '500.36': { before5: 'ANCM Out-Of-Process Handler Load Failure', since5: 'ASP.NET Core IIS hosting failure (out-of-process)' },
  '500.37': {
    before5: 'ANCM Failed to Start Within Startup Time Limit',
    since5: 'ASP.NET Core app failed to start within startup time limit',
  },
  '500.38': { before5: 'ANCM Application DLL Not Found', since5: 'Failed to locate ASP.NET Core app' },
  '502.5': { before5: 'ANCM Out-Of-Process Startup Failure', since5: 'ANCM Out-Of-Process Startup Failure' },
};

const loadFailure = {
  inprocess: { before5: 'ANCM In-Process Handler Load Failure', since5: 'ASP.NET Core IIS hosting failure (in-process)' },
  outofprocess: { before5: 'ANCM Out-Of-Process Handler Load Failure', since5: 'ASP.NET Core IIS hosting failure (out-of-process)' },
} as const;

/**
 * The title of the page for `status`, in the words of the binary that speaks.
 * `major`: product major of that binary (the shim for 500.0 and 500.31 to 500.38, the handler for 500.30, 500.37 and 502.5).
 * `undefined` where the module sends no page of its own.
 */
export function errorPageTitle(status: HttpStatus, major: number, hostingModel: 'inprocess' | 'outofprocess'): string | undefined {
  const title = status === '500.0' ? loadFailure[hostingModel] : titles[status];
  return major >= 5 ? title?.since5 : title?.before5;
}

import { restartIis } from '../model/remedies.ts';
import { appcmd } from './appcmd.ts';
import { eventSources, type FailureText } from './failure-text.ts';
import { hresults } from './startup-failure.ts';

/** Statuses that IIS itself answers with, before or instead of the ASP.NET Core Module (503 can be either). */
export const iisFailures = {
  '503': {
    meaning:
      'Nobody takes the request: app_offline.htm lies at the application root, or the application pool is stopped or cannot keep a worker process alive.',
    answeredBy: 'the module for app_offline.htm (the page is the content of that file), HTTP.sys for a pool that is not running',
    pages: [
      { title: 'The service is unavailable.', shownBy: 'HTTP.sys, when the pool is stopped' },
      { title: 'Service Unavailable', shownBy: 'the module for app_offline.htm; the page itself is the content of that file' },
    ],
    hresults: [hresults.ERROR_SERVER_SHUTDOWN_IN_PROGRESS, hresults.ERROR_MOD_NOT_FOUND],
    events: [
      {
        source: eventSources.processActivation,
        id: 5002,
        meaning: 'The pool was disabled after a series of failures (rapid-fail protection)',
      },
      { source: eventSources.worker, id: 2280, meaning: 'A module dll failed to load' },
    ],
    remedies: [
      { side: 'app', text: 'Leave app_offline.htm out of the publish output.' },
      { side: 'server', text: 'Delete app_offline.htm from the application root once the deployment is done.' },
      { side: 'server', text: 'Start the application pool and look for what stopped it.', snippet: 'Start-WebAppPool -Name <pool>' },
    ],
  },
  '500.19': {
    meaning:
      'IIS cannot read or may not use the configuration of the application, so neither the module nor the application is reached. The HRESULT on the page tells the kind of problem.',
    answeredBy: 'the configuration system of IIS',
    pages: [{ title: 'Internal Server Error', shownBy: 'IIS, in full only to a browser on the server itself' }],
    hresults: [
      hresults.ERROR_INVALID_DATA,
      hresults.ERROR_NOT_SUPPORTED,
      hresults.ERROR_LOCK_VIOLATION,
      hresults.ERROR_ALREADY_EXISTS,
      hresults.ERROR_ACCESS_DENIED,
      hresults.ERROR_PATH_NOT_FOUND,
    ],
    events: [],
    remedies: [
      { side: 'app', text: 'Correct the element of web.config that the page names, or leave its section out.' },
      {
        side: 'server',
        text: 'Install what declares the section: the Hosting Bundle for system.webServer/aspNetCore (after IIS, otherwise repair it), URL Rewrite for system.webServer/rewrite.',
      },
      {
        side: 'server',
        text: 'Unlock the section if the page says that it is locked (0x80070021).',
        snippet: `${appcmd} unlock config -section:system.webServer/handlers`,
      },
    ],
  },
  '500.21': {
    meaning: 'The handler that web.config maps requests to names a module that is not registered on this server.',
    answeredBy: 'IIS, when it looks the handler up',
    pages: [{ title: 'Internal Server Error', shownBy: 'IIS, in full only to a browser on the server itself' }],
    hresults: [hresults.ERROR_INVALID_DATA],
    events: [],
    remedies: [
      {
        side: 'app',
        text: 'Name the module that the server has; the SDK writes AspNetCoreModuleV2 since 2.2.',
        snippet: '<add name="aspNetCore" path="*" verb="*" modules="AspNetCoreModuleV2" resourceType="Unspecified" />',
      },
      {
        side: 'server',
        text: 'Install or repair the Hosting Bundle, after IIS is installed, then restart IIS.',
        snippet: restartIis,
      },
    ],
  },
  '403.14': {
    meaning: 'No handler took the request, so IIS tried to list the folder, and listing is off. The application was never started.',
    answeredBy: 'the directory-listing module of IIS',
    pages: [{ title: 'Forbidden', shownBy: 'IIS; the page adds that the server is set not to list the contents of the directory' }],
    hresults: [],
    events: [],
    remedies: [
      {
        side: 'app',
        text: 'Publish web.config at the application root: use the Web SDK and `dotnet publish`, and deploy the publish folder, not its parent.',
      },
      { side: 'server', text: 'Point the physical path of the application at the folder that holds web.config and the entry dll.' },
    ],
  },
  '404': {
    meaning:
      'No handler of the module took the request, and no static file has the name that was asked for. The application was never started.',
    answeredBy: 'the static-file handler of IIS',
    pages: [{ title: 'Not Found', shownBy: 'IIS, as 404.0' }],
    hresults: [hresults.ERROR_FILE_NOT_FOUND],
    events: [],
    remedies: [
      { side: 'app', text: 'Publish web.config at the application root, with a handler for `path="*"` that names AspNetCoreModuleV2.' },
      { side: 'server', text: 'Point the physical path of the application at the folder that holds web.config and the entry dll.' },
    ],
  },
} as const satisfies Record<string, FailureText>;

import { restartIis } from '../model/remedies.ts';
import { eventSources, type FailureText } from './failure-text.ts';
import { hresults } from './startup-failure.ts';

const handler = 'the out-of-process request handler (aspnetcorev2_outofprocess.dll, the newest version folder beside the module)';

/** An event of the module's own source. */
function event(id: number, meaning: string) {
  return { source: eventSources.module, id, meaning };
}

/** How a process fails to start; 502.3 stands for 502.5 where the page of the module is switched off. */
const processResults = [
  hresults.ERROR_FILE_NOT_FOUND,
  hresults.ERROR_ACCESS_DENIED,
  hresults.ERROR_BAD_EXE_FORMAT,
  hresults.ERROR_EXE_MACHINE_TYPE_MISMATCH,
  hresults.ERROR_INVALID_PARAMETER,
  hresults.PROCESS_EXITED,
  hresults.PROCESS_START_TIMEOUT,
  hresults.ERROR_SERVER_DISABLED,
  hresults.E_FAIL,
  hresults.ERROR_TIMEOUT,
];

const processEvents = [
  event(1000, 'One attempt to start the process failed; names the command line, the stage and the error code'),
  event(1001, 'The port could not be set up (the same id reports a successful start as information)'),
  event(1003, 'The process ended too often within a minute'),
  event(1020, 'All attempts failed; holds what the process wrote'),
];

/** Statuses of hosting out-of-process: the module starts a process of its own and forwards requests to it. */
export const outOfProcessFailures = {
  '500.36': {
    meaning: 'The module found no version folder with the out-of-process request handler beside itself: its installation is damaged.',
    answeredBy: 'the module on the server (aspnetcorev2.dll, from the newest Hosting Bundle installed)',
    pages: [
      { title: 'ASP.NET Core IIS hosting failure (out-of-process)', shownBy: 'modules of 5.0 and later' },
      { title: 'ANCM Out-Of-Process Handler Load Failure', shownBy: 'modules of 3.x' },
    ],
    hresults: [hresults.ERROR_UNHANDLED_EXCEPTION, hresults.E_FAIL],
    events: [
      event(1029, 'aspnetcorev2_outofprocess.dll was not found'),
      event(1010, 'Failed to start the application, with the HRESULT as ErrorCode'),
    ],
    remedies: [
      { side: 'server', text: 'Repair the Hosting Bundle, then restart IIS.', snippet: restartIis },
      { side: 'app', text: 'Remove a handlerVersion handler setting that was written for another server.' },
    ],
  },
  '502.5': {
    meaning:
      'The process named by processPath could not be created, ended before it listened, or did not listen on the port it was given within startupTimeLimit.',
    answeredBy: handler,
    pages: [
      { title: 'ANCM Out-Of-Process Startup Failure', shownBy: 'version 2 of the module, from 2.2 on' },
      { title: 'Process Failure', shownBy: 'version 1 of the module' },
    ],
    hresults: processResults,
    events: processEvents,
    remedies: [
      { side: 'app', text: 'Let `dotnet publish` write processPath and arguments, for Windows, and deploy the files they name.' },
      {
        side: 'server',
        text: 'Install the runtime for the dotnet.exe that the PATH of the worker process finds first, then start the command of event 1000 by hand in the application folder.',
        snippet: 'dotnet .\\App.dll',
      },
    ],
  },
  '502.3': {
    meaning:
      'Forwarding to the process of the application failed. At the start it stands for 502.5 when disableStartUpErrorPage is on, and for an unreadable section under the V1 module.',
    answeredBy: handler,
    pages: [{ title: 'Bad Gateway', shownBy: 'IIS; the module sends no page of its own' }],
    hresults: [...processResults, hresults.ERROR_ALREADY_EXISTS, hresults.ERROR_INVALID_DATA],
    events: processEvents,
    remedies: [
      {
        side: 'app',
        text: 'Set disableStartUpErrorPage to false to see whether the start or a later request fails.',
        snippet: 'disableStartUpErrorPage="false"',
      },
      { side: 'server', text: 'Read events 1000 and 1020 of the Application log; without them the process died after its start.' },
    ],
  },
} as const satisfies Record<string, FailureText>;

import { eventSources, type FailureText } from './failure-text.ts';
import { hresults } from './startup-failure.ts';

const shim = 'the module on the server (aspnetcorev2.dll, from the newest Hosting Bundle installed)';
const handler = 'the in-process request handler (aspnetcorev2_inprocess.dll, from the framework version the application resolves to)';
const since5 = 'modules of 5.0 and later';
const before5 = 'modules of 3.x';

/** An event of the module's own source. */
function event(id: number, meaning: string) {
  return { source: eventSources.module, id, meaning };
}

const startFailed = event(1010, 'Failed to start the application, with the HRESULT as ErrorCode');

/** Statuses of the module before and while it starts an application in the worker process. */
export const inProcessFailures = {
  '500.0': {
    meaning:
      'The module could not find or load what it needs before it speaks to the .NET host: its own section, the executable, dotnet.exe, hostfxr.dll or a request handler. A 2.2 module says 500.0 for everything that later ones split into 500.31 to 500.38.',
    answeredBy: shim,
    pages: [
      { title: 'ASP.NET Core IIS hosting failure (in-process)', shownBy: since5 },
      { title: 'ANCM In-Process Handler Load Failure', shownBy: 'modules of 2.2 and 3.x' },
      { title: 'ASP.NET Core IIS hosting failure (out-of-process)', shownBy: `${since5}, hosting out-of-process` },
      { title: 'ANCM Out-Of-Process Handler Load Failure', shownBy: 'modules of 2.2 and 3.x, hosting out-of-process' },
      {
        title: 'Internal Server Error',
        shownBy: 'IIS, where the module could not read its section (event 1034): it sends no page of its own',
      },
    ],
    hresults: [
      hresults.ERROR_UNHANDLED_EXCEPTION,
      hresults.E_FAIL,
      hresults.E_UNEXPECTED,
      hresults.ERROR_BAD_EXE_FORMAT,
      hresults.ERROR_MOD_NOT_FOUND,
      hresults.ERROR_PROC_NOT_FOUND,
      hresults.ERROR_DLL_NOT_FOUND,
      hresults.ERROR_ALREADY_EXISTS,
    ],
    events: [
      startFailed,
      event(1008, 'A 2.2 module: a second in-process application in the pool'),
      event(1009, 'A 2.2 module: mixed hosting models'),
      event(1013, 'The module is switched off in the registry'),
      event(1027, 'A 2.2 module: hostfxr.dll or the in-process request handler could not be loaded, or what the host wrote'),
      event(1029, 'A 2.2 module: aspnetcorev2_outofprocess.dll was not found'),
      event(1031, 'The executable, dotnet.exe or hostfxr.dll was not found; the text names it'),
      event(1034, 'The aspNetCore section of web.config cannot be read'),
    ],
    remedies: [
      { side: 'app', text: 'Let `dotnet publish` write processPath and arguments, and deploy the files they name.' },
      {
        side: 'server',
        text: 'Install the Hosting Bundle of the version the application targets; it brings dotnet.exe, hostfxr and the module.',
      },
    ],
  },
  '500.30': {
    meaning:
      'The request handler was loaded and the .NET runtime was started inside the worker process, but the application did not get as far as serving requests: it threw, it returned from Main, or the host refused at the second look.',
    answeredBy: handler,
    pages: [
      { title: 'ASP.NET Core app failed to start', shownBy: 'handlers of 5.0 and later' },
      { title: 'ANCM In-Process Start Failure', shownBy: 'handlers of 2.2 and 3.x' },
    ],
    hresults: [hresults.ERROR_UNHANDLED_EXCEPTION, hresults.E_FAIL],
    events: [
      event(1007, 'The runtime could not be started, or its thread ended too early'),
      event(1011, 'Main returned, with its exit code'),
      event(1018, 'An unhandled managed exception ended the application'),
      event(1035, 'Main returned, with what the application had written'),
    ],
    remedies: [
      {
        side: 'app',
        text: 'Compile the entry assembly for Any CPU or for the architecture of the pool, and publish all files that deps.json names.',
      },
      {
        side: 'server',
        text: 'Read the Application event log, then start the application by hand in its folder, as the identity of the pool.',
        snippet: 'dotnet .\\App.dll',
      },
    ],
  },
  '500.31': {
    meaning:
      'The .NET host was loaded and refused the application: a shared framework it asks for is not installed for the architecture of the worker process, or its runtimeconfig.json, deps.json or files are not usable.',
    answeredBy: shim,
    pages: [
      { title: 'Failed to load ASP.NET Core runtime', shownBy: since5 },
      { title: 'ANCM Failed to Find Native Dependencies', shownBy: before5 },
    ],
    hresults: [hresults.E_UNEXPECTED, hresults.E_FAIL],
    events: [event(1027, 'What the host wrote: which framework it looked for and which ones it found'), startFailed],
    remedies: [
      {
        side: 'app',
        text: 'Target a framework version the server has, or publish self-contained.',
        snippet: 'dotnet publish -c Release -r win-x64 --self-contained',
      },
      {
        side: 'server',
        text: 'Install the Hosting Bundle of the version the application asks for. A 32-bit pool needs the x86 runtime.',
        snippet: 'dotnet --list-runtimes\n"%ProgramFiles(x86)%\\dotnet\\dotnet.exe" --list-runtimes',
      },
    ],
  },
  '500.32': {
    meaning:
      'The worker process could not load hostfxr.dll: nearly always a self-contained application of one architecture in a pool of another one.',
    answeredBy: shim,
    pages: [
      { title: 'Failed to load .NET Core host', shownBy: since5 },
      { title: 'ANCM Failed to Load dll', shownBy: before5 },
    ],
    hresults: [hresults.ERROR_BAD_EXE_FORMAT, hresults.ERROR_MOD_NOT_FOUND, hresults.ERROR_PROC_NOT_FOUND, hresults.E_FAIL],
    events: [event(1027, 'hostfxr.dll could not be loaded, or lacks an export'), startFailed],
    remedies: [
      {
        side: 'app',
        text: 'Publish for the architecture of the pool, or framework-dependent.',
        snippet: 'dotnet publish -c Release -r win-x64 --self-contained',
      },
      {
        side: 'server',
        text: 'Set “Enable 32-Bit Applications” of the pool to what the application was published for.',
        snippet: "Set-ItemProperty 'IIS:\\AppPools\\<pool>' -Name enable32BitAppOnWin64 -Value $false",
      },
    ],
  },
  '500.33': {
    meaning:
      'The .NET host accepts the application, but none of its folders holds aspnetcorev2_inprocess.dll: the application does not use the ASP.NET Core shared framework.',
    answeredBy: shim,
    pages: [
      { title: 'Failed to load ASP.NET Core request handler', shownBy: since5 },
      { title: 'ANCM Request Handler Load Failure', shownBy: before5 },
    ],
    hresults: [hresults.ERROR_DLL_NOT_FOUND, hresults.E_FAIL],
    events: [event(1027, 'aspnetcorev2_inprocess.dll was not found'), startFailed],
    remedies: [
      {
        side: 'app',
        text: 'Use the Web SDK, or reference the ASP.NET Core framework.',
        snippet: '<FrameworkReference Include="Microsoft.AspNetCore.App" />',
      },
      { side: 'app', text: 'An application that is no ASP.NET Core application cannot be hosted in-process.' },
    ],
  },
  '500.34': {
    meaning: 'The worker process already runs an application of the other hosting model. Whichever starts second gets this page.',
    answeredBy: shim,
    pages: [
      { title: 'ASP.NET Core does not support mixing hosting models', shownBy: since5 },
      { title: 'ANCM Mixed Hosting Models Not Supported', shownBy: before5 },
    ],
    hresults: [hresults.E_FAIL],
    events: [event(1009, 'Mixed hosting models'), startFailed],
    remedies: [
      {
        side: 'app',
        text: 'Give all applications of the pool the hosting model outofprocess.',
        snippet: '<AspNetCoreHostingModel>OutOfProcess</AspNetCoreHostingModel>',
      },
      { side: 'server', text: 'Give each application a pool of its own.', snippet: 'New-WebAppPool -Name <new pool>' },
    ],
  },
  '500.35': {
    meaning:
      'The worker process already runs another in-process application; it can hold only one. Whichever starts second gets this page.',
    answeredBy: shim,
    pages: [
      { title: 'ASP.NET Core does not support multiple apps in the same app pool', shownBy: since5 },
      { title: 'ANCM Multiple In-Process Applications in same Process', shownBy: before5 },
    ],
    hresults: [hresults.E_FAIL],
    events: [event(1008, 'A second in-process application in the pool'), startFailed],
    remedies: [
      { side: 'server', text: 'Give each in-process application a pool of its own.', snippet: 'New-WebAppPool -Name <new pool>' },
      {
        side: 'app',
        text: 'Host all applications of the pool out-of-process.',
        snippet: '<AspNetCoreHostingModel>OutOfProcess</AspNetCoreHostingModel>',
      },
    ],
  },
  '500.37': {
    meaning: 'The application was started in-process but did not report that it listens within startupTimeLimit (120 seconds unless set).',
    answeredBy: handler,
    pages: [
      { title: 'ASP.NET Core app failed to start within startup time limit', shownBy: 'handlers of 5.0 and later' },
      { title: 'ANCM Failed to Start Within Startup Time Limit', shownBy: 'handlers of 3.x (2.2 says 500.30)' },
    ],
    hresults: [hresults.ERROR_UNHANDLED_EXCEPTION, hresults.E_FAIL],
    events: [event(1007, 'The managed server did not initialize in time')],
    remedies: [
      {
        side: 'app',
        text: 'Set up IIS integration (the default builders do; CreateSlimBuilder and CreateEmptyBuilder do not).',
        snippet: 'builder.WebHost.UseIIS();',
      },
      { side: 'app', text: 'Do slow work after the start, or raise startupTimeLimit; 0 does not mean “no limit”.' },
      { side: 'server', text: 'Look for load at the time of the start: many applications that start at once, too little memory.' },
    ],
  },
  '500.38': {
    meaning:
      'processPath names an exe beside which there is no dll of the same name. In-process hosting loads the dll; single-file and Native AOT output has none.',
    answeredBy: shim,
    pages: [
      { title: 'Failed to locate ASP.NET Core app', shownBy: since5 },
      { title: 'ANCM Application DLL Not Found', shownBy: before5 },
    ],
    hresults: [hresults.ERROR_UNHANDLED_EXCEPTION, hresults.E_FAIL],
    events: [event(1031, 'The application was not found beside the executable'), startFailed],
    remedies: [
      { side: 'app', text: 'Publish without single-file.', snippet: 'dotnet publish -c Release -r win-x64 -p:PublishSingleFile=false' },
      { side: 'app', text: 'Or host it out-of-process.', snippet: '<AspNetCoreHostingModel>OutOfProcess</AspNetCoreHostingModel>' },
    ],
  },
} as const satisfies Record<string, FailureText>;

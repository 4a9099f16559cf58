import type { CauseText } from './cause-text.ts';
import { publishAgain } from './remedies.ts';

/** What the ASP.NET Core Module and its request handlers refuse. */
export const moduleCauses = {
  'module-disabled': {
    why: 'The value DisableANCM below HKLM\\SOFTWARE\\Microsoft\\IIS Extensions\\IIS AspNetCore Module V2\\Parameters switches the module off.',
    remedies: [{ side: 'server', text: 'Delete the value or set it to 0.' }],
  },
  'app-offline-present': {
    why: 'While app_offline.htm lies at the application root, the module sends it for every request and starts nothing. A deployment that was cut off leaves it behind; now and then it is published by mistake.',
    remedies: [
      { side: 'app', text: 'Take app_offline.htm out of the artifact.' },
      { side: 'server', text: 'Delete app_offline.htm when the deployment is done.' },
    ],
  },
  'aspnetcore-section-invalid': {
    why: 'The module reads the aspNetCore section through its schema, and something in it is missing, unknown or out of range.',
    remedies: [
      {
        side: 'app',
        text: 'Correct what is named. Attributes and limits: learn.microsoft.com/aspnet/core/host-and-deploy/iis/web-config.',
      },
    ],
  },
  'hosting-model-unknown': {
    why: 'hostingModel knows inprocess and outofprocess, in any case of letters, and nothing else.',
    remedies: [
      { side: 'app', text: 'Write hostingModel="inprocess" or hostingModel="outofprocess", or set AspNetCoreHostingModel in the project.' },
    ],
  },
  'required-attribute-empty': {
    why: 'The module cannot do without processPath; stdoutLogFile may be left out, but not be empty.',
    remedies: [{ side: 'app', text: 'Give the attribute a value, or let dotnet publish write the section.' }],
  },
  'shutdown-delay-invalid': {
    why: 'The module turns shutdownDelay into a number of milliseconds and gives up when it is none, or below 0.',
    remedies: [{ side: 'app', text: 'Give milliseconds in digits, or remove the setting.' }],
  },
  'hosting-models-mixed': {
    why: 'One worker process hosts either in-process or out-of-process applications. The first application that is asked for decides; every one of the other model gets this page.',
    remedies: [
      { side: 'app', text: 'Give all applications of the pool the same hostingModel.' },
      { side: 'server', text: 'Give each application a pool of its own.' },
    ],
  },
  'inprocess-application-second': {
    why: 'There is one .NET runtime in a worker process, and it belongs to the first in-process application that is asked for. Every other one in the pool gets this page.',
    remedies: [
      { side: 'app', text: 'Host out-of-process where a pool must be shared.' },
      { side: 'server', text: 'Give each in-process application a pool of its own.' },
    ],
  },
  'process-path-extension': {
    why: 'In-process, processPath must be dotnet or end in .exe; a script or a dll is not started.',
    remedies: [{ side: 'app', text: 'Name dotnet and give the dll in arguments, or name the exe.' }],
  },
  'launcher-placeholder-left': {
    why: 'web.config still has %LAUNCHER_PATH% or %LAUNCHER_ARGS%, which only the SDK replaces while it publishes, and Visual Studio while it debugs. The file was copied from the sources or written by another step.',
    remedies: [{ side: 'app', text: 'Publish with dotnet publish and deploy its output; IsTransformWebConfigDisabled must not be set.' }],
  },
  'executable-missing': {
    why: 'processPath is taken relative to the application root, and no file is there. A renamed assembly, an apphost that was not published (UseAppHost=false) or a forgotten folder are the usual reasons.',
    remedies: [{ side: 'app', text: 'Let dotnet publish write processPath, and deploy the file it names.' }],
  },
  'executable-for-another-system': {
    why: 'The file is a program for Linux or macOS. On a build agent that is not Windows, publishing without a RID makes the exe for the agent.',
    remedies: [{ side: 'app', text: 'Publish with -r win-x64 (or the architecture of the pool).' }],
  },
  'application-dll-missing': {
    why: 'An exe of a framework-dependent publish only starts the dll it is bound to, and in-process the module loads that dll itself. A single file has no dll: it cannot be hosted in-process.',
    remedies: [{ side: 'app', text: `${publishAgain.text} In-process, publish without PublishSingleFile.` }],
  },
  'arguments-empty': {
    why: 'processPath names dotnet, and arguments must say which dll to start.',
    remedies: [{ side: 'app', text: 'Write arguments=".\\Name.dll", or let dotnet publish write the section.' }],
  },
  'dotnet-missing': {
    why: 'For processPath="dotnet" the module looks for a dotnet.exe of the architecture of the worker process: on PATH, then in the folder that the installer registered, then below Program Files. A 32-bit pool needs the x86 runtime.',
    remedies: [
      { side: 'app', text: 'Publish self-contained for the architecture of the pool, if nothing can be installed.' },
      { side: 'server', text: 'Install the Hosting Bundle (with the x86 runtime for a 32-bit pool) and restart IIS.' },
    ],
  },
  'hostfxr-missing': {
    why: 'Beside the dotnet.exe that was found there must be host\\fxr\\<version>\\hostfxr.dll. A copied dotnet folder or a removed runtime leaves a dotnet.exe without it.',
    remedies: [{ side: 'server', text: 'Repair the installation with the Hosting Bundle, and take the broken folder off PATH.' }],
  },
  'hostfxr-not-loadable': {
    why: 'hostfxr.dll must have the architecture of the worker process. Nearly always a self-contained application of one architecture is in a pool of the other.',
    remedies: [
      { side: 'app', text: 'Publish for the architecture of the pool, or framework-dependent.' },
      { side: 'server', text: 'Set enable32BitAppOnWin64 of the pool to what the application was published for.' },
    ],
  },
  'request-handler-missing': {
    why: 'aspnetcorev2_inprocess.dll comes with Microsoft.AspNetCore.App. An application that refers to Microsoft.NETCore.App alone, such as a worker service, or that was trimmed, has none.',
    remedies: [{ side: 'app', text: 'Use Microsoft.NET.Sdk.Web, or a FrameworkReference to Microsoft.AspNetCore.App.' }],
  },
  'request-handler-not-loadable': {
    why: 'aspnetcorev2_inprocess.dll is there and the worker process cannot load it: it has another architecture, or is damaged.',
    remedies: [publishAgain, { side: 'server', text: 'Repair the shared framework Microsoft.AspNetCore.App, if the file is from there.' }],
  },
  'self-contained-started-by-dotnet': {
    why: 'web.config names dotnet and the application brings its own runtime. In-process the host is initialized a second time and refuses, because the first was done without the runtime of the application.',
    remedies: [
      {
        side: 'app',
        text: 'Let dotnet publish write web.config for the publish that is deployed: processPath=".\\Name.exe" and no dll in arguments.',
      },
    ],
  },
  'environment-variable-duplicate': {
    why: 'The module of 2.2 and the older one refuse a variable that is defined twice; later ones take the last.',
    remedies: [{ side: 'app', text: 'Define it once.' }],
  },
  'startup-time-limit-zero': {
    why: 'startupTimeLimit="0" is no time at all, not “no limit”.',
    remedies: [{ side: 'app', text: 'Remove the attribute (120 seconds), or give up to 3600 seconds.' }],
  },
  'iis-integration-absent': {
    why: 'The module waits for the application to take over the request. CreateSlimBuilder, CreateEmptyBuilder and hosts without web defaults do not set up IIS, so the wait ends at the time limit.',
    remedies: [
      { side: 'app', text: 'Use WebApplication.CreateBuilder, or call UseIIS (in-process) and UseIISIntegration (out-of-process).' },
    ],
  },
  'outofprocess-handler-missing': {
    why: 'aspnetcorev2_outofprocess.dll comes with the Hosting Bundle, below Program Files\\IIS\\Asp.Net Core Module\\V2. An incomplete installation has the module without it.',
    remedies: [{ side: 'server', text: 'Repair the Hosting Bundle, and restart IIS.' }],
  },
  'outofprocess-handler-not-loadable': {
    why: 'The out-of-process request handler is in a folder the module was told not to use, or cannot be loaded by the worker process.',
    remedies: [
      { side: 'app', text: 'Remove the handler setting handlerVersion.' },
      { side: 'server', text: 'Repair the Hosting Bundle.' },
    ],
  },
  'listen-port-invalid': {
    why: 'ASPNETCORE_PORT is set where the module would choose a free port, and its value is outside of what the module accepts.',
    remedies: [
      { side: 'app', text: 'Remove the variable from web.config.' },
      { side: 'server', text: 'Remove the variable from the pool and the machine.' },
    ],
  },
  'executable-not-startable': {
    why: 'Windows could not create the process: the file is for another architecture, no program at all, or damaged.',
    remedies: [{ side: 'app', text: 'Publish for the Windows of the server, and deploy the file whole.' }],
  },
} as const satisfies Record<string, CauseText>;

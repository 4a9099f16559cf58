import type { CauseText } from './cause-text.ts';
import { publishAgain } from './remedies.ts';

/** What the .NET host and the runtime refuse, in the worker process or in a process of its own. */
export const hostCauses = {
  'application-path-not-runnable': {
    why: 'The first argument of dotnet must be a .dll or .exe that is there, relative to the application root. A typing error, a renamed assembly or a leading blank make it something else.',
    remedies: [{ side: 'app', text: 'Let dotnet publish write arguments, and deploy the dll it names.' }],
  },
  'shared-framework-missing': {
    why: 'runtimeconfig.json asks for a framework, and no installed version is acceptable: only the same major version is, in the patch asked for or a later one, unless rollForward says otherwise. The versions that count are those of the dotnet that this worker process finds.',
    remedies: [
      { side: 'app', text: 'Target a version the server has, publish self-contained, or set RollForward (docs/roll-forward.md).' },
      { side: 'server', text: 'Install the Hosting Bundle of that version, for the architecture of the pool, and restart IIS.' },
    ],
  },
  'framework-references-conflict': {
    why: 'The application and a framework it uses ask for versions of one framework that exclude each other, because at least one of them does not allow to roll forward.',
    remedies: [
      { side: 'app', text: 'Let all references ask for the same version, and remove rollForward settings such as Disable or LatestPatch.' },
    ],
  },
  'runtimeconfig-invalid': {
    why: 'The host could not read runtimeconfig.json: it is no JSON, or a value in it is none the host knows.',
    remedies: [{ side: 'app', text: 'Publish again; if a step edits the file, look at that step.' }],
  },
  'hostpolicy-missing': {
    why: 'hostpolicy.dll is looked for in Microsoft.NETCore.App, or beside a self-contained application. Without runtimeconfig.json the host takes an application for self-contained and looks in the wrong place.',
    remedies: [publishAgain, { side: 'server', text: 'Repair the runtime, if its folder is incomplete.' }],
  },
  'hostpolicy-not-loadable': {
    why: 'hostpolicy.dll is there and the process cannot load it: it has another architecture, or is damaged.',
    remedies: [publishAgain],
  },
  'self-contained-mismatch': {
    why: 'Files of a self-contained and of a framework-dependent publish are mixed: runtimeconfig.json says one thing and the files beside it another. Mostly one was deployed over the other.',
    remedies: [publishAgain],
  },
  'deps-json-invalid': {
    why: 'The host could not read deps.json. It does not guess: without a list of assemblies nothing starts.',
    remedies: [{ side: 'app', text: 'Publish again; if a step edits the file, look at that step.' }],
  },
  'deps-asset-missing': {
    why: 'deps.json lists a file that is not there. Hosts before 6.0 refuse at once; later ones start, and the application fails when the file is needed.',
    remedies: [publishAgain],
  },
  'coreclr-missing': {
    why: 'coreclr.dll is the runtime itself. A self-contained application must bring it, a shared framework have it.',
    remedies: [publishAgain, { side: 'server', text: 'Repair the runtime, if the shared framework is incomplete.' }],
  },
  'runtime-not-loadable': {
    why: 'A file of the runtime (coreclr.dll, clrjit.dll, System.Private.CoreLib.dll) is there and the process cannot load it: it has another architecture, is of another version, or is damaged.',
    remedies: [publishAgain],
  },
  'host-environment-invalid': {
    why: 'A variable such as DOTNET_ROLL_FORWARD has a value the host does not know, and it refuses to guess. web.config, the pool, or the machine sets it.',
    remedies: [
      { side: 'app', text: 'Correct or remove the variable in web.config.' },
      { side: 'server', text: 'Correct or remove the variable of the pool or the machine.' },
    ],
  },
  'host-start-refused': {
    why: 'The .NET host refuses for a reason that has no rule of its own; the message of the finding is what the host says.',
    remedies: [publishAgain],
  },
  'entry-assembly-architecture': {
    why: 'The dll of the application is compiled for one architecture only (PlatformTarget or a RID) and the process has another: a BadImageFormatException before Main.',
    remedies: [
      { side: 'app', text: 'Compile for AnyCPU, or for the architecture of the pool.' },
      { side: 'server', text: 'Set enable32BitAppOnWin64 of the pool to what the application was compiled for.' },
    ],
  },
  'entry-assembly-unloadable': {
    why: 'The dll of the application is missing, empty, cut off or no .NET assembly, so the runtime finds no Main to run.',
    remedies: [publishAgain],
  },
  'startup-hook-missing': {
    why: 'DOTNET_STARTUP_HOOKS, mostly set by a monitoring agent, names a dll that is not there or is no full path, and the runtime stops before the application.',
    remedies: [
      { side: 'app', text: 'Remove the variable from web.config.' },
      { side: 'server', text: 'Repair or remove the agent whose dll is named.' },
    ],
  },
  'appsettings-unparsable': {
    why: 'The application reads its settings files before anything else, and throws at one that is no valid JSON. Often a token replacement broke it.',
    remedies: [{ side: 'app', text: 'Mend the line that is named; comments and trailing commas are allowed.' }],
  },
  'log-level-unknown': {
    why: 'Levels below Logging:LogLevel are Trace, Debug, Information, Warning, Error, Critical and None. Another word, such as Info or Verbose as other libraries spell them, is an exception when .NET sets up logging. Where Serilog, NLog or log4net is deployed, nothing is reported: those may do without these settings.',
    remedies: [
      {
        side: 'app',
        text: 'Write one of the seven: Verbose is mostly meant as Trace, Info as Information, Fatal as Critical, Off as None.',
      },
    ],
  },
} as const satisfies Record<string, CauseText>;

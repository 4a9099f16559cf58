import type { HttpStatus } from './startup-failure.ts';

/** What every rule says about itself in reports and documentation. */
export interface Rule {
  /** The rule in a few words, for lists and SARIF. */
  readonly headline: string;
  /** Statuses a violation can show; empty for rules that do not stop the start. */
  readonly statuses: readonly HttpStatus[];
}

/** Rules whose violation ends the start. A stage names the rule; the text of a finding is composed where the facts are. */
export const failureRules = {
  // IIS
  'app-pool-stopped': { headline: 'The application pool is stopped', statuses: ['503'] },
  'module-dll-missing': { headline: 'The module dll is missing for the architecture of the worker process', statuses: ['503'] },
  'web-config-malformed': { headline: 'web.config is not well-formed XML', statuses: ['500.19'] },
  'web-config-too-large': { headline: 'web.config is larger than IIS reads', statuses: ['500.19'] },
  'configuration-section-duplicate': { headline: 'web.config sets a section twice', statuses: ['500.19'] },
  'configuration-section-unknown': { headline: 'web.config uses a section the server does not know', statuses: ['500.19'] },
  'configuration-section-locked': { headline: 'web.config uses a section that is locked at server level', statuses: ['500.19'] },
  'collection-entry-duplicate': { headline: 'A collection entry is added twice', statuses: ['500.19'] },
  'configuration-content-invalid': { headline: 'A section of web.config violates its schema', statuses: ['500.19'] },
  'handler-module-unregistered': { headline: 'The handler names a module that is not registered', statuses: ['500.21'] },
  'handler-mapping-missing': { headline: 'No handler of web.config reaches the ASP.NET Core Module', statuses: ['403.14', '404'] },
  'web-config-missing': { headline: 'There is no web.config at the application root', statuses: ['403.14', '404'] },
  'configuration-override-disabled': { headline: 'The application pool ignores web.config files', statuses: ['403.14', '404'] },
  // The module
  'module-disabled': { headline: 'The module is switched off in the registry', statuses: ['500.0'] },
  'app-offline-present': { headline: 'app_offline.htm is at the application root', statuses: ['503'] },
  'aspnetcore-section-invalid': { headline: 'The aspNetCore section violates its schema', statuses: ['500.0', '502.3'] },
  'hosting-model-unknown': { headline: 'hostingModel has a value the module does not know', statuses: ['500.0'] },
  'required-attribute-empty': { headline: 'A required attribute of the aspNetCore section is empty', statuses: ['500.0'] },
  'shutdown-delay-invalid': { headline: 'The handler setting shutdownDelay is not a usable number', statuses: ['500.0'] },
  'hosting-models-mixed': { headline: 'Two hosting models share an application pool', statuses: ['500.34', '500.0'] },
  'inprocess-application-second': { headline: 'Two in-process applications share an application pool', statuses: ['500.35', '500.0'] },
  'process-path-extension': { headline: 'processPath does not name an .exe', statuses: ['500.0'] },
  'launcher-placeholder-left': { headline: 'A launcher placeholder is left in processPath', statuses: ['500.0', '502.5', '502.3'] },
  'executable-missing': { headline: 'processPath names a file that is not there', statuses: ['500.0', '502.5', '502.3'] },
  'executable-for-another-system': {
    headline: 'The application was published for another operating system',
    statuses: ['500.0', '502.5', '502.3'],
  },
  'application-dll-missing': {
    headline: 'The application dll is not beside the exe',
    statuses: ['500.38', '500.0', '502.5', '502.3'],
  },
  'arguments-empty': { headline: 'dotnet is started without arguments', statuses: ['500.0', '502.5', '502.3'] },
  'dotnet-missing': { headline: 'No dotnet.exe for the worker process', statuses: ['500.0', '502.5', '502.3'] },
  'hostfxr-missing': { headline: 'The dotnet root has no usable hostfxr', statuses: ['500.0', '502.5', '502.3'] },
  'hostfxr-not-loadable': { headline: 'The worker process cannot load hostfxr.dll', statuses: ['500.32', '500.0', '502.5', '502.3'] },
  // The .NET host
  'application-path-not-runnable': {
    headline: 'The arguments do not name an application',
    statuses: ['500.31', '500.0', '502.5', '502.3'],
  },
  'shared-framework-missing': {
    headline: 'A shared framework is missing',
    // 500.30 where a variable of web.config makes the second look of the host fail.
    statuses: ['500.31', '500.30', '500.0', '502.5', '502.3'],
  },
  'framework-references-conflict': {
    headline: 'Framework references contradict each other',
    statuses: ['500.31', '500.30', '500.0', '502.5', '502.3'],
  },
  'runtimeconfig-invalid': { headline: 'runtimeconfig.json cannot be read by the host', statuses: ['500.31', '500.0', '502.5', '502.3'] },
  'hostpolicy-missing': { headline: 'hostpolicy.dll is not where the host looks for it', statuses: ['500.31', '500.0', '502.5', '502.3'] },
  'hostpolicy-not-loadable': { headline: 'The process cannot load hostpolicy.dll', statuses: ['500.31', '500.0', '502.5', '502.3'] },
  'self-contained-mismatch': {
    headline: 'Self-contained configuration and files do not match',
    statuses: ['500.31', '500.30', '500.0', '502.5', '502.3'],
  },
  'deps-json-invalid': { headline: 'deps.json cannot be read by the host', statuses: ['500.31', '500.0', '502.5', '502.3'] },
  'deps-asset-missing': {
    headline: 'deps.json promises a file that is missing',
    statuses: ['500.31', '500.30', '500.0', '502.5', '502.3'],
  },
  'coreclr-missing': { headline: 'coreclr.dll is missing', statuses: ['500.31', '500.30', '500.0', '502.5', '502.3'] },
  'runtime-not-loadable': { headline: 'The process cannot load the .NET runtime', statuses: ['500.30', '502.5', '502.3'] },
  'host-environment-invalid': {
    headline: 'An environment variable of the host has an unusable value',
    statuses: ['500.31', '500.30', '500.0', '502.5', '502.3'],
  },
  'host-start-refused': { headline: 'The .NET host refuses the application', statuses: ['500.31', '500.30', '500.0', '502.5', '502.3'] },
  // The in-process request handler
  'request-handler-missing': { headline: 'The in-process request handler is not part of the application', statuses: ['500.33', '500.0'] },
  'request-handler-not-loadable': { headline: 'The in-process request handler cannot be loaded', statuses: ['500.0'] },
  'self-contained-started-by-dotnet': { headline: 'A self-contained application is started through dotnet', statuses: ['500.30'] },
  'entry-assembly-architecture': {
    headline: 'The entry assembly is compiled for another architecture',
    statuses: ['500.30', '502.5', '502.3'],
  },
  'entry-assembly-unloadable': { headline: 'The entry assembly is missing or damaged', statuses: ['500.30', '502.5', '502.3'] },
  'environment-variable-duplicate': {
    headline: 'An environment variable is defined twice for a 2.2 module',
    statuses: ['500.30', '500.0', '502.3'],
  },
  'startup-hook-missing': { headline: 'A startup hook cannot be loaded', statuses: ['500.30', '502.5', '502.3'] },
  'startup-time-limit-zero': { headline: 'startupTimeLimit is 0', statuses: ['500.37', '500.30', '502.5', '502.3'] },
  'appsettings-unparsable': { headline: 'An appsettings file is not valid JSON', statuses: ['500.30', '502.5', '502.3'] },
  'log-level-unknown': { headline: 'A log level is none that .NET knows', statuses: ['500.30', '502.5', '502.3'] },
  'iis-integration-absent': { headline: 'The application does not set up IIS integration', statuses: ['500.37', '502.5', '502.3'] },
  // Out-of-process
  'outofprocess-handler-missing': { headline: 'The out-of-process request handler is not installed', statuses: ['500.36', '500.0'] },
  'outofprocess-handler-not-loadable': { headline: 'The out-of-process request handler cannot be loaded', statuses: ['500.0'] },
  'listen-port-invalid': { headline: 'ASPNETCORE_PORT cannot be used', statuses: ['502.5', '502.3'] },
  'executable-not-startable': { headline: 'Windows cannot start the executable', statuses: ['502.5', '502.3'] },
} as const satisfies Record<string, Rule>;

export type FailureRuleId = keyof typeof failureRules;

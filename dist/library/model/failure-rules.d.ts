import type { HttpStatus } from './startup-failure.ts';
/** What every rule says about itself in reports and documentation. */
export interface Rule {
    /** The rule in a few words, for lists and SARIF. */
    readonly headline: string;
    /** Statuses a violation can show; empty for rules that do not stop the start. */
    readonly statuses: readonly HttpStatus[];
}
/** Rules whose violation ends the start. A stage names the rule; the text of a finding is composed where the facts are. */
export declare const failureRules: {
    readonly 'app-pool-stopped': {
        readonly headline: 'The application pool is stopped';
        readonly statuses: readonly ["503"];
    };
    readonly 'module-dll-missing': {
        readonly headline: 'The module dll is missing for the architecture of the worker process';
        readonly statuses: readonly ["503"];
    };
    readonly 'web-config-malformed': {
        readonly headline: 'web.config is not well-formed XML';
        readonly statuses: readonly ["500.19"];
    };
    readonly 'web-config-too-large': {
        readonly headline: 'web.config is larger than IIS reads';
        readonly statuses: readonly ["500.19"];
    };
    readonly 'configuration-section-duplicate': {
        readonly headline: 'web.config sets a section twice';
        readonly statuses: readonly ["500.19"];
    };
    readonly 'configuration-section-unknown': {
        readonly headline: 'web.config uses a section the server does not know';
        readonly statuses: readonly ["500.19"];
    };
    readonly 'configuration-section-locked': {
        readonly headline: 'web.config uses a section that is locked at server level';
        readonly statuses: readonly ["500.19"];
    };
    readonly 'collection-entry-duplicate': {
        readonly headline: 'A collection entry is added twice';
        readonly statuses: readonly ["500.19"];
    };
    readonly 'configuration-content-invalid': {
        readonly headline: 'A section of web.config violates its schema';
        readonly statuses: readonly ["500.19"];
    };
    readonly 'handler-module-unregistered': {
        readonly headline: 'The handler names a module that is not registered';
        readonly statuses: readonly ["500.21"];
    };
    readonly 'handler-mapping-missing': {
        readonly headline: 'No handler of web.config reaches the ASP.NET Core Module';
        readonly statuses: readonly ["403.14", "404"];
    };
    readonly 'web-config-missing': {
        readonly headline: 'There is no web.config at the application root';
        readonly statuses: readonly ["403.14", "404"];
    };
    readonly 'configuration-override-disabled': {
        readonly headline: 'The application pool ignores web.config files';
        readonly statuses: readonly ["403.14", "404"];
    };
    readonly 'module-disabled': {
        readonly headline: 'The module is switched off in the registry';
        readonly statuses: readonly ["500.0"];
    };
    readonly 'app-offline-present': {
        readonly headline: 'app_offline.htm is at the application root';
        readonly statuses: readonly ["503"];
    };
    readonly 'aspnetcore-section-invalid': {
        readonly headline: 'The aspNetCore section violates its schema';
        readonly statuses: readonly ["500.0", "502.3"];
    };
    readonly 'hosting-model-unknown': {
        readonly headline: 'hostingModel has a value the module does not know';
        readonly statuses: readonly ["500.0"];
    };
    readonly 'required-attribute-empty': {
        readonly headline: 'A required attribute of the aspNetCore section is empty';
        readonly statuses: readonly ["500.0"];
    };
    readonly 'shutdown-delay-invalid': {
        readonly headline: 'The handler setting shutdownDelay is not a usable number';
        readonly statuses: readonly ["500.0"];
    };
    readonly 'hosting-models-mixed': {
        readonly headline: 'Two hosting models share an application pool';
        readonly statuses: readonly ["500.34", "500.0"];
    };
    readonly 'inprocess-application-second': {
        readonly headline: 'Two in-process applications share an application pool';
        readonly statuses: readonly ["500.35", "500.0"];
    };
    readonly 'process-path-extension': {
        readonly headline: 'processPath does not name an .exe';
        readonly statuses: readonly ["500.0"];
    };
    readonly 'launcher-placeholder-left': {
        readonly headline: 'A launcher placeholder is left in processPath';
        readonly statuses: readonly ["500.0", "502.5", "502.3"];
    };
    readonly 'executable-missing': {
        readonly headline: 'processPath names a file that is not there';
        readonly statuses: readonly ["500.0", "502.5", "502.3"];
    };
    readonly 'executable-for-another-system': {
        readonly headline: 'The application was published for another operating system';
        readonly statuses: readonly ["500.0", "502.5", "502.3"];
    };
    readonly 'application-dll-missing': {
        readonly headline: 'The application dll is not beside the exe';
        readonly statuses: readonly ["500.38", "500.0", "502.5", "502.3"];
    };
    readonly 'arguments-empty': {
        readonly headline: 'dotnet is started without arguments';
        readonly statuses: readonly ["500.0", "502.5", "502.3"];
    };
    readonly 'dotnet-missing': {
        readonly headline: 'No dotnet.exe for the worker process';
        readonly statuses: readonly ["500.0", "502.5", "502.3"];
    };
    readonly 'hostfxr-missing': {
        readonly headline: 'The dotnet root has no usable hostfxr';
        readonly statuses: readonly ["500.0", "502.5", "502.3"];
    };
    readonly 'hostfxr-not-loadable': {
        readonly headline: 'The worker process cannot load hostfxr.dll';
        readonly statuses: readonly ["500.32", "500.0", "502.5", "502.3"];
    };
    readonly 'application-path-not-runnable': {
        readonly headline: 'The arguments do not name an application';
        readonly statuses: readonly ["500.31", "500.0", "502.5", "502.3"];
    };
    readonly 'shared-framework-missing': {
        readonly headline: 'A shared framework is missing';
        readonly statuses: readonly ["500.31", "500.30", "500.0", "502.5", "502.3"];
    };
    readonly 'framework-references-conflict': {
        readonly headline: 'Framework references contradict each other';
        readonly statuses: readonly ["500.31", "500.30", "500.0", "502.5", "502.3"];
    };
    readonly 'runtimeconfig-invalid': {
        readonly headline: 'runtimeconfig.json cannot be read by the host';
        readonly statuses: readonly ["500.31", "500.0", "502.5", "502.3"];
    };
    readonly 'hostpolicy-missing': {
        readonly headline: 'hostpolicy.dll is not where the host looks for it';
        readonly statuses: readonly ["500.31", "500.0", "502.5", "502.3"];
    };
    readonly 'hostpolicy-not-loadable': {
        readonly headline: 'The process cannot load hostpolicy.dll';
        readonly statuses: readonly ["500.31", "500.0", "502.5", "502.3"];
    };
    readonly 'self-contained-mismatch': {
        readonly headline: 'Self-contained configuration and files do not match';
        readonly statuses: readonly ["500.31", "500.30", "500.0", "502.5", "502.3"];
    };
    readonly 'deps-json-invalid': {
        readonly headline: 'deps.json cannot be read by the host';
        readonly statuses: readonly ["500.31", "500.0", "502.5", "502.3"];
    };
    readonly 'deps-asset-missing': {
        readonly headline: 'deps.json promises a file that is missing';
        readonly statuses: readonly ["500.31", "500.30", "500.0", "502.5", "502.3"];
    };
    readonly 'coreclr-missing': {
        readonly headline: 'coreclr.dll is missing';
        readonly statuses: readonly ["500.31", "500.30", "500.0", "502.5", "502.3"];
    };
    readonly 'runtime-not-loadable': {
        readonly headline: 'The process cannot load the .NET runtime';
        readonly statuses: readonly ["500.30", "502.5", "502.3"];
    };
    readonly 'host-environment-invalid': {
        readonly headline: 'An environment variable of the host has an unusable value';
        readonly statuses: readonly ["500.31", "500.30", "500.0", "502.5", "502.3"];
    };
    readonly 'host-start-refused': {
        readonly headline: 'The .NET host refuses the application';
        readonly statuses: readonly ["500.31", "500.30", "500.0", "502.5", "502.3"];
    };
    readonly 'request-handler-missing': {
        readonly headline: 'The in-process request handler is not part of the application';
        readonly statuses: readonly ["500.33", "500.0"];
    };
    readonly 'request-handler-not-loadable': {
        readonly headline: 'The in-process request handler cannot be loaded';
        readonly statuses: readonly ["500.0"];
    };
    readonly 'self-contained-started-by-dotnet': {
        readonly headline: 'A self-contained application is started through dotnet';
        readonly statuses: readonly ["500.30"];
    };
    readonly 'entry-assembly-architecture': {
        readonly headline: 'The entry assembly is compiled for another architecture';
        readonly statuses: readonly ["500.30", "502.5", "502.3"];
    };
    readonly 'entry-assembly-unloadable': {
        readonly headline: 'The entry assembly is missing or damaged';
        readonly statuses: readonly ["500.30", "502.5", "502.3"];
    };
    readonly 'environment-variable-duplicate': {
        readonly headline: 'An environment variable is defined twice for a 2.2 module';
        readonly statuses: readonly ["500.30", "500.0", "502.3"];
    };
    readonly 'startup-hook-missing': {
        readonly headline: 'A startup hook cannot be loaded';
        readonly statuses: readonly ["500.30", "502.5", "502.3"];
    };
    readonly 'startup-time-limit-zero': {
        readonly headline: 'startupTimeLimit is 0';
        readonly statuses: readonly ["500.37", "500.30", "502.5", "502.3"];
    };
    readonly 'appsettings-unparsable': {
        readonly headline: 'An appsettings file is not valid JSON';
        readonly statuses: readonly ["500.30", "502.5", "502.3"];
    };
    readonly 'log-level-unknown': {
        readonly headline: 'A log level is none that .NET knows';
        readonly statuses: readonly ["500.30", "502.5", "502.3"];
    };
    readonly 'iis-integration-absent': {
        readonly headline: 'The application does not set up IIS integration';
        readonly statuses: readonly ["500.37", "502.5", "502.3"];
    };
    readonly 'outofprocess-handler-missing': {
        readonly headline: 'The out-of-process request handler is not installed';
        readonly statuses: readonly ["500.36", "500.0"];
    };
    readonly 'outofprocess-handler-not-loadable': {
        readonly headline: 'The out-of-process request handler cannot be loaded';
        readonly statuses: readonly ["500.0"];
    };
    readonly 'listen-port-invalid': {
        readonly headline: 'ASPNETCORE_PORT cannot be used';
        readonly statuses: readonly ["502.5", "502.3"];
    };
    readonly 'executable-not-startable': {
        readonly headline: 'Windows cannot start the executable';
        readonly statuses: readonly ["502.5", "502.3"];
    };
};
export type FailureRuleId = keyof typeof failureRules;

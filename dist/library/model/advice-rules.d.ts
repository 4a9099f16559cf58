/** Rules that do not stop the start: production hygiene, risks, leftovers, end of life. One file each in `advice/`. */
export declare const adviceRules: {
    readonly 'application-root-below': {
        readonly headline: 'The application root lies below the top of the artifact';
        readonly statuses: readonly [];
    };
    readonly 'development-environment': {
        readonly headline: 'The application runs in the Development environment';
        readonly statuses: readonly [];
    };
    readonly 'detailed-errors': {
        readonly headline: 'Detailed errors are switched on';
        readonly statuses: readonly [];
    };
    readonly 'secret-in-web-config': {
        readonly headline: 'web.config holds a secret in plain text';
        readonly statuses: readonly [];
    };
    readonly 'secret-in-settings': {
        readonly headline: 'A settings file holds a secret in plain text';
        readonly statuses: readonly [];
    };
    readonly 'log-file-reachable': {
        readonly headline: 'A log file lies where browsers can download it';
        readonly statuses: readonly [];
    };
    readonly 'framework-end-of-support': {
        readonly headline: 'The framework is out of support, or will be soon';
        readonly statuses: readonly [];
    };
    readonly 'runtime-patch-behind': {
        readonly headline: 'The runtime is behind its security patches';
        readonly statuses: readonly [];
    };
    readonly 'framework-rolled-forward': {
        readonly headline: 'Another minor or major version of a framework will run';
        readonly statuses: readonly [];
    };
    readonly 'environment-settings-missing': {
        readonly headline: 'The settings file of the environment is missing';
        readonly statuses: readonly [];
    };
    readonly 'stdout-log-enabled': {
        readonly headline: 'The stdout log is switched on';
        readonly statuses: readonly [];
    };
    readonly 'module-debug-log': {
        readonly headline: 'The debug log of the module is switched on';
        readonly statuses: readonly [];
    };
    readonly 'web-config-overridden': {
        readonly headline: 'Variables of the server override web.config';
        readonly statuses: readonly [];
    };
    readonly 'startup-time-limit-short': {
        readonly headline: 'startupTimeLimit is very short';
        readonly statuses: readonly [];
    };
    readonly 'stack-size-decimal': {
        readonly headline: 'stackSize is written as a decimal number';
        readonly statuses: readonly [];
    };
    readonly 'handler-inherited-by-children': {
        readonly headline: 'Child applications inherit the handler';
        readonly statuses: readonly [];
    };
    readonly 'settings-inherited-by-children': {
        readonly headline: 'Child applications inherit other settings';
        readonly statuses: readonly [];
    };
    readonly 'server-handlers-overwritten': {
        readonly headline: 'The web.config on the server has handlers that this one has not';
        readonly statuses: readonly [];
    };
    readonly 'time-limit-beyond-pool': {
        readonly headline: 'The pool gives less time than web.config';
        readonly statuses: readonly [];
    };
    readonly 'integrated-mode-conflict': {
        readonly headline: 'web.config has settings that IIS refuses in an Integrated pool';
        readonly statuses: readonly [];
    };
    readonly 'windows-authentication-off': {
        readonly headline: 'Windows authentication is switched off, and the application needs it';
        readonly statuses: readonly [];
    };
    readonly 'https-port-unknown': {
        readonly headline: 'The redirection to HTTPS does not know its port';
        readonly statuses: readonly [];
    };
    readonly 'hosting-startup-missing': {
        readonly headline: 'A hosting startup assembly is not there';
        readonly statuses: readonly [];
    };
    readonly 'binding-any-host': {
        readonly headline: 'The site answers to every host name';
        readonly statuses: readonly [];
    };
    readonly 'websockets-unavailable': {
        readonly headline: 'IIS opens no WebSockets for the application';
        readonly statuses: readonly [];
    };
    readonly 'windows-not-supported': {
        readonly headline: 'The Windows of the server is too old for the framework';
        readonly statuses: readonly [];
    };
    readonly 'shadow-copy-ignored': {
        readonly headline: 'The module does not read the shadow copy setting';
        readonly statuses: readonly [];
    };
    readonly 'shadow-copy-inside-application': {
        readonly headline: 'Shadow copies lie inside the application';
        readonly statuses: readonly [];
    };
    readonly 'many-applications-preloaded': {
        readonly headline: 'Many applications start together';
        readonly statuses: readonly [];
    };
    readonly 'privileged-identity': {
        readonly headline: 'The worker process runs as LocalSystem';
        readonly statuses: readonly [];
    };
    readonly 'user-profile-not-loaded': {
        readonly headline: 'Data protection keys are lost with the worker process';
        readonly statuses: readonly [];
    };
    readonly 'web-garden': {
        readonly headline: 'The pool runs several worker processes';
        readonly statuses: readonly [];
    };
    readonly 'idle-timeout': {
        readonly headline: 'Background work ends with the idle time-out';
        readonly statuses: readonly [];
    };
    readonly 'background-work-waits': {
        readonly headline: 'Background work begins only with the first request';
        readonly statuses: readonly [];
    };
    readonly 'rapid-fail-protection-off': {
        readonly headline: 'Rapid-fail protection is switched off';
        readonly statuses: readonly [];
    };
    readonly 'pool-shared': {
        readonly headline: 'Out-of-process applications share a pool';
        readonly statuses: readonly [];
    };
    readonly 'attribute-ignored-inprocess': {
        readonly headline: 'An attribute has no effect in-process';
        readonly statuses: readonly [];
    };
    readonly 'processes-per-application': {
        readonly headline: 'The application runs in several processes';
        readonly statuses: readonly [];
    };
    readonly 'startup-error-page-disabled': {
        readonly headline: 'The start-up error page is switched off';
        readonly statuses: readonly [];
    };
    readonly 'environment-name-conflict': {
        readonly headline: 'A variable of the server overrides the environment of web.config';
        readonly statuses: readonly [];
    };
    readonly 'settings-of-other-environment': {
        readonly headline: 'The settings file of another environment is not valid JSON';
        readonly statuses: readonly [];
    };
    readonly 'web-config-settings-unread': {
        readonly headline: 'web.config has settings that ASP.NET Core does not read';
        readonly statuses: readonly [];
    };
    readonly 'deploy-time-tokens': {
        readonly headline: 'Files hold placeholders that the deployment replaces';
        readonly statuses: readonly [];
    };
    readonly 'log-folder-missing': {
        readonly headline: 'The folder of the stdout log is missing for an old module';
        readonly statuses: readonly [];
    };
    readonly 'grpc-needs-newer-windows': {
        readonly headline: 'gRPC needs a newer Windows';
        readonly statuses: readonly [];
    };
    readonly 'debug-build': {
        readonly headline: 'The application was compiled for debugging';
        readonly statuses: readonly [];
    };
    readonly 'runtime-files-mixed': {
        readonly headline: 'The runtime in the artifact is mixed from several versions';
        readonly statuses: readonly [];
    };
    readonly 'host-files-differ': {
        readonly headline: 'The files of the host come from different builds';
        readonly statuses: readonly [];
    };
    readonly 'file-version-differs': {
        readonly headline: 'Files have other versions than deps.json promises';
        readonly statuses: readonly [];
    };
    readonly 'promised-files-missing': {
        readonly headline: 'Files that deps.json promises are missing';
        readonly statuses: readonly [];
    };
    readonly 'deps-json-missing': {
        readonly headline: 'deps.json is missing, and files below runtimes need it';
        readonly statuses: readonly [];
    };
    readonly 'reference-missing': {
        readonly headline: 'The entry assembly refers to an assembly that is not there';
        readonly statuses: readonly [];
    };
    readonly 'assembly-architecture': {
        readonly headline: 'An assembly is compiled for another system or architecture';
        readonly statuses: readonly [];
    };
    readonly 'native-asset-architecture': {
        readonly headline: 'A native library is compiled for another architecture';
        readonly statuses: readonly [];
    };
    readonly 'native-asset-missing': {
        readonly headline: 'A package has no native library for the process';
        readonly statuses: readonly [];
    };
    readonly 'published-for-another-system': {
        readonly headline: 'The application was published for another operating system';
        readonly statuses: readonly [];
    };
    readonly 'several-applications': {
        readonly headline: 'Several applications lie in one folder';
        readonly statuses: readonly [];
    };
    readonly 'application-nested': {
        readonly headline: 'Another application lies inside the artifact';
        readonly statuses: readonly [];
    };
    readonly 'files-not-promised': {
        readonly headline: 'The folder has assemblies that deps.json does not list';
        readonly statuses: readonly [];
    };
    readonly 'development-leftovers': {
        readonly headline: 'Files of the development environment are deployed';
        readonly statuses: readonly [];
    };
};
export type AdviceRuleId = keyof typeof adviceRules;
/** The page of this documentation about a rule of advice, relative to the root of the project. */
export declare function advicePage(rule: AdviceRuleId): string;
export declare function isAdviceRule(rule: string): rule is AdviceRuleId;

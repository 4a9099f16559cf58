import type { Rule } from './failure-rules.ts';

/** Rules that do not stop the start: production hygiene, risks, leftovers, end of life. One file each in `advice/`. */
export const adviceRules = {
  'application-root-below': { headline: 'The application root lies below the top of the artifact', statuses: [] },
  'development-environment': { headline: 'The application runs in the Development environment', statuses: [] },
  'detailed-errors': { headline: 'Detailed errors are switched on', statuses: [] },
  'secret-in-web-config': { headline: 'web.config holds a secret in plain text', statuses: [] },
  'secret-in-settings': { headline: 'A settings file holds a secret in plain text', statuses: [] },
  'log-file-reachable': { headline: 'A log file lies where browsers can download it', statuses: [] },
  'framework-end-of-support': { headline: 'The framework is out of support, or will be soon', statuses: [] },
  'runtime-patch-behind': { headline: 'The runtime is behind its security patches', statuses: [] },
  'framework-rolled-forward': { headline: 'Another minor or major version of a framework will run', statuses: [] },
  'environment-settings-missing': { headline: 'The settings file of the environment is missing', statuses: [] },
  'stdout-log-enabled': { headline: 'The stdout log is switched on', statuses: [] },
  'module-debug-log': { headline: 'The debug log of the module is switched on', statuses: [] },
  'web-config-overridden': { headline: 'Variables of the server override web.config', statuses: [] },
  'startup-time-limit-short': { headline: 'startupTimeLimit is very short', statuses: [] },
  'stack-size-decimal': { headline: 'stackSize is written as a decimal number', statuses: [] },
  'handler-inherited-by-children': { headline: 'Child applications inherit the handler', statuses: [] },
  'settings-inherited-by-children': { headline: 'Child applications inherit other settings', statuses: [] },
  'server-handlers-overwritten': { headline: 'The web.config on the server has handlers that this one has not', statuses: [] },
  'time-limit-beyond-pool': { headline: 'The pool gives less time than web.config', statuses: [] },
  'integrated-mode-conflict': { headline: 'web.config has settings that IIS refuses in an Integrated pool', statuses: [] },
  'windows-authentication-off': { headline: 'Windows authentication is switched off, and the application needs it', statuses: [] },
  'https-port-unknown': { headline: 'The redirection to HTTPS does not know its port', statuses: [] },
  'hosting-startup-missing': { headline: 'A hosting startup assembly is not there', statuses: [] },
  'binding-any-host': { headline: 'The site answers to every host name', statuses: [] },
  'websockets-unavailable': { headline: 'IIS opens no WebSockets for the application', statuses: [] },
  'windows-not-supported': { headline: 'The Windows of the server is too old for the framework', statuses: [] },
  'shadow-copy-ignored': { headline: 'The module does not read the shadow copy setting', statuses: [] },
  'shadow-copy-inside-application': { headline: 'Shadow copies lie inside the application', statuses: [] },
  'many-applications-preloaded': { headline: 'Many applications start together', statuses: [] },
  'privileged-identity': { headline: 'The worker process runs as LocalSystem', statuses: [] },
  'user-profile-not-loaded': { headline: 'Data protection keys are lost with the worker process', statuses: [] },
  'web-garden': { headline: 'The pool runs several worker processes', statuses: [] },
  'idle-timeout': { headline: 'Background work ends with the idle time-out', statuses: [] },
  'background-work-waits': { headline: 'Background work begins only with the first request', statuses: [] },
  'rapid-fail-protection-off': { headline: 'Rapid-fail protection is switched off', statuses: [] },
  'pool-shared': { headline: 'Out-of-process applications share a pool', statuses: [] },
  'attribute-ignored-inprocess': { headline: 'An attribute has no effect in-process', statuses: [] },
  'processes-per-application': { headline: 'The application runs in several processes', statuses: [] },
  'startup-error-page-disabled': { headline: 'The start-up error page is switched off', statuses: [] },
  'environment-name-conflict': { headline: 'A variable of the server overrides the environment of web.config', statuses: [] },
  'settings-of-other-environment': { headline: 'The settings file of another environment is not valid JSON', statuses: [] },
  'web-config-settings-unread': { headline: 'web.config has settings that ASP.NET Core does not read', statuses: [] },
  'deploy-time-tokens': { headline: 'Files hold placeholders that the deployment replaces', statuses: [] },
  'log-folder-missing': { headline: 'The folder of the stdout log is missing for an old module', statuses: [] },
  'grpc-needs-newer-windows': { headline: 'gRPC needs a newer Windows', statuses: [] },
  'debug-build': { headline: 'The application was compiled for debugging', statuses: [] },
  // The coherence of the folder
  'runtime-files-mixed': { headline: 'The runtime in the artifact is mixed from several versions', statuses: [] },
  'host-files-differ': { headline: 'The files of the host come from different builds', statuses: [] },
  'file-version-differs': { headline: 'Files have other versions than deps.json promises', statuses: [] },
  'promised-files-missing': { headline: 'Files that deps.json promises are missing', statuses: [] },
  'deps-json-missing': { headline: 'deps.json is missing, and files below runtimes need it', statuses: [] },
  'reference-missing': { headline: 'The entry assembly refers to an assembly that is not there', statuses: [] },
  'assembly-architecture': { headline: 'An assembly is compiled for another system or architecture', statuses: [] },
  'native-asset-architecture': { headline: 'A native library is compiled for another architecture', statuses: [] },
  'native-asset-missing': { headline: 'A package has no native library for the process', statuses: [] },
  'published-for-another-system': { headline: 'The application was published for another operating system', statuses: [] },
  'several-applications': { headline: 'Several applications lie in one folder', statuses: [] },
  'application-nested': { headline: 'Another application lies inside the artifact', statuses: [] },
  'files-not-promised': { headline: 'The folder has assemblies that deps.json does not list', statuses: [] },
  'development-leftovers': { headline: 'Files of the development environment are deployed', statuses: [] },
} as const satisfies Record<string, Rule>;

export type AdviceRuleId = keyof typeof adviceRules;

/** The page of this documentation about a rule of advice, relative to the root of the project. */
export function advicePage(rule: AdviceRuleId): string {
  return `docs/rules/${rule}.md`;
}

export function isAdviceRule(rule: string): rule is AdviceRuleId {
  return Object.hasOwn(adviceRules, rule);
}

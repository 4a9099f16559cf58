import type { Rule } from './failure-rules.ts';

/** Rules that do not stop the start: production hygiene, risks, leftovers, end of life. One file each in `advice/`. */
export const adviceRules = {
  'development-environment': { headline: 'The application runs in the Development environment', statuses: [] },
  'detailed-errors': { headline: 'Detailed errors are switched on', statuses: [] },
  'secret-in-web-config': { headline: 'web.config holds a secret in plain text', statuses: [] },
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
  'many-applications-preloaded': { headline: 'Many applications start together', statuses: [] },
  'pool-shared': { headline: 'Out-of-process applications share a pool', statuses: [] },
  'attribute-ignored-inprocess': { headline: 'An attribute has no effect in-process', statuses: [] },
  'startup-error-page-disabled': { headline: 'The start-up error page is switched off', statuses: [] },
  'development-leftovers': { headline: 'Files of the development environment are deployed', statuses: [] },
} as const satisfies Record<string, Rule>;

export type AdviceRuleId = keyof typeof adviceRules;

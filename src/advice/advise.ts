import type { AdviceRuleId } from '../model/advice-rules.ts';
import type { Finding } from '../model/finding.ts';
import type { RuleId } from '../model/rules.ts';
import type { StageOutcome } from '../model/stage.ts';
import type { StartFacts } from '../model/start-facts.ts';
import type { WorkedOut } from '../model/worked-out.ts';
import type { AdviceFacts, AdviceRule } from './advice-rule.ts';
import { applicationNested } from './application-nested.ts';
import { applicationRootBelow } from './application-root-below.ts';
import { assemblyArchitecture } from './assembly-architecture.ts';
import { attributeIgnoredInprocess } from './attribute-ignored-inprocess.ts';
import { backgroundWorkWaits } from './background-work-waits.ts';
import { bindingAnyHost } from './binding-any-host.ts';
import { debugBuild } from './debug-build.ts';
import { deployTimeTokens } from './deploy-time-tokens.ts';
import { depsJsonMissing } from './deps-json-missing.ts';
import { detailedErrors } from './detailed-errors.ts';
import { developmentEnvironment } from './development-environment.ts';
import { developmentLeftovers } from './development-leftovers.ts';
import { environmentNameConflict } from './environment-name-conflict.ts';
import { environmentSettingsMissing } from './environment-settings-missing.ts';
import { fileVersionDiffers } from './file-version-differs.ts';
import { filesNotPromised } from './files-not-promised.ts';
import { frameworkEndOfSupport } from './framework-end-of-support.ts';
import { frameworkRolledForward } from './framework-rolled-forward.ts';
import { grpcNeedsNewerWindows } from './grpc-needs-newer-windows.ts';
import { handlerInheritedByChildren } from './handler-inherited-by-children.ts';
import { hostFilesDiffer } from './host-files-differ.ts';
import { hostingStartupMissing } from './hosting-startup-missing.ts';
import { httpsPortUnknown } from './https-port-unknown.ts';
import { idleTimeout } from './idle-timeout.ts';
import { integratedModeConflict } from './integrated-mode-conflict.ts';
import { logFileReachable } from './log-file-reachable.ts';
import { logFolderMissing } from './log-folder-missing.ts';
import { manyApplicationsPreloaded } from './many-applications-preloaded.ts';
import { moduleDebugLog } from './module-debug-log.ts';
import { nativeAssetArchitecture } from './native-asset-architecture.ts';
import { nativeAssetMissing } from './native-asset-missing.ts';
import { poolShared } from './pool-shared.ts';
import { privilegedIdentity } from './privileged-identity.ts';
import { processesPerApplication } from './processes-per-application.ts';
import { promisedFilesMissing } from './promised-files-missing.ts';
import { publishedForAnotherSystem } from './published-for-another-system.ts';
import { rapidFailProtectionOff } from './rapid-fail-protection-off.ts';
import { referenceMissing } from './reference-missing.ts';
import { runtimeFilesMixed } from './runtime-files-mixed.ts';
import { runtimePatchBehind } from './runtime-patch-behind.ts';
import { secretInSettings } from './secret-in-settings.ts';
import { secretInWebConfig } from './secret-in-web-config.ts';
import { serverHandlersOverwritten } from './server-handlers-overwritten.ts';
import { settingsInheritedByChildren } from './settings-inherited-by-children.ts';
import { settingsOfOtherEnvironment } from './settings-of-other-environment.ts';
import { severalApplications } from './several-applications.ts';
import { shadowCopyIgnored } from './shadow-copy-ignored.ts';
import { shadowCopyInsideApplication } from './shadow-copy-inside-application.ts';
import { stackSizeDecimal } from './stack-size-decimal.ts';
import { startupErrorPageDisabled } from './startup-error-page-disabled.ts';
import { startupTimeLimitShort } from './startup-time-limit-short.ts';
import { stdoutLogEnabled } from './stdout-log-enabled.ts';
import { timeLimitBeyondPool } from './time-limit-beyond-pool.ts';
import { userProfileNotLoaded } from './user-profile-not-loaded.ts';
import { webConfigOverridden } from './web-config-overridden.ts';
import { webConfigSettingsUnread } from './web-config-settings-unread.ts';
import { webGarden } from './web-garden.ts';
import { websocketsUnavailable } from './websockets-unavailable.ts';
import { windowsAuthenticationOff } from './windows-authentication-off.ts';
import { windowsNotSupported } from './windows-not-supported.ts';

/** Every rule by its id, in the order of the report: what can hurt first. The file of a rule has its id for a name. */
const rules: Readonly<Record<AdviceRuleId, AdviceRule>> = {
  'application-root-below': applicationRootBelow,
  'development-environment': developmentEnvironment,
  'detailed-errors': detailedErrors,
  'secret-in-web-config': secretInWebConfig,
  'secret-in-settings': secretInSettings,
  'log-file-reachable': logFileReachable,
  'integrated-mode-conflict': integratedModeConflict,
  'runtime-files-mixed': runtimeFilesMixed,
  'host-files-differ': hostFilesDiffer,
  'file-version-differs': fileVersionDiffers,
  'deps-json-missing': depsJsonMissing,
  'promised-files-missing': promisedFilesMissing,
  'reference-missing': referenceMissing,
  'assembly-architecture': assemblyArchitecture,
  'native-asset-architecture': nativeAssetArchitecture,
  'native-asset-missing': nativeAssetMissing,
  'published-for-another-system': publishedForAnotherSystem,
  'environment-name-conflict': environmentNameConflict,
  'framework-end-of-support': frameworkEndOfSupport,
  'runtime-patch-behind': runtimePatchBehind,
  'framework-rolled-forward': frameworkRolledForward,
  'environment-settings-missing': environmentSettingsMissing,
  'settings-of-other-environment': settingsOfOtherEnvironment,
  'windows-authentication-off': windowsAuthenticationOff,
  'windows-not-supported': windowsNotSupported,
  'grpc-needs-newer-windows': grpcNeedsNewerWindows,
  'https-port-unknown': httpsPortUnknown,
  'debug-build': debugBuild,
  'stdout-log-enabled': stdoutLogEnabled,
  'log-folder-missing': logFolderMissing,
  'module-debug-log': moduleDebugLog,
  'web-config-overridden': webConfigOverridden,
  'hosting-startup-missing': hostingStartupMissing,
  'startup-time-limit-short': startupTimeLimitShort,
  'time-limit-beyond-pool': timeLimitBeyondPool,
  'stack-size-decimal': stackSizeDecimal,
  'handler-inherited-by-children': handlerInheritedByChildren,
  'settings-inherited-by-children': settingsInheritedByChildren,
  'server-handlers-overwritten': serverHandlersOverwritten,
  'shadow-copy-ignored': shadowCopyIgnored,
  'shadow-copy-inside-application': shadowCopyInsideApplication,
  'privileged-identity': privilegedIdentity,
  'user-profile-not-loaded': userProfileNotLoaded,
  'web-garden': webGarden,
  'idle-timeout': idleTimeout,
  'background-work-waits': backgroundWorkWaits,
  'rapid-fail-protection-off': rapidFailProtectionOff,
  'many-applications-preloaded': manyApplicationsPreloaded,
  'pool-shared': poolShared,
  'websockets-unavailable': websocketsUnavailable,
  'binding-any-host': bindingAnyHost,
  'attribute-ignored-inprocess': attributeIgnoredInprocess,
  'processes-per-application': processesPerApplication,
  'startup-error-page-disabled': startupErrorPageDisabled,
  'web-config-settings-unread': webConfigSettingsUnread,
  'deploy-time-tokens': deployTimeTokens,
  'several-applications': severalApplications,
  'application-nested': applicationNested,
  'files-not-promised': filesNotPromised,
  'development-leftovers': developmentLeftovers,
};

/** A start as far as advice looks at it. */
interface AdvisedStart {
  readonly facts: StartFacts;
  readonly walk: { readonly workedOut: Partial<WorkedOut>; readonly steps: readonly { readonly outcome: StageOutcome }[] };
}

function toldBy({ steps }: AdvisedStart['walk']): ReadonlySet<RuleId> {
  return new Set(
    steps.flatMap(({ outcome }) => [
      ...(outcome.outcome === 'failed' ? [outcome.failure.rule] : []),
      ...('findings' in outcome ? (outcome.findings ?? []).map(({ rule }) => rule) : []),
    ]),
  );
}

/** Everything worth knowing about a start that does not end it. */
export function advise({ facts, walk }: AdvisedStart, today: string): readonly Finding[] {
  const advice: AdviceFacts = { facts, workedOut: walk.workedOut, told: toldBy(walk), today };
  return Object.values(rules).flatMap((rule) => rule(advice));
}

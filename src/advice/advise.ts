import type { Finding } from '../model/finding.ts';
import type { RuleId } from '../model/rules.ts';
import type { StageOutcome } from '../model/stage.ts';
import type { StartFacts } from '../model/start-facts.ts';
import type { WorkedOut } from '../model/worked-out.ts';
import { applicationNested } from './application-nested.ts';
import { applicationRootBelow } from './application-root-below.ts';
import { assemblyArchitecture } from './assembly-architecture.ts';
import { backgroundWorkWaits } from './background-work-waits.ts';
import { bindingAnyHost } from './binding-any-host.ts';
import { debugBuild } from './debug-build.ts';
import { deployTimeTokens } from './deploy-time-tokens.ts';
import { depsJsonMissing } from './deps-json-missing.ts';
import { detailedErrors } from './detailed-errors.ts';
import { developmentEnvironment } from './development-environment.ts';
import { developmentLeftovers } from './development-leftovers.ts';
import { endOfSupport } from './end-of-support.ts';
import { environmentNameConflict } from './environment-name-conflict.ts';
import { fileVersionDiffers } from './file-version-differs.ts';
import { filesNotPromised } from './files-not-promised.ts';
import { grpcNeedsNewerWindows } from './grpc-needs-newer-windows.ts';
import { handlerInheritedByChildren } from './handler-inherited-by-children.ts';
import { hostFilesDiffer } from './host-files-differ.ts';
import { hostingStartupMissing } from './hosting-startup-missing.ts';
import { httpsPortUnknown } from './https-port-unknown.ts';
import { idleTimeout } from './idle-timeout.ts';
import { ignoredInProcess } from './ignored-in-process.ts';
import { integratedModeConflict } from './integrated-mode-conflict.ts';
import { launcherOverride } from './launcher-override.ts';
import { logFolderMissing } from './log-folder-missing.ts';
import { missingEnvironmentSettings } from './missing-environment-settings.ts';
import { moduleDebugLog } from './module-debug-log.ts';
import { nativeAssetArchitecture } from './native-asset-architecture.ts';
import { nativeAssetMissing } from './native-asset-missing.ts';
import { poolShared } from './pool-shared.ts';
import { preloadMany } from './preload-many.ts';
import { privilegedIdentity } from './privileged-identity.ts';
import { processesPerApplication } from './processes-per-application.ts';
import { promisedFilesMissing } from './promised-files-missing.ts';
import { publishedForAnotherSystem } from './published-for-another-system.ts';
import { rapidFailProtectionOff } from './rapid-fail-protection-off.ts';
import { referenceMissing } from './reference-missing.ts';
import { rolledForward } from './rolled-forward.ts';
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
import { stdoutLogReachable } from './stdout-log-reachable.ts';
import { timeLimitBeyondPool } from './time-limit-beyond-pool.ts';
import { userProfileNotLoaded } from './user-profile-not-loaded.ts';
import { webConfigSettingsUnread } from './web-config-settings-unread.ts';
import { webGarden } from './web-garden.ts';
import { websocketsUnavailable } from './websockets-unavailable.ts';
import { windowsAuthenticationOff } from './windows-authentication-off.ts';
import { windowsNotSupported } from './windows-not-supported.ts';

/** What a rule of advice looks at: the facts, and what the start on paper worked out. */
export interface AdviceFacts {
  readonly facts: StartFacts;
  readonly workedOut: Partial<WorkedOut>;
  /** Rules that the stages of the start reported; advice need not say it again. */
  readonly told: ReadonlySet<RuleId>;
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

/** One rule of advice. It says nothing where it has nothing to say, and nothing where a fact it needs is missing. */
export type AdviceRule = (advice: AdviceFacts) => readonly Finding[];

/** In the order of the report: what can hurt first. */
const rules: readonly AdviceRule[] = [
  applicationRootBelow,
  developmentEnvironment,
  detailedErrors,
  secretInWebConfig,
  secretInSettings,
  stdoutLogReachable,
  integratedModeConflict,
  runtimeFilesMixed,
  hostFilesDiffer,
  fileVersionDiffers,
  depsJsonMissing,
  promisedFilesMissing,
  referenceMissing,
  assemblyArchitecture,
  nativeAssetArchitecture,
  nativeAssetMissing,
  publishedForAnotherSystem,
  environmentNameConflict,
  endOfSupport,
  runtimePatchBehind,
  rolledForward,
  missingEnvironmentSettings,
  settingsOfOtherEnvironment,
  windowsAuthenticationOff,
  windowsNotSupported,
  grpcNeedsNewerWindows,
  httpsPortUnknown,
  debugBuild,
  stdoutLogEnabled,
  logFolderMissing,
  moduleDebugLog,
  launcherOverride,
  hostingStartupMissing,
  startupTimeLimitShort,
  timeLimitBeyondPool,
  stackSizeDecimal,
  handlerInheritedByChildren,
  settingsInheritedByChildren,
  serverHandlersOverwritten,
  shadowCopyIgnored,
  shadowCopyInsideApplication,
  privilegedIdentity,
  userProfileNotLoaded,
  webGarden,
  idleTimeout,
  backgroundWorkWaits,
  rapidFailProtectionOff,
  preloadMany,
  poolShared,
  websocketsUnavailable,
  bindingAnyHost,
  ignoredInProcess,
  processesPerApplication,
  startupErrorPageDisabled,
  webConfigSettingsUnread,
  deployTimeTokens,
  severalApplications,
  applicationNested,
  filesNotPromised,
  developmentLeftovers,
];

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
  return rules.flatMap((rule) => rule(advice));
}

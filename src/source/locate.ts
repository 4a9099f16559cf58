import type { Finding } from '../model/finding.ts';
import type { Location } from '../model/report.ts';
import type { RuleId } from '../model/rules.ts';
import {
  type Anchor,
  copiedFile,
  defaultHostingModel,
  frameworkSwitch,
  manifestLine,
  mentionedItem,
  noBuildSwitch,
  otherSdk,
  ownWebConfig,
  setting,
  settingGiven,
  settingIs,
  unlessMajorMissing,
  whenMajorMissing,
  whenMentioned,
} from './anchors.ts';
import {
  isAot,
  isFrameworkVersion,
  isHostingModel,
  isOtherSelfContained,
  isOtherSystem,
  isPlatform,
  isRestrictingRollForward,
  isRuntimeIdentifier,
  isSelfContained,
  isSingleFile,
  isTargetFramework,
  pinsPatch,
} from './setting-agreements.ts';
import type { SourceContext } from './source-context.ts';

const runtimeIdentifier = setting('RuntimeIdentifier', isRuntimeIdentifier);
const selfContainedNames = ['PublishSelfContained', 'SelfContained'];
const selfContained = selfContainedNames.map((name) => setting(name, isSelfContained));
const targetFramework = [setting('TargetFramework', isTargetFramework), frameworkSwitch, setting('TargetFrameworks', isTargetFramework)];
const frameworkReference = [
  mentionedItem('FrameworkReference'),
  ...['UseWPF', 'UseWindowsForms'].map((name) => whenMentioned('Microsoft.WindowsDesktop.App', settingIs(name, 'true'))),
];
const hostingModel = [ownWebConfig, setting('AspNetCoreHostingModel', isHostingModel)];
/** The switches that keep the SDK from writing web.config. */
const transformDisabled = [
  settingIs('IsTransformWebConfigDisabled', 'true'),
  settingIs('IsWebConfigTransformDisabled', 'true'),
  settingIs('PublishIISAssets', 'false'),
];
const withoutDll = [setting('PublishAot', isAot), setting('PublishSingleFile', isSingleFile)];

/** Ways that are tried for every rule after its own. */
const placeItself: readonly Anchor[] = [ownWebConfig, copiedFile];

/**
 * What people change to cause or cure a finding, by rule, in order of preference. A rule that is not listed has its cause where the finding
 * says it is: in web.config, in a file that is copied as it is, or on the server.
 */
const anchors: Partial<Record<RuleId, readonly Anchor[]>> = {
  // For another system the SDK writes no web.config: Microsoft.NET.Sdk.Publish.targets, PublishIISAssets.
  'web-config-missing': [...transformDisabled, settingIs('PublishAot', 'true'), setting('RuntimeIdentifier', isOtherSystem), otherSdk],
  'handler-mapping-missing': [ownWebConfig, ...transformDisabled, otherSdk],
  'handler-module-unregistered': [ownWebConfig, settingGiven('AspNetCoreModuleName')],
  'hosting-model-unknown': hostingModel,
  // Without any line the default of the SDK decided.
  'hosting-models-mixed': [...hostingModel, defaultHostingModel],
  'inprocess-application-second': [...hostingModel, defaultHostingModel],
  'launcher-placeholder-left': [...transformDisabled, otherSdk],
  'executable-missing': [settingIs('UseAppHost', 'false'), ownWebConfig, ...transformDisabled],
  'executable-for-another-system': [runtimeIdentifier],
  'application-dll-missing': withoutDll,
  'hostfxr-not-loadable': [runtimeIdentifier],
  'shared-framework-missing': [
    ...targetFramework.map(whenMajorMissing),
    ...[
      ...frameworkReference,
      setting('RuntimeFrameworkVersion', isFrameworkVersion),
      setting('TargetLatestRuntimePatch', pinsPatch),
      setting('RollForward', isRestrictingRollForward),
    ].map(unlessMajorMissing),
  ],
  'framework-references-conflict': [...frameworkReference, setting('RuntimeFrameworkVersion', isFrameworkVersion)],
  // The build said one thing; the line that says another is that of the publish.
  'self-contained-mismatch': [noBuildSwitch, ...selfContainedNames.map((name) => setting(name, isOtherSelfContained))],
  'deps-asset-missing': [mentionedItem('PackageReference', 'ProjectReference', 'Reference')],
  'request-handler-missing': [otherSdk, settingIs('PublishTrimmed', 'true'), ...hostingModel],
  'request-handler-not-loadable': [runtimeIdentifier],
  'self-contained-started-by-dotnet': [ownWebConfig, ...selfContained],
  'entry-assembly-architecture': [setting('PlatformTarget', isPlatform), setting('Platform', isPlatform), runtimeIdentifier],
  'iis-integration-absent': [otherSdk],
  'executable-not-startable': [runtimeIdentifier],
  // Advice
  'development-environment': [ownWebConfig, settingIs('EnvironmentName', 'Development')],
  'framework-end-of-support': targetFramework,
  'framework-rolled-forward': targetFramework,
  'published-for-another-system': [setting('RuntimeIdentifier', isOtherSystem)],
  'native-asset-architecture': [runtimeIdentifier],
  'native-asset-missing': [mentionedItem('PackageReference')],
  'reference-missing': [mentionedItem('PackageReference', 'ProjectReference', 'Reference')],
  'debug-build': [settingIs('Configuration', 'Debug'), settingIs('Optimize', 'false')],
};

/**
 * The committed line that causes a finding, so that a change of it can be discussed where it is made. Never a guess: `undefined` when no
 * line is the cause beyond doubt, and then the report shows the place in the artifact.
 */
export function locateFinding(finding: Finding, context: SourceContext): Location | undefined {
  // What is wrong with the server is not the work of a line of the application.
  if (finding.place?.in === 'server') return manifestLine(finding, context);
  for (const anchor of [...(anchors[finding.rule] ?? []), ...placeItself]) {
    const location = anchor(finding, context);
    if (location !== undefined) return location;
  }
  return undefined;
}

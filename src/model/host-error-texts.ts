import type { FailureRuleId } from './failure-rules.ts';
import type { HostErrorName } from './host-start.ts';

/** What an exit code of the .NET host says by itself. Source: dotnet/runtime:docs/design/features/host-error-codes.md. */
export interface HostErrorText {
  readonly meaning: string;
  /** The rules that find its causes before the deployment. */
  readonly rules: readonly FailureRuleId[];
}

export const hostErrorTexts: Readonly<Record<HostErrorName, HostErrorText>> = {
  InvalidArgFailure: {
    meaning: 'the host was given an option it cannot use, or an application that does not exist',
    rules: ['application-path-not-runnable'],
  },
  CoreHostLibLoadFailure: {
    meaning: 'hostfxr.dll or hostpolicy.dll is there and cannot be loaded: it is for another architecture, or damaged',
    rules: ['hostfxr-not-loadable'],
  },
  CoreHostLibMissingFailure: {
    meaning:
      'hostfxr.dll or hostpolicy.dll is not where the host looks: no .NET of this architecture, or an application without its runtime that says it is self-contained',
    rules: ['hostfxr-missing', 'hostpolicy-missing', 'self-contained-mismatch'],
  },
  CoreHostEntryPointFailure: {
    meaning: 'hostfxr.dll or hostpolicy.dll lacks a function: it is another file, or of another version; or dotnet.exe was renamed',
    rules: ['hostfxr-not-loadable'],
  },
  CoreClrResolveFailure: { meaning: 'coreclr.dll, the runtime itself, is not there', rules: ['coreclr-missing'] },
  CoreClrInitFailure: {
    meaning: 'the runtime could not be started: coreclr.dll or an assembly it needs is damaged, missing, or for another architecture',
    rules: ['coreclr-missing', 'deps-asset-missing'],
  },
  ResolverInitFailure: { meaning: 'a deps.json is missing or cannot be read', rules: ['deps-json-invalid'] },
  ResolverResolveFailure: {
    meaning: 'a file that deps.json promises is missing, or its name is taken by a file with another extension',
    rules: ['deps-asset-missing', 'host-start-refused'],
  },
  InvalidConfigFile: {
    meaning: 'runtimeconfig.json cannot be read, or a variable such as DOTNET_ROLL_FORWARD has a value the host does not know',
    rules: ['runtimeconfig-invalid', 'host-environment-invalid'],
  },
  AppArgNotRunnable: { meaning: 'the first argument is no application', rules: ['application-path-not-runnable'] },
  AppHostExeNotBoundFailure: { meaning: 'the exe is bound to no dll: it was not made by a publish', rules: ['host-start-refused'] },
  FrameworkMissingFailure: {
    meaning: 'a shared framework is not installed in a version that will do',
    rules: ['shared-framework-missing'],
  },
  AppPathFindFailure: { meaning: 'the dll that the exe is bound to is not beside it', rules: ['application-dll-missing'] },
  SdkResolveFailure: {
    meaning: 'the first argument was taken for a command of the SDK, and there is no SDK; mostly the dll it names is not there',
    rules: ['application-path-not-runnable'],
  },
  FrameworkCompatFailure: {
    meaning: 'references to one framework exclude each other',
    rules: ['framework-references-conflict'],
  },
  FrameworkCompatRetry: {
    meaning: 'references to one framework never come to agree; they differ in build metadata only',
    rules: ['framework-references-conflict'],
  },
  BundleExtractionFailure: {
    meaning: 'a single-file application could not be unpacked, or is for another version of the host',
    rules: ['host-start-refused'],
  },
  LibHostDuplicateProperty: {
    meaning: 'configProperties of runtimeconfig.json set what only the host may set',
    rules: ['host-start-refused'],
  },
};

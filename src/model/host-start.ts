import type { Architecture } from './architecture.ts';
import type { DotnetRoot } from './target-server.ts';

/** The application as the .NET host sees it. */
export interface HostApplication {
  /** Folder of the application on the server, without a trailing `\`; used in the host's texts and paths. */
  readonly directory: string;
  /** File name of the entry assembly, such as `App.dll`. */
  readonly dll: string;
  /** Keys (`pathKey`) of the files below `directory`. */
  readonly files: ReadonlySet<string>;
  /** Libraries of the host among them that its process cannot load, by key, and why; absent = none, as far as they were looked into. */
  readonly unloadable?: ReadonlyMap<string, string>;
  /** Bytes of `<app>.runtimeconfig.json`, `<app>.runtimeconfig.dev.json` and `<app>.deps.json`; absent = no such file. */
  readonly runtimeConfig?: Uint8Array;
  readonly runtimeConfigDev?: Uint8Array;
  readonly deps?: Uint8Array;
}

/** What the host is asked to start, and where it looks. */
export interface HostStartRequest {
  /**
   * `muxer`: `dotnet.exe App.dll`, and the module's own call into hostfxr for an application started through `dotnet`.
   * `apphost`: `App.exe`; also the module's call for a self-contained application (argv[0] is the exe).
   */
  readonly mode: 'muxer' | 'apphost';
  /** Version of the hostfxr that decides; absent where it cannot be told (a self-contained folder without version facts). */
  readonly hostfxrVersion?: string;
  /** Version of the hostpolicy beside a self-contained application; absent where it cannot be told. */
  readonly bundledHostpolicyVersion?: string;
  /** The dotnet root in use. For a self-contained application this is the application folder and `frameworks` is an empty map. */
  readonly dotnetRoot: DotnetRoot;
  /** Roots that multi-level lookup would search after it, in the host's order. */
  readonly globalRoots: readonly DotnetRoot[];
  /** Registered roots of other architectures, for the text of hosts 10.0 and later. */
  readonly otherArchitectures: readonly DotnetRoot[];
  readonly architecture: Architecture;
  readonly application: HostApplication;
  /** Set variables by upper-cased name; empty ones left out, as the host does not tell them from unset ones. */
  readonly environment: ReadonlyMap<string, string>;
  /** Folders outside the application that are known to exist or not (probing paths, coreservicing); absent key = not known. */
  readonly folderExists: ReadonlyMap<string, boolean>;
  /** `folderExists` names everything there is; what is not in it does not exist. */
  readonly everythingListed?: true;
}

/** Names of `error_codes.h` in dotnet/runtime, with their values. */
export const hostErrorCodes = {
  InvalidArgFailure: 0x80008081,
  CoreHostLibLoadFailure: 0x80008082,
  CoreHostLibMissingFailure: 0x80008083,
  CoreHostEntryPointFailure: 0x80008084,
  CoreClrResolveFailure: 0x80008087,
  CoreClrInitFailure: 0x80008089,
  ResolverInitFailure: 0x8000808b,
  ResolverResolveFailure: 0x8000808c,
  InvalidConfigFile: 0x80008093,
  AppArgNotRunnable: 0x80008094,
  AppHostExeNotBoundFailure: 0x80008095,
  FrameworkMissingFailure: 0x80008096,
  AppPathFindFailure: 0x8000809a,
  SdkResolveFailure: 0x8000809b,
  FrameworkCompatFailure: 0x8000809c,
  FrameworkCompatRetry: 0x8000809d,
  BundleExtractionFailure: 0x8000809f,
  LibHostDuplicateProperty: 0x800080a1,
} as const;

export type HostErrorName = keyof typeof hostErrorCodes;

export interface ResolvedFramework {
  readonly name: string;
  readonly version: string;
  /** Full path of the version folder on the server. */
  readonly directory: string;
}

/** What refused the start, with the facts a report needs; the words are in `HostRefusal.text`. */
export type HostRefusalCause =
  | {
      readonly kind: 'framework-missing';
      readonly framework: string;
      /** The effective version, as the host prints it; may be empty. */
      readonly version: string;
      readonly found: readonly { readonly version: string; readonly directory: string }[];
      /** Why candidates did not do, in plain words: the roll-forward policy in force and where it was set. */
      readonly policy: string;
      /** The framework that asked for it, where it was not the application itself. */
      readonly requestedBy?: { readonly name: string; readonly version: string };
      /** `version` is none for the host, which then finds nothing, whatever is installed. */
      readonly noVersion?: true;
      /** What would have been taken, and is passed over: a variable switches it off, or its folder has no deps.json. */
      readonly passedOver?: { readonly version: string; readonly why: 'disabled' | 'no-deps-json' };
    }
  | {
      readonly kind: 'framework-conflict';
      readonly framework: string;
      readonly lower: string;
      readonly higher: string;
      /** The frameworks whose files ask for the two, where it was not the application's. */
      readonly lowerAskedBy?: { readonly name: string; readonly version: string };
      readonly higherAskedBy?: { readonly name: string; readonly version: string };
    }
  | {
      readonly kind: 'runtimeconfig-invalid';
      readonly path: string;
      readonly problem: string;
      readonly line?: number;
      readonly column?: number;
    }
  | { readonly kind: 'runtimeconfig-missing'; readonly path: string }
  | {
      readonly kind: 'hostpolicy-missing';
      readonly directory: string;
      readonly because: string;
      /** This hostfxr does not know `frameworks`; the application is for a later one. */
      readonly hostTooOld?: true;
    }
  /** hostpolicy.dll is there and cannot be loaded into the process. */
  | { readonly kind: 'hostpolicy-unloadable'; readonly path: string; readonly why: string }
  | { readonly kind: 'deps-invalid'; readonly path: string; readonly problem: string; readonly line?: number; readonly column?: number }
  | {
      readonly kind: 'deps-asset-missing';
      readonly deps: string;
      readonly package: string;
      readonly version: string;
      readonly asset: string;
    }
  | {
      readonly kind: 'deps-asset-conflict';
      readonly deps: string;
      readonly package: string;
      readonly version: string;
      readonly asset: string;
    }
  | { readonly kind: 'coreclr-missing' }
  | { readonly kind: 'duplicate-property'; readonly property: string }
  | { readonly kind: 'environment-invalid'; readonly variable: string; readonly value: string }
  | { readonly kind: 'crash'; readonly problem: string };

export interface HostRefusal {
  readonly error: HostErrorName;
  /** Everything the host writes to its error stream, lines joined by `\n`, in the words of this hostfxr and hostpolicy. */
  readonly text: string;
  readonly cause: HostRefusalCause;
}

/** The host's answer. */
export type HostStart =
  | {
      readonly outcome: 'ready';
      /** Resolved frameworks, in the host's order (the last is the root framework); empty for a self-contained application. */
      readonly frameworks: readonly ResolvedFramework[];
      readonly selfContained: boolean;
      /** Version of hostpolicy in use; absent where it cannot be told. */
      readonly hostpolicyVersion?: string;
      /** Folders the host reports as native search directories, full paths; the application folder first. */
      readonly nativeSearchDirectories: readonly string[];
      /** Assets that deps.json promises, that are not there, and that this host does not check: they may be missed later. */
      readonly uncheckedMissingAssets: readonly { readonly package: string; readonly version: string; readonly asset: string }[];
    }
  | { readonly outcome: 'refused'; readonly refusal: HostRefusal }
  | { readonly outcome: 'unknown'; readonly because: string; readonly missingFacts: readonly string[] };

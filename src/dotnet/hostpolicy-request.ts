import type { Architecture } from '../model/architecture.ts';
import type { HostApplication, ResolvedFramework } from '../model/host-start.ts';
import type { FxVersion } from './fx-version.ts';
import type { HostJson } from './host-json.ts';

/** A resolved framework with what is known of its folder. */
export interface HostpolicyFramework extends ResolvedFramework {
  /** Content of `<name>.deps.json`: `null` = no such file; absent = nobody read it, and the folder is taken to be whole. */
  readonly deps?: Uint8Array | null;
  /** Keys of the files there, where `deps` is known. */
  readonly files?: ReadonlySet<string>;
}

export interface HostpolicyRequest {
  readonly hostpolicyVersion: FxVersion;
  readonly application: HostApplication;
  readonly tfm?: string;
  readonly additionalProbingPaths: readonly string[];
  readonly configProperties: ReadonlyMap<string, HostJson>;
  readonly frameworkDependent: boolean;
  /** In hostfxr's order, the last is the root framework; empty for a self-contained application. */
  readonly frameworks: readonly HostpolicyFramework[];
  readonly architecture: Architecture;
  /** Set variables by upper-cased name. */
  readonly environment: ReadonlyMap<string, string>;
  /** A runtime store exists below the dotnet root; absent = nobody said. */
  readonly sharedStore?: boolean;
  /** The folder of that store, whether or not it exists; absent where there is no dotnet root. */
  readonly storeFolder?: string;
  /** Keys (`fullPathKey`) of folders and files known to exist or not; absent key = not known. */
  readonly folderExists: ReadonlyMap<string, boolean>;
  /** What is not in `folderExists` does not exist. */
  readonly everythingListed?: true;
}

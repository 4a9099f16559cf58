import type { Architecture } from '../model/architecture.ts';
import type { HostApplication, HostRefusal, ResolvedFramework } from '../model/host-start.ts';
import type { FxVersion } from './fx-version.ts';
import type { HostJson } from './host-json.ts';

export interface HostpolicyFramework extends ResolvedFramework {
  readonly deps?: Uint8Array | null;
  readonly files?: ReadonlySet<string>;
}
export interface HostpolicyRequest {
  readonly hostpolicyVersion: FxVersion;
  readonly application: HostApplication;
  readonly tfm?: string;
  readonly additionalProbingPaths: readonly string[];
  readonly configProperties: ReadonlyMap<string, HostJson>;
  readonly frameworkDependent: boolean;
  readonly frameworks: readonly HostpolicyFramework[];
  readonly architecture: Architecture;
  readonly environment: ReadonlyMap<string, string>;
  readonly dotnetRoot: string;
  readonly folderExists: ReadonlyMap<string, boolean>;
}
export type HostpolicyStart =
  | {
      readonly outcome: 'ready';
      readonly nativeSearchDirectories: readonly string[];
      readonly trustedPlatformAssemblies: readonly string[];
      readonly uncheckedMissingAssets: readonly { readonly package: string; readonly version: string; readonly asset: string }[];
    }
  | { readonly outcome: 'refused'; readonly refusal: HostRefusal }
  | { readonly outcome: 'unknown'; readonly because: string; readonly missingFacts: readonly string[] };

export function startHostpolicy(_request: HostpolicyRequest): HostpolicyStart {
  return { outcome: 'unknown', because: 'Not known yet.', missingFacts: [] };
}

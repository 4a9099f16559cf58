import type { Architecture } from './architecture.ts';
import type { HostingModel } from './target-server.ts';

/** A shared framework that must be installed. */
export interface FrameworkRequirement {
  readonly name: string;
  readonly version: string;
  /** The `rollForward` in force: how far above `version` will do. */
  readonly rollForward: string;
}

/** What a server must have for an artifact to start. */
export interface Requirements {
  readonly artifact: string;
  /** Absent where web.config does not tell. */
  readonly hostingModel?: HostingModel;
  /** Architectures of worker processes (or of the started process) that can load it; empty: none can. */
  readonly architectures: readonly Architecture[];
  /** Why it starts on no server as it is; absent when nothing in the artifact alone stands in the way. */
  readonly startsNowhere?: string;
  /** It brings its own runtime. */
  readonly selfContained: boolean;
  readonly frameworks: readonly FrameworkRequirement[];
  readonly module: 'AspNetCoreModule' | 'AspNetCoreModuleV2';
  /** Sections of web.config that the server must know and must not have locked. */
  readonly sections: readonly SectionRequirement[];
}

export interface SectionRequirement {
  /** Full path, such as `system.webServer/rewrite/rules`. */
  readonly path: string;
  /** What has to be installed for it to exist; absent: IIS has it, or nobody knows. */
  readonly provider?: string;
}

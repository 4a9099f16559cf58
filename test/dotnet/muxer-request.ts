import type { HostStartRequest } from '../../src/model/host-start.ts';
import type { InstalledFramework } from '../../src/model/target-server.ts';

/** What differs from request to request; the application is `C:\app\app.dll`, on a server with the one dotnet root `C:\dotnet`. */
export interface MuxerQuestion {
  readonly frameworks: ReadonlyMap<string, readonly InstalledFramework[]>;
  readonly runtimeConfig?: Uint8Array | undefined;
  readonly runtimeConfigDev?: Uint8Array | undefined;
  readonly environment?: ReadonlyMap<string, string>;
  readonly root?: string;
}

/** `dotnet app.dll`, as it is put to the host. */
export function muxerRequest(hostfxrVersion: string, question: MuxerQuestion): HostStartRequest & { readonly hostfxrVersion: string } {
  const { frameworks, runtimeConfig, runtimeConfigDev, environment = new Map(), root = 'C:\\dotnet' } = question;
  return {
    mode: 'muxer',
    hostfxrVersion,
    dotnetRoot: { root, sharedStore: false, frameworks },
    globalRoots: [],
    otherArchitectures: [],
    architecture: 'x64',
    application: {
      directory: 'C:\\app',
      dll: 'app.dll',
      files: new Set(['app.dll']),
      ...(runtimeConfig === undefined ? {} : { runtimeConfig }),
      ...(runtimeConfigDev === undefined ? {} : { runtimeConfigDev }),
    },
    environment,
    folderExists: new Map(),
  };
}

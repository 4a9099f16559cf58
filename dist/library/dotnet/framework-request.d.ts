import type { HostStartRequest } from '../model/host-start.ts';
/** What hostfxr is asked: the application's files, the dotnet root with its frameworks, and the environment of the process. */
export type FrameworkRequest = Pick<HostStartRequest, 'mode' | 'dotnetRoot' | 'globalRoots' | 'otherArchitectures' | 'architecture' | 'environment'> & {
    readonly hostfxrVersion: string;
    readonly application: Pick<HostStartRequest['application'], 'directory' | 'dll' | 'runtimeConfig' | 'runtimeConfigDev'>;
};

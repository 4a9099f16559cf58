/** Processor architectures of a worker process, a dotnet root or an executable image, spelled as .NET spells them in a RID. */
export declare const architectures: readonly ['x64', 'x86', 'arm64'];
export type Architecture = (typeof architectures)[number];
/** Whether the machine of an image is one of them. */
export declare function isArchitecture(machine: string): machine is Architecture;

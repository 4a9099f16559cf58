/** Processor architectures of a worker process, a dotnet root or an executable image, spelled as .NET spells them in a RID. */
export type Architecture = 'x64' | 'x86' | 'arm64';

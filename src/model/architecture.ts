/** Processor architectures of a worker process, a dotnet root or an executable image, spelled as .NET spells them in a RID. */
export const architectures = ['x64', 'x86', 'arm64'] as const;

export type Architecture = (typeof architectures)[number];

/** Whether the machine of an image is one of them. */
export function isArchitecture(machine: string): machine is Architecture {
  return architectures.some((architecture) => architecture === machine);
}

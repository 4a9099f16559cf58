/** `IMAGE_FILE_HEADER.Machine` as the loader groups it. `linux`: a ReadyToRun image compiled for Linux (machine xor 0x7B79). */
export type Machine = 'x86' | 'x64' | 'arm64' | 'arm' | 'linux' | 'other';
/** CLR header facts of a managed image (ECMA-335 II.25.3.3). */
export interface ClrHeader {
    readonly ilOnly: boolean;
    /** COMIMAGE_FLAGS_32BITREQUIRED without 32BITPREFERRED: the image runs in 32-bit processes only. */
    readonly requires32Bit: boolean;
    /** COMIMAGE_FLAGS_32BITPREFERRED: AnyCPU that prefers 32 bits; it still loads in a 64-bit process. */
    readonly prefers32Bit: boolean;
    /** Has a ReadyToRun header: native code for `machine`, refused by a runtime of another machine. */
    readonly readyToRun: boolean;
}
export interface PeImage {
    readonly format: 'pe';
    readonly machine: Machine;
    /** The raw machine word, for evidence. */
    readonly machineCode: number;
    /** PE32 or PE32+. */
    readonly bits: 32 | 64;
    readonly isDll: boolean;
    /** Absent for a native image. */
    readonly clr?: ClrHeader;
    /** `VS_FIXEDFILEINFO.dwFileVersion` as `a.b.c.d`, where the image has a version resource. */
    readonly fileVersion?: string;
    /** Names in the export table of a native dll; absent where the table could not be read. */
    readonly exports?: readonly string[];
    /** Assembly identity and references from the metadata of a managed image; absent where not read. */
    readonly assembly?: AssemblyIdentity;
    /** What an apphost is bound to, and whether a single-file bundle follows; absent for other images. */
    readonly appHost?: AppHost;
}
export interface AssemblyIdentity {
    readonly name: string;
    readonly version: string;
    readonly references: readonly {
        readonly name: string;
        readonly version: string;
    }[];
    /** Simple names of methods the assembly refers to in other assemblies; only those the rules look for are kept. */
    readonly memberReferences: readonly string[];
    /** The compiler left optimizations out, as Debug configurations do; absent where the assembly does not say. */
    readonly compiledForDebugging?: boolean;
}
export interface AppHost {
    /** The dll name stamped into the executable; absent where it is not stamped or was not found. */
    readonly boundDll?: string;
    /** The slot still holds its placeholder: the executable was never stamped. */
    readonly unbound?: true;
    /** A single-file bundle is appended to the executable. */
    readonly bundle: boolean;
    /** What lies in it; absent without a bundle, where it cannot be read, and where the runtime is linked in, as no other host reads it then. */
    readonly bundled?: SingleFileBundle;
}
/** The files inside a single-file executable. */
export interface SingleFileBundle {
    /** Major version of the header: 1 (.NET Core 3), 2 (.NET 5) or 6 (.NET 6 and later). */
    readonly headerVersion: number;
    /** Paths relative to the folder of the executable, as written. */
    readonly files: readonly string[];
    /** Bytes of the `<app>.runtimeconfig.json` and `<app>.deps.json` inside. */
    readonly runtimeConfig?: Uint8Array;
    readonly deps?: Uint8Array;
}
/** What the first bytes of a file say it is. */
export type BinaryImage = PeImage | {
    readonly format: 'elf';
    readonly machine: Machine;
} | {
    readonly format: 'mach-o';
} | {
    readonly format: 'empty';
}
/** Not an executable image, or one damaged so that the loader refuses it; `why` says what was expected. */
 | {
    readonly format: 'not-an-image';
    readonly why: string;
};

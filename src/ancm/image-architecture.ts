import type { Architecture } from '../model/architecture.ts';
import type { BinaryImage } from '../model/binary-image.ts';

/** Why a process of `architecture` cannot load `image` with LoadLibrary, in words; `undefined` when it can. */
export function whyNotLoadable(image: BinaryImage, architecture: Architecture): string | undefined {
  switch (image.format) {
    case 'empty':
      return 'the file is empty';
    case 'elf':
      return 'it is a Linux library (ELF)';
    case 'mach-o':
      return 'it is a macOS library (Mach-O)';
    case 'not-an-image':
      return `it is not a Windows image: ${image.why}`;
    case 'pe':
      return image.machine === architecture ? undefined : `it is compiled for ${image.machine}`;
  }
}

/**
 * Why the runtime of a process of `architecture` refuses a managed assembly with BadImageFormatException; `undefined` when it loads it.
 * IL-only images of machine I386 without 32BITREQUIRED are AnyCPU (ECMA-335 II.25.3.3.1). A ReadyToRun image of another machine is refused,
 * not run from its IL (dotnet/runtime:src/coreclr/vm/peimagelayout.cpp, src/coreclr/utilcode/pedecoder.cpp).
 */
export function whyAssemblyRefused(image: BinaryImage, architecture: Architecture): string | undefined {
  if (image.format !== 'pe') return whyNotLoadable(image, architecture);
  const { machine, clr } = image;
  if (clr === undefined) return 'it is a native image, not a managed assembly';
  if (clr.readyToRun && machine !== architecture) return `it is compiled ahead of time (ReadyToRun) for ${machine}`;
  if (machine === 'x86' && image.bits === 32 && clr.ilOnly) {
    return clr.requires32Bit && architecture !== 'x86' ? 'it is compiled for x86 only (32BITREQUIRED)' : undefined;
  }
  return machine === architecture ? undefined : `it is compiled for ${machine} only`;
}

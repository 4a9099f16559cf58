import type { Architecture } from '../model/architecture.ts';
import type { BinaryImage, Machine } from '../model/binary-image.ts';
import { type Hresult, hresults } from '../model/startup-failure.ts';
import { extension } from '../windows/paths.ts';

/** Whether Windows starts a program: a reason against it, or the fact that would tell. */
export type Startable =
  | { readonly starts: true }
  | { readonly starts: false; readonly why: string; readonly hresult: Hresult }
  | { readonly starts: 'unknown'; readonly missingFacts: readonly string[] };

/** Machines whose programs a Windows runs; on ARM64 it emulates the others. */
const programsOf: Readonly<Record<Architecture, readonly Machine[]>> = {
  x86: ['x86'],
  x64: ['x64', 'x86'],
  arm64: ['arm64', 'x64', 'x86', 'arm'],
};

function startableOn(machine: Machine, windows: Architecture | undefined): Startable {
  const candidates = windows === undefined ? Object.values(programsOf) : [programsOf[windows]];
  const running = candidates.filter((machines) => machines.includes(machine));
  if (running.length === candidates.length) return { starts: true };
  if (running.length > 0) return { starts: 'unknown', missingFacts: ['os.architecture'] };
  const why = `it is compiled for ${machine}${windows === undefined ? '' : `, and Windows is ${windows}`}`;
  return { starts: false, why, hresult: hresults.ERROR_EXE_MACHINE_TYPE_MISMATCH };
}

/** Whether CreateProcess starts `file`; `windows`: the architecture of the operating system, absent where nobody said. */
export function startable(image: BinaryImage, file: string, windows: Architecture | undefined): Startable {
  const bad = (why: string): Startable => ({ starts: false, why, hresult: hresults.ERROR_BAD_EXE_FORMAT });
  switch (image.format) {
    case 'elf':
      return bad('it is a Linux program (ELF)');
    case 'mach-o':
      return bad('it is a macOS program (Mach-O)');
    case 'empty':
      return bad('the file is empty');
    case 'not-an-image':
      return bad(`it is not a Windows program: ${image.why}`);
    case 'pe':
      return image.isDll || /^\.dll$/i.test(extension(file)) ? bad('it is a library, not a program') : startableOn(image.machine, windows);
  }
}

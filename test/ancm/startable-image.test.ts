import { describe, expect, test } from '@jest/globals';
import { startable } from '../../src/ancm/startable-image.ts';
import type { Architecture } from '../../src/model/architecture.ts';
import type { BinaryImage, Machine, PeImage } from '../../src/model/binary-image.ts';

/** CreateProcess: 0x800700d8 for a machine that Windows does not run, 0x800700c1 for what is no program (ancm.md §9.3). */

const exe = (machine: Machine): PeImage => ({ format: 'pe', machine, machineCode: 0, bits: machine === 'x86' ? 32 : 64, isDll: false });

function answer(image: BinaryImage, windows: Architecture | undefined, file = 'App.exe'): string {
  const result = startable(image, file, windows);
  if (result.starts === true) return 'starts';
  return result.starts === false ? result.hresult : result.missingFacts.join();
}

const mismatch = '0x800700d8';
const unknown = 'os.architecture';

describe('machines', () => {
  // Columns: Windows x64, x86, ARM64 (which emulates x64 and x86), and of an architecture that nobody named.
  const rows: readonly (readonly [Machine, string, string, string, string])[] = [
    ['x64', 'starts', mismatch, 'starts', unknown],
    ['x86', 'starts', 'starts', 'starts', 'starts'],
    ['arm64', mismatch, mismatch, 'starts', unknown],
    ['arm', mismatch, mismatch, 'starts', unknown],
    ['linux', mismatch, mismatch, mismatch, mismatch],
    ['other', mismatch, mismatch, mismatch, mismatch],
  ];
  test.each(rows)('%s', (machine, x64, x86, arm64, unnamed) => {
    const answers = (['x64', 'x86', 'arm64', undefined] as const).map((windows) => answer(exe(machine), windows));
    expect(answers).toEqual([x64, x86, arm64, unnamed]);
  });
});

test.each([
  ['an ELF program', { format: 'elf', machine: 'x64' }, 'App'],
  ['a Mach-O program', { format: 'mach-o' }, 'App'],
  ['an empty file', { format: 'empty' }, 'App.exe'],
  ['a text', { format: 'not-an-image', why: 'the file does not begin with MZ' }, 'App.exe'],
  ['a dll by its header', { ...exe('x64'), isDll: true }, 'App.exe'],
  ['a dll by its name', exe('x64'), 'App.dll'],
] satisfies readonly (readonly [string, BinaryImage, string])[])('%s is no program, whatever Windows is', (_what, image, file) => {
  for (const windows of ['x64', 'x86', 'arm64', undefined] as const) expect(answer(image, windows, file)).toBe('0x800700c1');
});

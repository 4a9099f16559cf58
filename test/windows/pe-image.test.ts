import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import type { BinaryImage } from '../../src/model/binary-image.ts';
import { readBinaryImage, type WantedFacts } from '../../src/windows/pe-image.ts';
import { appHostData, buildImage, machines } from './image-builder.ts';

const everything: WantedFacts = {
  fileVersion: true,
  exports: true,
  appHost: true,
  assembly: { memberNames: ['CreateBuilder', 'UseIIS', 'Builder'] },
};

async function read(bytes: Uint8Array, want = everything): Promise<BinaryImage> {
  return readBinaryImage((offset, length) => bytes.subarray(offset, offset + length), bytes.length, want);
}

describe('what a file is', () => {
  test.each<[string, Uint8Array, BinaryImage]>([
    ['nothing', Buffer.alloc(0), { format: 'empty' }],
    ['three bytes', Buffer.from('MZ\0'), { format: 'not-an-image', why: 'the file is shorter than any executable image' }],
    ['text', Buffer.from('<html></html>'), { format: 'not-an-image', why: 'the file does not begin with MZ' }],
    ['MZ and no more', Buffer.from('MZ\0\0'), { format: 'not-an-image', why: 'the file ends inside the MS-DOS header' }],
    ['an ELF file for x64', elf(62, true), { format: 'elf', machine: 'x64' }],
    ['an ELF file for arm64', elf(183, true), { format: 'elf', machine: 'arm64' }],
    ['an ELF file for a big-endian machine', elf(22, false), { format: 'elf', machine: 'other' }],
    ['the beginning of an ELF file', Buffer.from('7f454c46', 'hex'), { format: 'elf', machine: 'other' }],
    ['a Mach-O file', Buffer.from('cffaedfe07000001', 'hex'), { format: 'mach-o' }],
    ['a universal Mach-O file', Buffer.from('cafebabe00000002', 'hex'), { format: 'mach-o' }],
  ])('%s', async (_, bytes, expected) => {
    expect(await read(bytes)).toEqual(expected);
  });

  test.each([
    [machines.x86, 'x86'],
    [machines.x64, 'x64'],
    [machines.arm64, 'arm64'],
    [machines.arm, 'arm'],
    [machines.linuxX64, 'linux'],
    [machines.appleArm64, 'other'],
    [0x200, 'other'],
  ] as const)('machine %i is %s', async (code, machine) => {
    expect(await read(buildImage({ machine: code }))).toMatchObject({ format: 'pe', machine, machineCode: code });
  });

  test('PE32 and PE32+, dll and exe', async () => {
    expect(await read(buildImage({ bits: 32, dll: true }))).toMatchObject({ bits: 32, isDll: true });
    expect(await read(buildImage({ bits: 64 }))).toMatchObject({ bits: 64, isDll: false });
  });
});

function elf(machine: number, littleEndian: boolean): Uint8Array {
  const bytes = Buffer.alloc(64);
  bytes.write('\x7fELF', 0, 'latin1');
  bytes[5] = littleEndian ? 1 : 2;
  if (littleEndian) bytes.writeUInt16LE(machine, 18);
  else bytes.writeUInt16BE(machine, 18);
  return bytes;
}

describe('the CLR header', () => {
  // Flags as ECMA-335 II.25.3.3.1 numbers them: 1 IL only, 2 32-bit required, 8 signed, 0x20000 32-bit preferred.
  test.each([
    [1, { ilOnly: true, requires32Bit: false, prefers32Bit: false }],
    [9, { ilOnly: true, requires32Bit: false, prefers32Bit: false }],
    [3, { ilOnly: true, requires32Bit: true, prefers32Bit: false }],
    [0x20003, { ilOnly: true, requires32Bit: false, prefers32Bit: true }],
    [4, { ilOnly: false, requires32Bit: false, prefers32Bit: false }],
  ])('flags %i', async (flags, expected) => {
    const image = await read(buildImage({ machine: machines.x86, bits: 32, clr: { flags } }));
    expect(image).toMatchObject({ clr: { ...expected, readyToRun: false } });
  });

  test('a ReadyToRun header is told from another native header', async () => {
    const spec = { clr: { flags: 4, readyToRun: true } };
    expect(await read(buildImage(spec))).toMatchObject({ clr: { readyToRun: true } });
    const other = buildImage(spec);
    other.write('NGEN', other.indexOf('RTR\0'), 'ascii');
    expect(await read(other)).toMatchObject({ clr: { readyToRun: false } });
  });

  test('a native image has none', async () => {
    expect(await read(buildImage({}))).not.toHaveProperty('clr');
  });

  test('a header that points out of the file is no image', async () => {
    const bytes = buildImage({ clr: { flags: 1 } });
    bytes.writeUInt32LE(0x7fffffff, 0x80 + 24 + 112 + 14 * 8);
    expect(await read(bytes)).toEqual({ format: 'not-an-image', why: 'the CLR header lies outside the file' });
  });
});

describe('version and exports', () => {
  test('the file version', async () => {
    expect(await read(buildImage({ dll: true, version: [18, 0, 24201, 8] }))).toMatchObject({ fileVersion: '18.0.24201.8' });
    expect(await read(buildImage({ dll: true, version: [65535, 1, 0, 65535] }))).toMatchObject({ fileVersion: '65535.1.0.65535' });
    expect(await read(buildImage({ dll: true }))).not.toHaveProperty('fileVersion');
  });

  test('the names in the export table', async () => {
    const exports = ['hostfxr_main_startupinfo', 'hostfxr_initialize_for_dotnet_command_line'];
    expect(await read(buildImage({ dll: true, exports }))).toMatchObject({ exports });
    expect(await read(buildImage({ dll: true, exports: [] }))).toMatchObject({ exports: [] });
    expect(await read(buildImage({ dll: true }))).not.toHaveProperty('exports');
  });

  test('only what is wanted is read', async () => {
    const bytes = buildImage({ dll: true, version: [1, 0, 0, 0], exports: ['a'], clr: { flags: 1 } });
    const image = await read(bytes, {});
    expect(Object.keys(image).sort()).toEqual(['bits', 'clr', 'format', 'isDll', 'machine', 'machineCode']);
  });
});

describe('assembly metadata', () => {
  const assembly = {
    name: 'App',
    version: [1, 2, 3, 4],
    references: [
      { name: 'System.Runtime', version: [8, 0, 0, 0] },
      { name: 'Microsoft.AspNetCore', version: [8, 0, 0, 0] },
    ],
    members: ['CreateBuilder', 'Build', 'CreateBuilder'],
  } as const;
  const expected = {
    name: 'App',
    version: '1.2.3.4',
    references: [
      { name: 'System.Runtime', version: '8.0.0.0' },
      { name: 'Microsoft.AspNetCore', version: '8.0.0.0' },
    ],
    memberReferences: ['CreateBuilder'],
  };

  test.each([
    ['two-byte indexes', {}],
    ['four-byte heap indexes', { wideHeaps: true }],
    ['a coded index of four bytes', { typeRefs: 8192 }],
    ['a coded index of two bytes, just so', { typeRefs: 8191 }],
  ])('%s', async (_, variant) => {
    expect(await read(buildImage({ clr: { flags: 1, assembly: { ...assembly, ...variant } } }))).toMatchObject({ assembly: expected });
  });

  test('names of other alphabets', async () => {
    const image = await read(buildImage({ clr: { flags: 1, assembly: { ...assembly, name: 'Магазин' } } }));
    expect(image).toMatchObject({ assembly: { name: 'Магазин' } });
  });

  test('damaged metadata leaves the rest as it is', async () => {
    const bytes = buildImage({ clr: { flags: 1, assembly } });
    bytes.write('XXXX', bytes.indexOf('BSJB'), 'ascii');
    const image = await read(bytes);
    expect(image).toMatchObject({ format: 'pe', clr: { ilOnly: true } });
    expect(image).not.toHaveProperty('assembly');
  });
});

describe('an apphost', () => {
  const hash = 'c3ab8ff13720e8ad9047dd39466b3c8974e592c2fa383d4a3960714caef0c4f2';
  test.each([
    ['bound', { slot: 'App.dll' }, { bundle: false, boundDll: 'App.dll' }],
    ['bound to a dll in a folder', { slot: 'bin\\Shop App.dll' }, { bundle: false, boundDll: 'bin\\Shop App.dll' }],
    [
      'bound to a name longer than the placeholder',
      { slot: `${'a'.repeat(200)}.dll` },
      { bundle: false, boundDll: `${'a'.repeat(200)}.dll` },
    ],
    ['bound to a name of another alphabet', { slot: 'Магазин.dll' }, { bundle: false, boundDll: 'Магазин.dll' }],
    ['not bound', { slot: hash }, { bundle: false, unbound: true }],
    ['of 2.x, which has no bundle marker', { slot: 'App.dll', marker: false }, { bundle: false, boundDll: 'App.dll' }],
    ['with a bundle', { slot: 'App.dll', bundleOffset: 1000n }, { bundle: true, boundDll: 'App.dll' }],
    [
      'with a bundle header behind the end of the file',
      { slot: 'App.dll', bundleOffset: 1n << 40n },
      { bundle: false, boundDll: 'App.dll' },
    ],
  ])('%s', async (_, spec, expected) => {
    expect(await read(buildImage({ data: appHostData(spec) }))).toMatchObject({ appHost: expected });
  });

  test.each([
    ['an exe without initialised data', buildImage({})],
    ['an exe whose data only mention a dll', buildImage({ data: Buffer.from(`${'x'.repeat(100)}\0kernel32.dll\0${'y'.repeat(200)}\0`) })],
    ['a dll', buildImage({ dll: true, data: appHostData({ slot: 'App.dll' }) })],
    ['a managed exe', buildImage({ clr: { flags: 1 }, data: appHostData({ slot: 'App.dll' }) })],
  ])('%s is none', async (_, bytes) => {
    expect(await read(bytes)).not.toHaveProperty('appHost');
  });
});

describe('files of the SDK', () => {
  test('an AnyCPU assembly', async () => {
    expect(await read(readFileSync('fixtures/images/any-cpu.dll'))).toEqual({
      format: 'pe',
      machine: 'x86',
      machineCode: 0x14c,
      bits: 32,
      isDll: false,
      clr: { ilOnly: true, requires32Bit: false, prefers32Bit: false, readyToRun: false },
      fileVersion: '1.0.0.0',
      assembly: {
        name: 'Sample',
        version: '1.0.0.0',
        references: ['System.Runtime', 'Microsoft.AspNetCore', 'Microsoft.AspNetCore.Routing'].map((name) => ({
          name,
          version: '10.0.0.0',
        })),
        memberReferences: ['CreateBuilder'],
        compiledForDebugging: false,
      },
    });
  });

  test('an assembly of the Debug configuration', async () => {
    expect(await read(readFileSync('fixtures/images/debug-build.dll'))).toMatchObject({ assembly: { compiledForDebugging: true } });
  });

  test('a ReadyToRun assembly for Linux', async () => {
    const image = await read(readFileSync('fixtures/images/ready-to-run-linux-x64.dll'));
    expect(image).toMatchObject({ machine: 'linux', machineCode: 0xfd1d, bits: 64, clr: { ilOnly: false, readyToRun: true } });
    expect(image).toMatchObject({ assembly: { name: 'Sample', memberReferences: ['CreateBuilder'] } });
  });
});

describe('reading little', () => {
  test('headers cost one read of 4 KB, however large the file', async () => {
    const bytes = Buffer.concat([buildImage({ clr: { flags: 1 } }), Buffer.alloc(1024 * 1024)]);
    const reads: number[] = [];
    const readPart = (offset: number, length: number): Uint8Array => {
      reads.push(length);
      return bytes.subarray(offset, offset + length);
    };
    const image = await readBinaryImage(readPart, bytes.length);
    expect(image).toMatchObject({ format: 'pe' });
    expect(reads).toEqual([4096]);
  });
});

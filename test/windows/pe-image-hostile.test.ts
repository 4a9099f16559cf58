import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { BinaryImage } from '../../src/model/binary-image.ts';
import { imageBytes } from '../../src/windows/image-bytes.ts';
import { readBinaryImage } from '../../src/windows/pe-image.ts';
import { appHostData, buildImage } from './image-builder.ts';

const rich = {
  dll: true,
  version: [1, 2, 3, 4],
  exports: ['hostfxr_main', 'hostfxr_close'],
  clr: {
    flags: 1,
    readyToRun: true,
    assembly: { name: 'A', version: [1, 0, 0, 0], references: [{ name: 'B', version: [1, 0, 0, 0] }], members: ['M'] },
  },
} as const;

const samples: readonly Buffer[] = [
  buildImage(rich),
  buildImage({ version: [1, 0, 0, 0], exports: ['x'], data: appHostData({ slot: 'App.dll', bundleOffset: 100n }) }),
  buildImage({ machine: 0x14c, bits: 32, clr: { flags: 3 } }),
  readFileSync('fixtures/images/any-cpu.dll'),
  readFileSync('fixtures/images/ready-to-run-linux-x64.dll'),
];

/** Reads with a count of the bytes handed out; `size` may lie. */
async function readCounting(bytes: Uint8Array, size = bytes.length): Promise<{ image: BinaryImage; handedOut: number }> {
  let handedOut = 0;
  const image = await readBinaryImage(
    (offset, length) => {
      const part = bytes.subarray(offset, offset + length);
      handedOut += part.length;
      return part;
    },
    size,
    { fileVersion: true, exports: true, appHost: true, assembly: { memberNames: ['M'] } },
  );
  return { image, handedOut };
}

describe('damaged images', () => {
  test.each(samples.map((sample, index) => [index, sample] as const))('every truncation of sample %i gives a result', async (_, sample) => {
    for (let length = 0; length < sample.length; length += length < 2048 ? 1 : 61) {
      const { image } = await readCounting(sample.subarray(0, length));
      // Each sample ends with a section, so a shorter file is one that the loader refuses.
      expect(image.format).toBe(length === 0 ? 'empty' : 'not-an-image');
    }
  });

  test('a file that is shorter than its size promised gives a result', async () => {
    for (const sample of samples)
      for (const length of [0, 1, 63, 64, 200, 600, 1024, 1500]) await readCounting(sample.subarray(0, length), sample.length);
  });

  test('every word of the headers and tables replaced by extremes gives a result', async () => {
    for (const sample of samples) {
      for (let at = 0; at + 4 <= Math.min(sample.length, 0x900); at += 2) {
        for (const value of [0, 0x7fffffff, 0xffffffff]) {
          const bytes = Buffer.from(sample);
          bytes.writeUInt32LE(value, at);
          await readCounting(bytes);
        }
      }
    }
  });

  test('any bytes anywhere give a result, and at most 32 MB are read', async () => {
    const patch = fc.record({ at: fc.nat(0x2000), bytes: fc.uint8Array({ minLength: 1, maxLength: 16 }) });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...samples), fc.array(patch, { minLength: 1, maxLength: 12 }), async (sample, patches) => {
        const bytes = Buffer.from(sample);
        for (const { at, bytes: written } of patches)
          bytes.set(written.subarray(0, Math.max(0, bytes.length - (at % bytes.length))), at % bytes.length);
        const { image, handedOut } = await readCounting(bytes);
        expect(image.format).not.toBe('empty');
        expect(handedOut).toBeLessThan(32 * 1024 * 1024);
      }),
      { numRuns: 500, seed: 1 },
    );
  });

  test('arbitrary bytes behind MZ give a result', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 600 }), async (tail) => {
        await readCounting(Buffer.concat([Buffer.from('MZ'), tail]));
      }),
      { numRuns: 500, seed: 2 },
    );
  });

  test('pointers that lead all over a large file end at 32 MB', async () => {
    const size = 1024 * 1024 * 1024;
    const step = 1024 * 1024;
    let handedOut = 0;
    const bytes = imageBytes((_, length) => {
      handedOut += length;
      return new Uint8Array(length);
    }, size);
    for (let at = 0; at < 32 * step; at += step) expect(await bytes.range(at, step)).toBeDefined();
    expect(await bytes.range(32 * step, step)).toBeUndefined();
    expect(handedOut).toBe(32 * step);
  });

  test.each([
    [300_000, true],
    [300_001, false],
  ])('%i references to assemblies are read: %s', async (count, isRead) => {
    const small = buildImage({
      clr: { flags: 1, assembly: { name: 'App', version: [1, 0, 0, 0], references: [{ name: 'B', version: [1, 0, 0, 0] }] } },
    });
    // The tables end with the references; whatever lies behind them are as many more.
    const image = Buffer.concat([small, Buffer.alloc(7 * 1024 * 1024)]);
    const sections = image.readUInt32LE(0x3c) + 24 + image.readUInt16LE(image.readUInt32LE(0x3c) + 20);
    image.writeUInt32LE(image.length - image.readUInt32LE(sections + 20), sections + 16);
    const metadata = image.indexOf('BSJB');
    const tables = metadata + image.readUInt32LE(image.indexOf('#~\0', metadata) - 8);
    // Module, TypeRef, Assembly and AssemblyRef have one row each.
    image.writeUInt32LE(count, tables + 24 + 3 * 4);
    const read = await readBinaryImage((offset, length) => image.subarray(offset, offset + length), image.length, {
      assembly: { memberNames: [] },
    });
    expect(read).toMatchObject({ format: 'pe' });
    expect('assembly' in read && read.assembly?.references.length).toBe(isRead ? count : false);
  });

  test('a range outside the file or beyond any table is not there', async () => {
    const bytes = imageBytes((_, length) => new Uint8Array(length), 64 * 1024 * 1024);
    expect(await bytes.range(-1, 4)).toBeUndefined();
    expect(await bytes.range(64 * 1024 * 1024 - 3, 4)).toBeUndefined();
    expect(await bytes.range(0, 17 * 1024 * 1024)).toBeUndefined();
    expect((await bytes.range(64 * 1024 * 1024 - 4, 4))?.byteLength).toBe(4);
  });
});

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { SingleFileBundle } from '../../src/model/binary-image.ts';
import { readBinaryImage } from '../../src/windows/pe-image.ts';
import { type BundledFile, buildImage, buildSingleFile, type ImageSpec } from './image-builder.ts';

const read = (bytes: Buffer) =>
  readBinaryImage((offset, length) => bytes.subarray(offset, offset + length), bytes.length, { appHost: true, exports: true });

async function bundled(bytes: Buffer): Promise<SingleFileBundle | undefined> {
  const image = await read(bytes);
  return image.format === 'pe' ? image.appHost?.bundled : undefined;
}

const config = '{"runtimeOptions":{"framework":{"name":"Microsoft.AspNetCore.App","version":"8.0.0"}}}';
const deps = '{"runtimeTarget":{"name":".NETCoreApp,Version=v8.0/win-x64"}}';
const application: readonly BundledFile[] = [
  { path: 'App.dll', content: 'MZ of the assembly' },
  { path: 'App.runtimeconfig.json', content: config },
  { path: 'App.deps.json', content: deps },
];
const text = (bytes: Uint8Array | undefined): string | undefined => (bytes === undefined ? undefined : Buffer.from(bytes).toString('utf8'));

describe('the bundle of a single-file executable', () => {
  test.each([1, 2, 6] as const)('header version %i', async (header) => {
    const bundle = await bundled(buildSingleFile(application, header));
    expect(bundle?.headerVersion).toBe(header);
    expect(bundle?.files).toEqual(['App.dll', 'App.runtimeconfig.json', 'App.deps.json']);
    expect(text(bundle?.runtimeConfig)).toBe(config);
    expect(text(bundle?.deps)).toBe(deps);
  });

  test('a name of more than 127 bytes has its length in two', async () => {
    const path = `${'folder/'.repeat(30)}Fonts.ttf`;
    expect((await bundled(buildSingleFile([{ path, content: '' }, ...application])))?.files[0]).toBe(path);
  });

  test('JSON files in folders of the bundle are not those of the host', async () => {
    const inFolder = application.map((file) => ({ ...file, path: `tools/${file.path}` }));
    const bundle = await bundled(buildSingleFile(inFolder));
    expect(bundle?.files).toHaveLength(3);
    expect(bundle).not.toHaveProperty('runtimeConfig');
    expect(bundle).not.toHaveProperty('deps');
  });

  test('a compressed file is listed, its bytes are not taken for the content', async () => {
    const compressed = application.map((file) => ({ ...file, compressed: file.path.endsWith('.deps.json') }));
    const bundle = await bundled(buildSingleFile(compressed));
    expect(text(bundle?.runtimeConfig)).toBe(config);
    expect(bundle).not.toHaveProperty('deps');
  });

  test('with the runtime linked in nobody asks', async () => {
    const spec: ImageSpec = { exports: ['DotNetRuntimeInfo'] };
    const image = await read(buildSingleFile(application, 6, spec));
    expect(image).toMatchObject({ appHost: { bundle: true, boundDll: 'App.dll' }, exports: ['DotNetRuntimeInfo'] });
    expect(await bundled(buildSingleFile(application, 6, spec))).toBeUndefined();
  });

  test('an executable without a bundle has none', async () => {
    expect(await bundled(buildImage({}))).toBeUndefined();
  });
});

/** Where the list begins: behind the last content. */
const listAt = (bytes: Buffer): number => bytes.lastIndexOf(deps) + deps.length;

describe('a damaged list', () => {
  /** Puts a number of four bytes `behind` bytes into the list. */
  const number = (value: number, behind: number) => (bytes: Buffer, at: number) => {
    bytes.writeUInt32LE(value, at + behind);
    return bytes;
  };
  const damage: readonly (readonly [string, (bytes: Buffer, at: number) => Buffer])[] = [
    ['of an unknown version', number(7, 0)],
    ['of no files', number(0, 8)],
    ['of more files than there are', number(4, 8)],
    ['of a negative number of files', number(0xffffffff, 8)],
    ['of two thousand million files', number(0x7fffffff, 8)],
    ['that is cut off', (bytes, at) => bytes.subarray(0, at + 100)],
    ['whose name is longer than the file', number(0xffff, 12)],
  ];
  test.each(damage)('%s', async (_, change) => {
    const whole = buildSingleFile(application);
    const image = await read(change(whole, listAt(whole)));
    expect(image).toMatchObject({ appHost: { bundle: true } });
    expect(await bundled(change(whole, listAt(whole)))).toBeUndefined();
  });

  test.each([
    ['behind the end of the file', 1n << 40n],
    ['before its beginning', -1n],
    ['beyond what a number holds', (1n << 62n) + 1n],
  ])('content %s is left out', async (_, offset) => {
    const bytes = buildSingleFile(application);
    const entry = bytes.lastIndexOf('App.runtimeconfig.json') - 26;
    bytes.writeBigInt64LE(offset, entry);
    const bundle = await bundled(bytes);
    expect(bundle?.files).toHaveLength(3);
    expect(bundle).not.toHaveProperty('runtimeConfig');
    expect(text(bundle?.deps)).toBe(deps);
  });

  test('any bytes in it give a result', async () => {
    const whole = buildSingleFile(application);
    const at = listAt(whole);
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 64 }), fc.nat(whole.length - at - 1), async (noise, where) => {
        const bytes = Buffer.from(whole);
        bytes.set(noise.subarray(0, whole.length - at - where), at + where);
        expect((await read(bytes)).format).toBe('pe');
      }),
      { numRuns: 300 },
    );
  });
});

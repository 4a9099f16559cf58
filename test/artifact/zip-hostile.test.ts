import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readPackageArtifact } from '../../src/artifact/read-artifact.ts';
import { InputError } from '../../src/model/input-error.ts';
import { buildImage } from '../windows/image-builder.ts';
import { webConfig } from './memory-tree.ts';
import { buildZip, type EntrySpec, entriesOf, memoryFile } from './zip-builder.ts';

const app = { 'web.config': webConfig('dotnet', 'App.dll'), 'App.dll': buildImage({ clr: { flags: 1 } }), 'App.runtimeconfig.json': '{}' };

async function problemOf(bytes: Uint8Array): Promise<unknown> {
  try {
    await readPackageArtifact(memoryFile(bytes), 'app.zip');
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    return error instanceof InputError ? error.problems : error;
  }
  return 'no problem';
}

describe('an archive that cannot be used is an input error that names the entry', () => {
  const runtimeConfig = 'App.runtimeconfig.json';
  test.each<[string, EntrySpec, { place: string; found: string }]>([
    ['a name that leads out', { name: '../evil.dll' }, { place: '../evil.dll', found: 'one that leads out of it' }],
    ['the same with backslashes', { name: 'a\\..\\..\\evil.dll' }, { place: 'a\\..\\..\\evil.dll', found: 'one that leads out of it' }],
    ['an absolute name', { name: '/etc/passwd' }, { place: '/etc/passwd', found: 'an absolute one' }],
    ['a name with a drive', { name: 'C:\\Windows\\evil.dll' }, { place: 'C:\\Windows\\evil.dll', found: 'an absolute one' }],
    ['a name on a share', { name: '\\\\server\\share\\evil.dll' }, { place: '\\\\server\\share\\evil.dll', found: 'an absolute one' }],
    ['control characters in the name of it', { name: '../a\n::error::b' }, { place: '../a?::error::b', found: 'one that leads out of it' }],
    ['encryption', { name: 'App.pdb', flags: 0x801 }, { place: 'App.pdb', found: 'an encrypted one' }],
    [
      'another checksum',
      { name: runtimeConfig, content: '{}', declaredCrc: 1 },
      { place: runtimeConfig, found: 'content with another checksum' },
    ],
    [
      'more content than declared',
      { name: runtimeConfig, content: 'x'.repeat(5000), declaredSize: 10 },
      { place: runtimeConfig, found: 'more content than the 10 bytes it declares' },
    ],
    [
      'less content than declared',
      { name: runtimeConfig, content: '{}', declaredSize: 10 },
      { place: runtimeConfig, found: 'content of 2 bytes instead of 10' },
    ],
    [
      'data that are no deflate stream',
      { name: runtimeConfig, content: '{}', packed: Buffer.from('ffffffff', 'hex') },
      { place: runtimeConfig, found: 'compressed data that cannot be read' },
    ],
    ['an unknown method', { name: runtimeConfig, content: '{}', method: 14 }, { place: runtimeConfig, found: 'compression method 14' }],
    [
      'a header that is not there',
      { name: runtimeConfig, content: '{}', headerOffset: 7 },
      { place: runtimeConfig, found: 'no entry where the directory points to' },
    ],
  ])('%s', async (_, entry, problem) => {
    expect(await problemOf(buildZip([entry]))).toMatchObject([{ file: 'app.zip', ...problem }]);
  });

  test('what nobody reads may be packed in any way', async () => {
    expect(await problemOf(buildZip([{ name: 'App.pdb', method: 14 }]))).toBe('no problem');
  });

  test('entries that share bytes', async () => {
    const bytes = buildZip([
      { name: 'a.txt', content: 'aaaa' },
      { name: 'b.txt', content: 'bbbb', headerOffset: 0 },
    ]);
    expect(await problemOf(bytes)).toMatchObject([{ place: 'b.txt', found: 'bytes that belong to a.txt' }]);
  });

  test('all problems at once, ten at most', async () => {
    expect(await problemOf(buildZip([{ name: '../a' }, { name: '/b' }]))).toHaveLength(2);
    expect(await problemOf(buildZip(Array.from({ length: 50 }, (_, index) => ({ name: `../${index}` }))))).toHaveLength(10);
  });

  test.each([
    ['no archive at all', Buffer.from('hello')],
    ['nothing', Buffer.alloc(0)],
    ['an archive that is cut off', buildZip(entriesOf(app)).subarray(0, -30)],
    ['an archive whose directory is not where it says', Buffer.concat([buildZip(entriesOf(app)).subarray(10)])],
    ['a self-extracting archive with more behind it', buildZip(entriesOf(app), Buffer.from('signature'))],
  ])('%s', async (_, bytes) => {
    expect(await problemOf(bytes)).toMatchObject([{ file: 'app.zip', expected: 'a ZIP archive' }]);
  });

  test('a file that is no archive is told so in words', async () => {
    expect(await problemOf(Buffer.from('{}'))).toMatchObject([
      { expected: 'a ZIP archive', found: 'a file that is none, or one without its end' },
    ]);
  });

  test('more entries than a publish output has', async () => {
    // ZIP64 with a count of 2^40: the record of the end, its locator, and the old end that points to them.
    const end64 = Buffer.alloc(56);
    end64.write('PK\x06\x06', 0, 'latin1');
    end64.writeBigUInt64LE(1n << 40n, 32);
    const locator = Buffer.alloc(20);
    locator.write('PK\x06\x07', 0, 'latin1');
    const end = Buffer.alloc(22);
    end.write('PK\x05\x06', 0, 'latin1');
    expect(await problemOf(Buffer.concat([end64, locator, end]))).toMatchObject([{ found: expect.stringContaining('entries are more') }]);
  });
});

describe('an archive that is only odd is read, and noted', () => {
  test('the same name twice, and names that differ in case', async () => {
    const artifact = await readPackageArtifact(
      memoryFile(buildZip([...entriesOf(app), { name: 'APP.DLL' }, { name: 'App.dll' }])),
      'app.zip',
    );
    expect(artifact.files.get('app.dll')?.path).toBe('App.dll');
    expect(artifact.notes).toEqual(['Windows ignores case in names and keeps one of two files with the same name: APP.DLL (and 1 more).']);
  });

  test('links', async () => {
    const link = { name: 'current.dll', content: '../App.dll', versionMadeBy: 0x031e, externalAttributes: 0xa1ff0000 };
    const artifact = await readPackageArtifact(memoryFile(buildZip([...entriesOf(app), link])), 'app.zip');
    expect(artifact.notes).toEqual(['current.dll is a link; Windows unpacks a link as a small text file.']);
  });

  test('an honest bomb: nothing of it is unpacked, and its size is a note', async () => {
    const packed = deflateRawSync(Buffer.alloc(1024 * 1024));
    const bombs = Array.from({ length: 4 }, (_, index) => ({ name: `zeros${index}.bin`, packed, declaredSize: 0xfffffff0 }));
    const file = memoryFile(buildZip([...entriesOf(app), ...bombs]));
    const artifact = await readPackageArtifact(file, 'app.zip');
    expect(artifact.notes).toEqual(['The package unpacks to 16384 MB, more than a hundred times its size.']);
  });

  test('an honest bomb under the name of a file that is read is given up after its beginning', async () => {
    // 256 MB of zeros behind MZ; the PE header is announced at the end.
    const content = Buffer.alloc(256 * 1024 * 1024);
    content.write('MZ', 0, 'latin1');
    content.writeUInt32LE(content.length - 1024, 0x3c);
    const artifact = await readPackageArtifact(memoryFile(buildZip([{ name: 'App.exe', content }])), 'app.zip');
    expect(artifact.images.get('app.exe')).toEqual({ format: 'not-an-image', why: 'the PE header lies behind the end of the file' });
  });
});

describe('damaged archives', () => {
  test('every truncation and any changed byte gives an artifact or an input error', async () => {
    const whole = buildZip([...entriesOf(app), { name: 'hostfxr.dll', content: buildImage({ dll: true, version: [1, 2, 3, 4] }) }]);
    for (let length = 0; length < whole.length; length += 7) await problemOf(whole.subarray(0, length));
    const patch = fc.record({ at: fc.nat(whole.length - 1), byte: fc.integer({ min: 0, max: 255 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(patch, { minLength: 1, maxLength: 8 }), async (patches) => {
        const bytes = Buffer.from(whole);
        for (const { at, byte } of patches) bytes[at] = byte;
        await problemOf(bytes);
      }),
      { numRuns: 500, seed: 3 },
    );
  });
});

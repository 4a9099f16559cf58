import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readPackageArtifact } from '../../src/artifact/read-artifact.ts';
import { InputError } from '../../src/model/input-error.ts';
import { buildImage } from '../windows/image-builder.ts';
import { webConfig } from './memory-tree.ts';
import { buildZip, type EntrySpec, entriesOf, memoryFile } from './zip-builder.ts';

const image = buildImage({ version: [1, 2, 3, 4] });
const app = { 'web.config': webConfig('dotnet', 'App.dll'), 'App.dll': buildImage({ clr: { flags: 1 } }), 'App.runtimeconfig.json': '{}' };

async function problemOf(bytes: Uint8Array, name = 'app.zip'): Promise<unknown> {
  try {
    await readPackageArtifact(memoryFile(bytes), name);
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    return error instanceof InputError ? error.problems : error;
  }
  return 'no problem';
}

/** The archive with a comment, as the end of its directory declares it. */
function withComment(archive: Buffer, comment: string): Buffer {
  const bytes = Buffer.concat([archive, Buffer.from(comment, 'latin1')]);
  bytes.writeUInt16LE(comment.length, archive.length - 2);
  return bytes;
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
    [
      'an unknown method',
      { name: runtimeConfig, content: '{}', method: 14 },
      { place: runtimeConfig, found: 'compression method 14 (LZMA)' },
    ],
    [
      'a method without a name',
      { name: runtimeConfig, content: '{}', method: 77 },
      { place: runtimeConfig, found: 'compression method 77' },
    ],
    [
      'a stored entry of two sizes',
      { name: 'App.pdb', content: 'abc', stored: true, declaredSize: 10 },
      { place: 'App.pdb', found: '3 stored bytes instead of 10' },
    ],
    [
      'another checksum of an image',
      { name: 'App.exe', content: image, declaredCrc: 1 },
      { place: 'App.exe', found: 'content with another checksum' },
    ],
    [
      'another checksum of an image that is stored',
      { name: 'App.exe', content: image, stored: true, declaredCrc: 1 },
      { place: 'App.exe', found: 'content with another checksum' },
    ],
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
    ['an archive whose comment is cut off', withComment(buildZip(entriesOf(app)), 'twelve bytes').subarray(0, -5)],
  ])('%s', async (_, bytes) => {
    expect(await problemOf(bytes)).toMatchObject([{ file: 'app.zip', expected: 'a ZIP archive' }]);
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
    expect(await problemOf(Buffer.concat([end64, locator, end]))).toMatchObject([
      { found: '1099511627776 entries, more than a publish output has' },
    ]);
  });

  test('fewer entries declared than there are', async () => {
    const bytes = buildZip(entriesOf(app));
    bytes.writeUInt16LE(2, bytes.length - 12);
    expect(await problemOf(bytes)).toMatchObject([{ found: 'more entries than the 2 that its end declares' }]);
  });

  test('an end that can be read in two ways', async () => {
    const found = 'a second end of the archive in its comment';
    const whole = buildZip(entriesOf(app));
    const nothing = buildZip([]).toString('latin1');
    expect(await problemOf(withComment(whole, `${nothing}more`))).toMatchObject([{ found }]);
    expect(await problemOf(withComment(whole, nothing))).toMatchObject([{ found }]);
  });

  test('a program in front, as in a self-extracting archive', async () => {
    const bytes = Buffer.concat([Buffer.from('#!/bin/sh\n'), buildZip(entriesOf(app))]);
    expect(await problemOf(bytes)).toMatchObject([
      { found: '10 bytes in front of it that its directory does not count, as in a self-extracting archive' },
    ]);
  });

  test.each([
    ['7z', '377abcaf271c0004', 'a 7z archive'],
    ['RAR', '526172211a070100', 'a RAR archive'],
    ['gzip', '1f8b0800', 'a gzip file'],
    ['tar', `${'61'.repeat(257)}757374617200`, 'a tar archive'],
    ['the beginning of a ZIP archive', '504b0304140000', 'an archive that is cut off: its end with the directory is missing'],
    ['text', '68656c6c6f', 'a file that is none, or one without its end'],
    ['nothing', '', 'an empty file'],
  ])('%s', async (_, hex, found) => {
    expect(await problemOf(Buffer.from(hex, 'hex'))).toEqual([{ file: 'app.zip', expected: 'a ZIP archive', found }]);
  });
});

test.each([
  ['src/Shop.csproj', 'a project or solution; publish it, and name the folder of the output'],
  ['Shop.slnx', 'a project or solution; publish it, and name the folder of the output'],
  ['publish/Shop.dll', 'a file of an application; name the folder that it is in'],
  ['publish/web.config', 'a file that is none, or one without its end'],
])('%s in place of the folder', async (name, found) => {
  expect(await problemOf(Buffer.from('<Project />'), name)).toEqual([{ file: name, expected: 'a ZIP archive', found }]);
});

describe('an archive that is only odd is read, and noted', () => {
  test.each([
    ['zeros to the end of a block, as tar pads', Buffer.alloc(10_240)],
    ['a signature', Buffer.from('signature')],
    ['a whole archive and a few bytes', Buffer.concat([buildZip([]).subarray(0, 10)])],
  ])('behind it: %s', async (_, trailer) => {
    const artifact = await readPackageArtifact(memoryFile(buildZip(entriesOf(app), trailer)), 'app.zip');
    expect(artifact).toMatchObject({ webConfig: { state: 'read' }, notes: [] });
  });

  test('a comment', async () => {
    const artifact = await readPackageArtifact(memoryFile(withComment(buildZip(entriesOf(app)), 'built by 17')), 'app.zip');
    expect(artifact).toMatchObject({ webConfig: { state: 'read' }, notes: [] });
  });

  test('a directory that lies about nothing may hold another archive, stored', async () => {
    const inner = { name: 'wwwroot/download.zip', content: buildZip(entriesOf({ 'a.txt': 'a' })), stored: true };
    const artifact = await readPackageArtifact(memoryFile(buildZip([...entriesOf(app), inner])), 'app.zip');
    expect(artifact.files.size).toBe(4);
  });

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
    // 160 MB of zeros behind MZ; the PE header is announced at the end.
    const content = Buffer.alloc(160 * 1024 * 1024);
    content.write('MZ', 0, 'latin1');
    content.writeUInt32LE(content.length - 1024, 0x3c);
    const artifact = await readPackageArtifact(memoryFile(buildZip([{ name: 'App.exe', content }])), 'app.zip');
    expect(artifact.images.get('app.exe')).toEqual({ format: 'not-an-image', why: 'the PE header lies behind the end of the file' });
  }, 20_000);

  test('many honest bombs that are read to their end are refused', async () => {
    // Each announces its PE header behind 160 MB of zeros, and counts with the 128 MB that are unpacked in vain.
    const content = Buffer.alloc(160 * 1024 * 1024);
    content.write('MZ', 0, 'latin1');
    content.writeUInt32LE(content.length - 1024, 0x3c);
    const bomb = { packed: deflateRawSync(content), declaredSize: content.length, declaredCrc: 1 };
    const bombs = Array.from({ length: 5 }, (_, index) => ({ name: `App${index}.exe`, ...bomb }));
    expect(await problemOf(buildZip(bombs))).toMatchObject([{ found: 'one that unpacks without end' }]);
  }, 20_000);
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

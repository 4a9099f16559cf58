import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { webConfig } from '../test/artifact/memory-tree.ts';
import { buildZip, type EntrySpec } from '../test/artifact/zip-builder.ts';
import { appHostData, buildImage } from '../test/windows/image-builder.ts';

/** A file of the sample: its path and its bytes. */
type SampleFile = readonly [path: string, bytes: Buffer];

const frameworks = [
  { name: 'Microsoft.NETCore.App', version: '8.0.22' },
  { name: 'Microsoft.AspNetCore.App', version: '8.0.22' },
];

/** A self-contained publish output: `count` files, most of them assemblies of `size` bytes with the CLR header behind the code. */
function* sampleFiles(count: number, size: number): Generator<SampleFile> {
  const native = {
    dll: true,
    version: [8, 0, 2225, 52707],
    exports: ['coreclr_initialize', 'hostfxr_main'],
    data: randomBytes(size),
  } as const;
  yield ['web.config', Buffer.from(webConfig('.\\Shop.exe', ''))];
  yield ['Shop.exe', buildImage({ version: [1, 0, 0, 0], data: appHostData({ slot: 'Shop.dll' }) })];
  yield ['Shop.dll', buildImage({ clr: { flags: 1, assembly: { name: 'Shop', version: [1, 0, 0, 0], members: ['CreateBuilder'] } } })];
  yield ['Shop.runtimeconfig.json', Buffer.from(JSON.stringify({ runtimeOptions: { tfm: 'net8.0', includedFrameworks: frameworks } }))];
  yield [
    'Shop.deps.json',
    Buffer.from(JSON.stringify({ runtimeTarget: { name: '.NETCoreApp,Version=v8.0/win-x64' }, targets: {}, libraries: {} })),
  ];
  yield ['appsettings.json', Buffer.from('{}')];
  for (const name of ['hostfxr', 'hostpolicy', 'coreclr', 'clrjit', 'aspnetcorev2_inprocess']) yield [`${name}.dll`, buildImage(native)];
  for (let made = 11; made < count; made++) {
    const name = made % 4 === 0 ? `wwwroot/lib/${made}.js` : `Vendor.Library${made}.dll`;
    yield [name, made % 4 === 0 ? Buffer.alloc(2000, 0x20) : buildImage({ dll: true, clr: { flags: 9 }, data: randomBytes(size) })];
  }
}

/** Writes the sample as a folder. */
export function writeSampleFolder(folder: string, count: number, size: number): void {
  for (const [path, bytes] of sampleFiles(count, size)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
}

/** Writes the sample as an archive, deflated, of about `count` times `size` bytes, as its data do not compress. */
export function writeSampleZip(file: string, count: number, size: number): void {
  const entries: EntrySpec[] = [];
  for (const [name, content] of sampleFiles(count, size)) entries.push({ name, content });
  writeFileSync(file, buildZip(entries));
}

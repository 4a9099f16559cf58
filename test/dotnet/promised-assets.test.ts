import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readPromisedAssets } from '../../src/dotnet/promised-assets.ts';

const bytes = (value: unknown): Uint8Array => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value));

const target = '.NETCoreApp,Version=v10.0';
const deps = (parts: object, type = 'package', name = target) => ({
  runtimeTarget: { name, signature: '' },
  targets: { [name]: { 'Lib/1.2.0': parts } },
  libraries: { 'Lib/1.2.0': { type, serviceable: true, sha512: '' } },
});

describe('what a deps.json promises', () => {
  test('an assembly of a package lies beside the deps.json under its file name', () => {
    const read = readPromisedAssets(
      bytes(deps({ runtime: { 'lib/net10.0/Lib.dll': { assemblyVersion: '1.0.0.0', fileVersion: '1.2.3.4' } } })),
    );
    expect(read?.assets).toEqual([
      {
        package: 'Lib',
        version: '1.2.0',
        type: 'package',
        kind: 'runtime',
        path: 'lib/net10.0/Lib.dll',
        key: 'lib.dll',
        fileVersion: '1.2.3.4',
      },
    ]);
    expect(read?.packages).toEqual(new Set(['lib']));
    expect(read).not.toHaveProperty('rid');
  });

  test('one for a runtime identifier keeps its folders', () => {
    const parts = { runtimeTargets: { 'runtimes/win-x64/native/a.dll': { rid: 'win-x64', assetType: 'native', fileVersion: '0.0.0.0' } } };
    expect(readPromisedAssets(bytes(deps(parts)))?.assets).toMatchObject([
      { kind: 'native', rid: 'win-x64', key: 'runtimes\\win-x64\\native\\a.dll' },
    ]);
  });

  test('the runtime identifier is that of the target', () => {
    expect(readPromisedAssets(bytes(deps({}, 'package', `${target}/win-x86`)))?.rid).toBe('win-x86');
  });

  test('the target may be a text, as in files of 1.x', () => {
    expect(readPromisedAssets(bytes({ ...deps({ native: { 'a/b.dll': {} } }), runtimeTarget: target }))?.assets).toMatchObject([
      { kind: 'native', key: 'b.dll' },
    ]);
  });

  test('placeholders and resources promise nothing', () => {
    const parts = { runtime: { 'lib/net10.0/_._': {} }, resources: { 'lib/net10.0/de/Lib.resources.dll': { locale: 'de' } } };
    expect(readPromisedAssets(bytes(deps(parts)))?.assets).toEqual([]);
  });

  test.each([
    ['nothing', ''],
    ['no JSON', '{'],
    ['a list', '[]'],
    ['null', 'null'],
    ['no target', '{"targets":{}}'],
    ['a target that is a number', '{"runtimeTarget":{"name":1}}'],
  ])('%s is no deps.json', (_what, text) => {
    expect(readPromisedAssets(bytes(text))).toBeUndefined();
  });

  test.each([
    ['no targets', { runtimeTarget: target }],
    ['targets that are a list', { runtimeTarget: target, targets: [] }],
    [
      'parts that are texts',
      { runtimeTarget: target, targets: { [target]: { 'Lib/1.0.0': 'x', 'B/1.0.0': { runtime: 'x', native: null } } } },
    ],
  ])('%s promise nothing', (_what, value) => {
    expect(readPromisedAssets(bytes(value))?.assets).toEqual([]);
  });

  test('names of every object are packages like others', () => {
    const value = `{"runtimeTarget":"t","targets":{"t":{"__proto__/1.0.0":{"runtime":{"constructor.dll":{}}}}},"libraries":{"__proto__/1.0.0":{"type":"package"}}}`;
    const read = readPromisedAssets(bytes(value));
    expect(read?.assets).toMatchObject([{ package: '__proto__', key: 'constructor.dll', type: 'package' }]);
  });

  test('any JSON gives a result', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        readPromisedAssets(bytes({ runtimeTarget: target, targets: { [target]: value }, libraries: value }));
      }),
    );
  });
});

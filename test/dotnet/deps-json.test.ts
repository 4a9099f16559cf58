import { describe, expect, test } from '@jest/globals';
import { type DepsJsonResult, readDepsJson } from '../../src/dotnet/deps-json.ts';
import { parseFxVersion } from '../../src/dotnet/fx-version.ts';
import { type HostpolicyGeneration, hostpolicyGeneration } from '../../src/dotnet/hostpolicy-generation.ts';

const path = 'C:\\app\\app.deps.json';

function generation(version: string): HostpolicyGeneration {
  const parsed = parseFxVersion(version);
  if (parsed === undefined) throw new Error(version);
  return hostpolicyGeneration(parsed);
}

function read(text: string, version = '8.0.22', rids: readonly string[] = ['win-x64', 'win', 'any']): DepsJsonResult {
  return readDepsJson(path, new TextEncoder().encode(text), rids, generation(version));
}

const library = { type: 'package', serviceable: false, sha512: '' };

/** A deps.json with one target, `targets` in it, and a library for each of them. */
function deps(targets: object, libraries: object = Object.fromEntries(Object.keys(targets).map((name) => [name, library]))): string {
  return JSON.stringify({ runtimeTarget: { name: 'T' }, targets: { T: targets }, libraries });
}

const pathsOf = (result: DepsJsonResult): readonly string[] | string =>
  result.ok ? result.deps.assets.map(({ kind, path: asset }) => `${kind} ${asset}`) : result.problem;

describe('what a deps.json lists', () => {
  test('library by library, in each runtime, resources, native', () => {
    const text = deps({
      'B/1.0.0': { native: { 'n.dll': {} }, runtime: { 'lib/net8.0/B.dll': {} }, resources: { 'lib/net8.0/de/B.resources.dll': {} } },
      'A/1.0.0': { runtime: { 'lib/A.dll': {} } },
    });
    expect(pathsOf(read(text))).toEqual([
      'runtime lib/net8.0/B.dll',
      'resources lib/net8.0/de/B.resources.dll',
      'native n.dll',
      'runtime lib/A.dll',
    ]);
  });
  test('up to 3.1 in the order of the names', () => {
    const text = deps({ 'B/1.0.0': { runtime: { 'z.dll': {}, 'b.dll': {} } }, 'A/1.0.0': { runtime: { 'a.dll': {} } } });
    expect(pathsOf(read(text, '3.1.24'))).toEqual(['runtime a.dll', 'runtime b.dll', 'runtime z.dll']);
    expect(pathsOf(read(text, '5.0.17'))).toEqual(['runtime z.dll', 'runtime b.dll', 'runtime a.dll']);
  });
  test('a package that is in one of targets and libraries only is dropped', () => {
    expect(pathsOf(read(deps({ 'A/1.0.0': { runtime: { 'a.dll': {} } } }, { 'B/1.0.0': library })))).toEqual([]);
  });
  test('another target than runtimeTarget names counts for nothing', () => {
    const text = JSON.stringify({
      runtimeTarget: 'T',
      targets: { U: { 'A/1.0.0': { runtime: { 'a.dll': {} } } } },
      libraries: { 'A/1.0.0': library },
    });
    expect(pathsOf(read(text))).toEqual([]);
  });
  test('names, versions and the rest of an asset', () => {
    const listed = { 'lib\\net8.0\\System.Text.Json.ni.dll': { assemblyVersion: '8.0.0.1', fileVersion: '8.0', localPath: 'x\\y.dll' } };
    const libraries = { 'A/1.0.0': { ...library, type: 'RuntimePack', path: 'a/1.0.0', runtimeStoreManifestName: 'store/a.xml' } };
    const result = read(deps({ 'A/1.0.0': { runtime: listed } }, libraries));
    expect(result.ok && result.deps.assets).toEqual([
      {
        package: 'A',
        version: '1.0.0',
        runtimePack: true,
        folder: 'a/1.0.0',
        storeManifest: 'store\\a.xml',
        kind: 'runtime',
        name: 'System.Text.Json',
        path: 'lib/net8.0/System.Text.Json.ni.dll',
        flatPath: 'System.Text.Json.ni.dll',
        ridSpecific: false,
        localPath: 'x/y.dll',
        assemblyVersion: [8, 0, 0, 1],
        fileVersion: [8, 0],
      },
    ]);
  });
  test.each(['8', '8.x', '8.0.0.0.0', '', '-1.0', '8.'])('%j is no version', (assemblyVersion) => {
    const result = read(deps({ 'A/1.0.0': { runtime: { 'a.dll': { assemblyVersion } } } }));
    expect(result.ok && result.deps.assets[0]).not.toHaveProperty('assemblyVersion');
  });
});

describe('assets of single RIDs', () => {
  const targeted = deps({
    'A/1.0.0': {
      runtime: { 'lib/A.dll': {} },
      native: { 'plain.dll': {} },
      runtimeTargets: {
        'runtimes/win/lib/A.dll': { rid: 'win', assetType: 'runtime' },
        'runtimes/any/lib/A.dll': { rid: 'any', assetType: 'Runtime' },
        'runtimes/linux-x64/native/a.so': { rid: 'linux-x64', assetType: 'native' },
        'runtimes/win/other.txt': { rid: 'win', assetType: 'content' },
      },
    },
  });
  test('the best RID replaces the assets without one, for each kind by itself', () => {
    expect(pathsOf(read(targeted))).toEqual(['runtime runtimes/win/lib/A.dll', 'native plain.dll']);
  });
  test('the next best where the best has none', () => {
    expect(pathsOf(read(targeted, '8.0.22', ['win-x64', 'any']))).toEqual(['runtime runtimes/any/lib/A.dll', 'native plain.dll']);
  });
  test('RIDs are compared with their case', () => {
    expect(pathsOf(read(targeted, '8.0.22', ['WIN']))).toEqual(['runtime lib/A.dll', 'native plain.dll']);
  });
  test('none at all in a root framework or a self-contained application', () => {
    expect(pathsOf(read(targeted, '8.0.22', []))).toEqual(['runtime lib/A.dll', 'native plain.dll']);
  });
});

describe('what hostpolicy reads without looking whether it is there', () => {
  const withAssets = { 'A/1.0.0': { runtime: { 'a.dll': {} } } };
  const targeted = (file: object) => deps({ 'A/1.0.0': { runtimeTargets: { 'x.dll': file } } });
  const rows: readonly (readonly [string, string, string])[] = [
    ['no runtimeTarget', '{}', 'It has no runtimeTarget'],
    ['no name in runtimeTarget', '{"runtimeTarget":{},"targets":{},"libraries":{}}', 'It has no runtimeTarget.name'],
    ['no type', deps(withAssets, { 'A/1.0.0': { serviceable: false, sha512: '' } }), 'It has no libraries["A/1.0.0"].type'],
    ['no sha512', deps(withAssets, { 'A/1.0.0': { type: 'package', serviceable: false } }), 'It has no libraries["A/1.0.0"].sha512'],
    ['no assetType', targeted({ rid: 'win' }), 'It has no targets[…]["A/1.0.0"].runtimeTargets["x.dll"].assetType'],
    ['no rid', targeted({ assetType: 'native' }), 'It has no targets[…]["A/1.0.0"].runtimeTargets["x.dll"].rid'],
  ];
  test.each(rows)('%s: the process ends', (_, text, problem) => {
    expect(read(text)).toEqual({ ok: false, lines: [], problem, crash: true });
  });
  test.each(rows)('%s: up to 3.1 a line', (_, text, problem) => {
    const lines = ['A JSON parsing exception occurred in [C:\\app\\app.deps.json]: Key not found'];
    expect(read(text, '3.1.24')).toEqual({ ok: false, lines, problem, crash: false });
  });
  const harmless: readonly (readonly [string, string])[] = [
    ['a library without assets', deps({ 'A/1.0.0': {} }, { 'A/1.0.0': {} })],
    ['a library that no target has', deps({}, { 'A/1.0.0': {} })],
    ['no rid on a kind that is no asset', targeted({ assetType: 'content' })],
  ];
  test.each(harmless)('%s needs nothing', (_, text) => {
    expect(pathsOf(read(text))).toEqual([]);
  });
  const onlyUpTo31: readonly (readonly [string, string, string])[] = [
    ['no targets', '{"runtimeTarget":"T","libraries":{}}', 'It has no targets'],
    ['another target only', '{"runtimeTarget":"T","targets":{"U":{}},"libraries":{}}', 'It has no targets["T"]'],
    ['no libraries', '{"runtimeTarget":"T","targets":{"T":{}}}', 'It has no libraries'],
  ];
  test.each(onlyUpTo31)('%s is nothing to 5.0 and an error to 3.1', (_, text, problem) => {
    expect(pathsOf(read(text, '5.0.17'))).toEqual([]);
    expect(read(text, '3.1.24')).toMatchObject({ ok: false, problem, crash: false });
  });
  test('serviceable may be missing since 5.0', () => {
    const text = deps(withAssets, { 'A/1.0.0': { type: 'package', sha512: '' } });
    expect(pathsOf(read(text))).toEqual(['runtime a.dll']);
    expect(read(text, '3.1.24')).toMatchObject({ ok: false, problem: 'It has no libraries["A/1.0.0"].serviceable' });
  });
});

describe('a value of another kind than hostpolicy reads', () => {
  const withLibrary = (parts: unknown, more: object = {}) => deps({ 'A/1.0.0': parts as object }, { 'A/1.0.0': { ...library, ...more } });
  const asset = { runtime: { 'a.dll': {} } };
  test.each<readonly [string, string, readonly string[]]>([
    ['targets', JSON.stringify({ runtimeTarget: 'T', targets: null, libraries: {} }), []],
    ['a target', JSON.stringify({ runtimeTarget: 'T', targets: { T: false }, libraries: {} }), []],
    ['libraries', JSON.stringify({ runtimeTarget: 'T', targets: { T: { 'A/1.0.0': asset } }, libraries: 0 }), []],
    ['a package', withLibrary(null), []],
    ['runtime', withLibrary({ runtime: '' }), []],
    ['native', withLibrary({ native: [] }), []],
    ['runtimeTargets', withLibrary({ runtimeTargets: true }), []],
    ['an asset', withLibrary({ runtime: { 'a.dll': null } }), ['runtime a.dll']],
    ['an asset, a text', withLibrary({ runtime: { 'a.dll': 'x' } }), ['runtime a.dll']],
    ['an assembly version', withLibrary({ runtime: { 'a.dll': { assemblyVersion: 5 } } }), ['runtime a.dll']],
    ['serviceable', withLibrary(asset, { serviceable: 'yes' }), ['runtime a.dll']],
  ])('%s: nothing is in it', (_, text, paths) => {
    expect(pathsOf(read(text))).toEqual(paths);
  });
  test.each([
    ['targets', JSON.stringify({ runtimeTarget: 'T', targets: 1, libraries: {} }), '"targets" is not an object', 'not an object'],
    ['runtimeTarget', '{"runtimeTarget":{"name":null}}', '"runtimeTarget.name" is not a string', 'not a string'],
    ['a package', withLibrary(1), '"A/1.0.0" is not an object', 'not an object'],
    ['runtime', withLibrary({ runtime: 2 }), '"A/1.0.0.runtime" is not an object', 'not an object'],
    ['resources', withLibrary({ resources: ['x'] }), '"A/1.0.0.resources" is not an object', 'not an object'],
    ['an asset', withLibrary({ runtime: { 'a.dll': 1 } }), '"a.dll" is not an object', 'not an object'],
    ['rid', withLibrary({ runtimeTargets: { 'x.dll': { rid: null, assetType: 'native' } } }), '"rid" is not a string', 'not a string'],
    ['assetType', withLibrary({ runtimeTargets: { 'x.dll': { assetType: 0 } } }), '"assetType" is not a string', 'not a string'],
    ['type', withLibrary(asset, { type: null }), '"libraries["A/1.0.0"].type" is not a string', 'not a string'],
    ['sha512', withLibrary(asset, { sha512: {} }), '"libraries["A/1.0.0"].sha512" is not a string', 'not a string'],
  ])('%s: the process ends, and up to 3.1 there is a line', (_, text, problem, words) => {
    expect(read(text)).toEqual({ ok: false, lines: [], problem, crash: true });
    const lines = [`A JSON parsing exception occurred in [C:\\app\\app.deps.json]: ${words}`];
    expect(read(text, '3.1.24')).toEqual({ ok: false, lines, problem, crash: false });
  });
  test('serviceable has to be a truth value up to 3.1', () => {
    expect(read(withLibrary(asset, { serviceable: 'yes' }), '3.1.24')).toMatchObject({
      lines: ['A JSON parsing exception occurred in [C:\\app\\app.deps.json]: not a boolean'],
    });
  });
});

describe('names that come twice', () => {
  const one = (targets: string, libraries = '"A/1":{"type":"package","serviceable":false,"sha512":""}') =>
    `{"runtimeTarget":"T","targets":{"T":{${targets}}},"libraries":{${libraries}}}`;
  test.each<readonly [string, string, readonly string[]]>([
    [
      'a package has the assets of both',
      one('"A/1":{"runtime":{"a.dll":{}}},"A/1":{"runtime":{"b.dll":{}}}'),
      ['runtime a.dll', 'runtime b.dll'],
    ],
    ['also when the first has none', one('"A/1":{},"A/1":{"native":{"n.dll":{}}}'), ['native n.dll']],
    ['of a kind of assets the first counts', one('"A/1":{"runtime":{"a.dll":{}},"runtime":{"b.dll":{}}}'), ['runtime a.dll']],
    [
      'of targets the first',
      `{"runtimeTarget":"T","targets":{"T":{}},"targets":{"T":{"A/1":{"runtime":{"a.dll":{}}}}},"libraries":{}}`,
      [],
    ],
    [
      'for RIDs the files of both',
      one(
        '"A/1":{"runtimeTargets":{"x.dll":{"rid":"win","assetType":"native"}}},"A/1":{"runtimeTargets":{"y.dll":{"rid":"win","assetType":"native"}}}',
      ),
      ['native x.dll', 'native y.dll'],
    ],
  ])('%s', (_, text, paths) => {
    expect(pathsOf(read(text))).toEqual(paths);
  });
  test('an asset listed twice is there twice, and its name ends at a NUL', () => {
    expect(pathsOf(read(one('"A/1":{"runtime":{"a.dll\\u0000x":{},"a.dll":{}}}')))).toEqual(['runtime a.dll', 'runtime a.dll']);
  });
});

test('2.x chooses one RID for all assets of a package', () => {
  const text = deps({
    'A/1.0.0': {
      runtime: { 'lib/A.dll': {} },
      runtimeTargets: {
        'runtimes/win-x64/native/a.dll': { rid: 'win-x64', assetType: 'native' },
        'runtimes/win/lib/A.dll': { rid: 'win', assetType: 'runtime' },
      },
    },
  });
  expect(pathsOf(read(text, '2.2.8'))).toEqual(['runtime lib/A.dll', 'native runtimes/win-x64/native/a.dll']);
  expect(pathsOf(read(text, '3.0.3'))).toEqual(['runtime runtimes/win/lib/A.dll', 'native runtimes/win-x64/native/a.dll']);
});

describe('files that are no deps.json', () => {
  const rows: readonly (readonly [string, string, string])[] = [
    ['[]', '3.1.24', 'A JSON parsing exception occurred in [C:\\app\\app.deps.json]: not an object'],
    ['[]', '9.0.13', 'Expected a JSON object in [C:\\app\\app.deps.json]'],
    ['[]', '10.0.0', 'Failed to parse file [C:\\app\\app.deps.json]. Expected a JSON object'],
    [
      '{"a":1,}',
      '8.0.22',
      'A JSON parsing exception occurred in [C:\\app\\app.deps.json], offset 7 (line 1, column 8): Missing a name for object member.',
    ],
    [
      '{"a":1,}',
      '10.0.0',
      'Failed to parse file [C:\\app\\app.deps.json]. JSON parsing exception: Missing a name for object member. [offset 7: line 1, column 8]',
    ],
    ['', '8.0.22', 'A JSON parsing exception occurred in [C:\\app\\app.deps.json], offset 0 (line 1, column 1): The document is empty.'],
  ];
  test.each(rows)('%j to %s', (text, version, line) => {
    expect(read(text, version)).toMatchObject({ ok: false, lines: [line], crash: false });
  });
  test('what follows the root value counts up to 3.1 only', () => {
    const text = `${deps({})} trailing`;
    expect(read(text, '5.0.17').ok).toBe(true);
    expect(read(text, '3.1.24').ok).toBe(false);
  });
  test('a byte-order mark and comments do not matter', () => {
    expect(read(`\ufeff// made\n${deps({})}`).ok).toBe(true);
  });
});

import { describe, expect, test } from '@jest/globals';
import { parseFxVersion } from '../../src/dotnet/fx-version.ts';
import { hostfxrGeneration } from '../../src/dotnet/hostfxr-generation.ts';
import { type RuntimeConfig, type RuntimeConfigResult, readRuntimeConfig } from '../../src/dotnet/runtime-config.ts';

const path = 'C:\\app\\app.runtimeconfig.json';
const devPath = 'C:\\app\\app.runtimeconfig.dev.json';
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** `text` is what `runtimeOptions` holds. */
function read(text: string, version = '8.0.22', dev?: string): RuntimeConfigResult {
  const hostfxr = parseFxVersion(version);
  if (hostfxr === undefined) throw new Error(version);
  const file = bytes(`{"runtimeOptions":{${text}}}`);
  const files = { path, file, devPath, ...(dev === undefined ? {} : { devFile: bytes(dev) }) };
  return readRuntimeConfig(files, hostfxrGeneration(hostfxr), new Map());
}

function configOf(text: string, version?: string): RuntimeConfig {
  const result = read(text, version);
  if (!result.valid) throw new Error(result.problem);
  return result.config;
}

const core = '"framework":{"name":"Microsoft.NETCore.App","version":"8.0.0"}';

describe('a value of another kind than the host reads', () => {
  test.each(['null', 'true', 'false', '0', '1.0', '""', '{}'])('"frameworks": %s is an empty list since 5.0', (value) => {
    expect(configOf(`"frameworks":${value}`)).toMatchObject({ frameworkDependent: true, references: [] });
    expect(configOf(`"includedFrameworks":${value}`)).toMatchObject({ frameworkDependent: false });
    expect(read(`"frameworks":${value}`, '3.1.32')).toMatchObject({
      valid: false,
      kind: 'file',
      lines: [`A JSON parsing exception occurred in [${path}]: not an array`],
    });
  });
  test.each(['null', 'true', '0', '""', '[]'])('"configProperties": %s is an empty object since 5.0', (value) => {
    expect(configOf(`"configProperties":${value},${core}`)).toMatchObject({ frameworkDependent: true, configProperties: new Map() });
    expect(read(`"configProperties":${value},${core}`, '3.1.32')).toMatchObject({
      lines: [`A JSON parsing exception occurred in [${path}]: not an object`],
    });
  });
  test.each([
    ['"frameworks":1', 'not an array'],
    ['"frameworks":{"name":"Microsoft.NETCore.App"}', 'not an array'],
    ['"frameworks":[1]', 'not an object'],
    ['"framework":1', 'not an object'],
    ['"configProperties":2', 'not an object'],
    ['"tfm":null', 'not a string'],
    ['"tfm":8', 'not a string'],
    ['"rollForward":null', 'not a string'],
    ['"additionalProbingPaths":[null]', 'not a string'],
    ['"framework":{"name":null}', 'not a string'],
    ['"framework":{"name":"Microsoft.NETCore.App","version":8}', 'not a string'],
  ])('%s ends the process since 5.0, and was told of before', (text, expected) => {
    expect(read(text)).toMatchObject({ valid: false, kind: 'crash', lines: [] });
    expect(read(text, '10.0.0')).toMatchObject({ valid: false, kind: 'crash', lines: [] });
    expect(read(text, '3.1.32')).toMatchObject({
      kind: 'file',
      lines: [`A JSON parsing exception occurred in [${path}]: ${expected}`],
    });
  });
  test.each(['null', 'true', '0', '"Microsoft.NETCore.App"', '[]', '[1]', '{}'])('"framework": %s has no members', (value) => {
    expect(configOf(`"framework":${value}`, '9.0.13').references).toMatchObject([{ name: '', versionText: '' }]);
    expect(read(`"framework":${value}`, '10.0.0')).toMatchObject({ kind: 'file', lines: [`No framework name specified: ${value}`] });
  });
});

describe('rollForwardOnNoCandidateFx', () => {
  // RapidJSON takes the first 32 bits of what it keeps of a value for the integer.
  test.each([
    ['0', 'patch'],
    ['1', 'minor'],
    ['2', 'major'],
    ['3', 'exact'],
    ['-1', 'exact'],
    ['1.0', 'patch'],
    ['2.0', 'patch'],
    ['1.1', 'exact'],
    ['4294967298', 'major'],
    ['null', 'patch'],
    ['true', 'patch'],
    ['""', 'patch'],
    ['"2"', 'exact'],
    ['[]', 'patch'],
    ['[5,5]', 'major'],
    ['{"a":5}', 'minor'],
  ])('%s is range %s since 5.0', (value, range) => {
    expect(configOf(`"rollForwardOnNoCandidateFx":${value},${core}`).references).toMatchObject([{ range }]);
    const own = `"framework":{"name":"Microsoft.NETCore.App","version":"8.0.0","rollForwardOnNoCandidateFx":${value}}`;
    expect(configOf(own).references).toMatchObject([{ range }]);
  });
  test.each([
    ['2.0', 'major'],
    ['1.9', 'minor'],
  ])('%s is range %s up to 3.1', (value, range) => {
    expect(configOf(`"rollForwardOnNoCandidateFx":${value},${core}`, '3.1.32').references).toMatchObject([{ range }]);
  });
  test('must be a number up to 3.1', () => {
    expect(read(`"rollForwardOnNoCandidateFx":"1",${core}`, '3.1.32')).toMatchObject({
      lines: [`A JSON parsing exception occurred in [${path}]: not a number`],
    });
  });
});

describe('what 10.0 asks of a reference', () => {
  test('includedFrameworks need a version too', () => {
    const text = '"includedFrameworks":[{"name":"Contoso.App"}]';
    expect(read(text, '10.0.0')).toMatchObject({ kind: 'file', lines: ["Framework 'Contoso.App' is missing a version."] });
    expect(read(text, '9.0.13')).toMatchObject({ valid: true });
  });
  test('the reference without a name is written as the host writes JSON', () => {
    const numbers = '[1,1.0,1e5,1e21,-0,-0.0,0.1,1e-7,18446744073709551615,1.7976931348623157e308,true,null,{},[]]';
    const written = '[1,1.0,100000.0,1e21,0,-0.0,0.1,1e-7,18446744073709551615,1.7976931348623157e308,true,null,{},[]]';
    const texts = ['"é\\u2028\\/\\u001f\\n\\"\\\\u001f"', '"é\u2028/\\u001F\\n\\"\\\\u001f"'] as const;
    expect(read(`"framework":{"version":"8.0.0","n":${numbers},"t":${texts[0]}}`, '10.0.0')).toMatchObject({
      lines: [`No framework name specified: {"version":"8.0.0","n":${written},"t":${texts[1]}}`],
    });
  });
  test('one that is nested without end is cut', () => {
    const result = read(`"framework":{"x":${'['.repeat(50_000)}${']'.repeat(50_000)}}`, '10.0.0');
    expect(result.lines[0]?.length).toBeLessThan(2000);
  });
});

describe('texts end at a NUL', () => {
  test('in values', () => {
    const text = '"rollForward":"Major\\u0000x","tfm":"net8.0\\u0000","framework":{"name":"A\\u0000b","version":"8.0.0\\u0000-rc"}';
    expect(configOf(text)).toMatchObject({ tfm: 'net8.0', references: [{ name: 'A', versionText: '8.0.0', range: 'major' }] });
  });
  test('but not in the names that are looked up', () => {
    expect(configOf('"frameworks\\u0000":[]').frameworkDependent).toBe(false);
  });
});

describe('members that come twice', () => {
  test('the first counts', () => {
    expect(configOf(`"tfm":"net8.0","tfm":5,${core},"framework":null`)).toMatchObject({
      tfm: 'net8.0',
      references: [{ versionText: '8.0.0' }],
    });
  });
  test('of configProperties the last', () => {
    expect(configOf(`"configProperties":{"A":"1","A":"2"},${core}`).configProperties).toEqual(new Map([['A', '2']]));
  });
});

describe('a .dev.json without bytes', () => {
  test('is told of, and then ignored', () => {
    expect(read(core, '9.0.13', '')).toMatchObject({
      valid: true,
      lines: [`A JSON parsing exception occurred in [${devPath}], offset 0 (line 1, column 1): The document is empty.`],
    });
    expect(read(core, '10.0.0', '')).toMatchObject({
      valid: true,
      lines: [
        `Failed to map file. CreateFileMappingW(${devPath}) failed with error 1006`,
        `Cannot use file stream for [${devPath}]: Success`,
      ],
    });
  });
  test('broken JSON in it is for the trace only since 10.0', () => {
    expect(read(core, '10.0.0', '{')).toMatchObject({ valid: true, lines: [] });
  });
});

test('thousands of probing paths and frameworks', () => {
  const many = Array.from({ length: 150_000 }, (_, index) => index);
  expect(configOf(`"additionalProbingPaths":[${many.map((index) => `"C:\\\\${index}"`).join()}]`).additionalProbingPaths).toHaveLength(
    150_000,
  );
  const references = many.slice(0, 50_000).map((index) => `{"name":"F${index}","version":"1.0.0"}`);
  expect(configOf(`"frameworks":[${references.join()}]`).references).toHaveLength(50_000);
});
